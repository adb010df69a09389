// SPDX-License-Identifier: Apache-2.0
#include "core/api/simulationcodec.h"

#include "core/domain/fieldreader.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

using nlohmann::json;

constexpr double kMost = 1e15;
constexpr std::size_t kMostMetrics = 10;
constexpr int kMostTreatments = 9;
constexpr int kFewestRuns = 100;
constexpr double kConfidence = 0.99;

/// One metric of the body, with what is left to be found out once the plan is read.
struct Guess
{
    Metric metric;
    std::optional<SimulatedMetric> values;
    std::optional<double> effect;
    std::string path;
};

class SetupReader
{
public:
    SetupReader(const json& body, const Experiment* past, const SufficientStatistics* data)
        : m_past(past), m_data(data), m_fields(body, "", m_errors)
    {
    }

    Result<PlanSimulationSetup> setup();

private:
    void readMetrics();
    void readMetric(const json& item, std::string path);
    void takeFromPast(FieldReader& fields, Guess& guess);
    void guessValues(FieldReader& fields, Guess& guess);
    void readPlan();
    void readEffects();

    const Experiment* m_past;
    const SufficientStatistics* m_data;
    std::vector<FieldError> m_errors;
    FieldReader m_fields;
    std::vector<Guess> m_guesses;
    PlanSimulationSetup m_setup;
};

void SetupReader::takeFromPast(FieldReader& fields, Guess& guess)
{
    const auto it = std::ranges::find(m_past->metrics, guess.metric.name, &Metric::name);
    if (it == m_past->metrics.end()) {
        fields.add("name", "unknown", "is no metric of the experiment; without a baseline it must be one");
        return;
    }
    const MetricRole role = guess.metric.role;
    guess.metric = *it;
    guess.metric.role = role;
    guess.values = pastMetric(*m_past, *m_data, static_cast<std::size_t>(it - m_past->metrics.begin()));
    if (!guess.values)
        fields.add("name", "no_data",
                   "has no values in the experiment that could be simulated: rates need units with and without an "
                   "event, sums and counts a histogram (made some time after the data); ratios and means have neither");
    for (const char* field : {"kind", "direction", "standard_deviation", "window_days"}) {
        if (fields.has(field))
            fields.add(field, "not_allowed", "comes from the experiment where no baseline is given");
    }
}

void SetupReader::guessValues(FieldReader& fields, Guess& guess)
{
    Metric& metric = guess.metric;
    metric.kind = fields.choice<MetricKind>("kind", parseMetricKind, {"conversion", "count", "sum"})
                      .value_or(MetricKind::Conversion);
    if (!isRate(metric.kind) && metric.kind != MetricKind::Count && metric.kind != MetricKind::Sum)
        fields.add("kind", "not_allowed", "must be one of conversion, count, sum");
    metric.direction =
        fields.choice<Direction>("direction", parseDirection, {"increase", "decrease"}).value_or(Direction::Increase);
    if (const auto days = fields.number("window_days", {0, 90, true}))
        metric.window = std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::ratio<86400>>(*days));
    const bool isRate = xp::isRate(metric.kind);
    const auto baseline = fields.number("baseline", {0, isRate ? 1.0 : kMost, true, isRate});
    const auto deviation = fields.number("standard_deviation", {0, kMost, true});
    if (!isRate)
        fields.require("standard_deviation");
    if (!baseline || (!isRate && !deviation))
        return;
    guess.values = guessedMetric(metric.kind, *baseline, deviation.value_or(0));
    if (!guess.values)
        fields.add("standard_deviation", "range", "must be above 0 and at most 100 times the baseline");
}

void SetupReader::readMetric(const json& item, std::string path)
{
    FieldReader fields(item, path, m_errors);
    fields.require("name");
    fields.refuseUnknown({"name", "kind", "role", "direction", "baseline", "standard_deviation", "effect",
                          "correlation", "window_days"});
    Guess guess{.metric = {.name = fields.text("name", {.most = 100}).value_or("")},
                .values = {},
                .effect = fields.number("effect", {-1, 10, true}),
                .path = std::move(path)};
    guess.metric.event = guess.metric.name;
    guess.metric.role = fields.choice<MetricRole>("role", parseMetricRole, {"primary", "secondary", "guardrail"})
                            .value_or(MetricRole::Primary);
    if (std::ranges::any_of(m_guesses, [&](const Guess& g) { return g.metric.name == guess.metric.name; }))
        fields.add("name", "duplicate", "is there twice");
    if (m_past && !fields.has("baseline"))
        takeFromPast(fields, guess);
    else {
        fields.require("baseline");
        guessValues(fields, guess);
    }
    if (const auto correlation = fields.number("correlation", {0, 1}); correlation && guess.values)
        guess.values->correlation = *correlation;
    m_guesses.push_back(std::move(guess));
}

void SetupReader::readMetrics()
{
    m_fields.require("metrics");
    const json* items = m_fields.find("metrics");
    if (!items)
        return;
    if (!items->is_array() || items->empty() || items->size() > kMostMetrics) {
        m_fields.add("metrics", "type", "must be a list of 1 to " + std::to_string(kMostMetrics) + " metrics");
        return;
    }
    for (std::size_t i = 0; i < items->size(); ++i)
        readMetric((*items)[i], "metrics[" + std::to_string(i) + "]");
}

void SetupReader::readPlan()
{
    m_fields.require("plan");
    const json* plan = m_fields.find("plan");
    if (!plan)
        return;
    const auto isGiven = [plan](const char* field) { return plan->contains(field) && !(*plan)[field].is_null(); };
    if (plan->is_object() && !isGiven("units_per_variant") && !isGiven("duration_days"))
        m_fields.add("plan.units_per_variant", "required",
                     "or plan.duration_days is needed: a plan without an end cannot be run to it");
    auto read = planFromJson(*plan, m_setup.experiment);
    if (read) {
        m_setup.plan = std::move(*read);
        if (!isGiven("units_per_variant"))
            m_setup.plan.unitsPerVariant.reset();
        return;
    }
    for (FieldError error : read.error().errors) {
        error.field = error.field.empty() ? "plan" : "plan." + error.field;
        m_errors.push_back(std::move(error));
    }
}

void SetupReader::readEffects()
{
    for (std::size_t i = 0; i < m_guesses.size(); ++i) {
        Guess& guess = m_guesses[i];
        const bool isPrimary = m_setup.plan.metrics[i].role == MetricRole::Primary;
        const double sign = m_setup.plan.metrics[i].direction == Direction::Increase ? 1 : -1;
        if (isPrimary && !guess.effect && !m_setup.plan.smallestEffect)
            m_errors.push_back({guess.path + ".effect", "required",
                                guess.path + ".effect or plan.smallest_effect is needed: the true effect to find"});
        const double effect = guess.effect.value_or(isPrimary ? sign * m_setup.plan.smallestEffect.value_or(0) : 0.0);
        if (isRate(guess.metric.kind) && guess.values->baseline * (1 + effect) > 1)
            m_errors.push_back({guess.path + ".effect", "range",
                                guess.path + ".effect is " + shown(effect) + ": the treated rate would be above 1"});
        else if (effect <= -1)
            m_errors.push_back({guess.path + ".effect", "range", guess.path + ".effect must be above -1"});
        guess.values->effect = effect;
        m_setup.metrics.push_back(std::move(*guess.values));
    }
}

Result<PlanSimulationSetup> SetupReader::setup()
{
    m_fields.require("units_per_day");
    m_fields.refuseUnknown(
        {"experiment", "metrics", "plan", "treatments", "units_per_day", "runs", "seed", "look_every_days"});
    readMetrics();
    const auto treatments = m_fields.integer("treatments", 1, kMostTreatments).value_or(1);
    m_setup.unitsPerDay = m_fields.number("units_per_day", {0, kMost, true}).value_or(0);
    m_setup.runs = static_cast<int>(m_fields.integer("runs", kFewestRuns, PlanSimulation::kMostRuns).value_or(2000));
    m_setup.seed = static_cast<std::uint64_t>(m_fields.integer("seed", 0, std::int64_t{1} << 53).value_or(1));
    m_setup.lookEveryDays =
        static_cast<int>(m_fields.integer("look_every_days", 1, PlanSimulation::kMostDays).value_or(1));
    for (std::int64_t i = 0; i <= treatments; ++i)
        m_setup.experiment.variants.push_back({.name = i == 0 ? "control" : "treatment-" + std::to_string(i),
                                               .allocation = 1.0 / static_cast<double>(treatments + 1)});
    for (const Guess& guess : m_guesses)
        m_setup.experiment.metrics.push_back(guess.metric);
    if (m_errors.empty())
        readPlan();
    if (m_errors.empty())
        readEffects();
    if (!m_errors.empty())
        return failInvalid(std::move(m_errors));
    return std::move(m_setup);
}

json shareToJson(std::int64_t count, std::int64_t runs)
{
    const SimulatedShare share = simulatedShare(count, runs, kConfidence);
    return {{"share", share.value}, {"lower", share.lower}, {"upper", share.upper}};
}

json truthToJson(const SimulatedTruth& truth)
{
    std::int64_t runs = 0;
    double days = 0;
    json stops = json::array();
    for (const auto& [day, count] : truth.stops) {
        runs += count;
        days += static_cast<double>(day) * static_cast<double>(count);
        stops.push_back({{"day", day}, {"runs", count}});
    }
    json decisions = json::array();
    for (const Decision decision : {Decision::Invalid, Decision::StopForHarm, Decision::TooEarly, Decision::Ship,
                                    Decision::KeepControl, Decision::Inconclusive, Decision::Continue}) {
        const auto it = truth.decisions.find(decision);
        json row = shareToJson(it == truth.decisions.end() ? 0 : it->second, runs);
        row["decision"] = toString(decision);
        decisions.push_back(std::move(row));
    }
    const auto n = static_cast<double>(std::max<std::int64_t>(1, runs));
    return {{"runs", runs},
            {"decisions", std::move(decisions)},
            {"called", shareToJson(truth.called, runs)},
            {"called_worse", shareToJson(truth.harmful, runs)},
            {"mean_days", days / n},
            {"mean_units", truth.units / n},
            {"stops", std::move(stops)}};
}

std::int64_t runsOf(const SimulatedTruth& truth)
{
    std::int64_t runs = 0;
    for (const auto& [decision, count] : truth.decisions)
        runs += count;
    return runs;
}

} // namespace

Result<std::string> pastExperimentOf(const json& body)
{
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    const std::string name = fields.text("experiment", {}).value_or("");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return name;
}

Result<PlanSimulationSetup> simulationSetupFromJson(const json& body, const Experiment* past,
                                                    const SufficientStatistics* data)
{
    return SetupReader(body, past, data).setup();
}

json toJson(const PlanSimulation& simulation)
{
    const SimulatedTruth& effect = simulation.effect();
    const auto shipped = effect.decisions.find(Decision::Ship);
    return {{"runs", simulation.setup().runs},
            {"seed", simulation.setup().seed},
            {"fingerprint", fingerprintOf(simulation.setup().plan)},
            {"days", simulation.days()},
            {"confidence", kConfidence},
            {"error_rate", shareToJson(simulation.nothing().called, runsOf(simulation.nothing()))},
            {"power", shareToJson(shipped == effect.decisions.end() ? 0 : shipped->second, runsOf(effect))},
            {"without_effect", truthToJson(simulation.nothing())},
            {"with_effect", truthToJson(effect)}};
}

} // namespace xp
