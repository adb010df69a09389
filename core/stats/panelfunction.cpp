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

const Basis& basis()
{
    static const Basis instance;
    return instance;
}

} // namespace

double PanelFunction::Panel::at(double x) const
{
    const std::array<double, kOrder>& weights = basis().barycentric;
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
        last += basis().last[i] * values[i];
        beforeLast += basis().beforeLast[i] * values[i];
    }
    return std::abs(last) + std::abs(beforeLast);
}

PanelFunction PanelFunction::sample(const std::function<double(double)>& f, const std::vector<double>& edges,
                                    double tolerance)
{
    PanelFunction function;
    const Rule& rule = Rule::rule();
    constexpr int kDeepest = 30;
    const std::function<void(double, double, int)> add = [&](double left, double right, int depth) {
        Panel panel{left, right, {}, {}};
        const double middle = 0.5 * (left + right);
        const double half = 0.5 * (right - left);
        for (unsigned i = 0; i < kOrder; ++i) {
            panel.nodes[i] = middle + half * rule.nodes[i];
            panel.values[i] = f(panel.nodes[i]);
        }
        if (panel.roughness() <= tolerance || depth >= kDeepest) {
            function.m_panels.push_back(panel);
            return;
        }
        add(left, middle, depth + 1);
        add(middle, right, depth + 1);
    };
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        add(edges[i], edges[i + 1], 0);
    return function;
}

void PanelFunction::dropLeading(double bound)
{
    const auto kept = std::find_if(m_panels.begin(), std::prev(m_panels.end()), [&](const Panel& p) {
        return std::any_of(p.values.begin(), p.values.end(), [&](double value) { return value <= bound; });
    });
    m_panels.erase(m_panels.begin(), kept);
}

const PanelFunction::Panel& PanelFunction::panelAfter(double x) const
{
    const auto found = std::upper_bound(m_panels.begin(), m_panels.end(), x,
                                        [](double value, const Panel& p) { return value < p.right; });
    return found == m_panels.end() ? m_panels.back() : *found;
}

const PanelFunction::Panel& PanelFunction::panelBefore(double x) const
{
    const auto found = std::lower_bound(m_panels.begin(), m_panels.end(), x,
                                        [](const Panel& p, double value) { return p.right < value; });
    return found == m_panels.end() ? m_panels.back() : *found;
}

} // namespace xp::stats
