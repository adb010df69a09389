// SPDX-License-Identifier: Apache-2.0
#include "core/storage/people/pseudonymkey.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/experimenttable.h"

#include <algorithm>

namespace xp {

namespace {

constexpr std::int64_t kFingerprint = 4; ///< row of change_token

/// 0: there is none.
Result<std::int64_t> storedFingerprint(Connection& connection)
{
    std::int64_t value = 0;
    auto done = connection.run("SELECT value FROM change_token WHERE id = ?", {param(kFingerprint)},
                               [&](const Row& row) { value = row.integer(0); });
    return done.map([&](std::int64_t) { return value; });
}

Result<bool> holdsIds(Connection& connection)
{
    for (const std::string table : {"assignments", "user_events", "identities"}) {
        const auto found = connection.run("SELECT 1 FROM " + table + " LIMIT 1");
        if (!found)
            return Failure(found.error());
        if (*found > 0)
            return true;
    }
    return ExperimentTable(connection).all().map([](const std::vector<Experiment>& experiments) {
        return std::ranges::any_of(experiments, [](const Experiment& e) { return !e.enrolment.forced.empty(); });
    });
}

Failure refusal(const Connection& connection, const char* code, const std::string& text)
{
    return fail(ErrorCode::Conflict, code, connection.url().display + " " + text + ". Nothing was changed",
                {{"database", connection.url().display}});
}

} // namespace

Result<void> settlePseudonyms(Connection& connection)
{
    const std::int64_t ours = connection.url().pseudonyms.fingerprint();
    return connection.atomically([&]() -> Result<void> {
        auto stored = storedFingerprint(connection);
        if (!stored)
            return Failure(std::move(stored.error()));
        if (*stored == 0 && ours != 0) {
            const auto plain = holdsIds(connection);
            if (!plain)
                return Failure(plain.error());
            if (*plain)
                return refusal(connection, "ids_are_plain",
                               "holds users' ids as they are. XP_PSEUDONYMISE can only be used with a database that "
                               "knows no users yet");
            const auto noted =
                connection.run("INSERT INTO change_token (id, value) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                               {param(kFingerprint), param(ours)});
            if (!noted)
                return Failure(noted.error());
            stored = storedFingerprint(connection); // of who was first
            if (!stored)
                return Failure(std::move(stored.error()));
        }
        if (*stored == ours)
            return {};
        if (ours == 0)
            return refusal(connection, "ids_need_key",
                           "holds pseudonyms of users' ids: the key that it was made with is needed as "
                           "XP_PSEUDONYMISE");
        return refusal(connection, "ids_of_another_key",
                       "holds pseudonyms of users' ids that were made with another key than XP_PSEUDONYMISE is");
    });
}

const Pseudonyms& pseudonymsOf(const Connection& connection)
{
    return connection.url().pseudonyms;
}

} // namespace xp
