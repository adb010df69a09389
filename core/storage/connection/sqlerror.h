// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/storage/connection/databaseurl.h"

class QSqlError;

namespace xp {

/// A driver's error in our terms. The driver's own text goes into the arguments (for the log), never into the sentence:
/// it may quote what a client sent.
/// - Unavailable `database_unavailable`: cannot be reached, shutting down, read-only after a fail-over, busy, out of
///   connections or disk; trying again may help.
/// - Unavailable `database_read_only` and `database_full`: SQLite's file cannot be written, or has no room.
/// - Unavailable `transaction_conflict`: deadlock or serialization failure; run the whole transaction again.
/// - Unavailable `commit_unknown`: the connection broke while the commit was under way; it may have happened or not.
/// - Unavailable `schema_changed`: PostgreSQL has no such table, column or key; mostly a later release's doing, whose
///   instances answer.
/// - Conflict `duplicate`: a unique key is taken.
/// - Internal `database_corrupt` and `database_error`: everything else.
Error classify(const QSqlError& error, DatabaseUrl::Engine engine);
/// The same of PostgreSQL's SQLSTATE, which is empty when the connection broke.
Error classifyState(std::string state, std::string detail);
/// The same of SQLite's extended result code.
Error classifyResult(int code, std::string detail);

/// What is said when no call reached the database at all.
Error unavailable(std::string detail);
/// What an error of a commit means when the connection broke with it.
Error commitUnknown(Error error);

bool isTransactionConflict(const Error& error);
bool isCommitUnknown(const Error& error);
bool isSchemaChanged(const Error& error);
bool isDuplicate(const Error& error);
/// Whether the connection itself is of no more use.
bool isConnectionLost(const QSqlError& error, DatabaseUrl::Engine engine);
bool isConnectionLost(std::string_view state);

} // namespace xp
