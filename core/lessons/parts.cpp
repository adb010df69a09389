// SPDX-License-Identifier: Apache-2.0
#include "core/lessons/parts.h"

namespace xp::lessonparts {

using nlohmann::json;

namespace {

json metric(const char* name, const char* event, const char* kind, const char* role, const char* direction)
{
    return {{"name", name}, {"event", event}, {"kind", kind}, {"role", role}, {"direction", direction}};
}

} // namespace

json variant(const char* name, double allocation)
{
    return {{"name", name}, {"allocation", allocation}};
}

json halves(const char* control, const char* treatment)
{
    return json::array({variant(control, 0.5), variant(treatment, 0.5)});
}

json primary(const char* name, const char* event, const char* kind)
{
    return metric(name, event, kind, "primary", "increase");
}

json secondary(const char* name, const char* event, const char* kind)
{
    return metric(name, event, kind, "secondary", "increase");
}

json guardrail(const char* name, const char* event)
{
    return metric(name, event, "conversion", "guardrail", "decrease");
}

json groupSequential(std::int64_t units, int looks, double smallestEffect)
{
    return {{"method", "group_sequential"},
            {"units_per_variant", units},
            {"looks", looks},
            {"smallest_effect", smallestEffect}};
}

json fixed(std::int64_t units, double smallestEffect)
{
    return {{"method", "fixed"}, {"units_per_variant", units}, {"smallest_effect", smallestEffect}};
}

json withMargin(json plan, const char* metric, double margin)
{
    plan["metrics"].push_back({{"name", metric}, {"margin", {{"value", margin}}}});
    return plan;
}

json withCap(json plan, const char* metric, double quantile)
{
    plan["metrics"].push_back({{"name", metric}, {"cap_quantile", quantile}});
    return plan;
}

} // namespace xp::lessonparts
