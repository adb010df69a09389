// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/experimentlock.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/changetoken.h"

namespace xp {

namespace {

/// FNV-1a: the same number in every process. Two experiments with the same one would only wait for each other.
std::int64_t lockNumber(std::string_view id)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return static_cast<std::int64_t>(hash);
}

} // namespace

Result<void> lockExclusive(Connection& connection, std::string_view experimentId)
{
    if (!connection.isPostgres())
        return {};
    return connection.run("SELECT pg_advisory_xact_lock(?)", {param(lockNumber(experimentId))}).map([](std::int64_t) {
    });
}

Result<void> awaitWriters(Connection& connection, const std::set<std::string_view>& experimentIds)
{
    if (!connection.isPostgres())
        return {};
    return connection.atomically([&]() -> Result<void> {
        auto done = connection.runScript("SET LOCAL lock_timeout = '1s'");
        for (const std::string_view id : experimentIds)
            done = done ? lockExclusive(connection, id) : done;
        return done;
    });
}

Result<LockedState> lockShared(Connection& connection, std::span<const std::string_view> ids,
                               const std::set<std::string_view>& alone)
{
    RowSet wanted({RowSet::Text});
    RowSet locks({RowSet::Integer, RowSet::Integer});
    for (const std::string_view id : ids) {
        wanted.add({id});
        locks.add({lockNumber(id), std::int64_t{alone.contains(id)}});
    }
    if (connection.isPostgres()) {
        // A statement of its own: the one that reads the versions must start after the wait.
        auto locked =
            connection.runFor(locks, "WITH wanted (number, alone) AS ({rows}) SELECT CASE WHEN alone = 1"
                                     " THEN CAST(pg_advisory_xact_lock(number) AS TEXT)"
                                     " ELSE CAST(pg_advisory_xact_lock_shared(number) AS TEXT) END FROM wanted");
        if (!locked)
            return Failure(std::move(locked.error()));
    }
    LockedState state;
    const auto take = [&](const Row& row) {
        if (std::string id = row.text(0); id.empty())
            state.removals = row.integer(1);
        else
            state.versions.emplace(std::move(id), row.integer(1));
    };
    auto read = connection.runFor(wanted,
                                  "WITH wanted (id) AS ({rows}) SELECT e.id, e.version FROM wanted"
                                  " JOIN experiments e ON e.id = wanted.id"
                                  " UNION ALL SELECT '', value FROM change_token WHERE id = " +
                                      std::to_string(kRemovals),
                                  take);
    return read.map([&](std::int64_t) { return std::move(state); });
}

} // namespace xp
