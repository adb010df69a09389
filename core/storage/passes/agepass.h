// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/passes/unitpass.h"

namespace xp {

inline constexpr std::int32_t kMostAges = 28;            ///< days since the exposure that are told apart
inline constexpr std::int64_t kMostUnitsByAge = 100'000; ///< of more units a share is read, by a hash of their ids

/// What the units did under each primary metric on the n-th day after their exposure (day 0: the first 24 hours), of
/// those that have been watched for the whole of it. A value is that of the day's events alone. Kinds that have no
/// value of a day (retention) are left out.
Result<AgeStatistics> collectAges(Connection& connection, const Experiment& experiment, Timestamp at,
                                  UnitPass::Limit limit);

} // namespace xp
