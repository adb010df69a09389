// SPDX-License-Identifier: Apache-2.0
#include "core/stats/unitvalues.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace xp::stats {

namespace {

Wrong checkValues(std::span<const double> values, const std::string& field)
{
    if (values.size() < 2)
        return wrong(StatsErrorCode::TooFewUnits, field, field + " must have at least two values");
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (Wrong e = checkFinite(values[i], field + "[" + std::to_string(i) + "]"))
            return e;
    }
    return std::nullopt;
}

struct OrderStatistics
{
    double quantile = 0;
    double standardError = 0;
};

StatsResult<OrderStatistics> orderStatistics(std::span<const double> values, double q, double z,
                                             const std::string& field)
{
    if (Wrong e = checkValues(values, field))
        return tl::unexpected(*e);
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const auto n = static_cast<double>(sorted.size());
    const double half = z * std::sqrt(n * q * (1 - q));
    const double low = std::floor(n * q - half);
    const double high = std::ceil(n * q + half);
    if (!(low >= 1 && high <= n))
        return refuse(StatsErrorCode::TooFewUnits, field,
                      field + " has too few values for an interval of this quantile");
    const auto at = [&](double rank) { return sorted[static_cast<std::size_t>(rank) - 1]; };
    return OrderStatistics{at(std::ceil(n * q)), (at(high) - at(low)) / (2 * z)};
}

} // namespace

StatsResult<QuantileEffect> quantileEffect(std::span<const double> control, std::span<const double> treatment,
                                           double quantile, double confidence)
{
    if (Wrong e = firstOf({checkBetween(quantile, 0, 1, "quantile"), checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    const double z = normalTwoSidedQuantile(confidence);
    const StatsResult<OrderStatistics> c = orderStatistics(control, quantile, z, "control");
    if (!c)
        return tl::unexpected(c.error());
    const StatsResult<OrderStatistics> t = orderStatistics(treatment, quantile, z, "treatment");
    if (!t)
        return tl::unexpected(t.error());
    QuantileEffect effect;
    effect.controlQuantile = c->quantile;
    effect.treatmentQuantile = t->quantile;
    effect.estimate = t->quantile - c->quantile;
    effect.standardError = hypot(c->standardError, t->standardError);
    if (!(effect.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control",
                      "the values around the quantile are all equal in both arms");
    effect.pValue = normalPValue(effect.estimate / effect.standardError, Alternative::TwoSided);
    effect.lower = effect.estimate - z * effect.standardError;
    effect.upper = effect.estimate + z * effect.standardError;
    if (Wrong e = checkRepresentable({effect.estimate, effect.lower, effect.upper}))
        return tl::unexpected(*e);
    return effect;
}

StatsResult<Winsorised> winsorise(std::span<const double> values, double lowerShare, double upperShare)
{
    if (Wrong e = firstOf({checkValues(values, "values"), checkNotNegative(lowerShare, "lower_share"),
                           checkNotNegative(upperShare, "upper_share")}))
        return tl::unexpected(*e);
    const std::size_t n = values.size();
    const double below = std::floor(static_cast<double>(n) * lowerShare);
    const double above = std::floor(static_cast<double>(n) * upperShare);
    if (!(lowerShare + upperShare < 1) || below + above >= static_cast<double>(n))
        return refuse(StatsErrorCode::OutOfRange, "upper_share",
                      "lower_share and upper_share must add up to less than 1");
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    Winsorised result;
    result.lowerCap = sorted[static_cast<std::size_t>(below)];
    result.upperCap = sorted[n - 1 - static_cast<std::size_t>(above)];
    // Two passes: the mean first, so that squares do not cancel.
    const auto count = static_cast<double>(n);
    double mean = 0;
    for (const double value : sorted)
        mean += std::clamp(value, result.lowerCap, result.upperCap) / count;
    double squares = 0;
    for (const double value : sorted) {
        const double deviation = std::clamp(value, result.lowerCap, result.upperCap) - mean;
        squares += deviation * deviation;
    }
    result.sample = {count, mean, squares / (count - 1)};
    if (Wrong e = checkRepresentable({mean, squares}))
        return tl::unexpected(*e);
    return result;
}

} // namespace xp::stats
