// SPDX-License-Identifier: Apache-2.0
#include "core/domain/liveexperiment.h"

#include "core/domain/limbs.h"

#include <algorithm>
#include <cstdlib>

namespace xp {

namespace {

Duration covariateWindowOf(const Experiment& experiment)
{
    const Plan plan = decidingPlan(experiment);
    return plan.cuped && !experiment.imported ? plan.cupedWindow : Duration(0);
}

bool isDenominator(const Metric& metric, std::string_view event)
{
    return metric.denominator && metric.denominator->event == event;
}

/// What an event adds to a unit's totals under a metric, whatever its time; nothing when the metric does not count it.
/// A unit's denominator is kept as a count, and counts up to kLargestCount; of values within it 2^32 add up.
bool fitsDenominator(double value, double resolution)
{
    const auto multiples = toMultiples(value, resolution);
    return multiples && std::abs(*multiples) <= kLargestCount;
}

std::optional<UnitTotals> addedBy(const UnitEvent& event, const Metric& metric)
{
    UnitTotals added;
    bool counts = false;
    if (metric.event == event.name && matches(metric.filter, event.properties)) {
        // One beyond the range was refused at the door.
        if (const auto multiples = toMultiples(event.value, metric.resolution)) {
            added.addEvent(*multiples);
            counts = true;
        }
    }
    if (!metric.denominator)
        return counts ? std::optional(added) : std::nullopt;
    added.count = 0; // is the denominator's
    const Denominator& denominator = *metric.denominator;
    if (isDenominator(metric, event.name) && matches(denominator.filter, event.properties)) {
        // One that was recorded before anyone listened was not refused.
        if (!denominator.sumsValues || fitsDenominator(event.value, denominator.resolution)) {
            added.count = denominator.sumsValues ? toMultiples(event.value, denominator.resolution).value_or(0) : 1;
            counts = true;
        }
    }
    return counts ? std::optional(added) : std::nullopt;
}

bool isStep(const Metric& metric, std::string_view event)
{
    return std::ranges::find(metric.steps, event, &FunnelStep::event) != metric.steps.end();
}

/// Adds what an event changes under one metric, whatever its time, at this position; false when it changes nothing.
bool addChanges(const UnitEvent& event, const Metric& metric, std::int16_t position, std::vector<MetricChange>& changes)
{
    const std::size_t before = changes.size();
    const UnitTotals one{.count = 1, .sum = {}};
    if (metric.kind == MetricKind::Funnel) {
        for (std::size_t i = 0; i < metric.steps.size(); ++i) {
            if (metric.steps[i].event == event.name && matches(metric.steps[i].filter, event.properties))
                changes.push_back({position, one, UnitMark{static_cast<std::int16_t>(i), toMicros(event.time)}});
        }
    } else if (metric.kind == MetricKind::ActiveDays) {
        if (metric.event == event.name && matches(metric.filter, event.properties))
            changes.push_back({position, one, UnitMark{0, dayOf(event.time)}});
    } else if (const auto added = addedBy(event, metric)) {
        changes.push_back({position, *added});
    }
    return changes.size() > before;
}

bool isInTime(const Metric& metric, Timestamp time, Timestamp exposure)
{
    return time >= exposure + metric.after.value_or(Duration(0)) &&
           !(metric.window && time >= exposure + *metric.window);
}

std::map<std::string, std::int16_t, std::less<>> forcedOf(const Experiment& experiment)
{
    std::map<std::string, std::int16_t, std::less<>> forced;
    const bool hasEnded = experiment.status == Status::Stopped || experiment.status == Status::Archived;
    if (hasEnded || experiment.imported)
        return forced;
    for (const auto& [unit, name] : experiment.enrolment.forced) {
        if (const auto variant = variantIndex(experiment, name))
            forced[unit] = static_cast<std::int16_t>(*variant);
    }
    return forced;
}

std::string layerSeedOf(const Experiment& experiment)
{
    const auto& slice = experiment.enrolment.layer;
    return slice ? "layer:" + experiment.project + ":" + slice->layer : std::string();
}

} // namespace

LiveExperiment::LiveExperiment(Experiment experiment, Audiences audiences)
    : m_experiment(std::move(experiment))
    , m_audiences(std::move(audiences))
    , m_bucketing(m_experiment)
    , m_forced(forcedOf(m_experiment))
    , m_layerSeed(layerSeedOf(m_experiment))
    , m_covariateWindow(covariateWindowOf(m_experiment))
    , m_keepsAnyConversion(keepsAnyConversion(m_experiment))
    , m_anyConversionResolution(anyConversionResolution(m_experiment))
{
}

std::optional<std::int16_t> LiveExperiment::forcedVariant(std::string_view unit) const
{
    if (m_forced.empty())
        return std::nullopt;
    const auto it = m_forced.find(unit);
    return it == m_forced.end() ? std::nullopt : std::optional(it->second);
}

std::int32_t LiveExperiment::epoch() const
{
    return m_experiment.epochs.empty() ? 0 : m_experiment.epochs.back().number;
}

bool LiveExperiment::listensTo(std::string_view event) const
{
    return std::ranges::any_of(m_experiment.metrics, [&](const Metric& m) {
        return m.event == event || isDenominator(m, event) || isStep(m, event);
    });
}

std::set<std::string> LiveExperiment::events() const
{
    std::set<std::string> events;
    for (const Metric& metric : m_experiment.metrics) {
        events.insert(metric.event);
        if (metric.denominator)
            events.insert(metric.denominator->event);
        for (const FunnelStep& step : metric.steps)
            events.insert(step.event);
    }
    return events;
}

std::optional<ValueLimit> LiveExperiment::limitExceeded(const UnitEvent& event) const
{
    for (const Metric& m : m_experiment.metrics) {
        const bool counts = m.event == event.name && !keepsMarks(m.kind);
        if (counts && !toMultiples(event.value, m.resolution) && matches(m.filter, event.properties))
            return ValueLimit{m.name, m.resolution, kMaxMultiples};
        const bool divides = isDenominator(m, event.name) && m.denominator->sumsValues;
        if (divides && !fitsDenominator(event.value, m.denominator->resolution) &&
            matches(m.denominator->filter, event.properties))
            return ValueLimit{m.name, m.denominator->resolution, double(kLargestCount)};
    }
    return std::nullopt;
}

std::vector<MetricChange> LiveExperiment::changes(const UnitEvent& event, Timestamp exposure) const
{
    std::vector<MetricChange> changes;
    if (event.time < exposure || (m_experiment.stoppedAt && event.time > *m_experiment.stoppedAt))
        return changes;
    bool converts = false;
    for (std::size_t i = 0; i < m_experiment.metrics.size(); ++i) {
        const Metric& metric = m_experiment.metrics[i];
        const bool counts =
            isInTime(metric, event.time, exposure) && addChanges(event, metric, static_cast<std::int16_t>(i), changes);
        converts = converts || (counts && metric.kind == MetricKind::Conversion);
    }
    if (converts && m_keepsAnyConversion) {
        if (const auto multiples = toMultiples(event.value, m_anyConversionResolution))
            changes.emplace_back(MetricChange{.metric = kAnyConversion, .delta = {}}).delta.addEvent(*multiples);
    }
    return changes;
}

std::vector<MetricChange> LiveExperiment::covariateChanges(const UnitEvent& event, Timestamp exposure) const
{
    std::vector<MetricChange> changes;
    if (event.time >= exposure || event.time < exposure - m_covariateWindow)
        return changes;
    for (std::size_t i = 0; i < m_experiment.metrics.size(); ++i)
        addChanges(event, m_experiment.metrics[i], covariatePosition(static_cast<std::int16_t>(i)), changes);
    return changes;
}

Moments LiveExperiment::contribution(std::int16_t metric, const UnitTotals& totals) const
{
    return contributionOf(metric >= 0 ? countedTotals(metricAt(metric), totals) : totals);
}

CovariateMoments LiveExperiment::contribution(std::int16_t metric, const UnitTotals& before,
                                              const UnitTotals& totals) const
{
    return covariateContributionOf(covariateOf(metricAt(metric), before), countedTotals(metricAt(metric), totals));
}

UnitTotals anyConversionOf(const Experiment& experiment, std::span<const UnitTotals> totals)
{
    UnitTotals any;
    const double coarsest = anyConversionResolution(experiment);
    for (std::size_t i = 0; i < totals.size() && i < experiment.metrics.size(); ++i) {
        const Metric& metric = experiment.metrics[i];
        if (metric.kind != MetricKind::Conversion)
            continue;
        if (metric.resolution == coarsest) {
            any += totals[i];
            continue;
        }
        const double value =
            (static_cast<double>(totals[i].sum[1]) * 4294967296.0 + static_cast<double>(totals[i].sum[0])) *
            metric.resolution;
        UnitTotals coarser;
        coarser.addEvent(toMultiples(value, coarsest).value_or(0));
        coarser.count = totals[i].count;
        any += coarser;
    }
    return any;
}

} // namespace xp
