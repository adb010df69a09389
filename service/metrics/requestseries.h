// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/httpserver.h"
#include "service/metrics/histogram.h"

#include <array>
#include <mutex>
#include <prometheus/metric_family.h>
#include <vector>

namespace xp::service {

/// Requests by route template, method and status. Counting one whose endpoint and method were seen before takes no
/// lock and no memory: a look into a table that only grows.
class RequestSeries
{
public:
    RequestSeries();
    ~RequestSeries();

    /// Makes the series of a route begin: 0 requests, of which none with this status.
    void begin(std::string_view endpoint, std::string_view method, int success);
    void count(const FinishedRequest& request) noexcept;
    std::vector<prometheus::MetricFamily> collect() const;

private:
    struct Entry;
    static constexpr std::size_t kSlots = 1024; ///< some ten times what the routes need

    Entry& entryOf(std::string_view endpoint, std::string_view method);
    Entry& add(std::string_view endpoint, std::string_view method, std::size_t slot);

    std::array<std::atomic<Entry*>, kSlots> m_slots{};
    mutable std::mutex m_adding;                   ///< of m_entries, and of empty slots
    std::vector<std::unique_ptr<Entry>> m_entries; ///< the first takes what the table has no place for
};

} // namespace xp::service
