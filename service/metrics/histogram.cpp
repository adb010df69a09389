// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/histogram.h"

#include <algorithm>
#include <array>
#include <limits>

namespace xp::service {

std::span<const double> durationBounds()
{
    static constexpr std::array kBounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                        0.1,    0.25,  0.5,    1.0,   2.5,  5.0,   10.0};
    return kBounds;
}

Histogram::Histogram(std::span<const double> bounds)
    : m_bounds(bounds), m_counts(std::make_unique<std::atomic<std::uint64_t>[]>(bounds.size() + 1))
{
}

void Histogram::observe(double value) noexcept
{
    const auto bucket =
        static_cast<std::size_t>(std::lower_bound(m_bounds.begin(), m_bounds.end(), value) - m_bounds.begin());
    m_counts[bucket].fetch_add(1, std::memory_order_relaxed);
    m_sum.fetch_add(value, std::memory_order_relaxed);
}

void Histogram::add(const Histogram& other) noexcept
{
    for (std::size_t i = 0; i <= m_bounds.size(); ++i)
        m_counts[i].fetch_add(other.m_counts[i].load(std::memory_order_relaxed), std::memory_order_relaxed);
    m_sum.fetch_add(other.m_sum.load(std::memory_order_relaxed), std::memory_order_relaxed);
}

bool Histogram::isEmpty() const
{
    return std::all_of(m_counts.get(), m_counts.get() + m_bounds.size() + 1,
                       [](const auto& count) { return count.load(std::memory_order_relaxed) == 0; });
}

void Histogram::collect(prometheus::ClientMetric::Histogram& into) const
{
    into.bucket.resize(m_bounds.size() + 1);
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i <= m_bounds.size(); ++i) {
        seen += m_counts[i].load(std::memory_order_relaxed);
        into.bucket[i].cumulative_count = seen;
        into.bucket[i].upper_bound = i < m_bounds.size() ? m_bounds[i] : std::numeric_limits<double>::infinity();
    }
    into.sample_count = seen;
    into.sample_sum = m_sum.load(std::memory_order_relaxed);
}

} // namespace xp::service
