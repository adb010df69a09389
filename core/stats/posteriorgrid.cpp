// SPDX-License-Identifier: Apache-2.0
#include "core/stats/posteriorgrid.h"

#include "core/stats/gausslegendre.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

PosteriorGrid::PosteriorGrid(std::span<const LogitBeta> posteriors)
{
    double low = posteriors.front().edge(-1);
    double high = posteriors.front().edge(1);
    for (const LogitBeta& p : posteriors) {
        low = std::min(low, p.edge(-1));
        high = std::max(high, p.edge(1));
    }
    // Between posteriors that are far apart the tail of one falls so slowly that the grid must reach on, until it
    // counts no more against what it is at the centre of the last.
    const auto byCentre = [](const LogitBeta& a, const LogitBeta& b) { return a.centre() < b.centre(); };
    const auto [lowest, highest] = std::minmax_element(posteriors.begin(), posteriors.end(), byCentre);
    const auto reach = [&](double end, double centre, double side) {
        const auto log = [](const LogitBeta& p, double y) { return p.logRelative(y) - std::abs(y); };
        const auto counts = [&](const LogitBeta& p) { return log(p, end) > log(p, centre) - 45; };
        for (double step = 0.5; std::any_of(posteriors.begin(), posteriors.end(), counts); step *= 1.3)
            end += side * step;
        return end;
    };
    low = reach(low, lowest->centre(), -1);
    high = reach(high, highest->centre(), 1);
    // Panels as wide as the finest posterior allows: its own scale near its centre, growing with the distance from it.
    constexpr unsigned kOrder = 12;
    const auto& rule = GaussLegendre<kOrder>::rule();
    for (double left = low; left < high;) {
        double width = high - left;
        for (const LogitBeta& p : posteriors) {
            const double away = p.centre() - left;
            // A panel must not jump over a centre: approach it by a part of the distance.
            width = std::min(width, std::max(1.3 * p.scale(), 0.15 * std::abs(away)));
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
        // Another posterior's grid can begin where this one's tail is far from done.
        double sum = p.tail(low, -1);
        for (std::size_t k = 0; k < m_nodes.size(); ++k)
            arm.below[k] = sum += gaps[k];
        sum = p.tail(high, 1);
        for (std::size_t k = m_nodes.size(); k-- > 0;)
            arm.above[k] = sum += gaps[k + 1];
        m_arms.push_back(std::move(arm));
    }
}

} // namespace xp::stats
