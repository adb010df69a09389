// SPDX-License-Identifier: Apache-2.0
#include "core/stats/panelfunction.h"

#include "core/stats/gausslegendre.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace xp::stats {

namespace {

constexpr unsigned kOrder = PanelFunction::kOrder;
using Rule = GaussLegendre<kOrder>;

/// Barycentric weights of the Gauss-Legendre nodes, and what gives the two highest Legendre coefficients of the values.
struct Basis
{
    std::array<double, kOrder> barycentric{};
    std::array<double, kOrder> last{};
    std::array<double, kOrder> beforeLast{};

    Basis()
    {
        const Rule& rule = Rule::rule();
        for (unsigned i = 0; i < kOrder; ++i) {
            const double x = rule.nodes[i];
            barycentric[i] = (i % 2 == 0 ? 1 : -1) * std::sqrt((1 - x * x) * rule.weights[i]);
            double previous = 1;
            double current = x;
            for (unsigned n = 1; n + 1 < kOrder; ++n) {
                beforeLast[i] = current;
                const double next = ((2.0 * n + 1) * x * current - n * previous) / (n + 1.0);
                previous = current;
                current = next;
            }
            last[i] = current * rule.weights[i] * (kOrder - 0.5);
            beforeLast[i] *= rule.weights[i] * (kOrder - 1.5);
        }
    }
};

const Basis kBasis;

} // namespace

double PanelFunction::Panel::at(double x) const
{
    const std::array<double, kOrder>& weights = kBasis.barycentric;
    double sum = 0;
    double norm = 0;
    for (unsigned i = 0; i < kOrder; ++i) {
        const double distance = x - nodes[i];
        if (distance == 0)
            return values[i];
        const double share = weights[i] / distance;
        sum += share * values[i];
        norm += share;
    }
    return sum / norm;
}

double PanelFunction::Panel::roughness() const
{
    double last = 0;
    double beforeLast = 0;
    for (unsigned i = 0; i < kOrder; ++i) {
        last += kBasis.last[i] * values[i];
        beforeLast += kBasis.beforeLast[i] * values[i];
    }
    return std::abs(last) + std::abs(beforeLast);
}

PanelFunction PanelFunction::sample(const std::function<double(double)>& f, const std::vector<double>& edges,
                                    const Resolution& resolution)
{
    PanelFunction function;
    const Rule& rule = Rule::rule();
    constexpr std::size_t kMostPanels = 4000; // far more than any bounds need
    constexpr double kSteepest = 8;           // e^8 within a panel
    constexpr double kForgotten = -300;       // what is below e^-300 never counts
    const std::function<void(double, double)> add = [&](double left, double right) {
        Panel panel{left, right, {}, {}};
        const double middle = 0.5 * (left + right);
        const double half = 0.5 * (right - left);
        for (unsigned i = 0; i < kOrder; ++i) {
            panel.nodes[i] = middle + half * rule.nodes[i];
            panel.values[i] = f(panel.nodes[i]);
        }
        const auto [least, most] = std::minmax_element(panel.values.begin(), panel.values.end());
        const double size = 1 + std::max(std::abs(*least), std::abs(*most));
        const bool rough = panel.roughness() > resolution.tolerance * size && right - left > resolution.shortest;
        const bool steep =
            *most - *least > kSteepest && *most > kForgotten && right - left > 1e-3 * resolution.shortest;
        if ((!rough && !steep) || function.m_panels.size() >= kMostPanels) {
            function.m_panels.push_back(panel);
            return;
        }
        add(left, middle);
        add(middle, right);
    };
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        add(edges[i], edges[i + 1]);
    return function;
}

void PanelFunction::dropLeading(double bound)
{
    const auto kept = std::find_if(m_panels.begin(), std::prev(m_panels.end()), [&](const Panel& p) {
        return std::any_of(p.values.begin(), p.values.end(), [&](double value) { return value <= bound; });
    });
    m_panels.erase(m_panels.begin(), kept);
}

double PanelFunction::at(double x) const
{
    const double inside = std::clamp(x, low(), high());
    const auto panel = std::lower_bound(m_panels.begin(), m_panels.end(), inside,
                                        [](const Panel& p, double value) { return p.right < value; });
    return panel->at(inside);
}

} // namespace xp::stats
