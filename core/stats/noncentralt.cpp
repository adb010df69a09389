// SPDX-License-Identifier: Apache-2.0
#include "core/stats/noncentralt.h"

#include "core/stats/distributions.h"
#include "core/stats/policy.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <cmath>
#include <numbers>

namespace xp::stats {

namespace {

/// Density of u = log(chi / sqrt(degrees of freedom)), a = degrees of freedom / 2. With s = e^u - 1 its logarithm is
/// a (2 log(1+s) - 2s - s^2) plus a constant, both parts without cancellation.
double logChiDensity(double u, double a)
{
    const double s = std::expm1(u);
    const double exponent = a < 1 ? a * (2 * u - 2 * s - s * s) : a * (2 * boost::math::log1pmx(s, Policy()) - s * s);
    return 2 * std::sqrt(a / (2 * std::numbers::pi)) * std::exp(exponent - stirlingError(a));
}

/// Sum of step * f over both directions from 0 until nothing is added any more.
template <typename Function>
double trapezoid(const Function& weight, double step)
{
    double sum = weight(0.0);
    for (const double direction : {-step, step}) {
        for (int i = 1; i < 200000; ++i) {
            const double term = weight(i * direction);
            sum += term;
            if (term < 1e-18)
                break;
        }
    }
    return sum * step;
}

} // namespace

double noncentralStudentTail(double t, double degreesOfFreedom, double noncentrality)
{
    const double a = degreesOfFreedom / 2;
    if (t * t <= 2 * degreesOfFreedom) {
        // P(Z > t chi/sqrt(df) - noncentrality), averaged over chi.
        const double step = std::min(0.25, 1 / (6 * std::sqrt(a)));
        return std::min(1.0, trapezoid(
                                 [&](double u) {
                                     const double density = logChiDensity(u, a);
                                     return density < 1e-20 ? density
                                                            : density * normalTail(t * std::exp(u) - noncentrality);
                                 },
                                 step));
    }
    // P(chi^2 < df ((Z + noncentrality) / t)^2), averaged over Z; the kink at Z = -noncentrality is where it is 0.
    return std::min(1.0, trapezoid(
                             [&](double z) {
                                 const double reached = (z + noncentrality) / t;
                                 const double share =
                                     reached > 0 ? boost::math::gamma_p(a, a * reached * reached, Policy()) : 0;
                                 return normalDensity(z) * share;
                             },
                             0.125));
}

} // namespace xp::stats
