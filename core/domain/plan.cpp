// SPDX-License-Identifier: Apache-2.0
#include "core/domain/plan.h"

#include "core/domain/canonicaljson.h"
#include "core/domain/enumtext.h"
#include "core/domain/experiment.h"
#include "core/domain/fieldreader.h"
#include "core/domain/jsonreader.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

using nlohmann::json;

constexpr EnumText kMethods{
    std::array{EnumName{Method::Fixed, "fixed"}, EnumName{Method::GroupSequential, "group_sequential"},
               EnumName{Method::AlwaysValid, "always_valid"}, EnumName{Method::Bayesian, "bayesian"}}};
constexpr EnumText kAlternatives{
    std::array{EnumName{Alternative::TwoSided, "two_sided"}, EnumName{Alternative::Better, "better"}}};
constexpr EnumText kSpendings{std::array{
    EnumName{SpendingKind::OBrienFleming, "obrien_fleming"}, EnumName{SpendingKind::Pocock, "pocock"},
    EnumName{SpendingKind::KimDeMets, "kim_demets"}, EnumName{SpendingKind::HwangShihDeCani, "hwang_shih_decani"}}};
constexpr EnumText kFamilies{std::array{EnumName{CorrectionFamily::PerMetric, "per_metric"},
                                        EnumName{CorrectionFamily::Primaries, "primaries"},
                                        EnumName{CorrectionFamily::All, "all"}}};
constexpr EnumText kCorrections{std::array{
    EnumName{CorrectionMethod::None, "none"}, EnumName{CorrectionMethod::Bonferroni, "bonferroni"},
    EnumName{CorrectionMethod::Holm, "holm"}, EnumName{CorrectionMethod::BenjaminiHochberg, "benjamini_hochberg"}}};

std::optional<Alternative> parseAlternative(std::string_view text)
{
    return kAlternatives.parse(text);
}
std::optional<SpendingKind> parseSpending(std::string_view text)
{
    return kSpendings.parse(text);
}
std::optional<CorrectionFamily> parseFamily(std::string_view text)
{
    return kFamilies.parse(text);
}
std::optional<CorrectionMethod> parseCorrection(std::string_view text)
{
    return kCorrections.parse(text);
}

constexpr std::int64_t kMostUnits = 1'000'000'000'000;
constexpr std::int64_t kMostDays = 3650;
constexpr std::size_t kMostLooks = 20;

json toJson(const PlannedMetric& metric)
{
    json out{{"name", metric.name},
             {"role", toString(metric.role)},
             {"direction", toString(metric.direction)},
             {"margin", nullptr},
             {"cap_quantile", orNull(metric.capQuantile)},
             {"window", nullptr}};
    if (metric.margin)
        out["margin"] = {{"value", metric.margin->value}, {"relative", metric.margin->relative}};
    if (metric.window)
        out["window"] = toDurationText(*metric.window);
    return out;
}

PlannedMetric plannedMetricOf(const Metric& metric)
{
    return {.name = metric.name, .role = metric.role, .direction = metric.direction, .window = watchedFor(metric)};
}

template <typename T>
void take(T& to, std::optional<T> value)
{
    if (value)
        to = std::move(*value);
}

/// null says the same as leaving out, but for the size: that has a default other than none.
json withoutNulls(const json& value)
{
    if (!value.is_structured())
        return value;
    json out = value.is_array() ? json::array() : json::object();
    for (const auto& [key, member] : value.items()) {
        if (value.is_array())
            out.push_back(withoutNulls(member));
        else if (!member.is_null())
            out[key] = withoutNulls(member);
    }
    return out;
}

/// Reads one plan, field by field.
class PlanReader
{
public:
    PlanReader(const json& body, FieldReader::Range level)
        : m_level(level)
        , m_body(withoutNulls(body))
        , m_hasNoSize(body.contains("units_per_variant") && body["units_per_variant"].is_null())
        , m_fields(m_body, "", m_errors)
    {
    }

    std::vector<FieldError>& errors() { return m_errors; }

    void read(Plan& plan, const Experiment& experiment)
    {
        take(plan.method,
             m_fields.choice<Method>("method", parseMethod, {"fixed", "group_sequential", "always_valid", "bayesian"}));
        take(plan.alternative, m_fields.choice<Alternative>("alternative", parseAlternative, {"two_sided", "better"}));
        take(plan.level, m_fields.number("level", m_level));
        take(plan.power, m_fields.number("power", {0.5, 1, false, true}));
        readSizes(plan);
        readLooks(plan);
        take(plan.family,
             m_fields.choice<CorrectionFamily>("correction_family", parseFamily, {"per_metric", "primaries", "all"}));
        take(plan.correction, m_fields.choice<CorrectionMethod>("correction", parseCorrection,
                                                                {"none", "bonferroni", "holm", "benjamini_hochberg"}));
        take(plan.cuped, m_fields.boolean("cuped"));
        take(plan.cupedWindow, duration(m_fields, "cuped_window"));
        take(plan.priorMean, m_fields.number("prior_mean", {-1, 10}));
        take(plan.priorDeviation, m_fields.number("prior_deviation", {0, 10, true}));
        readMetrics(plan, experiment);
        m_fields.refuseUnknown({"method", "alternative", "level", "power", "smallest_effect", "units_per_variant",
                                "duration_days", "minimum_days", "looks", "spending", "spending_gamma",
                                "correction_family", "correction", "cuped", "cuped_window", "prior_mean",
                                "prior_deviation", "metrics"});
    }

private:
    void readSizes(Plan& plan)
    {
        if (auto effect = m_fields.number("smallest_effect", {0, 100, true}))
            plan.smallestEffect = effect;
        if (m_hasNoSize)
            plan.unitsPerVariant.reset();
        else if (auto units = m_fields.integer("units_per_variant", 1, kMostUnits))
            plan.unitsPerVariant = units;
        if (const auto days = m_fields.integer("duration_days", 1, kMostDays))
            plan.durationDays = static_cast<std::int32_t>(*days);
        if (const auto days = m_fields.integer("minimum_days", 0, kMostDays))
            plan.minimumDays = static_cast<std::int32_t>(*days);
    }

    /// A number of even looks, or their shares of the planned size.
    void readLooks(Plan& plan)
    {
        take(plan.spending,
             m_fields.choice<SpendingKind>("spending", parseSpending,
                                           {"obrien_fleming", "pocock", "kim_demets", "hwang_shih_decani"}));
        take(plan.spendingGamma, m_fields.number("spending_gamma", {-50, 50}));
        if (plan.spending == SpendingKind::KimDeMets && !(plan.spendingGamma > 0))
            m_fields.add("spending_gamma", "range", "must be above 0 for kim_demets");
        const json* looks = m_fields.find("looks");
        if (looks && looks->is_number_integer()) {
            if (const auto count = m_fields.integer("looks", 1, kMostLooks))
                plan.looks = evenLooks(static_cast<int>(*count));
        } else if (looks) {
            readLookShares(plan, *looks);
        } else if (plan.method == Method::GroupSequential) {
            plan.looks = evenLooks(4);
        }
        if (plan.method == Method::GroupSequential && !plan.unitsPerVariant)
            m_fields.add("units_per_variant", "required",
                         "a group-sequential plan needs a size to share its looks over");
    }

    void readLookShares(Plan& plan, const json& looks)
    {
        const bool numbers =
            looks.is_array() && std::ranges::all_of(looks, [](const json& x) { return x.is_number(); });
        std::vector<double> shares;
        if (numbers)
            std::ranges::transform(looks, std::back_inserter(shares), [](const json& x) { return x.get<double>(); });
        const auto noShare = std::ranges::find_if_not(shares, [](double share) { return std::isfinite(share); });
        if (noShare != shares.end()) // no comparison would find it
            return m_fields.add("looks[" + std::to_string(noShare - shares.begin()) + "]", "range",
                                "must be a finite number");
        const bool rising = std::ranges::adjacent_find(shares, std::greater_equal<>()) == shares.end();
        if (!numbers || shares.size() > kMostLooks || !rising ||
            (shares.empty() && plan.method == Method::GroupSequential) ||
            (!shares.empty() && (!(shares.front() > 0) || shares.back() != 1.0))) {
            m_fields.add("looks", "range",
                         "must be a whole number or up to 20 rising shares of the planned size, the last of them 1");
            return;
        }
        plan.looks = std::move(shares);
    }

    void readMetrics(Plan& plan, const Experiment& experiment)
    {
        const json* items = m_fields.find("metrics");
        if (!items)
            return;
        if (!items->is_array()) {
            m_fields.add("metrics", "type", "must be a list");
            return;
        }
        for (std::size_t i = 0; i < items->size(); ++i)
            readMetric(plan, experiment, FieldReader((*items)[i], "metrics[" + std::to_string(i) + "]", m_errors));
    }

    void readMetric(Plan& plan, const Experiment& experiment, FieldReader fields)
    {
        fields.require("name");
        fields.refuseUnknown({"name", "role", "direction", "margin", "cap_quantile", "window"});
        const std::string name = fields.text("name", {}).value_or("");
        const auto it = std::ranges::find(experiment.metrics, name, &Metric::name);
        if (it == experiment.metrics.end()) {
            fields.add("name", "unknown", "is " + shown(name) + ", which is no metric of the experiment");
            return;
        }
        PlannedMetric& metric = plan.metrics[static_cast<std::size_t>(it - experiment.metrics.begin())];
        take(metric.role, fields.choice<MetricRole>("role", parseMetricRole, {"primary", "secondary", "guardrail"}));
        take(metric.direction, fields.choice<Direction>("direction", parseDirection, {"increase", "decrease"}));
        if (auto cap = fields.number("cap_quantile", {0.5, 1, true, true}))
            metric.capQuantile = cap;
        if (auto window = duration(fields, "window"))
            metric.window = window;
        if (const json* margin = fields.find("margin"); margin && !margin->is_null()) {
            FieldReader inner(*margin, fields.pathOf("margin"), m_errors);
            inner.require("value");
            inner.refuseUnknown({"value", "relative"});
            metric.margin = Margin{.value = inner.number("value", {0, 1e300, true}).value_or(0),
                                   .relative = inner.boolean("relative").value_or(true)};
            if (metric.margin->relative && metric.margin->value >= 1)
                inner.add("value", "range", "is " + shown(metric.margin->value) + "; a relative margin is below 1");
        }
    }

    static std::optional<Duration> duration(FieldReader& fields, std::string_view name)
    {
        const auto text = fields.text(name, {});
        if (!text)
            return std::nullopt;
        const auto value = parseDuration(*text);
        if (!value)
            fields.add(name, "format", "is " + shown(*text) + "; it must be like 14d, 24h, 30m or 90s");
        return value;
    }

    FieldReader::Range m_level;
    json m_body;
    bool m_hasNoSize = false; ///< as the body says in so many words
    std::vector<FieldError> m_errors;
    FieldReader m_fields;
};

Sentence departure(const std::string& field, const json& planned, const json& present)
{
    return {"plan_departure",
            {{"field", field}, {"planned", planned}, {"present", present}},
            field + " was planned as " + planned.dump() + " and is now " + present.dump() + "."};
}

Result<Plan> planWithin(FieldReader::Range level, const json& body, const Experiment& experiment)
{
    if (!body.is_object())
        return failInvalid({{"", "type", "plan must be an object"}});
    PlanReader reader(body, level);
    Plan plan = defaultPlan(experiment);
    reader.read(plan, experiment);
    if (!reader.errors().empty())
        return failInvalid(std::move(reader.errors()));
    return plan;
}

} // namespace

std::string_view toString(Method method)
{
    return kMethods.text(method);
}
std::optional<Method> parseMethod(std::string_view text)
{
    return kMethods.parse(text);
}
std::string_view toString(SpendingKind spending)
{
    return kSpendings.text(spending);
}
std::string_view toString(CorrectionFamily family)
{
    return kFamilies.text(family);
}
std::string_view toString(CorrectionMethod correction)
{
    return kCorrections.text(correction);
}

Plan defaultPlan(const Experiment& experiment)
{
    Plan plan{.level = experiment.significanceLevel, .unitsPerVariant = experiment.targetSampleSize};
    std::ranges::transform(experiment.metrics, std::back_inserter(plan.metrics), plannedMetricOf);
    return plan;
}

std::vector<double> evenLooks(int count)
{
    std::vector<double> looks;
    for (int i = 1; i <= count; ++i)
        looks.push_back(i == count ? 1.0 : static_cast<double>(i) / count);
    return looks;
}

json toJson(const Plan& plan)
{
    json metrics = json::array();
    for (const PlannedMetric& metric : plan.metrics)
        metrics.push_back(toJson(metric));
    return {{"method", toString(plan.method)},
            {"alternative", kAlternatives.text(plan.alternative)},
            {"level", plan.level},
            {"power", plan.power},
            {"smallest_effect", orNull(plan.smallestEffect)},
            {"units_per_variant", orNull(plan.unitsPerVariant)},
            {"duration_days", orNull(plan.durationDays)},
            {"minimum_days", plan.minimumDays},
            {"looks", plan.looks},
            {"spending", toString(plan.spending)},
            {"spending_gamma", plan.spendingGamma},
            {"correction_family", toString(plan.family)},
            {"correction", toString(plan.correction)},
            {"cuped", plan.cuped},
            {"cuped_window", toDurationText(plan.cupedWindow)},
            {"prior_mean", plan.priorMean},
            {"prior_deviation", plan.priorDeviation},
            {"metrics", std::move(metrics)}};
}

Result<Plan> planFromJson(const json& body, const Experiment& experiment)
{
    return planWithin({0, std::max(kHighestLevel, experiment.significanceLevel), true}, body, experiment);
}

Result<Plan> acceptedPlan(const json& body, const Experiment& experiment)
{
    return planWithin({0, 1, true, true}, body, experiment);
}

std::string fingerprintOf(const Plan& plan)
{
    return fingerprintOf(toJson(plan));
}

Plan reconciled(const Plan& plan, const Experiment& experiment)
{
    Plan next = plan;
    next.metrics.clear();
    for (const Metric& metric : experiment.metrics) {
        const auto known = std::ranges::find(plan.metrics, metric.name, &PlannedMetric::name);
        next.metrics.push_back(known == plan.metrics.end() ? plannedMetricOf(metric) : *known);
    }
    return next;
}

std::vector<Sentence> departuresOf(const Plan& frozen, const Plan& present)
{
    std::vector<Sentence> departures;
    const json before = toJson(frozen);
    const json after = toJson(present);
    for (const auto& [field, value] : before.items()) {
        if (field != "metrics" && value != after[field])
            departures.push_back(departure(field, value, after[field]));
    }
    for (std::size_t i = 0; i < std::max(frozen.metrics.size(), present.metrics.size()); ++i) {
        const json was = i < frozen.metrics.size() ? toJson(frozen.metrics[i]) : json();
        const json is = i < present.metrics.size() ? toJson(present.metrics[i]) : json();
        const std::string name = is.is_null() ? frozen.metrics[i].name : present.metrics[i].name;
        if (was.is_null() || is.is_null()) {
            departures.push_back(departure("metrics." + name, was, is));
            continue;
        }
        for (const auto& [field, value] : was.items()) {
            if (value != is[field])
                departures.push_back(departure("metrics." + name + "." + field, value, is[field]));
        }
    }
    return departures;
}

} // namespace xp
