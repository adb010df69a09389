// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

namespace xp {

class Connection;

// On PostgreSQL raw events lie in a partition for each month of their arrival (UTC), so that a month goes as a whole.
// Elsewhere, and where somebody has partitioned `events` in another way, these functions do nothing. A lock that is not
// to be had at once makes them fail with Unavailable: nobody waits for them, and the next call tries again.

/// Makes the partitions up to two months after the present one that are missing. Outside of any transaction.
Result<void> makeEventMonths(Connection& connection, Timestamp now);

/// Drops the partitions that lie before this moment and are empty; returns how many. Outside of any transaction.
Result<int> dropEventMonths(Connection& connection, Timestamp before);

} // namespace xp
