// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/celltest.h"

#include "core/stats/distributions.h"
#include "core/stats/normalposterior.h"

#include <algorithm>
#include <cmath>

namespace xp {

std::optional<double> CellTest::pValue() const
{
    const auto up = pValue({}, +1);
    const auto down = pValue({}, -1);
    if (!up || !down)
        return std::nullopt;
    return std::min(1.0, 2 * std::min(*up, *down));
}

std::optional<double> FixedCellTest::pValue(const Hypothesis& hypothesis, int side) const
{
    const auto statistic = hypothesis.relative ? m_contrast.statisticAtLift(hypothesis.value)
                                               : m_contrast.statisticAtDifference(hypothesis.value);
    return statistic ? std::optional(m_contrast.upperTail(side * *statistic)) : std::nullopt;
}

double SequentialCellTest::tailOf(const NumberedLook& look, double statistic) const
{
    return m_rule->tail(look.position, look.numbers.units, statistic);
}

std::optional<double> SequentialCellTest::pValue(const Hypothesis& hypothesis, int side) const
{
    if (m_looks.empty())
        return std::nullopt;
    double smallest = 1;
    for (const NumberedLook& look : m_looks) {
        if (hypothesis.relative && !(look.numbers.control > 0))
            continue;
        const double statistic = hypothesis.relative ? look.numbers.statisticAtLift(hypothesis.value)
                                                     : look.numbers.statisticAtDifference(hypothesis.value);
        smallest = std::min(smallest, tailOf(look, side * statistic));
    }
    return smallest;
}

std::optional<Interval> SequentialCellTest::intersection(double alpha, const IntervalOfLook& of) const
{
    std::optional<Interval> common;
    for (const NumberedLook& look : m_looks) {
        const double critical = m_rule->critical(look.position, look.numbers.units, alpha / 2);
        const auto interval = of(look.numbers, critical);
        if (!interval)
            return std::nullopt; // its p-value counts, so the interval of the others would say something else
        if (common)
            common = Interval{std::max((*common)[0], (*interval)[0]), std::min((*common)[1], (*interval)[1])};
        else
            common = interval;
    }
    return common && (*common)[0] <= (*common)[1] ? common : std::nullopt;
}

std::optional<Interval> SequentialCellTest::interval(double alpha) const
{
    return intersection(alpha, [](const LookNumbers& n, double critical) { return n.interval(critical); });
}

std::optional<Interval> SequentialCellTest::liftInterval(double alpha) const
{
    return intersection(alpha, [](const LookNumbers& n, double critical) { return n.liftInterval(critical); });
}

BayesianCellTest::BayesianCellTest(const Contrast& contrast, double priorMean, double priorDeviation)
{
    const auto lift = contrast.lift();
    const auto error = contrast.liftStandardError();
    if (!lift || !error)
        return;
    const auto posterior =
        stats::normalPosterior(*lift, *error, {.mean = priorMean, .standardDeviation = priorDeviation}, 0.95);
    if (!posterior || !(posterior->standardDeviation > 0))
        return;
    m_control = contrast.control();
    m_mean = posterior->mean;
    m_deviation = posterior->standardDeviation;
}

std::optional<double> BayesianCellTest::pValue(const Hypothesis& hypothesis, int side) const
{
    if (!m_control)
        return std::nullopt;
    const double lift = hypothesis.relative ? hypothesis.value : hypothesis.value / *m_control;
    return stats::normalTail(side * (m_mean - lift) / m_deviation);
}

std::optional<Interval> BayesianCellTest::liftInterval(double alpha) const
{
    if (!m_control)
        return std::nullopt;
    const double reach = stats::normalUpperQuantile(alpha / 2) * m_deviation;
    return Interval{m_mean - reach, m_mean + reach};
}

std::optional<Interval> BayesianCellTest::interval(double alpha) const
{
    const auto lift = liftInterval(alpha);
    if (!lift)
        return std::nullopt;
    const Interval scaled{(*lift)[0] * *m_control, (*lift)[1] * *m_control};
    return std::isfinite(scaled[0]) && std::isfinite(scaled[1]) ? std::optional(scaled) : std::nullopt;
}

std::optional<double> BayesianCellTest::expectedLoss(int sign) const
{
    if (!m_control)
        return std::nullopt;
    // E[max(-x, 0)] of a normal x: s phi(m / s) - m P(x < 0).
    const double z = sign * m_mean / m_deviation;
    return std::max(0.0, m_deviation * (stats::normalDensity(z) - z * stats::normalTail(z)));
}

} // namespace xp
