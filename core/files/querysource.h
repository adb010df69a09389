// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace xp {

/// Where the rows of an experiment come from, when they lie in a database of one's own.
struct QuerySource
{
    std::string name;
    std::string database;  ///< a database URL; passwords are left to the keychain, PGPASSWORD or ~/.pgpass
    std::string exposures; ///< SQL: a row for each unit, with its variant, and what else is known of it
    std::string
        facts; ///< SQL: the unit under its column's name, then numbers; rows of one unit are added up. Or nothing
    std::int64_t rowLimit = 10'000'000;
    std::chrono::seconds timeOut{300};

    bool operator==(const QuerySource&) const = default;
};

/// The source as it is kept, in JSON; a password in the URL is left out.
nlohmann::json toJson(const QuerySource& source);
/// Invalid names every wrong field and what is allowed.
Result<QuerySource> querySourceFromJson(const nlohmann::json& json);

/// Where named sources are kept, one file NAME.json each: $XP_SOURCES, or the folder `experimentation/sources` among
/// the configuration of the user. The studio writes them, `xp-service import --source NAME` reads them.
QString querySourceFolder();
QStringList querySourceNames();
/// By its name, or by the path of its file. NotFound, or what querySourceFromJson says.
Result<QuerySource> readQuerySource(const QString& nameOrPath);
/// Under its name. Invalid: a name with other characters than letters, digits, blank, - _ and a point within.
Result<void> writeQuerySource(const QuerySource& source);
Result<void> removeQuerySource(const QString& name);

/// What stands for the first day to be read, in the SQL of a source that is read a part at a time; becomes a date in
/// quotes, such as '2026-05-01'.
inline constexpr std::string_view kSince = "{{since}}";

} // namespace xp
