// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/passes/unitpass.h"

namespace xp {

/// How long units must have been watched for any of the experiment's metrics: each length once, in order.
std::vector<Duration> windowsOf(const Experiment& experiment);

/// The units that have been exposed for a whole window at `at`, of the exposure day that this moment less the window
/// falls on: of that day the sums by day do not tell them from the others. Passes over all assignments, and reads the
/// totals of these units.
Result<MaturedPart> collectMatured(Connection& connection, const Experiment& experiment, Timestamp at,
                                   UnitPass::Limit limit);

} // namespace xp
