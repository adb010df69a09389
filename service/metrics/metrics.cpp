// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/metrics.h"

#include "service/metrics/experimentseries.h"
#include "service/metrics/exposition.h"
#include "service/metrics/processfamilies.h"
#include "service/metrics/requestseries.h"

#include <array>
#include <shared_mutex>

namespace xp::service {

namespace {

using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::array kStatuses{Status::Draft, Status::Running, Status::Paused, Status::Stopped, Status::Archived};

std::span<const double> commitSizeBounds()
{
    static constexpr std::array kBounds{1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0};
    return kBounds;
}

std::int64_t numberOf(const std::map<Status, std::int64_t>& counts, Status status)
{
    const auto found = counts.find(status);
    return found != counts.end() ? found->second : 0;
}

MetricFamily histogramFamily(std::string name, std::string help, const Histogram& histogram)
{
    MetricFamily family{.name = std::move(name), .help = std::move(help), .type = MetricType::Histogram, .metric = {}};
    family.metric.emplace_back();
    histogram.collect(family.metric.back().histogram);
    return family;
}

} // namespace

struct Metrics::Impl
{
    /// Counts for an experiment under the shared lock, so that its series cannot be exchanged meanwhile. One that is
    /// not known yet (it came with the request, before the catalog told of it) is entered.
    template <typename Count>
    void count(const Experiment& experiment, Count countIn)
    {
        {
            const std::shared_lock lock(access);
            if (const auto known = experiments.find(experiment.id); known != experiments.end())
                return countIn(*known->second);
        }
        if (experiment.status == Status::Archived)
            return;
        const std::unique_lock lock(access);
        auto& series = experiments[experiment.id];
        if (!series)
            series = std::make_unique<ExperimentSeries>(experiment);
        countIn(*series);
    }

    void appendStatuses(std::string& page) const;
    void appendExperiments(std::string& page);
    void appendProcess(std::string& page) const;

    std::shared_mutex access; ///< of the map; counting shares it
    std::map<std::string, std::unique_ptr<ExperimentSeries>, std::less<>> experiments;
    RequestSeries requests;
    Histogram commitSizes{commitSizeBounds()};
    Histogram commitDurations{durationBounds()};

    std::mutex scraping; ///< of what follows: one scrape at a time
    std::map<Status, std::int64_t> entries;
    std::map<Status, std::int64_t> present;
    std::function<std::size_t()> queueDepth;
    std::size_t lastSize = 0; ///< of the page before: the next one is about as long
};

Metrics::Metrics() : m_impl(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::experimentsChanged(const Snapshot& snapshot)
{
    const std::unique_lock lock(m_impl->access);
    auto& experiments = m_impl->experiments;
    std::erase_if(experiments, [&snapshot](const auto& item) {
        const auto live = snapshot.byId.find(item.first);
        return live == snapshot.byId.end() || live->second->experiment().status == Status::Archived;
    });
    for (const auto& [id, live] : snapshot.byId) {
        const Experiment& experiment = live->experiment();
        if (experiment.status == Status::Archived)
            continue;
        auto& series = experiments[id];
        if (series && series->describes(experiment))
            continue;
        auto next = std::make_unique<ExperimentSeries>(experiment);
        if (series)
            next->add(*series);
        series = std::move(next);
    }
}

void Metrics::statusCounts(const std::map<Status, std::int64_t>& entries, const std::map<Status, std::int64_t>& present)
{
    const std::scoped_lock lock(m_impl->scraping);
    m_impl->entries = entries;
    m_impl->present = present;
}

void Metrics::assigned(const Experiment& experiment, std::int16_t variant)
{
    m_impl->count(experiment,
                  [variant](ExperimentSeries& series) { series.assigned(static_cast<std::size_t>(variant)); });
}

void Metrics::tracked(const LiveExperiment& experiment, std::int16_t variant, std::string_view event, double value)
{
    m_impl->count(experiment.experiment(), [variant, event, value](ExperimentSeries& series) {
        series.tracked(static_cast<std::size_t>(variant), event, value);
    });
}

void Metrics::analysed(const Experiment& experiment, double seconds)
{
    m_impl->count(experiment, [seconds](ExperimentSeries& series) { series.analysed(seconds); });
}

void Metrics::significant(const Experiment& experiment, std::string_view treatment, std::string_view metric)
{
    m_impl->count(experiment, [treatment, metric](ExperimentSeries& series) { series.significant(treatment, metric); });
}

void Metrics::requestFinished(const FinishedRequest& request)
{
    m_impl->requests.count(request);
}

void Metrics::committed(std::size_t commands, double seconds)
{
    m_impl->commitSizes.observe(static_cast<double>(commands));
    m_impl->commitDurations.observe(seconds);
}

void Metrics::setQueueDepth(std::function<std::size_t()> depth)
{
    const std::scoped_lock lock(m_impl->scraping);
    m_impl->queueDepth = std::move(depth);
}

std::shared_ptr<const std::string> Metrics::text()
{
    const std::scoped_lock lock(m_impl->scraping);
    auto page = std::make_shared<std::string>();
    page->reserve(m_impl->lastSize + m_impl->lastSize / 16);
    m_impl->appendStatuses(*page);
    m_impl->appendProcess(*page);
    m_impl->appendExperiments(*page);
    m_impl->lastSize = page->size();
    return page;
}

void Metrics::Impl::appendStatuses(std::string& page) const
{
    MetricFamily entered{.name = "experimentation_experiments_total",
                         .help = "How often experiments entered each status (shared).",
                         .type = MetricType::Counter,
                         .metric = {}};
    MetricFamily now{.name = "experimentation_experiments",
                     .help = "Experiments in each status at present (shared).",
                     .type = MetricType::Gauge,
                     .metric = {}};
    for (const Status status : kStatuses) {
        prometheus::ClientMetric metric;
        metric.label = {{"status", std::string(toString(status))}};
        metric.counter.value = static_cast<double>(numberOf(entries, status));
        metric.gauge.value = static_cast<double>(numberOf(present, status));
        entered.metric.push_back(metric);
        now.metric.push_back(std::move(metric));
    }
    appendFamily(page, entered);
    appendFamily(page, now);
    appendFamily(page, gaugeFamily("experimentation_experiments_active", "Experiments running at present (shared).",
                                   static_cast<double>(numberOf(present, Status::Running))));
}

void Metrics::Impl::appendProcess(std::string& page) const
{
    appendFamily(page, gaugeFamily("experimentation_build_info", "Always 1; its labels name the build (process).", 1,
                                   {{"version", XP_VERSION}, {"compiler", __VERSION__}}));
    for (const MetricFamily& family : requests.collect())
        appendFamily(page, family);
    appendFamily(page, gaugeFamily("experimentation_queue_depth", "Commands waiting for the next commit (process).",
                                   queueDepth ? static_cast<double>(queueDepth()) : 0));
    appendFamily(page,
                 histogramFamily("experimentation_commit_size",
                                 "Commands made durable by one commit (process; sum over instances).", commitSizes));
    appendFamily(page, histogramFamily("experimentation_commit_duration_seconds",
                                       "Time of one commit (process; sum over instances).", commitDurations));
    for (const MetricFamily& family : processFamilies())
        appendFamily(page, family);
}

void Metrics::Impl::appendExperiments(std::string& page)
{
    const std::shared_lock lock(access);
    for (const auto& [id, series] : experiments)
        series->prepare();
    for (std::size_t i = 0; i < kExperimentFamilies; ++i) {
        const auto family = static_cast<ExperimentFamily>(i);
        const MetricFamily& head = headOf(family);
        appendHead(page, head.name, head.help, head.type);
        for (const auto& [id, series] : experiments)
            page += series->text(family);
    }
}

} // namespace xp::service
