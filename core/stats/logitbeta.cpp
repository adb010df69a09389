// SPDX-License-Identifier: Apache-2.0
#include "core/stats/logitbeta.h"

#include "core/stats/elementary.h"
#include "core/stats/gausslegendre.h"
#include "core/stats/policy.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <boost/math/special_functions/log1p.hpp>
#include <cmath>
#include <numbers>

namespace xp::stats {

namespace {

/// e^v - 1 - v, |v| <= 0.5.
double expm1Rest(double v)
{
    double term = 0.5 * v * v;
    double sum = 0;
    for (double k = 3; std::abs(term) > 1e-18 * std::abs(sum) && k < 25; ++k) {
        sum += term;
        term *= v / k;
    }
    return sum;
}

} // namespace

LogitBeta::LogitBeta(double a, double b)
    : m_a(a)
    , m_b(b)
    , m_share(a / (a + b))
    , m_rest(b / (a + b))
    , m_centre(std::log(a / b))
    , m_scale(std::min(1.0, 1 / std::sqrt(a * m_rest)))
    , m_peak(std::sqrt(a * m_rest / (2 * std::numbers::pi)) *
             std::exp(stirlingError(a + b) - stirlingError(a) - stirlingError(b)))
{
}

double LogitBeta::logRelative(double y) const
{
    // a u - (a + b) log(1 + share (e^u - 1)), u = y - centre, or its mirror image, whose terms are the smaller ones.
    const double u = y - m_centre;
    const double sum = m_a + m_b;
    // Far out the other one, in which e^v does not overflow.
    const bool mirrored = std::abs(u) > 500 ? u > 0 : m_share > m_rest;
    const double a = mirrored ? m_b : m_a;
    const double share = mirrored ? m_rest : m_share;
    const double v = mirrored ? -u : u;
    if (sum < 1e4 || std::abs(v) > 0.5)
        return a * v - sum * log1p(share * expm1(v));
    // The linear terms cancel: a v = sum * share * v. What is left of e^v - 1 and of log(1 + w) begins with squares.
    return -a * expm1Rest(v) - sum * boost::math::log1pmx(share * expm1(v), Policy());
}

double LogitBeta::density(double y) const
{
    return m_peak * std::exp(logRelative(y));
}

double LogitBeta::slope(double y) const
{
    const double u = y - m_centre;
    const double v = u > 0 ? -u : u; // e^v never overflows
    const double small = std::exp(v);
    // a - (a + b) * rate(y)
    return u > 0 ? m_a * (1 - 1 / (m_share + m_rest * small)) : m_a * (1 - small / (m_rest + m_share * small));
}

double LogitBeta::tail(double y, double side) const
{
    double sum = 0;
    double at = y;
    for (int i = 0; i < 10000; ++i) {
        const double steepness = std::abs(slope(at)) + 1 / m_scale;
        const double width = std::min(4 / steepness, 1 + 0.25 * std::abs(at - m_centre));
        const double part = GaussLegendre<16>::integrate([&](double x) { return density(at + side * x); }, 0, width);
        sum += part;
        at += side * width;
        if (part <= 1e-17 * sum)
            break;
    }
    return sum;
}

double LogitBeta::quantile(double tail, double side, double start) const
{
    // The logarithm of the tail is concave: after the first step Newton's come in from one side.
    double y = start;
    for (int i = 0; i < 60; ++i) {
        const double reached = this->tail(y, side);
        double step = side * std::log(reached / tail) * reached / density(y);
        // Outwards from a flat place the first step would go too far.
        const double longest = 2 * m_scale + std::abs(y - m_centre);
        if (side * step > longest)
            step = side * longest;
        y += step;
        if (!(std::abs(step) > 1e-15 * (std::abs(y) + m_scale)))
            break;
    }
    return y;
}

double LogitBeta::edge(double side) const
{
    double distance = m_scale;
    while (logRelative(m_centre + side * distance) > -50)
        distance *= 1.3;
    return m_centre + side * distance;
}

} // namespace xp::stats
