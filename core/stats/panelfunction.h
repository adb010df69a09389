// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <vector>

namespace xp::stats {

/// A smooth function on an interval, as a chain of polynomial panels on Gauss-Legendre nodes.
class PanelFunction
{
public:
    static constexpr unsigned kOrder = 12;

    struct Panel
    {
        double left = 0;
        double right = 0;
        std::array<double, kOrder> nodes{};
        std::array<double, kOrder> values{};

        /// The polynomial through the values, at x.
        double at(double x) const;
        /// Size of the two highest Legendre coefficients: about what the polynomial misses.
        double roughness() const;
    };

    struct Resolution
    {
        double tolerance = 0; ///< relative to 1 + the largest size of the values
        double shortest = 0;  ///< f has no features shorter than this
    };

    /// Samples f, the logarithm of something, on panels between the edges (ascending). Halves those that 12 nodes do
    /// not describe, and those over which the something changes too much to be integrated with these nodes.
    static PanelFunction sample(const std::function<double(double)>& f, const std::vector<double>& edges,
                                const Resolution& resolution);

    /// Drops the lowest panels as long as all their values are above `bound`; the last panel stays.
    void dropLeading(double bound);

    const std::vector<Panel>& panels() const { return m_panels; }
    double low() const { return m_panels.front().left; }
    double high() const { return m_panels.back().right; }
    /// Outside the interval: the value at its nearer end.
    double at(double x) const;

private:
    std::vector<Panel> m_panels; ///< ascending and adjacent
};

} // namespace xp::stats
