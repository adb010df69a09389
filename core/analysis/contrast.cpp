// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/contrast.h"

#include "core/stats/distributions.h"
#include "core/stats/ratios.h"
#include "core/stats/relativeeffect.h"
#include "core/stats/relativelift.h"
#include "core/stats/rounding.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// An arm's value and the sampling variance of it; nothing where they do not exist.
std::optional<stats::MeanVariance> valueOf(const Arm& arm, ValueKind kind)
{
    if (arm.units < 1)
        return std::nullopt;
    switch (kind) {
    case ValueKind::Proportion:
        return stats::MeanVariance{arm.mean, arm.mean * (1 - arm.mean) / arm.units};
    case ValueKind::Quantile:
        return std::nullopt; // of its order statistics
    case ValueKind::Mean:
        if (arm.units < 2)
            return std::nullopt;
        return stats::MeanVariance{arm.mean, arm.variance / arm.units};
    case ValueKind::Ratio:
        if (arm.units < 2 || arm.denominatorMean == 0)
            return std::nullopt;
        return stats::MeanVariance{arm.mean / arm.denominatorMean, arm.ratioVariance / arm.units};
    }
    return std::nullopt;
}

std::optional<stats::MeanVariance> valueOf(const OrderStatistics& arm)
{
    if (!arm.hasInterval)
        return std::nullopt;
    const double error = (static_cast<double>(arm.upper) - static_cast<double>(arm.lower)) / (2 * kOrderStatisticsZ);
    return stats::MeanVariance{static_cast<double>(arm.value), error * error};
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

Contrast::Contrast(const Strata& strata, const Metric& metric) : m_kind(valueKindOf(metric)), m_scale(scaleOf(metric))
{
    m_exists = !strata.used.empty();
    if (const auto adjustment = adjustmentOf(strata, metric)) {
        m_isAdjusted = true;
        // Adjusted values of a rate are numbers like any other.
        if (m_kind == ValueKind::Proportion)
            m_kind = ValueKind::Mean;
        for (const AdjustedPart& part : adjustment->parts)
            add(part.weight, part.controlUnits, part.treatmentUnits, part.pair);
    } else {
        for (const Stratum& stratum : strata.used)
            addStratum(stratum, metric);
    }
    m_pair.control = stats::beyondRounding(m_pair.control, m_controlSize);
    m_exists = m_exists && std::isfinite(m_pair.control) && std::isfinite(m_pair.treatment) &&
               std::isfinite(m_pair.wholeControlVariance()) && std::isfinite(m_pair.wholeTreatmentVariance());
}

void Contrast::add(double weight, double controlUnits, double treatmentUnits, const stats::EstimatePair& pair)
{
    m_units += controlUnits + treatmentUnits;
    m_pair.add(weight, pair);
    m_controlSize += weight * std::abs(pair.control);
    const auto term = [weight](double variance, double units) {
        const double scaled = weight * weight * variance;
        return scaled * scaled / (units - 1);
    };
    m_satterthwaite += term(pair.controlVariance, controlUnits) + term(pair.treatmentVariance, treatmentUnits);
}

void Contrast::addStratum(const Stratum& stratum, const Metric& metric)
{
    const Arm control = armOf(stratum.control, metric);
    const Arm treatment = armOf(stratum.treatment, metric);
    const auto& quantiles = stratum.quantiles;
    const auto c = quantiles ? valueOf(quantiles->control) : valueOf(control, m_kind);
    const auto t = quantiles ? valueOf(quantiles->treatment) : valueOf(treatment, m_kind);
    if (!c || !t) {
        m_exists = false;
        return;
    }
    add(stratum.weight, control.units, treatment.units,
        stats::independentPair(c->mean, t->mean, c->variance, t->variance));
    if (m_kind == ValueKind::Proportion)
        m_rates.push_back({stratum.weight, control.units, std::min(control.converted, control.units), treatment.units,
                           std::min(treatment.converted, treatment.units)});
}

std::optional<double> Contrast::estimate() const
{
    return m_exists ? finite(m_pair.difference * m_scale) : std::nullopt;
}

std::optional<double> Contrast::control() const
{
    return m_exists ? finite(m_pair.control * m_scale) : std::nullopt;
}

std::optional<double> Contrast::treatment() const
{
    return m_exists ? finite(m_pair.treatment * m_scale) : std::nullopt;
}

std::optional<double> Contrast::lift() const
{
    if (!m_exists || !(m_pair.control > 0))
        return std::nullopt;
    return finite(m_pair.difference / m_pair.control);
}

std::optional<double> Contrast::standardError() const
{
    return m_exists && m_pair.differenceVariance() > 0 ? finite(std::sqrt(m_pair.differenceVariance()) * m_scale)
                                                       : std::nullopt;
}

std::optional<double> Contrast::controlError() const
{
    return m_exists ? finite(std::sqrt(std::max(0.0, m_pair.wholeControlVariance())) * m_scale) : std::nullopt;
}

std::optional<double> Contrast::treatmentError() const
{
    return m_exists ? finite(std::sqrt(std::max(0.0, m_pair.wholeTreatmentVariance())) * m_scale) : std::nullopt;
}

std::optional<double> Contrast::liftStandardError() const
{
    if (!m_exists || !(m_pair.control > 0) || !(m_pair.differenceVariance() > 0))
        return std::nullopt;
    return finite(std::sqrt(m_pair.varianceAtLift(m_pair.difference / m_pair.control)) / m_pair.control);
}

const char* Contrast::testName() const
{
    if (m_isAdjusted)
        return m_kind == ValueKind::Ratio ? "cuped_ratio" : "cuped_t";
    switch (m_kind) {
    case ValueKind::Proportion:
        return "two_proportion_z";
    case ValueKind::Mean:
        return "welch_t";
    case ValueKind::Ratio:
        return "ratio_delta";
    case ValueKind::Quantile:
        return "quantile_z";
    }
    return "";
}

std::optional<double> Contrast::statistic() const
{
    return statisticAtDifference(0);
}

std::optional<double> Contrast::statisticAtDifference(double difference) const
{
    if (!m_exists)
        return std::nullopt;
    if (m_kind == ValueKind::Proportion)
        return difference > -1 && difference < 1 ? scoreOfDifference(m_rates, difference) : std::nullopt;
    if (!(m_pair.differenceVariance() > 0))
        return std::nullopt;
    return finite((m_pair.difference - difference / m_scale) / std::sqrt(m_pair.differenceVariance()));
}

std::optional<double> Contrast::statisticAtLift(double lift) const
{
    if (!m_exists || !(m_pair.control > 0))
        return std::nullopt;
    if (lift == 0)
        return statistic();
    if (m_kind == ValueKind::Proportion)
        return lift >= -1 ? scoreOfRatio(m_rates, 1 + lift) : std::nullopt;
    const double variance = m_pair.varianceAtLift(lift);
    if (!(variance > 0))
        return std::nullopt;
    return finite((m_pair.difference - lift * m_pair.control) / std::sqrt(variance));
}

double Contrast::upperTail(double statistic) const
{
    return m_kind == ValueKind::Mean ? stats::studentTail(statistic, degreesOfFreedom()) : stats::normalTail(statistic);
}

std::optional<double> Contrast::pValue() const
{
    const auto z = statistic();
    return z ? std::optional(std::min(1.0, 2 * upperTail(std::abs(*z)))) : std::nullopt;
}

double Contrast::degreesOfFreedom() const
{
    return m_pair.differenceVariance() * m_pair.differenceVariance() / m_satterthwaite;
}

double Contrast::criticalOf(double alpha) const
{
    return m_kind == ValueKind::Mean ? stats::studentUpperQuantile(alpha / 2, degreesOfFreedom())
                                     : stats::normalUpperQuantile(alpha / 2);
}

std::optional<Interval> Contrast::interval(double alpha) const
{
    if (m_kind != ValueKind::Proportion && !statistic())
        return std::nullopt;
    return intervalAt(criticalOf(alpha));
}

std::optional<Interval> Contrast::liftInterval(double alpha) const
{
    if (m_kind != ValueKind::Proportion && !statistic())
        return std::nullopt;
    return liftIntervalAt(criticalOf(alpha));
}

std::optional<Interval> Contrast::scaled(double lower, double upper) const
{
    const double low = lower * m_scale;
    const double high = upper * m_scale;
    return std::isfinite(low) && std::isfinite(high) ? std::optional(Interval{low, high}) : std::nullopt;
}

std::optional<Interval> Contrast::intervalAt(double critical) const
{
    if (!m_exists)
        return std::nullopt;
    if (m_kind != ValueKind::Proportion)
        return waldInterval(critical);
    const auto [lower, upper] = scoreInterval(m_rates, critical);
    return Interval{lower, upper};
}

std::optional<Interval> Contrast::liftIntervalAt(double critical) const
{
    if (!m_exists || !(m_pair.control > 0))
        return std::nullopt;
    if (m_kind != ValueKind::Proportion)
        return waldLiftInterval(critical);
    const auto ratios = scoreRatioInterval(m_rates, critical);
    return ratios ? std::optional(Interval{ratios->first - 1, ratios->second - 1}) : std::nullopt;
}

std::optional<Interval> Contrast::waldInterval(double critical) const
{
    if (!m_exists || !(m_pair.differenceVariance() > 0))
        return std::nullopt;
    const double reach = critical * std::sqrt(m_pair.differenceVariance());
    return scaled(m_pair.difference - reach, m_pair.difference + reach);
}

std::optional<Interval> Contrast::waldLiftInterval(double critical) const
{
    if (!m_exists || !(m_pair.control > 0))
        return std::nullopt;
    const auto set = stats::fiellerAt(m_pair, critical);
    if (!set || !set->bounded)
        return std::nullopt;
    return Interval{set->lower, set->upper};
}

} // namespace xp
