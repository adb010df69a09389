// SPDX-License-Identifier: Apache-2.0
#include "core/stats/noncentralt.h"

#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
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
double chiDensity(double u, double a)
{
    const double s = expm1(u);
    const double exponent = a < 1 ? a * (2 * u - 2 * s - s * s) : a * (2 * boost::math::log1pmx(s, Policy()) - s * s);
    return 2 * std::sqrt(a / (2 * std::numbers::pi)) * std::exp(exponent - stirlingError(a));
}

/// Trapezoid rule over the whole line for a function with one peak, which is looked for from `start` in steps.
template <typename Function>
double trapezoid(const Function& f, double start, double step)
{
    double peak = start;
    double height = f(peak);
    for (const double direction : {-step, step}) {
        for (double next = f(peak + direction); next > height; next = f(peak + direction)) {
            height = next;
            peak += direction;
        }
    }
    double sum = height;
    for (const double direction : {-step, step}) {
        for (int i = 1; i < 200000; ++i) {
            const double term = f(peak + i * direction);
            sum += term;
            if (!(term > 1e-17 * sum))
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
        // P(Z > t chi/sqrt(df) - noncentrality), averaged over u = log(chi/sqrt(df)).
        const auto overChi = [&](double u) { return chiDensity(u, a) * normalTail(t * std::exp(u) - noncentrality); };
        return std::min(1.0, trapezoid(overChi, 0, std::min(0.15, 1 / (6 * std::sqrt(a)))));
    }
    // P(chi/sqrt(df) < (Z + noncentrality) / t), averaged over u = log((Z + noncentrality) / t).
    const auto overNormal = [&](double u) {
        const double reached = std::exp(u);
        return normalDensity(t * reached - noncentrality) * t * reached *
               boost::math::gamma_p(a, a * reached * reached, Policy());
    };
    const double start = std::log(std::max(1 / (1 + std::abs(noncentrality)), noncentrality) / t);
    return std::min(1.0, trapezoid(overNormal, start, std::min(0.15, 0.25 / (1 + std::abs(noncentrality)))));
}

} // namespace xp::stats
