// SPDX-License-Identifier: Apache-2.0
#include "core/stats/posteriorgrid.h"

#include "core/stats/gausslegendre.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace xp::stats {

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
    // a u - (a + b) log(1 + share (e^u - 1)), u = y - centre; mirrored above the centre, where e^u grows.
    const double u = y - m_centre;
    if (u <= 0)
        return m_a * u - (m_a + m_b) * std::log1p(m_share * std::expm1(u));
    return -m_b * u - (m_a + m_b) * std::log1p(m_rest * std::expm1(-u));
}

double LogitBeta::density(double y) const
{
    return m_peak * std::exp(logRelative(y));
}

double LogitBeta::edge(double side) const
{
    double distance = m_scale;
    while (logRelative(m_centre + side * distance) > -50)
        distance *= 1.3;
    return m_centre + side * distance;
}

PosteriorGrid::PosteriorGrid(std::span<const LogitBeta> posteriors)
{
    double low = posteriors.front().edge(-1);
    double high = posteriors.front().edge(1);
    for (const LogitBeta& p : posteriors) {
        low = std::min(low, p.edge(-1));
        high = std::max(high, p.edge(1));
    }
    // Panels as wide as the finest posterior allows: its own scale near its centre, growing with the distance from it.
    constexpr unsigned kOrder = 12;
    const auto& rule = GaussLegendre<kOrder>::rule();
    for (double left = low; left < high;) {
        double width = high - left;
        for (const LogitBeta& p : posteriors) {
            const double away = p.centre() - left;
            // A panel must not jump over a centre: approach it by a quarter of the distance.
            width = std::min(width, std::max(1.5 * p.scale(), 0.25 * std::abs(away)));
        }
        for (unsigned i = 0; i < kOrder; ++i) {
            m_nodes.push_back(left + 0.5 * width * (1 + rule.nodes[i]));
            m_weights.push_back(0.5 * width * rule.weights[i]);
        }
        const double right = left + width;
        left = right > left ? right : high;
    }
    for (const LogitBeta& p : posteriors) {
        Arm arm;
        arm.density.reserve(m_nodes.size());
        std::vector<double> gaps{
            GaussLegendre<7>::integrate([&](double y) { return p.density(y); }, low, m_nodes.front())};
        for (std::size_t k = 0; k < m_nodes.size(); ++k) {
            arm.density.push_back(p.density(m_nodes[k]));
            const double next = k + 1 < m_nodes.size() ? m_nodes[k + 1] : high;
            gaps.push_back(GaussLegendre<7>::integrate([&](double y) { return p.density(y); }, m_nodes[k], next));
        }
        arm.below.resize(m_nodes.size());
        arm.above.resize(m_nodes.size());
        double sum = 0;
        for (std::size_t k = 0; k < m_nodes.size(); ++k)
            arm.below[k] = sum += gaps[k];
        sum = 0;
        for (std::size_t k = m_nodes.size(); k-- > 0;)
            arm.above[k] = sum += gaps[k + 1];
        m_arms.push_back(std::move(arm));
    }
}

} // namespace xp::stats
