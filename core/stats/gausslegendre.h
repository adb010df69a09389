// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/policy.h"

#include <array>
#include <boost/math/quadrature/gauss.hpp>

namespace xp::stats {

/// Nodes and weights of N-point Gauss-Legendre quadrature on [-1, 1], nodes ascending.
template <unsigned N>
struct GaussLegendre
{
    std::array<double, N> nodes{};
    std::array<double, N> weights{};

    static const GaussLegendre& rule()
    {
        static const GaussLegendre instance = make();
        return instance;
    }

    /// Integral of f from low to high.
    template <typename Function>
    static double integrate(const Function& f, double low, double high)
    {
        const GaussLegendre& r = rule();
        const double middle = 0.5 * (low + high);
        const double half = 0.5 * (high - low);
        double sum = 0;
        for (unsigned i = 0; i < N; ++i)
            sum += r.weights[i] * f(middle + half * r.nodes[i]);
        return sum * half;
    }

private:
    static GaussLegendre make()
    {
        using Half = boost::math::quadrature::gauss<double, N, Policy>; // the nodes that are not negative
        const auto& x = Half::abscissa();
        const auto& w = Half::weights();
        GaussLegendre r;
        for (unsigned i = 0; i < x.size(); ++i) {
            const unsigned right = N / 2 + i;
            const unsigned left = (N - 1) / 2 - i;
            r.nodes[right] = x[i];
            r.weights[right] = w[i];
            r.nodes[left] = -x[i];
            r.weights[left] = w[i];
        }
        return r;
    }
};

} // namespace xp::stats
