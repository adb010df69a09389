// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/events/unitplacement.h"
#include "core/storage/people/identitytable.h"

namespace xp {

/// What a merge found to do.
struct MergedRows
{
    std::string unit;             ///< what both ids mean now
    bool isNew = false;           ///< they were two before
    std::int64_t experiments = 0; ///< where both had an assignment, and the unit keeps the earlier one
};

/// Joins `from` to `to`: from now on both ids mean what `to` means. One transaction, which it needs to be in.
///
/// In each experiment of the project the person keeps the variant of the earliest exposure (then of the earliest
/// assignment; forced ones go first) and is one unit: what the two counted for is taken out of the moments, the raw
/// events move to the unit, an event_id once, and are counted anew. Imported experiments stay as they are.
///
/// Invalid `same_id`; Conflict `identity_circle` when `to` is an alias of `from`, `already_merged` when `from` is an
/// alias of somebody else: a device that two people share makes them no one person.
Result<MergedRows> mergeIdentities(Connection& connection, const std::string& project, const std::string& from,
                                   const std::string& to, Timestamp at);

} // namespace xp
