// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/histogram.h"

#include <optional>
#include <random>
#include <vector>

namespace xp {

/// The share of `count` in `runs` with its exact binomial bounds (Clopper-Pearson).
struct SimulatedShare
{
    double value = 0;
    double lower = 0;
    double upper = 1;
};
/// 0 <= count <= runs; without runs nothing is known: 0 to 1.
SimulatedShare simulatedShare(std::int64_t count, std::int64_t runs, double confidence);

/// A distribution of unit values for simulations: 2^16 equally likely values that stand for it, rising, so a draw is
/// one index, and mean and skewness are known exactly. Values are multiples of a metric's resolution.
class ValueTable
{
public:
    /// Lognormal with this standard deviation of its logarithm and median `median`, of which only a share pays; the
    /// others have 0. Values above `capQuantile` (of all units) are cut to it.
    static ValueTable spend(double share, double median, double spread, double capQuantile = 1);
    /// Gamma with this mean and standard deviation (both > 0), so of skewness 2 deviation / mean.
    static ValueTable gamma(double mean, double deviation);
    /// Whole numbers of this mean and standard deviation (both > 0): negative binomial, Poisson or binomial, by the
    /// variance; above a mean of 200 rounded gamma.
    static ValueTable counts(double mean, double deviation);
    /// As in a histogram: every bin's units have the bin's mean, times `scale`. Nothing without units.
    static std::optional<ValueTable> of(const Histogram& histogram, const Metric& metric, double scale);

    const std::vector<double>& values() const { return m_values; }
    double mean() const { return m_mean; }
    double deviation() const { return m_deviation; }
    double skewness() const { return m_skewness; }
    /// n draws of units with one event each where the value is above 0; the treatment's are `factor` times as large.
    Moments draw(std::mt19937_64& engine, std::int64_t n, double factor = 1) const;

private:
    explicit ValueTable(std::vector<double> values);

    std::vector<double> m_values;
    double m_mean = 0;
    double m_deviation = 0;
    double m_skewness = 0;
};

} // namespace xp
