// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"

#include "core/domain/error.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace xp {

/// How a distributed database spreads the tables.
struct Distribution
{
    std::map<std::string, std::string> columns; ///< of each distributed table, what its rows are spread by
    std::set<std::string> copied;               ///< small tables, whole on every machine
};

/// What a script of `create_distributed_table('T', 'C', ...)` and `create_reference_table('T')` says.
Distribution distributionOf(const std::string& script);

/// The same with another column for the tables that are spread by `from`.
Distribution spreadBy(Distribution distribution, const std::string& from, const std::string& to);

/// Shows on a plain PostgreSQL server that the tables may be spread so, and that the statements run then: makes them in
/// a schema of their own as hash partitions by these columns, looks for what Citus refuses, plays every kind of write
/// and read on them, and undoes it all: one transaction that is rolled back. Returns what is wrong, a sentence each.
/// Invalid for another database; the server's own errors otherwise.
Result<std::vector<std::string>> checkDistribution(const DatabaseUrl& url, const Distribution& distribution);

} // namespace xp
