// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xp {

class Connection;

/// What a database holds before we touch it.
enum class SchemaState {
    Empty,
    Current,
    Older,   ///< migrate() brings it up
    Newer,   ///< made by a later release: refused
    Altered, ///< made by a build whose migrations are not this one's: refused
    Foreign, ///< holds tables of the FastAPI service replaced: refused, naming `migrate-seed`
};

/// The number of the last migration this program knows.
std::int64_t latestSchemaVersion();

Result<SchemaState> schemaState(Connection& connection);

/// Tables of the migrations that a statement cannot read: they were removed, or belong to another user.
Result<std::vector<std::string>> unreadableTables(Connection& connection);

/// Brings the schema up to a version, one transaction a migration, under a lock that the database holds. Conflict
/// `foreign_schema` and `newer_schema` leave the database as it was.
Result<void> migrate(Connection& connection, std::int64_t upTo = latestSchemaVersion());

} // namespace xp
