// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"
#include "tests/simulation/cell.h"

#include <array>

namespace xp::simulation {

/// Moments of an arm of conversions.
Moments rateMoments(std::int64_t units, std::int64_t converted);

/// A discrete distribution of unit values that stands for a continuous one: 2^16 equally likely whole numbers, so a
/// draw is one index, and mean and skewness are known exactly.
class ValueTable
{
public:
    /// Lognormal with this standard deviation of its logarithm and median `median`, of which only a share pays; the
    /// others have 0. Values above `capQuantile` (of all units) are cut to it.
    static ValueTable spend(double share, double median, double spread, double capQuantile = 1);

    double mean() const { return m_mean; }
    double skewness() const { return m_skewness; }
    /// n draws; the treatment's values are `factor` times as large.
    Moments draw(Engine& engine, std::int64_t n, double factor = 1) const;

private:
    explicit ValueTable(std::vector<double> values);

    std::vector<double> m_values;
    double m_mean = 0;
    double m_skewness = 0;
};

Metric conversionMetric();
Metric sumMetric(); ///< resolution 1
Metric meanMetric();

/// What one look at one stratum or several says, counted.
struct FixedLook
{
    const Contrast& nothing; ///< drawn without an effect
    const Contrast& effect;  ///< drawn with one
    double difference = 0;   ///< the truth with the effect
    double lift = 0;
};
void count(Counts& counts, const FixedLook& look);

} // namespace xp::simulation
