// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/condition.h"

#include "core/targeting/jsvalue.h"
#include "core/targeting/useragent.h"

#include <algorithm>

namespace xp {

namespace {

/// An attribute's value; a copy, since three of them are not in the context.
nlohmann::json attributeOf(const std::string& name, const UnitFacts& facts)
{
    if (name == "user_id")
        return facts.unit;
    if (const nlohmann::json* found = memberAt(facts.context, name))
        return *found;
    if (const std::string_view agent = name == "user_agent" ? userAgentOf(facts) : ""; !agent.empty())
        return agent;
    return name == "current_time" ? nlohmann::json(toIso8601(now())) : nlohmann::json();
}

} // namespace

bool Condition::holds(const UnitFacts& facts) const
{
    return std::visit([&](const auto& rule) { return holdsPart(rule, facts); }, m_rule);
}

bool Condition::holdsPart(const All& all, const UnitFacts& facts) const
{
    return std::ranges::all_of(all.parts, [&](const Condition& part) { return part.holds(facts); });
}

bool Condition::holdsPart(const Any& any, const UnitFacts& facts) const
{
    return std::ranges::any_of(any.parts, [&](const Condition& part) { return part.holds(facts); });
}

bool Condition::holdsPart(const Not& negated, const UnitFacts& facts) const
{
    return !negated.part->holds(facts);
}

bool Condition::holdsPart(const AttributeTest& test, const UnitFacts& facts) const
{
    if (const nlohmann::json* found = memberAt(facts.context, test.attribute()); found && test.attribute() != "user_id")
        return test.holds(found);
    const nlohmann::json value = attributeOf(test.attribute(), facts);
    return test.holds(&value);
}

bool Condition::holdsPart(const Segment& segment, const UnitFacts& facts) const
{
    return segment.condition->holds(facts);
}

bool Condition::holdsPart(const Prerequisite& prerequisite, const UnitFacts& facts) const
{
    const auto variant = facts.variantIn ? facts.variantIn(prerequisite.experiment) : std::nullopt;
    return variant && (prerequisite.variants.empty() ||
                       std::ranges::find(prerequisite.variants, *variant) != prerequisite.variants.end());
}

/// GrowthBook's SDKs know the unit as `id`, Unleash's as `userId`.
bool Condition::holdsPart(const GrowthbookCondition& condition, const UnitFacts& facts) const
{
    if (!facts.context.is_object() || facts.context.contains("id"))
        return condition.holds(facts.context);
    nlohmann::json attributes = facts.context;
    attributes["id"] = facts.unit;
    return condition.holds(attributes);
}

bool Condition::holdsPart(const Foreign& foreign, const UnitFacts& facts) const
{
    nlohmann::json context = facts.context.is_object() ? facts.context : nlohmann::json::object();
    context["userId"] = facts.unit;
    return allHold(foreign.constraints, UnleashContext(context));
}

nlohmann::json Condition::explain(const UnitFacts& facts) const
{
    nlohmann::json told = m_json;
    const auto tell = [&](const std::vector<Condition>& parts, const char* name) {
        told[name] = nlohmann::json::array();
        for (const Condition& part : parts)
            told[name].push_back(part.explain(facts));
    };
    if (const auto* all = std::get_if<All>(&m_rule); all && !m_json.empty())
        tell(all->parts, "all");
    else if (const auto* any = std::get_if<Any>(&m_rule))
        tell(any->parts, "any");
    else if (const auto* negated = std::get_if<Not>(&m_rule))
        told["not"] = negated->part->explain(facts);
    else if (const auto* test = std::get_if<AttributeTest>(&m_rule))
        told["actual"] = attributeOf(test->attribute(), facts);
    else if (const auto* segment = std::get_if<Segment>(&m_rule))
        told["condition"] = segment->condition->explain(facts);
    else if (const auto* prerequisite = std::get_if<Prerequisite>(&m_rule)) {
        const auto variant = facts.variantIn ? facts.variantIn(prerequisite->experiment) : std::nullopt;
        told["actual"] = variant ? nlohmann::json(*variant) : nlohmann::json();
    }
    told["holds"] = holds(facts);
    return told;
}

} // namespace xp
