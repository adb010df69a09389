// SPDX-License-Identifier: Apache-2.0
#include "core/domain/liveexperiment.h"

#include <algorithm>

namespace xp {

LiveExperiment::LiveExperiment(Experiment experiment)
    : m_experiment(std::move(experiment))
    , m_bucketing(m_experiment)
    , m_keepsAnyConversion(keepsAnyConversion(m_experiment))
    , m_anyConversionResolution(anyConversionResolution(m_experiment))
{
}

std::int32_t LiveExperiment::epoch() const
{
    return m_experiment.epochs.empty() ? 0 : m_experiment.epochs.back().number;
}

bool LiveExperiment::listensTo(std::string_view event) const
{
    return std::ranges::any_of(m_experiment.metrics, [&](const Metric& m) { return m.event == event; });
}

bool LiveExperiment::accepts(std::string_view event, double value) const
{
    return std::ranges::all_of(m_experiment.metrics, [&](const Metric& m) {
        return m.event != event || toMultiples(value, m.resolution).has_value();
    });
}

std::vector<MetricChange> LiveExperiment::changes(const UnitEvent& event, Timestamp exposure) const
{
    std::vector<MetricChange> changes;
    if (event.time < exposure || (m_experiment.stoppedAt && event.time > *m_experiment.stoppedAt))
        return changes;
    bool converts = false;
    for (std::size_t i = 0; i < m_experiment.metrics.size(); ++i) {
        const Metric& metric = m_experiment.metrics[i];
        if (metric.event != event.name || (metric.window && event.time >= exposure + *metric.window))
            continue;
        const auto multiples = toMultiples(event.value, metric.resolution);
        if (!multiples)
            continue; // refused at the door; kept only as a raw event of a metric that was added later
        MetricChange& change = changes.emplace_back(MetricChange{.metric = static_cast<std::int16_t>(i), .delta = {}});
        change.delta.addEvent(*multiples);
        converts = converts || metric.kind == MetricKind::Conversion;
    }
    if (converts && m_keepsAnyConversion) {
        if (const auto multiples = toMultiples(event.value, m_anyConversionResolution))
            changes.emplace_back(MetricChange{.metric = kAnyConversion, .delta = {}}).delta.addEvent(*multiples);
    }
    return changes;
}

} // namespace xp
