// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/changetoken.h"

#include "core/storage/connection/connection.h"

namespace xp {

namespace {

constexpr std::int64_t kChanges = 1;

Result<std::int64_t> read(Connection& connection, std::int64_t id)
{
    std::int64_t value = 0;
    auto done = connection.run("SELECT value FROM change_token WHERE id = ?", {param(id)},
                               [&](const Row& row) { value = row.integer(0); });
    return done.map([&](std::int64_t) { return value; });
}

Result<void> advance(Connection& connection, std::int64_t id)
{
    return connection.run("UPDATE change_token SET value = value + 1 WHERE id = ?", {param(id)}).map([](std::int64_t) {
    });
}

} // namespace

Result<std::int64_t> readChangeToken(Connection& connection)
{
    return read(connection, kChanges);
}

Result<void> advanceChangeToken(Connection& connection)
{
    return advance(connection, kChanges);
}

Result<std::int64_t> readRemovals(Connection& connection)
{
    return read(connection, kRemovals);
}

Result<void> countRemoval(Connection& connection)
{
    // The token first, as whoever has changed something else before.
    return advanceChangeToken(connection).and_then([&] { return advance(connection, kRemovals); });
}

} // namespace xp
