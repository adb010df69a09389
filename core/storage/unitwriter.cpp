// SPDX-License-Identifier: Apache-2.0
#include "core/storage/unitwriter.h"

#include "core/storage/connection.h"
#include "core/storage/sqlerror.h"
#include "core/storage/writebatch.h"

#include <QRandomGenerator>

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

Result<std::vector<Outcome>> UnitWriter::apply(std::span<const Command> commands)
{
    return m_connection.atomically([&] { return WriteBatch(m_connection, m_writer, commands, m_reread).run(); });
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

} // namespace xp
