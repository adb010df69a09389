// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/leftout.h"
#include "core/storage/connection/row.h"
#include "core/storage/events/unitplacement.h"

namespace xp {

/// The context of a unit whose person asked to be forgotten: no JSON object, so that no client can send it.
inline constexpr std::string_view kErasedContext = "\"erased\"";

/// An assignment as it is stored, and what it counts for.
struct AssignmentRow
{
    std::int16_t variant = 0;
    std::int32_t epoch = 0;
    Timestamp assignedAt{};
    LeftOut leftOut = LeftOut::No;
    std::optional<Timestamp> exposedAt; ///< where exposures are explicit; none: not yet
    std::int32_t exposedEpoch = 0;
    std::optional<std::int16_t> shown; ///< the variant that a client says it showed
    std::int16_t merged = 0;           ///< 1: several ids were joined; 2: they had several variants

    /// Variant, epoch, assigned_at, forced, exposed_at, exposed_epoch, shown and merged, in this order.
    static const char* columns();
    static AssignmentRow of(const Row& row, int firstColumn);

    /// Since when and where the unit counts; nothing: it is not analysed, or not yet.
    std::optional<PlacedUnit> placed(const LiveExperiment& experiment, std::string_view unit) const;
    /// Likewise of any unit: of those that do not count, their assignment.
    PlacedUnit wherever(const LiveExperiment& experiment, std::string_view unit) const;
    /// Adds to the counters of core/domain/unitcounters.h, or with `sign` -1 takes back.
    void count(const LiveExperiment& experiment, int sign, MomentSums& sums) const;
};

} // namespace xp
