// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"

namespace xp {

/// The number of the last migration this program knows.
std::int64_t latestSchemaVersion();

Result<SchemaState> schemaState(Connection& connection);

/// Tables of the migrations that a statement cannot read: they were removed, or belong to another user.
Result<std::vector<std::string>> unreadableTables(Connection& connection);

/// Brings the schema up to a version, one transaction a migration, under a lock that the database holds. Conflict
/// `foreign_schema` and `newer_schema` leave the database as it was.
Result<void> migrate(Connection& connection, std::int64_t upTo = latestSchemaVersion());

} // namespace xp
