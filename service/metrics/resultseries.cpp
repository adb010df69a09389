// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/resultseries.h"

#include "core/stats/bayesproportions.h"
#include "service/metrics/exposition.h"

#include <algorithm>

namespace xp::service {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::array<const char*, kResultFamilies> kNames{
    "experimentation_units",
    "experimentation_conversions",
    "experimentation_rate",
    "experimentation_rate_lower",
    "experimentation_rate_upper",
    "experimentation_lift",
    "experimentation_lift_lower",
    "experimentation_lift_upper",
    "experimentation_p_value",
    "experimentation_always_valid_p_value",
    "experimentation_probability_best",
    "experimentation_verdict",
    "experimentation_guardrail_state",
    "experimentation_sample_ratio_p_value",
    "experimentation_progress_ratio",
    "experimentation_time_left_seconds",
    "experimentation_experiment_info",
    "experimentation_results_timestamp_seconds",
};

constexpr std::array<const char*, kResultFamilies> kHelps{
    "Units analysed, by metric and variant (shared).",
    "Units with at least one event of the metric (shared).",
    "Conversion rate, mean or ratio of a variant, in the metric's unit (shared).",
    "Lower end of the rate's interval, conversions only (shared).",
    "Upper end of the rate's interval, conversions only (shared).",
    "Relative difference to the control, 0.1 is 10 % more (shared).",
    "Lower end of the lift's interval at the plan's level (shared).",
    "Upper end of the lift's interval at the plan's level (shared).",
    "P-value of the plan's test against the control, corrected as planned (shared).",
    "P-value of the always-valid test against the control, whatever the plan (shared).",
    "Probability that the variant is the best of all on this metric (shared).",
    "1 when the plan calls the treatment better, -1 when worse, else 0 (shared).",
    "1 when the treatment is no worse than the margin allows, -1 when it is, 0 when that is open (shared).",
    "P-value of the always-valid test of the split against the planned one; below 0.001 is a mismatch (shared).",
    "Share of the planned size or duration that is reached; may pass 1 (shared).",
    "Until the planned size or duration at the present rate, days left as seconds (shared).",
    "Always 1; its labels name a running experiment (shared).",
    "When the results were computed, since the Unix epoch in seconds (shared).",
};

constexpr double kSecondsADay = 86'400;

/// How many series of each variant, of each treatment and of the experiment.
constexpr std::size_t kArmSeries = 4, kRateBoundSeries = 2, kTreatmentSeries = 6, kExperimentSeries = 5;

bool isGuardrail(const Metric& metric)
{
    return metric.role == MetricRole::Guardrail;
}

double verdictOf(Word word)
{
    if (word == Word::Better)
        return 1;
    return word == Word::Worse ? -1 : 0;
}

double guardrailStateOf(Word word)
{
    if (word == Word::NonInferior || word == Word::Better)
        return 1;
    return word == Word::Inferior || word == Word::Worse ? -1 : 0;
}

/// By arm; nothing where it is not known. Two arms: the report's own posterior. More: conversions by their rates'
/// posteriors under a uniform prior; other kinds have no joint posterior.
std::vector<double> probabilitiesBest(const ReportMetric& metric)
{
    if (metric.arms.size() == 2 && !metric.cells.empty() && metric.cells[0].posterior) {
        const double treatment = metric.cells[0].posterior->probabilityBetter;
        return {1 - treatment, treatment};
    }
    if (metric.arms.size() < 3 || !isRate(metric.kind))
        return {};
    std::vector<stats::Proportion> arms;
    for (const ReportArm& arm : metric.arms) {
        const std::int64_t good = metric.direction == Direction::Increase ? arm.converted : arm.units - arm.converted;
        arms.push_back({static_cast<double>(arm.units), static_cast<double>(good)});
    }
    return stats::probabilityBest(arms, {}).value_or(std::vector<double>());
}

class TextWriter
{
public:
    TextWriter(const Experiment& experiment, const Report& report) : m_experiment(experiment), m_report(report)
    {
        m_sample.label = {{"experiment_id", experiment.id}};
    }

    ResultTexts write()
    {
        for (const ReportMetric& metric : m_report.planned.metrics) {
            const auto known = std::ranges::find(m_experiment.metrics, metric.name, &Metric::name);
            const auto position = static_cast<std::size_t>(known - m_experiment.metrics.begin());
            if (known != m_experiment.metrics.end() && hasResultSeries(m_experiment, position))
                writeMetric(metric);
        }
        m_sample.label.resize(1);
        put(ResultFamily::SampleRatioPValue, m_report.balance.pValue);
        put(ResultFamily::Progress, m_report.progress.fraction);
        // Prometheus' rules want base units.
        if (m_report.progress.daysLeft)
            put(ResultFamily::TimeLeft, *m_report.progress.daysLeft * kSecondsADay);
        put(ResultFamily::ComputedAt, std::chrono::duration<double>(m_report.time.time_since_epoch()).count());
        m_sample.label.push_back({"key", m_experiment.key});
        m_sample.label.push_back({"name", m_experiment.name});
        put(ResultFamily::Info, 1);
        return std::move(m_texts);
    }

private:
    void writeMetric(const ReportMetric& metric)
    {
        const std::vector<double> best = probabilitiesBest(metric);
        for (std::size_t i = 0; i < metric.arms.size(); ++i) {
            const ReportArm& arm = metric.arms[i];
            m_sample.label.resize(1);
            m_sample.label.push_back({"metric", metric.name});
            m_sample.label.push_back({"variant", arm.variant});
            put(ResultFamily::Units, static_cast<double>(arm.units));
            put(ResultFamily::Conversions, static_cast<double>(arm.converted));
            put(ResultFamily::Rate, arm.value);
            if (i < best.size())
                put(ResultFamily::ProbabilityBest, best[i]);
            if (isRate(metric.kind))
                writeRateBounds(arm);
            if (i > 0 && i <= metric.cells.size())
                writeCell(metric, metric.cells[i - 1]);
        }
    }

    void writeRateBounds(const ReportArm& arm)
    {
        const auto interval =
            stats::proportionInterval({static_cast<double>(arm.units), static_cast<double>(arm.converted)},
                                      1 - m_report.planned.level, stats::ProportionMethod::Wilson);
        if (!interval)
            return;
        put(ResultFamily::RateLower, interval->lower);
        put(ResultFamily::RateUpper, interval->upper);
    }

    void writeCell(const ReportMetric& metric, const ReportCell& cell)
    {
        put(ResultFamily::Lift, cell.lift);
        if (cell.liftInterval) {
            put(ResultFamily::LiftLower, cell.liftInterval->lower);
            put(ResultFamily::LiftUpper, cell.liftInterval->upper);
        }
        put(ResultFamily::PValue, cell.adjustedPValue);
        put(ResultFamily::AlwaysValidPValue, alwaysValidPValue(metric.name, cell.treatment));
        if (metric.role == MetricRole::Guardrail)
            put(ResultFamily::GuardrailState, guardrailStateOf(cell.word));
        else
            put(ResultFamily::Verdict, verdictOf(cell.word));
    }

    std::optional<double> alwaysValidPValue(const std::string& metric, const std::string& treatment) const
    {
        const bool isPlanned = m_report.planned.method == xp::Method::AlwaysValid || !m_report.viewed;
        const ReportView& view = isPlanned ? m_report.planned : *m_report.viewed;
        const auto found = std::ranges::find(view.metrics, metric, &ReportMetric::name);
        if (view.method != xp::Method::AlwaysValid || found == view.metrics.end())
            return std::nullopt;
        const auto cell = std::ranges::find(found->cells, treatment, &ReportCell::treatment);
        return cell != found->cells.end() ? cell->pValue : std::nullopt;
    }

    void put(ResultFamily family, std::optional<double> value)
    {
        if (!value)
            return;
        m_sample.gauge.value = *value;
        appendSamples(m_texts[static_cast<std::size_t>(family)], headOf(family).name, MetricType::Gauge, m_sample);
    }

    const Experiment& m_experiment;
    const Report& m_report;
    ClientMetric m_sample;
    ResultTexts m_texts;
};

} // namespace

const MetricFamily& headOf(ResultFamily family)
{
    static const auto heads = [] {
        std::array<MetricFamily, kResultFamilies> made;
        for (std::size_t i = 0; i < kResultFamilies; ++i)
            made[i] = {.name = kNames[i], .help = kHelps[i], .type = MetricType::Gauge, .metric = {}};
        return made;
    }();
    return heads[static_cast<std::size_t>(family)];
}

bool hasResultSeries(const Experiment& experiment, std::size_t metric)
{
    if (isGuardrail(experiment.metrics[metric]))
        return true;
    const std::vector<std::size_t> headline = headlineOf(experiment).metrics;
    return std::ranges::find(headline, metric) != headline.end();
}

std::size_t resultSeriesOf(const Experiment& experiment)
{
    const std::size_t arms = experiment.variants.size();
    std::size_t count = kExperimentSeries;
    for (std::size_t i = 0; i < experiment.metrics.size(); ++i) {
        if (!hasResultSeries(experiment, i))
            continue;
        count += arms * kArmSeries + (arms - 1) * kTreatmentSeries;
        if (isRate(experiment.metrics[i].kind))
            count += arms * kRateBoundSeries;
    }
    return count;
}

ResultTexts resultTextsOf(const Experiment& experiment, const Report& report)
{
    return TextWriter(experiment, report).write();
}

} // namespace xp::service
