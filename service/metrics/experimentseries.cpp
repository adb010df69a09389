// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/experimentseries.h"

#include "service/metrics/exposition.h"

#include <algorithm>

namespace xp::service {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

/// Events carry anything from shares to amounts of money; and each series costs a dozen lines of every scrape.
std::span<const double> valueBounds()
{
    static constexpr std::array kBounds{0.0, 0.1, 1.0, 5.0, 10.0, 50.0, 100.0, 1000.0, 10000.0};
    return kBounds;
}

std::vector<std::string> variantsOf(const Experiment& experiment)
{
    std::vector<std::string> names;
    for (const Variant& variant : experiment.variants)
        names.push_back(variant.name);
    return names;
}

/// What metrics listen to, each once, then `other`.
std::vector<std::string> eventsOf(const Experiment& experiment)
{
    std::vector<std::string> names;
    for (const Metric& metric : experiment.metrics) {
        if (metric.event != "other" && std::find(names.begin(), names.end(), metric.event) == names.end())
            names.push_back(metric.event);
    }
    names.emplace_back("other");
    return names;
}

std::array<MetricFamily, kExperimentFamilies> makeHeads()
{
    std::array<MetricFamily, kExperimentFamilies> heads;
    const auto set = [&heads](ExperimentFamily family, const char* name, const char* help, MetricType type) {
        heads[static_cast<std::size_t>(family)] = {.name = name, .help = help, .type = type, .metric = {}};
    };
    set(ExperimentFamily::Assignments, "experimentation_variant_assignments_total",
        "Units enrolled, by variant (process; sum over instances).", MetricType::Counter);
    set(ExperimentFamily::Excluded, "experimentation_excluded_units_total",
        "Units enrolled but left out of the analysis, by the rule that does so (process; sum over instances).",
        MetricType::Counter);
    set(ExperimentFamily::Events, "experimentation_events_total",
        "Events stored, by variant and event; an event of no metric is other (process; sum over instances).",
        MetricType::Counter);
    set(ExperimentFamily::ShownOther, "experimentation_shown_other_variant_total",
        "Units that a client showed another variant than the one assigned (process; sum over instances).",
        MetricType::Counter);
    set(ExperimentFamily::Significant, "experimentation_significant_results_total",
        "Treatments and metrics that the plan's rule has called for the first time (process; each is counted by one "
        "instance: sum them).",
        MetricType::Counter);
    set(ExperimentFamily::Analysis, "experimentation_analysis_duration_seconds",
        "Time to read and analyse an experiment (process; sum over instances).", MetricType::Histogram);
    set(ExperimentFamily::Values, "experimentation_event_values",
        "Values of events stored, by variant and event (process; sum over instances).", MetricType::Histogram);
    return heads;
}

} // namespace

const MetricFamily& headOf(ExperimentFamily family)
{
    static const std::array<MetricFamily, kExperimentFamilies> heads = makeHeads();
    return heads[static_cast<std::size_t>(family)];
}

ExperimentSeries::Cell::Cell() : values(valueBounds()) {}

ExperimentSeries::ExperimentSeries(const Experiment& experiment)
    : m_id(experiment.id)
    , m_variants(variantsOf(experiment))
    , m_events(eventsOf(experiment))
    , m_assignments(m_variants.size())
    , m_cells(m_variants.size() * m_events.size())
    , m_analyses(durationBounds())
{
}

bool ExperimentSeries::describes(const LiveExperimentPtr& live)
{
    if (m_described == live)
        return true;
    const Experiment& experiment = live->experiment();
    if (m_variants != variantsOf(experiment) || m_events != eventsOf(experiment))
        return false;
    m_described = live;
    return true;
}

void ExperimentSeries::add(const ExperimentSeries& other)
{
    for (std::size_t v = 0; v < m_variants.size(); ++v) {
        const auto same = std::find(other.m_variants.begin(), other.m_variants.end(), m_variants[v]);
        if (same == other.m_variants.end())
            continue;
        const auto theirs = static_cast<std::size_t>(same - other.m_variants.begin());
        m_assignments[v].Increment(other.m_assignments[theirs].Value());
        for (std::size_t e = 0; e < m_events.size(); ++e) {
            const auto event = std::find(other.m_events.begin(), other.m_events.end(), m_events[e]);
            if (event == other.m_events.end())
                continue;
            const Cell& from = other.cell(theirs, static_cast<std::size_t>(event - other.m_events.begin()));
            cell(v, e).events.Increment(from.events.Value());
            cell(v, e).values.add(from.values);
        }
    }
    for (std::size_t rule = 0; rule < m_excluded.size(); ++rule)
        m_excluded[rule].Increment(other.m_excluded[rule].Value());
    m_shownOther.Increment(other.m_shownOther.Value());
    m_analyses.add(other.m_analyses);
    const std::scoped_lock lock(m_crossing, other.m_crossing);
    m_crossed.insert(other.m_crossed.begin(), other.m_crossed.end());
    touch();
}

void ExperimentSeries::assigned(std::size_t variant)
{
    if (variant >= m_variants.size())
        return;
    m_assignments[variant].Increment();
    count();
}

void ExperimentSeries::excluded(LeftOut rule)
{
    const auto& rules = kExclusionRules.all();
    const auto known = std::ranges::find(rules, rule, &EnumName<LeftOut>::value);
    if (known == rules.end())
        return;
    m_excluded[static_cast<std::size_t>(known - rules.begin())].Increment();
    touch();
}

void ExperimentSeries::tracked(std::size_t variant, std::string_view event, double value)
{
    if (variant >= m_variants.size())
        return;
    const auto known = std::find(m_events.begin(), m_events.end() - 1, event);
    Cell& counted = cell(variant, static_cast<std::size_t>(known - m_events.begin()));
    counted.events.Increment();
    counted.values.observe(value);
    count();
}

void ExperimentSeries::shownOther()
{
    m_shownOther.Increment();
    touch();
}

void ExperimentSeries::analysed(double seconds)
{
    m_analyses.observe(seconds);
    touch();
}

void ExperimentSeries::significant(std::string_view treatment, std::string_view metric)
{
    const std::scoped_lock lock(m_crossing);
    if (m_crossed.emplace(treatment, metric).second)
        touch();
}

void ExperimentSeries::prepare()
{
    // What is counted after the exchange is rendered by the next scrape, whether this one has seen it or not.
    if (m_changed.exchange(false, std::memory_order_acquire))
        render();
}

void ExperimentSeries::render()
{
    for (std::string& text : m_texts)
        text.clear();
    ClientMetric metric;
    const auto append = [this, &metric](ExperimentFamily family) {
        const MetricFamily& head = headOf(family);
        appendSamples(block(family), head.name, head.type, metric);
    };
    metric.label = {{"experiment_id", m_id}};
    {
        const std::scoped_lock lock(m_crossing);
        metric.counter.value = static_cast<double>(m_crossed.size());
    }
    append(ExperimentFamily::Significant);
    metric.counter.value = m_shownOther.Value();
    append(ExperimentFamily::ShownOther);
    m_analyses.collect(metric.histogram);
    append(ExperimentFamily::Analysis);
    metric.label.push_back({"rule", ""});
    for (std::size_t rule = 0; rule < m_excluded.size(); ++rule) {
        metric.label[1].value = kExclusionRules.all()[rule].text;
        metric.counter.value = m_excluded[rule].Value();
        append(ExperimentFamily::Excluded);
    }
    metric.label[1] = {"variant", ""};
    for (std::size_t v = 0; v < m_variants.size(); ++v) {
        metric.label[1].value = m_variants[v];
        metric.counter.value = m_assignments[v].Value();
        append(ExperimentFamily::Assignments);
    }
    renderCells();
    // Of a thousand experiments the room that texts grew into would be several megabytes.
    for (std::string& text : m_texts) {
        if (text.capacity() - text.size() > text.size() / 4)
            text.shrink_to_fit();
    }
}

void ExperimentSeries::renderCells()
{
    const MetricFamily& events = headOf(ExperimentFamily::Events);
    const MetricFamily& values = headOf(ExperimentFamily::Values);
    ClientMetric metric;
    metric.label = {{"experiment_id", m_id}, {"variant", ""}, {"event_name", ""}};
    for (std::size_t v = 0; v < m_variants.size(); ++v) {
        metric.label[1].value = m_variants[v];
        for (std::size_t e = 0; e < m_events.size(); ++e) {
            const Cell& shown = cell(v, e);
            metric.label[2].value = m_events[e];
            metric.counter.value = shown.events.Value();
            appendSamples(block(ExperimentFamily::Events), events.name, events.type, metric);
            shown.values.collect(metric.histogram);
            appendSamples(block(ExperimentFamily::Values), values.name, values.type, metric);
        }
    }
}

} // namespace xp::service
