// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <prometheus/metric_family.h>
#include <string>

namespace xp::service {

/// What became of everything sent to other services, by peer and outcome; both are names of ours.
class PeerSeries
{
public:
    void count(std::string_view peer, std::string_view outcome, double howMany)
    {
        const std::scoped_lock lock(m_mutex);
        m_counts[{std::string(peer), std::string(outcome)}] += howMany;
    }

    prometheus::MetricFamily collect() const
    {
        prometheus::MetricFamily family{.name = "experimentation_peer_messages_total",
                                        .help = "Messages to other services and what became of them (process).",
                                        .type = prometheus::MetricType::Counter,
                                        .metric = {}};
        const std::scoped_lock lock(m_mutex);
        for (const auto& [key, value] : m_counts) {
            family.metric.emplace_back();
            family.metric.back().label = {{"peer", key.first}, {"outcome", key.second}};
            family.metric.back().counter.value = value;
        }
        return family;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, double> m_counts;
};

} // namespace xp::service
