// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/servercheck.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"

namespace xp {

namespace {

/// Which database of which cluster; a streaming replica has both in common with its primary. The identifier is made
/// once, with the cluster.
Result<std::string> identityOf(Connection& connection)
{
    std::string identity;
    auto asked = connection.run("SELECT system_identifier::text || '/' || current_database() FROM pg_control_system()",
                                {}, [&](const Row& row) { identity = row.text(0); });
    return asked.map([&](std::int64_t) { return identity; });
}

} // namespace

Result<void> requireUtf8(Connection& connection)
{
    if (!connection.isPostgres())
        return {};
    std::string encoding;
    auto asked = connection.run("SELECT current_setting('server_encoding')", {},
                                [&](const Row& row) { encoding = row.text(0); });
    if (!asked)
        return Failure(std::move(asked.error()));
    if (encoding == "UTF8")
        return {};
    return fail(ErrorCode::Conflict, "wrong_encoding",
                connection.url().display + " has the encoding " + encoding +
                    ", which cannot hold every user's id. The service needs UTF8: CREATE DATABASE \"" +
                    connection.url().database + "\" ENCODING 'UTF8' TEMPLATE template0",
                {{"encoding", encoding}});
}

Result<void> requireReplicaOf(Connection& database, const DatabaseUrl& replica)
{
    const auto ours = identityOf(database);
    const auto other = Connection::open(replica);
    const auto theirs = other ? identityOf(**other) : Failure(other.error());
    if (!ours || !theirs || *ours == *theirs)
        return {};
    return fail(ErrorCode::Invalid, "no_replica",
                "DATABASE_READ_URL: " + replica.display + " is no streaming replica of " + database.url().display +
                    ", but another database; what is read there would be another service's");
}

Result<void> requireStandby(Connection& replica)
{
    if (!replica.isPostgres())
        return {};
    const auto follows = replica.run("SELECT 1 WHERE pg_is_in_recovery()");
    if (!follows)
        return Failure(follows.error());
    if (*follows > 0)
        return {};
    replica.leave();
    return Failure(unavailable("the server is no standby, or was promoted"));
}

} // namespace xp
