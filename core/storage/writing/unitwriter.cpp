// SPDX-License-Identifier: Apache-2.0
#include "core/storage/writing/unitwriter.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/units/assignmentcache.h"
#include "core/storage/writing/writebatch.h"

#include <QRandomGenerator>
#include <algorithm>
#include <iterator>

namespace xp {

const LiveExperiment* experimentOf(const Command& command)
{
    return std::visit(
        [](const auto& one) -> const LiveExperiment* {
            if constexpr (requires { one.experiment; })
                return one.experiment.get();
            else
                return nullptr;
        },
        command);
}

namespace {

/// What applications tell of a unit, as it is stored.
void hide(const Pseudonyms& pseudonyms, Command& command)
{
    const auto hideIn = [&]<typename Told>(Told& one) {
        constexpr bool isDrawn = requires
        {
            one.drawn;
        };
        if constexpr (requires { one.context; })
            one.context = pseudonyms.in(one.unit, std::move(one.context));
        if constexpr (requires { one.properties; })
            one.properties = pseudonyms.in(one.unit, std::move(one.properties));
        std::string stored = pseudonyms.of(one.unit);
        if constexpr (isDrawn)
            one.drawn = std::move(one.unit);
        if constexpr (isDrawn || std::is_same_v<Told, RecordCommand>)
            one.unit = std::move(stored);
    };
    std::visit(hideIn, command);
}

} // namespace

Result<std::vector<Outcome>> UnitWriter::apply(std::span<const Command> commands)
{
    std::vector<Command> hidden;
    if (const Pseudonyms& pseudonyms = m_connection.url().pseudonyms; pseudonyms.isOn()) {
        hidden.assign(commands.begin(), commands.end());
        for (Command& command : hidden)
            hide(pseudonyms, command);
        commands = hidden;
    }
    std::vector<Command> overlooked;
    auto outcomes = m_connection.atomically([&] {
        WriteBatch batch(m_connection, m_writer, m_known, commands, m_reread);
        auto done = batch.run();
        overlooked = batch.takeOverlooked();
        return done;
    });
    if (outcomes || isCommitUnknown(outcomes.error())) // one that did not happen is found to be nothing
        std::ranges::move(overlooked, std::back_inserter(m_overlooked));
    return outcomes;
}

Result<std::int64_t> registerWriter(Connection& connection)
{
    for (;;) {
        // Positive, and whole as a double too, for whoever reads the table with other tools.
        const auto writer = static_cast<std::int64_t>(QRandomGenerator::system()->generate64() >> 11);
        if (writer == 0)
            continue;
        auto done = connection.run("INSERT INTO writers (id, started_at, seen_at) VALUES (?, ?, ?)",
                                   {param(writer), param(now()), param(now())});
        if (done)
            return writer;
        if (!isDuplicate(done.error()))
            return Failure(std::move(done.error()));
    }
}

Result<void> touchWriter(Connection& connection, std::int64_t writer)
{
    // A process that was silent for long has been taken for gone, and its row with it.
    return connection
        .run("INSERT INTO writers (id, started_at, seen_at) VALUES (?, ?, ?)"
             " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
             {param(writer), param(now()), param(now())})
        .map([](std::int64_t) {});
}

Result<std::int64_t> renewedWriter(Connection& connection, std::int64_t writer)
{
    if (!connection.isPostgres())
        return writer;
    // Versions that nobody needs go with the next write to a page that is full: there are a few for each row, at most.
    return connection
        .run("SELECT 1 FROM (SELECT CAST(to_regclass('moments') AS OID) AS id) AS sums"
             " WHERE pg_stat_get_dead_tuples(id) > 1000 + 10 * pg_stat_get_live_tuples(id)")
        .and_then([&](std::int64_t isCrowded) {
            return isCrowded > 0 ? registerWriter(connection) : Result<std::int64_t>(writer);
        });
}

Result<bool> hasLiveWriters(Connection& connection)
{
    return connection.run("SELECT 1 FROM writers WHERE seen_at >= ? LIMIT 1", {param(now() - kWriterSilence)})
        .map([](std::int64_t rows) { return rows > 0; });
}

} // namespace xp
