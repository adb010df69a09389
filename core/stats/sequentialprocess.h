// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/panelfunction.h"

#include <optional>
#include <utility>
#include <vector>

namespace xp::stats {

/// The score process of a group-sequential test: a Brownian motion B with B(I) ~ N(drift I, I), looked at a few times
/// and stopped as soon as it is outside (lower, upper) at a look.
///
/// Instead of the density of the paths still running (which underflows for early looks and little alpha), it carries
/// log stay(b), stay(b) = P(no look before this one stopped | B = b), which is at most 0, concave, does not depend on
/// the drift, and follows from look to look by averaging over a Brownian bridge. Probabilities of stopping come as
/// logarithms, integrated around their own peak, so that they are right however small they are and however close
/// together the looks. Source of the recursion: Armitage, McPherson, Rowe, JRSS A 132 (1969) 235-244; Jennison and
/// Turnbull (2000), chapter 19.
class SequentialProcess
{
public:
    /// How closely stay is known and integrated.
    struct Precision
    {
        double tolerance;   ///< of the logarithm of stay
        double negligible;  ///< what is e^-negligible of the peak or less is left out of a sum
        double piece;       ///< standard deviations of a normal density that are integrated with 12 nodes
        double panelWidths; ///< length of a panel of stay where it turns, in widths of the bridge
    };
    static constexpr Precision kFull{1e-10, 32, 4.5, 2};
    static constexpr Precision kCoarse{1e-5, 16, 7, 6}; ///< a quarter of the time, for probabilities to about 1e-5

    /// Starts before the first look. `deepest` <= 0: no lower bound to come is below this z.
    explicit SequentialProcess(double deepest = 0, const Precision& precision = kFull)
        : m_deepest(deepest), m_precision(precision)
    {
    }

    enum class Side { Above, Below };

    struct Exit
    {
        double logProbability = 0;
        double logSlope = 0; ///< derivative of logProbability in the bound, on the z scale
    };

    /// P(running until now, and at the next look, at information `next`, B / sqrt(next) is beyond the bound).
    Exit exit(double next, double bound, Side side, double drift) const;

    /// The bound whose exit has this probability. The caller knows that there is one: more than this is still running.
    /// A guess near it saves time and nothing else.
    double boundFor(double next, double logProbability, Side side, double drift,
                    std::optional<double> guess = std::nullopt) const;

    /// Takes the look: from here on only paths below the upper bound (and above the lower one) are running. Bounds on
    /// the z scale, lower < upper.
    void advance(double next, double upper);
    void advance(double next, double lower, double upper);

private:
    std::vector<std::pair<double, double>> pieces(double left, double right, double sign, double step,
                                                  double turn) const;
    double logBridge(double y, double next) const;
    void take(double next, double low, double high);

    double m_deepest;
    Precision m_precision;
    double m_information = 0; ///< 0 before the first look
    bool m_openBelow = true;  ///< no lower bound at the last look: paths go on below the table, where stay is 1
    PanelFunction m_logStay;
};

} // namespace xp::stats
