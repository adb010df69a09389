// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    /// P(Y > y) for side = 1, P(Y < y) for side = -1; relative error near 1e-13.
    double tail(double y, double side) const;
    /// The y whose tail on this side is `tail`, found from a start that lies on this side of the centre.
    double quantile(double tail, double side, double start) const;
    /// Beyond here on this side (-1 or 1) less than exp(-50) of the peak is left.
    double edge(double side) const;

private:
    double slope(double y) const; ///< derivative of logRelative

    double m_a;
    double m_b;
    double m_share; ///< a / (a + b)
    double m_rest;  ///< b / (a + b)
    double m_centre;
    double m_scale;
    double m_peak; ///< density at the centre
};

} // namespace xp::stats
