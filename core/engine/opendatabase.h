// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"

namespace xp {

/// Opens a database: refuses one of the system replaced, one made by a later release, one that cannot hold every text
/// (core/storage/connection/servercheck.h), and one whose users' ids are stored in another way
/// (core/storage/people/pseudonymkey.h); brings an older one up. Errors name the database.
Result<std::unique_ptr<Store>> openDatabase(const DatabaseUrl& url);

/// The same with a connection that is there already.
Result<void> prepareDatabase(Store& store, const DatabaseUrl& url);

/// What a database holds before it is brought up; refuses as the above do, but for a schema that was altered, which
/// bringing it up refuses. Writes nothing.
Result<SchemaState> usableState(Store& store, const DatabaseUrl& url);

/// An error of a database with its name and what it said, on one line, for who starts a program.
Failure namingDatabase(const DatabaseUrl& url, Error error);

/// The same where the error is the database's (Unavailable, Internal); any other says by itself what is wrong.
Failure ofDatabase(const DatabaseUrl& url, Error error);

} // namespace xp
