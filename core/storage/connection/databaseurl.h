// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/pseudonyms.h"

#include <string>
#include <string_view>

namespace xp {

/// Where the data lives, read from DATABASE_URL.
struct DatabaseUrl
{
    enum class Engine { Sqlite, Postgres };

    Engine engine = Engine::Sqlite;
    std::string path; ///< SQLite: the file; `:memory:` is refused (threads could not share it)
    /// PostgreSQL: libpq key=value pairs, values quoted, of all but the three below. They are apart because Qt's driver
    /// takes `;` for a separator in such a list, and a password may well hold one.
    std::string connectInfo;
    std::string user;
    std::string password;
    std::string database;
    std::string display;   ///< for logs and messages: never a password
    Pseudonyms pseudonyms; ///< how users' ids are stored there; not of the URL

    bool operator==(const DatabaseUrl&) const = default;
};

/// `sqlite:///relative.db`, `sqlite:////absolute.db`, `postgresql://user:pass@host:port[,host2:port2]/db?sslmode=...`
/// (also `postgres://`), percent-escapes decoded. Of several hosts the one that can be written to is used (a standby
/// would take the connection and refuse to write), or the one that `ofSeveral` names in libpq's words, unless the URL's
/// own `target_session_attrs` says otherwise. Invalid: anything else, naming what is allowed.
Result<DatabaseUrl> parseDatabaseUrl(std::string_view text, std::string_view ofSeveral = "read-write");

} // namespace xp
