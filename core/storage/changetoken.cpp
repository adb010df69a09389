// SPDX-License-Identifier: Apache-2.0
#include "core/storage/changetoken.h"

#include "core/storage/connection.h"

namespace xp {

Result<std::int64_t> readChangeToken(Connection& connection)
{
    std::int64_t token = 0;
    auto done = connection.run("SELECT value FROM change_token WHERE id = 1", {},
                               [&](const Row& row) { token = row.integer(0); });
    return done.map([&](std::int64_t) { return token; });
}

Result<void> advanceChangeToken(Connection& connection)
{
    return connection.run("UPDATE change_token SET value = value + 1 WHERE id = 1").map([](std::int64_t) {});
}

} // namespace xp
