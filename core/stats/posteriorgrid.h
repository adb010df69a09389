// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace xp::stats {

/// A beta distribution seen on the logit scale, where it is log-concave for all parameters above 0.
class LogitBeta
{
public:
    LogitBeta(double a, double b);

    double centre() const { return m_centre; }
    /// The width of the peak, at most 1 (the density has poles pi away from the real line).
    double scale() const { return m_scale; }
    /// log of density(y) / density(centre).
    double logRelative(double y) const;
    double density(double y) const;
    /// Beyond here on this side (-1 or 1) less than exp(-50) of the peak is left.
    double edge(double side) const;

private:
    double m_a;
    double m_b;
    double m_share; ///< a / (a + b)
    double m_rest;  ///< b / (a + b)
    double m_centre;
    double m_scale;
    double m_peak; ///< density at the centre
};

/// Several rates with beta posteriors on one quadrature grid over the logit scale, fine where any of them varies.
/// The distribution functions are sums of positive parts from their own side: tails keep their relative precision.
class PosteriorGrid
{
public:
    struct Arm
    {
        std::vector<double> density; ///< on the logit scale, at each node
        std::vector<double> below;   ///< P(rate < node)
        std::vector<double> above;   ///< P(rate > node)
    };

    explicit PosteriorGrid(std::span<const LogitBeta> posteriors);

    const std::vector<double>& nodes() const { return m_nodes; }
    const std::vector<double>& weights() const { return m_weights; }
    const std::vector<Arm>& arms() const { return m_arms; }

private:
    std::vector<double> m_nodes;
    std::vector<double> m_weights;
    std::vector<Arm> m_arms;
};

} // namespace xp::stats
