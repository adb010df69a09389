// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/metrics.h"

namespace xp::service {

struct Metrics::Impl
{
};
Metrics::Metrics() : m_impl(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;
void Metrics::experimentsChanged(const Snapshot&) {}
void Metrics::statusCounts(const std::map<Status, std::int64_t>&, const std::map<Status, std::int64_t>&) {}
void Metrics::assigned(const Experiment&, std::int16_t) {}
void Metrics::tracked(const LiveExperiment&, std::int16_t, std::string_view, double) {}
void Metrics::analysed(const Experiment&, double) {}
void Metrics::significant(const Experiment&, std::string_view, std::string_view) {}
void Metrics::requestFinished(const FinishedRequest&) {}
void Metrics::committed(std::size_t, double) {}
void Metrics::setQueueDepth(std::function<std::size_t()>) {}
std::shared_ptr<const std::string> Metrics::text()
{
    return std::make_shared<const std::string>("# none\n");
}

} // namespace xp::service
