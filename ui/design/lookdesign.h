// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/plan.h"

#include <QPointF>

#include <optional>
#include <vector>

namespace xp::ui {

/// The looks of a group-sequential plan, as one designs them.
struct LookDesign
{
    std::vector<double> looks; ///< shares of the planned size, whole steps of kLookStep apart, rising, the last 1
    SpendingKind spending = SpendingKind::OBrienFleming;
    double gamma = 1; ///< Kim-DeMets (above 0) and Hwang-Shih-DeCani

    bool operator==(const LookDesign&) const = default;
};

inline constexpr int kMostLooks = 20;      ///< of a plan
inline constexpr double kLookStep = 0.01;  ///< two looks are at least so far apart
inline constexpr double kLargeStep = 0.05; ///< with Shift

/// What the design means for one hypothesis, two-sided. Positions are those of the looks.
struct LookBounds
{
    std::vector<double> efficacy;  ///< |z| to stop above
    std::vector<double> spent;     ///< of the level, up to and including each look
    std::vector<double> futility;  ///< z below which going on is not worth it; for all looks but the last
    std::vector<double> stopsHere; ///< chance to stop at this look for efficacy, where the smallest lift is true
    double inflation = 1;          ///< largest size over that of a single look
    double expectedShare = 1;      ///< of the largest size on average, where the smallest lift is true
    double powerWithFutility = 0;  ///< what is left of the power by stopping at every futility bound

    bool operator==(const LookBounds&) const = default;
};

/// `level`: two-sided, of this hypothesis, (0, 1); `power`: (level / 2, 1). Futility bounds spend 1 - power in the same
/// way as the level and do not bind: the level holds without them. Source: core/stats/groupsequential.h.
/// Nothing where the power cannot be reached or the numbers are out of range.
std::optional<LookBounds> boundsOf(const LookDesign& design, double level, double power);

/// How much of `level` may be spent by each of `points` even shares; for a curve.
std::vector<QPointF> spendingCurve(const LookDesign& design, double level, int points);

// Changes of the looks; each keeps them rising, apart and ending at 1.

/// Moves a look, as far as its neighbours let it; the last one stays.
std::vector<double> withLookAt(std::vector<double> looks, std::size_t look, double share);
/// Adds one at the share, or as near to it as there is room; unchanged where there are kMostLooks.
std::vector<double> withNewLook(std::vector<double> looks, double share);
/// Where the widest gap is.
double widestGap(const std::vector<double>& looks);
/// Takes one away; the last one stays.
std::vector<double> withoutLook(std::vector<double> looks, std::size_t look);

/// One look a week, at least one and at most kMostLooks; four where no duration is known (days <= 0).
std::vector<double> weeklyLooks(double days);

} // namespace xp::ui
