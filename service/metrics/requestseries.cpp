// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/requestseries.h"

#include <algorithm>

namespace xp::service {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr int kFirstStatus = 100;
constexpr std::size_t kStatuses = 500;

/// A client may send any word as a method; a label takes only those that are known.
std::string_view knownMethod(std::string_view method)
{
    static constexpr std::array<std::string_view, 7> kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                              "PATCH", "DELETE", "OPTIONS"};
    const auto known = std::find(kMethods.begin(), kMethods.end(), method);
    return known != kMethods.end() ? *known : "other";
}

/// In Entry::byStatus.
std::size_t placeOf(int status)
{
    return std::min(static_cast<std::size_t>(std::max(status - kFirstStatus, 0)), kStatuses - 1);
}

std::size_t hashOf(std::string_view endpoint, std::string_view method)
{
    return std::hash<std::string_view>()(endpoint) * 31 + std::hash<std::string_view>()(method);
}

} // namespace

struct RequestSeries::Entry
{
    Entry(std::string_view endpointName, std::string_view methodName) : endpoint(endpointName), method(methodName) {}

    ClientMetric labelled() const
    {
        ClientMetric metric;
        metric.label = {{"endpoint", endpoint}, {"method", method}};
        return metric;
    }

    const std::string endpoint;
    const std::string method;
    Histogram duration{durationBounds()};
    std::array<std::atomic<std::uint64_t>, kStatuses> byStatus{};
    std::size_t success = kStatuses; ///< of byStatus: shown without any, too; guarded by m_adding
};

RequestSeries::RequestSeries()
{
    m_entries.push_back(std::make_unique<Entry>("other", "other"));
}
RequestSeries::~RequestSeries() = default;

void RequestSeries::begin(std::string_view endpoint, std::string_view method, int success)
{
    Entry& entry = entryOf(endpoint, knownMethod(method));
    const std::scoped_lock lock(m_adding);
    entry.success = placeOf(success);
}

void RequestSeries::count(const FinishedRequest& request) noexcept
{
    const std::string_view endpoint = request.endpoint.empty() ? "unmatched" : request.endpoint;
    Entry& entry = entryOf(endpoint, knownMethod(request.method));
    entry.duration.observe(std::chrono::duration<double>(request.duration).count());
    entry.byStatus[placeOf(request.status)].fetch_add(1, std::memory_order_relaxed);
}

RequestSeries::Entry& RequestSeries::entryOf(std::string_view endpoint, std::string_view method)
{
    for (std::size_t slot = hashOf(endpoint, method) % kSlots;; slot = (slot + 1) % kSlots) {
        Entry* entry = m_slots[slot].load(std::memory_order_acquire);
        if (!entry)
            return add(endpoint, method, slot);
        if (entry->endpoint == endpoint && entry->method == method)
            return *entry;
    }
}

RequestSeries::Entry& RequestSeries::add(std::string_view endpoint, std::string_view method, std::size_t slot)
{
    const std::scoped_lock lock(m_adding);
    if (m_entries.size() >= kSlots / 2) // the table never fills: a search always ends
        return *m_entries.front();
    for (; Entry* entry = m_slots[slot].load(std::memory_order_relaxed); slot = (slot + 1) % kSlots) {
        if (entry->endpoint == endpoint && entry->method == method) // somebody was quicker
            return *entry;
    }
    m_entries.push_back(std::make_unique<Entry>(endpoint, method));
    m_slots[slot].store(m_entries.back().get(), std::memory_order_release);
    return *m_entries.back();
}

std::vector<MetricFamily> RequestSeries::collect() const
{
    MetricFamily durations{.name = "experimentation_request_duration_seconds",
                           .help = "Time from a request's first byte to its answer, by route template (process).",
                           .type = MetricType::Histogram,
                           .metric = {}};
    MetricFamily totals{.name = "experimentation_requests_total",
                        .help = "Requests answered, by route template, method and status; 499: the client left before "
                                "the answer (process).",
                        .type = MetricType::Counter,
                        .metric = {}};
    const std::scoped_lock lock(m_adding);
    for (const auto& entry : m_entries) {
        if (entry == m_entries.front() && entry->duration.isEmpty())
            continue;
        durations.metric.push_back(entry->labelled());
        entry->duration.collect(durations.metric.back().histogram);
        for (std::size_t i = 0; i < kStatuses; ++i) {
            const std::uint64_t count = entry->byStatus[i].load(std::memory_order_relaxed);
            if (count == 0 && i != entry->success)
                continue;
            totals.metric.push_back(entry->labelled());
            totals.metric.back().label.push_back({"status", std::to_string(i + kFirstStatus)});
            totals.metric.back().counter.value = static_cast<double>(count);
        }
    }
    return {std::move(durations), std::move(totals)};
}

} // namespace xp::service
