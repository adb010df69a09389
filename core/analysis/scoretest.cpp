// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/scoretest.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xp {

namespace {

/// a / b for b >= 0, where nothing of nothing is nothing. At the end of a range b may be rounded below 0.
double perChance(double a, double b)
{
    if (a == 0)
        return 0;
    return b > 0 ? a / b : std::numeric_limits<double>::infinity();
}

/// The control's most likely rate when the treatment's is `difference` higher: the root of the falling derivative of
/// the log-likelihood, or the end of the allowed range.
double rateUnderDifference(const RateStratum& s, double difference)
{
    double low = std::max(0.0, -difference);
    double high = std::min(1.0, 1.0 - difference);
    const double controlRest = s.controlUnits - s.controlSuccesses;
    const double treatmentRest = s.treatmentUnits - s.treatmentSuccesses;
    const auto slope = [&](double p) {
        return perChance(s.controlSuccesses, p) - perChance(controlRest, 1 - p) +
               perChance(s.treatmentSuccesses, p + difference) - perChance(treatmentRest, 1 - p - difference);
    };
    if (!(low < high) || !(slope(low) > 0))
        return low;
    if (!(slope(high) < 0))
        return high;
    const double floor = low;
    const double ceiling = high;
    double p = std::clamp((s.controlSuccesses + s.treatmentSuccesses) / (s.controlUnits + s.treatmentUnits), low, high);
    for (int i = 0; i < 200; ++i) {
        const double value = slope(p);
        (value > 0 ? low : high) = p;
        const auto square = [](double x) { return x * x; };
        const double curvature = perChance(s.controlSuccesses, square(p)) + perChance(controlRest, square(1 - p)) +
                                 perChance(s.treatmentSuccesses, square(p + difference)) +
                                 perChance(treatmentRest, square(1 - p - difference));
        double next = p + value / curvature;
        if (!(next > low && next < high))
            next = low + (high - low) / 2;
        // Beside an end, where the derivative has a pole, a step is short without the root being near.
        const double step = std::abs(next - p);
        if ((step <= 1e-15 * next && step <= 1e-3 * std::min(p - floor, ceiling - p)) || next == low || next == high)
            return next;
        p = next;
    }
    return p;
}

/// The control's most likely rate when the treatment's is `ratio` times it: the smaller root of a quadratic.
double rateUnderRatio(const RateStratum& s, double ratio)
{
    const double successes = s.controlSuccesses + s.treatmentSuccesses;
    const double a = ratio * (s.controlUnits + s.treatmentUnits);
    const double b = ratio * (s.treatmentUnits + s.controlSuccesses) + s.controlUnits + s.treatmentSuccesses;
    const double root = std::sqrt(std::max(0.0, b * b - 4 * a * successes));
    return std::min({2 * successes / (b + root), 1.0, ratio > 1 ? 1 / ratio : 1.0});
}

double spread(double rate, double units)
{
    const double p = std::clamp(rate, 0.0, 1.0);
    return p * (1 - p) / units;
}

/// The point between `inside` and `outside` where `isOutside` turns, to the last bits.
template <typename IsOutside>
double boundary(double inside, double outside, IsOutside isOutside)
{
    for (int i = 0; i < 200; ++i) {
        const double middle = inside + (outside - inside) / 2;
        if (middle == inside || middle == outside || std::abs(outside - inside) <= 1e-15 * std::abs(middle))
            break;
        (isOutside(middle) ? outside : inside) = middle;
    }
    return inside;
}

struct Rates
{
    double control = 0;
    double treatment = 0;
};

Rates weightedRates(std::span<const RateStratum> strata)
{
    Rates rates;
    for (const RateStratum& s : strata) {
        rates.control += s.weight * (s.controlSuccesses / s.controlUnits);
        rates.treatment += s.weight * (s.treatmentSuccesses / s.treatmentUnits);
    }
    return rates;
}

} // namespace

std::optional<double> scoreOfDifference(std::span<const RateStratum> strata, double difference)
{
    double distance = 0;
    double variance = 0;
    for (const RateStratum& s : strata) {
        const double q = difference == 0
                             ? (s.controlSuccesses + s.treatmentSuccesses) / (s.controlUnits + s.treatmentUnits)
                             : rateUnderDifference(s, difference);
        distance +=
            s.weight * (s.treatmentSuccesses / s.treatmentUnits - s.controlSuccesses / s.controlUnits - difference);
        variance += s.weight * s.weight * (spread(q, s.controlUnits) + spread(q + difference, s.treatmentUnits));
    }
    if (!(variance > 0))
        return std::nullopt;
    return distance / std::sqrt(variance);
}

std::optional<double> scoreOfRatio(std::span<const RateStratum> strata, double ratio)
{
    double distance = 0;
    double variance = 0;
    for (const RateStratum& s : strata) {
        const double q = rateUnderRatio(s, ratio);
        distance +=
            s.weight * (s.treatmentSuccesses / s.treatmentUnits - ratio * (s.controlSuccesses / s.controlUnits));
        variance +=
            s.weight * s.weight * (spread(ratio * q, s.treatmentUnits) + ratio * ratio * spread(q, s.controlUnits));
    }
    if (!(variance > 0) || !std::isfinite(variance))
        return std::nullopt;
    return distance / std::sqrt(variance);
}

std::pair<double, double> scoreInterval(std::span<const RateStratum> strata, double critical)
{
    const Rates rates = weightedRates(strata);
    const double estimate = std::clamp(rates.treatment - rates.control, -1.0, 1.0);
    // Where no rate can vary, a hypothesis that is not the estimate itself is refuted.
    const auto isOutside = [&](double difference) {
        const auto z = scoreOfDifference(strata, difference);
        return z ? std::abs(*z) > critical : difference != estimate;
    };
    return {isOutside(-1) ? boundary(estimate, -1.0, isOutside) : -1.0,
            isOutside(1) ? boundary(estimate, 1.0, isOutside) : 1.0};
}

std::optional<std::pair<double, double>> scoreRatioInterval(std::span<const RateStratum> strata, double critical)
{
    const Rates rates = weightedRates(strata);
    if (!(rates.control > 0))
        return std::nullopt;
    const double estimate = rates.treatment / rates.control;
    const auto isOutside = [&](double ratio) {
        const auto z = scoreOfRatio(strata, ratio);
        return z ? std::abs(*z) > critical : ratio != estimate;
    };
    double high = std::max(1.0, 2 * estimate);
    while (!isOutside(high)) {
        high *= 8;
        if (high > 1e9)
            return std::nullopt;
    }
    return std::pair{isOutside(0) ? boundary(estimate, 0.0, isOutside) : 0.0, boundary(estimate, high, isOutside)};
}

} // namespace xp
