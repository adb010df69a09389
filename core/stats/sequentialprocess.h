// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/panelfunction.h"

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
    /// Starts before the first look. `deepest` <= 0: no lower bound to come is below this z.
    explicit SequentialProcess(double deepest = 0) : m_deepest(deepest) {}

    enum class Side { Above, Below };

    struct Exit
    {
        double logProbability = 0;
        double logSlope = 0; ///< derivative of logProbability in the bound, on the z scale
    };

    /// P(running until now, and at the next look, at information `next`, B / sqrt(next) is beyond the bound).
    Exit exit(double next, double bound, Side side, double drift) const;

    /// The bound whose exit has this probability. The caller knows that there is one: more than this is still running.
    double boundFor(double next, double logProbability, Side side, double drift) const;

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
    double m_information = 0; ///< 0 before the first look
    bool m_openBelow = true;  ///< no lower bound at the last look: paths go on below the table, where stay is 1
    PanelFunction m_logStay;
};

} // namespace xp::stats
