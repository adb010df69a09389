// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/eventmonths.h"

#include "core/storage/connection/connection.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <vector>

namespace xp {

namespace {

/// Any number that no other program uses with the same database.
constexpr std::int64_t kMonthsLock = 0x7870'6d6f'6e74'6873;
constexpr int kMonthsAhead = 2;
/// Should a clock be years ahead, as many at a time as do no harm; rows without a month have a place anyway.
constexpr int kMostAtOnce = 12;
/// Others that want the table queue behind whoever waits for it.
constexpr const char* kDoNotWait = "SET LOCAL lock_timeout = '100ms';\nSET LOCAL statement_timeout = '60s';\n";

struct Partition
{
    std::string name;
    Timestamp end{}; ///< the first moment that is not in it
};

std::chrono::year_month monthOf(Timestamp time)
{
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    return date.year() / date.month();
}
Timestamp startOf(std::chrono::year_month month)
{
    return std::chrono::sys_days(month / 1);
}

/// In the order of time. None where `events` is no table of months.
Result<std::vector<Partition>> partitions(Connection& connection)
{
    std::vector<Partition> found;
    if (!connection.isPostgres())
        return found;
    // [(] rather than an escape: a database may take a backslash in a text for one of its own.
    auto read = connection.run(
        "SELECT c.relname, CAST(substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO [(]''?(-?[0-9]+)') AS BIGINT)"
        " FROM pg_partitioned_table p JOIN pg_inherits i ON i.inhparent = p.partrelid JOIN pg_class c"
        " ON c.oid = i.inhrelid WHERE p.partrelid = to_regclass('events') AND p.partstrat = 'r'",
        {}, [&](const Row& row) {
            if (!row.isNull(1)) // else it is the one for what fits no month
                found.push_back({row.text(0), row.time(1)});
        });
    std::ranges::sort(found, {}, &Partition::end);
    return read.map([&](std::int64_t) { return std::move(found); });
}

/// In the caller's transaction: processes that look after the months go one after the other.
Result<void> lockMonths(Connection& connection)
{
    return connection.runScript(kDoNotWait).and_then([&] {
        return connection.run("SELECT pg_advisory_xact_lock(?)", {param(kMonthsLock)}).map([](std::int64_t) {});
    });
}

std::string scriptToMake(std::chrono::year_month month)
{
    char name[32];
    std::snprintf(name, sizeof name, "events_%04d_%02u", int(month.year()), unsigned(month.month()));
    const std::string table = name;
    const std::string first = std::to_string(toMicros(startOf(month)));
    const std::string end = std::to_string(toMicros(startOf(month + std::chrono::months(1))));
    // Attached rather than made in place: that would wait for everybody who reads events.
    return "CREATE TABLE " + table + " (LIKE events INCLUDING ALL);\n" +
           "WITH early AS (DELETE FROM events_other WHERE received_at >= " + first + " AND received_at < " + end +
           " RETURNING *) INSERT INTO " + table + " SELECT * FROM early;\n" + "ALTER TABLE events ATTACH PARTITION " +
           table + " FOR VALUES FROM (" + first + ") TO (" + end + ");\n";
}

/// Whether there was one to make.
Result<bool> makeNext(Connection& connection, Timestamp now)
{
    return connection.atomically([&]() -> Result<bool> {
        if (auto locked = lockMonths(connection); !locked)
            return Failure(std::move(locked.error()));
        const auto all = partitions(connection);
        if (!all)
            return Failure(all.error());
        if (all->empty() || all->back().end > startOf(monthOf(now) + std::chrono::months(kMonthsAhead)))
            return false;
        return connection.runScript(scriptToMake(monthOf(all->back().end))).map([] { return true; });
    });
}

/// Whether it was empty, and is gone.
Result<bool> dropIfEmpty(Connection& connection, const std::string& name)
{
    // The space of rows that were removed is given back first, so that looking for one takes no time under the lock.
    if (auto freed = connection.runScript("VACUUM " + name); !freed)
        return Failure(std::move(freed.error()));
    return connection.atomically([&]() -> Result<bool> {
        if (auto locked = lockMonths(connection); !locked)
            return Failure(std::move(locked.error()));
        const auto rows = connection.runUnprepared("SELECT 1 FROM " + name + " LIMIT 1", {});
        if (!rows)
            return Failure(rows.error());
        if (*rows > 0)
            return false;
        return connection.runScript("ALTER TABLE events DETACH PARTITION " + name + ";\n")
            .and_then([&] { return connection.runUnprepared("SELECT 1 FROM " + name + " LIMIT 1", {}); })
            .and_then([&](std::int64_t late) -> Result<bool> {
                if (late > 0) // came in between; the transaction is undone, and the next call sees it
                    return fail(ErrorCode::Unavailable, "month_in_use", "A month of events is still written to");
                return connection.runScript("DROP TABLE " + name).map([] { return true; });
            });
    });
}

} // namespace

Result<void> makeEventMonths(Connection& connection, Timestamp now)
{
    if (!connection.isPostgres())
        return {};
    for (int i = 0; i < kMostAtOnce; ++i) {
        const auto made = makeNext(connection, now);
        if (!made)
            return Failure(made.error());
        if (!*made)
            break;
    }
    return {};
}

Result<int> dropEventMonths(Connection& connection, Timestamp before)
{
    const auto all = partitions(connection);
    if (!all)
        return Failure(all.error());
    int dropped = 0;
    for (const Partition& one : *all) {
        // The last one stays: the next month begins where it ends.
        if (one.end > before || one.name == all->back().name)
            break;
        const auto done = dropIfEmpty(connection, one.name);
        if (!done)
            return Failure(done.error());
        dropped += *done ? 1 : 0;
    }
    return dropped;
}

} // namespace xp
