// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <prometheus/client_metric.h>
#include <span>

namespace xp::service {

/// Counts of values by upper bound. Takes no lock (prometheus-cpp's takes one for each value): observe() is two atomic
/// additions and may be called by any number of threads.
class Histogram
{
public:
    /// `bounds` ascend, without +Inf, and outlive the histogram.
    explicit Histogram(std::span<const double> bounds);

    void observe(double value) noexcept;
    /// Adds what another one with the same bounds has seen.
    void add(const Histogram& other) noexcept;
    bool isEmpty() const;

    /// Count and buckets agree whatever happens meanwhile; the sum may be one value ahead or behind.
    void collect(prometheus::ClientMetric::Histogram& into) const;

private:
    std::span<const double> m_bounds;
    std::unique_ptr<std::atomic<std::uint64_t>[]> m_counts; ///< one for each bound, and one beyond the last
    std::atomic<double> m_sum{0};
};

/// For durations in seconds: 0.5 ms to 10 s.
std::span<const double> durationBounds();

} // namespace xp::service
