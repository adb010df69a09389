// SPDX-License-Identifier: Apache-2.0
#include "core/stats/distributions.h"

#include "core/stats/elementary.h"
#include "core/stats/policy.h"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace xp::stats {

namespace {
constexpr double kSqrt2 = std::numbers::sqrt2;
const double kLogSqrtTwoPi = 0.5 * std::log(2 * std::numbers::pi);

/// A quantile of Student's t from the normal one of the same probability, by its expansion in 1 / df (Abramowitz and
/// Stegun, 26.7.5): exact to rounding where the last term is below it, as for any large sample, and then several times
/// faster than inverting the incomplete beta function. Nothing elsewhere.
std::optional<double> expandedStudentQuantile(double z, double degreesOfFreedom)
{
    const double w = z * z;
    const double first = (w + 1) / 4;
    const double second = ((5 * w + 16) * w + 3) / 96;
    const double third = (((3 * w + 19) * w + 17) * w - 15) / 384;
    const double fourth = ((((79 * w + 776) * w + 1482) * w - 1920) * w - 945) / 92160;
    const double step = 1 / degreesOfFreedom;
    constexpr double kRounding = 1e-13;
    if (!(std::abs(fourth) * step * step * step * step < kRounding))
        return std::nullopt;
    return z * (1 + step * (first + step * (second + step * (third + step * fourth))));
}
} // namespace

double normalDensity(double z)
{
    return std::exp(-0.5 * z * z - kLogSqrtTwoPi);
}

double normalTail(double z)
{
    return 0.5 * boost::math::erfc(z / kSqrt2, Policy());
}

double normalLogTail(double z)
{
    if (z < -1)
        return log1p(-normalTail(-z));
    if (z < 25)
        return std::log(normalTail(z));
    // Asymptotic series of Mills' ratio; at z = 25 the first term left out is 1e-13 of the sum.
    const double w = 1 / (z * z);
    const double series = -w * (1 - w * (3 - w * (15 - w * (105 - w * 945))));
    return -0.5 * z * z - kLogSqrtTwoPi - std::log(z) + log1p(series);
}

double normalUpperQuantile(double tail)
{
    return kSqrt2 * boost::math::erfc_inv(2 * tail, Policy());
}

double normalUpperQuantileOfLog(double logTail)
{
    if (logTail > -0.5)
        return -normalUpperQuantile(-expm1(logTail));
    if (logTail > -650)
        return normalUpperQuantile(std::exp(logTail));
    // Newton on the logarithm, which is nearly a parabola: three steps from the leading term are enough.
    double z = std::sqrt(-2 * logTail - std::log(-4 * std::numbers::pi * logTail));
    for (int i = 0; i < 6; ++i) {
        const double value = normalLogTail(z);
        const double hazard = std::exp(-0.5 * z * z - kLogSqrtTwoPi - value);
        z += (value - logTail) / hazard;
    }
    return z;
}

double normalTwoSidedQuantile(double confidence)
{
    // A tail near 1/2 has lost the digits of a small confidence.
    if (confidence < 0.5)
        return kSqrt2 * boost::math::erf_inv(confidence, Policy());
    return normalUpperQuantile((1 - confidence) / 2);
}

double normalLoss(double z)
{
    if (z < 2)
        return normalDensity(z) - z * normalTail(z);
    // density - z * tail cancels for large z. With i(n) the n-times repeated integral of erfc at x = z / sqrt 2,
    // i(n - 2) = 2 n i(n) + 2 x i(n - 1): the ratios r(n) = i(n) / i(n - 1) follow from the far end down (Miller).
    const double x = z / kSqrt2;
    double ratio = 0;
    for (int n = 120; n >= 2; --n)
        ratio = 0.5 / (x + n * ratio); // r(n - 1) from r(n)
    return kSqrt2 * normalTail(z) * ratio;
}

double studentTail(double t, double degreesOfFreedom)
{
    return boost::math::cdf(
        boost::math::complement(boost::math::students_t_distribution<double, Policy>(degreesOfFreedom), t));
}

double studentUpperQuantile(double tail, double degreesOfFreedom)
{
    if (const auto expanded = expandedStudentQuantile(normalUpperQuantile(tail), degreesOfFreedom))
        return *expanded;
    return boost::math::quantile(
        boost::math::complement(boost::math::students_t_distribution<double, Policy>(degreesOfFreedom), tail));
}

double studentTwoSidedQuantile(double confidence, double degreesOfFreedom)
{
    if (confidence >= 0.5)
        return studentUpperQuantile((1 - confidence) / 2, degreesOfFreedom);
    // P(|T| <= t) = I_x(1/2, df/2), x = t^2 / (df + t^2): t^2 = df x / (1 - x).
    double rest = 1;
    const double x = boost::math::ibeta_inv(0.5, degreesOfFreedom / 2, confidence, &rest, Policy());
    return std::sqrt(degreesOfFreedom * (x / rest));
}

double chiSquaredTail(double x, double degreesOfFreedom)
{
    return boost::math::gamma_q(degreesOfFreedom / 2, x / 2, Policy());
}

double gammaUpperQuantile(double tail, double shape)
{
    return boost::math::gamma_q_inv(shape, tail, Policy());
}

} // namespace xp::stats
