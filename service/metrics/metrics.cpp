// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/metrics.h"

#include "core/domain/version.h"
#include "service/metrics/experimentseries.h"
#include "service/metrics/exposition.h"
#include "service/metrics/peerseries.h"
#include "service/metrics/processfamilies.h"
#include "service/metrics/requestseries.h"
#include "service/metrics/resultseries.h"
#include "service/metrics/sparetext.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <shared_mutex>
#include <unordered_map>

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

    explicit Impl(std::size_t most) : mostResults(most) {}

    void chooseResults(const Snapshot& snapshot);
    void appendStatuses(std::string& page, Format format) const;
    void appendExperiments(std::string& page, Format format);
    void appendResults(std::string& page, Format format) const;
    void appendProcess(std::string& page, Format format) const;

    mutable std::shared_mutex access; ///< of the map; counting shares it
    std::unordered_map<std::string, std::unique_ptr<ExperimentSeries>> experiments;
    const std::size_t mostResults;
    std::map<std::string, ResultTexts, std::less<>> results; ///< of the experiments chosen; guarded by access
    std::size_t seriesDropped = 0;                           ///< of those left out; likewise
    RequestSeries requests;
    PeerSeries peers;
    Histogram commitSizes{commitSizeBounds()};
    Histogram commitDurations{durationBounds()};

    std::mutex scraping; ///< of what follows: one scrape at a time
    std::map<Status, std::int64_t> entries;
    std::map<Status, std::int64_t> present;
    std::function<std::size_t()> queueDepth;
    std::atomic<std::uint64_t> commands{0};
    SpareText pages;
};

Metrics::Metrics(std::size_t resultExperiments) : m_impl(std::make_unique<Impl>(resultExperiments)) {}
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
        if (series && series->describes(live))
            continue;
        auto next = std::make_unique<ExperimentSeries>(experiment);
        if (series)
            next->add(*series);
        series = std::move(next);
    }
    m_impl->chooseResults(snapshot);
}

/// The same on every replica: the latest started, among equals by id.
void Metrics::Impl::chooseResults(const Snapshot& snapshot)
{
    std::vector<const Experiment*> running;
    for (const auto& [id, live] : snapshot.byId) {
        if (live->experiment().status == Status::Running)
            running.push_back(&live->experiment());
    }
    const auto shown = std::min(mostResults, running.size());
    const auto comesFirst = [](const Experiment* a, const Experiment* b) {
        return a->startedAt != b->startedAt ? a->startedAt > b->startedAt : a->id < b->id;
    };
    std::ranges::partial_sort(running, running.begin() + static_cast<std::ptrdiff_t>(shown), comesFirst);
    std::map<std::string, ResultTexts, std::less<>> chosen;
    seriesDropped = 0;
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (i < shown)
            chosen[running[i]->id] = std::move(results[running[i]->id]);
        else
            seriesDropped += resultSeriesOf(*running[i]);
    }
    results = std::move(chosen);
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

void Metrics::excluded(const Experiment& experiment, LeftOut rule)
{
    m_impl->count(experiment, [rule](ExperimentSeries& series) { series.excluded(rule); });
}

void Metrics::tracked(const LiveExperiment& experiment, std::int16_t variant, std::string_view event, double value)
{
    m_impl->count(experiment.experiment(), [variant, event, value](ExperimentSeries& series) {
        series.tracked(static_cast<std::size_t>(variant), event, value);
    });
}

void Metrics::shownOther(const Experiment& experiment)
{
    m_impl->count(experiment, [](ExperimentSeries& series) { series.shownOther(); });
}

void Metrics::analysed(const Experiment& experiment, double seconds)
{
    m_impl->count(experiment, [seconds](ExperimentSeries& series) { series.analysed(seconds); });
}

void Metrics::significant(const Experiment& experiment, std::string_view treatment, std::string_view metric)
{
    m_impl->count(experiment, [treatment, metric](ExperimentSeries& series) { series.significant(treatment, metric); });
}

void Metrics::reported(const Experiment& experiment, const Report& report)
{
    ResultTexts texts = resultTextsOf(experiment, report);
    const std::unique_lock lock(m_impl->access);
    if (const auto shown = m_impl->results.find(experiment.id); shown != m_impl->results.end())
        shown->second = std::move(texts);
}

bool Metrics::showsResults(const std::string& experimentId) const
{
    const std::shared_lock lock(m_impl->access);
    return m_impl->results.contains(experimentId);
}

std::uint64_t Metrics::activity(const std::string& experimentId) const
{
    const std::shared_lock lock(m_impl->access);
    const auto known = m_impl->experiments.find(experimentId);
    return known != m_impl->experiments.end() ? known->second->activity() : 0;
}

void Metrics::served(std::string_view endpoint, std::string_view method, int success)
{
    m_impl->requests.begin(endpoint, method, success);
}

void Metrics::requestFinished(const FinishedRequest& request)
{
    m_impl->requests.count(request);
}

void Metrics::peer(std::string_view peer, std::string_view outcome, double howMany)
{
    m_impl->peers.count(peer, outcome, howMany);
}

void Metrics::committed(std::size_t commands, double seconds)
{
    m_impl->commands += commands;
    m_impl->commitSizes.observe(static_cast<double>(commands));
    m_impl->commitDurations.observe(seconds);
}

std::uint64_t Metrics::commands() const
{
    return m_impl->commands;
}

void Metrics::setQueueDepth(std::function<std::size_t()> depth)
{
    const std::scoped_lock lock(m_impl->scraping);
    m_impl->queueDepth = std::move(depth);
}

std::shared_ptr<const std::string> Metrics::text(Format format)
{
    const std::scoped_lock lock(m_impl->scraping);
    std::string page = m_impl->pages.take();
    m_impl->appendStatuses(page, format);
    m_impl->appendProcess(page, format);
    m_impl->appendExperiments(page, format);
    m_impl->appendResults(page, format);
    if (format == Format::OpenMetrics)
        page += "# EOF\n";
    return m_impl->pages.lend(std::move(page));
}

void Metrics::Impl::appendStatuses(std::string& page, Format format) const
{
    // In OpenMetrics a counter's family has no `_total`, and without it this one would be the gauge beside it.
    const MetricType enteredType = format == Format::OpenMetrics ? MetricType::Untyped : MetricType::Counter;
    MetricFamily entered{.name = "experimentation_experiments_total",
                         .help = "How often experiments entered each status (shared).",
                         .type = enteredType,
                         .metric = {}};
    MetricFamily now{.name = "experimentation_experiments",
                     .help = "Experiments in each status at present (shared).",
                     .type = MetricType::Gauge,
                     .metric = {}};
    for (const Status status : kStatuses) {
        prometheus::ClientMetric metric;
        metric.label = {{"status", std::string(toString(status))}};
        metric.counter.value = static_cast<double>(numberOf(entries, status));
        metric.untyped.value = metric.counter.value;
        metric.gauge.value = static_cast<double>(numberOf(present, status));
        entered.metric.push_back(metric);
        now.metric.push_back(std::move(metric));
    }
    appendFamily(page, entered, format);
    appendFamily(page, now, format);
    appendFamily(page,
                 gaugeFamily("experimentation_experiments_active", "Experiments running at present (shared).",
                             static_cast<double>(numberOf(present, Status::Running))),
                 format);
}

void Metrics::Impl::appendProcess(std::string& page, Format format) const
{
    appendFamily(page,
                 gaugeFamily("experimentation_build_info", "Always 1; its labels name the build (process).", 1,
                             {{"version", version()}, {"compiler", __VERSION__}}),
                 format);
    for (const MetricFamily& family : requests.collect())
        appendFamily(page, family, format);
    appendFamily(page,
                 gaugeFamily("experimentation_queue_depth", "Commands waiting for the next commit (process).",
                             queueDepth ? static_cast<double>(queueDepth()) : 0),
                 format);
    appendFamily(page,
                 histogramFamily("experimentation_commit_size",
                                 "Commands made durable by one commit (process; sum over instances).", commitSizes),
                 format);
    appendFamily(page,
                 histogramFamily("experimentation_commit_duration_seconds",
                                 "Time of one commit (process; sum over instances).", commitDurations),
                 format);
    appendFamily(page, peers.collect(), format);
    for (const MetricFamily& family : processFamilies())
        appendFamily(page, family, format);
}

void Metrics::Impl::appendExperiments(std::string& page, Format format)
{
    const std::shared_lock lock(access);
    for (const auto& [id, series] : experiments)
        series->prepare();
    for (std::size_t i = 0; i < kExperimentFamilies; ++i) {
        const auto family = static_cast<ExperimentFamily>(i);
        const MetricFamily& head = headOf(family);
        appendHead(page, head.name, head.help, head.type, format);
        for (const auto& [id, series] : experiments)
            page += series->text(family);
    }
}

void Metrics::Impl::appendResults(std::string& page, Format format) const
{
    const std::shared_lock lock(access);
    for (std::size_t i = 0; i < kResultFamilies; ++i) {
        const MetricFamily& head = headOf(static_cast<ResultFamily>(i));
        appendHead(page, head.name, head.help, head.type, format);
        for (const auto& [id, texts] : results)
            page += texts[i];
    }
    appendFamily(page,
                 gaugeFamily("experimentation_series_dropped",
                             "Result series of running experiments beyond the first XP_METRICS_EXPERIMENTS (shared).",
                             static_cast<double>(seriesDropped)),
                 format);
}

} // namespace xp::service
