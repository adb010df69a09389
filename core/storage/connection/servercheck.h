// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/storage/connection/databaseurl.h"

namespace xp {

class Connection;

/// Conflict `wrong_encoding`: a PostgreSQL database that cannot hold every text.
Result<void> requireUtf8(Connection& connection);

/// Invalid `no_replica`: what is at `replica` is no copy of the database. When either cannot be asked, nothing is said.
Result<void> requireReplicaOf(Connection& database, const DatabaseUrl& replica);

/// Unavailable where the server follows no other one: a standby that was promoted holds what was there once; or it is
/// the database itself, to be asked as such. The next call connects anew, to a standby where one is named.
Result<void> requireStandby(Connection& replica);

} // namespace xp
