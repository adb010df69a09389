// SPDX-License-Identifier: Apache-2.0
#include "core/storage/recompute.h"

#include "core/storage/connection.h"

#include <deque>

namespace xp {

namespace {

constexpr std::size_t kPageRows = 10000;

/// Rows of a table that is read page by page in the order of its key. `Fetch` appends the page that follows the last
/// row seen (nullptr at first) to a deque.
template <typename T>
class PagedReader
{
public:
    using Fetch = std::function<Result<void>(const T* last, std::deque<T>& into)>;

    explicit PagedReader(Fetch fetch) : m_fetch(std::move(fetch)) {}

    /// The next row, nullptr at the end. Valid until the next call of advance().
    Result<const T*> peek()
    {
        if (m_rows.empty() && !m_atEnd) {
            if (auto fetched = m_fetch(m_last ? &*m_last : nullptr, m_rows); !fetched)
                return Failure(std::move(fetched.error()));
            m_atEnd = m_rows.empty();
        }
        return m_rows.empty() ? nullptr : &m_rows.front();
    }

    void advance()
    {
        m_last = std::move(m_rows.front());
        m_rows.pop_front();
    }

private:
    Fetch m_fetch;
    std::deque<T> m_rows;
    std::optional<T> m_last;
    bool m_atEnd = false;
};

struct AssignedUnit
{
    std::string unit;
    UnitCell cell;
    Timestamp assignedAt{};
    bool forced = false;
};

PagedReader<AssignedUnit> assignedUnits(Connection& connection, const std::string& experimentId)
{
    return PagedReader<AssignedUnit>(
        [&connection, experimentId](const AssignedUnit* last, std::deque<AssignedUnit>& into) {
            return connection
                .run("SELECT unit_id, variant, epoch, assigned_at, forced FROM assignments"
                     " WHERE experiment_id = ? AND unit_id > ? ORDER BY unit_id LIMIT ?",
                     {param(experimentId), param(last ? last->unit : std::string()), param(std::int64_t{kPageRows})},
                     [&](const Row& row) {
                         into.push_back({row.text(0),
                                         {row.as<std::int16_t>(1), dayOf(row.time(3)), row.as<std::int32_t>(2)},
                                         row.time(3),
                                         row.integer(4) != 0});
                     })
                .map([](std::int64_t) {});
        });
}

struct RawEvent
{
    std::string unit;
    std::int64_t receivedAt = 0;
    std::int64_t id = 0;
    std::string name;
    double value = 0;
    Timestamp time{};
};

PagedReader<RawEvent> rawEvents(Connection& connection, const std::string& experimentId)
{
    return PagedReader<RawEvent>([&connection, experimentId](const RawEvent* last, std::deque<RawEvent>& into) {
        const RawEvent from = last ? *last : RawEvent{};
        return connection
            .run("SELECT unit_id, received_at, id, event_name, value, occurred_at FROM events WHERE experiment_id = ?"
                 " AND (unit_id, received_at, id) > (?, ?, ?) ORDER BY unit_id, received_at, id LIMIT ?",
                 {param(experimentId), param(from.unit), param(from.receivedAt), param(from.id),
                  param(std::int64_t{kPageRows})},
                 [&](const Row& row) {
                     into.push_back(
                         {row.text(0), row.integer(1), row.integer(2), row.text(3), row.real(4), row.time(5)});
                 })
            .map([](std::int64_t) {});
    });
}

struct StoredTotals
{
    std::string unit;
    std::int16_t metric = 0;
    UnitTotals totals;
};

PagedReader<StoredTotals> storedTotals(Connection& connection, const std::string& experimentId)
{
    return PagedReader<StoredTotals>([&connection, experimentId](const StoredTotals* last,
                                                                 std::deque<StoredTotals>& into) {
        return connection
            .run("SELECT unit_id, metric, count, sum_0, sum_1 FROM unit_totals WHERE experiment_id = ?"
                 " AND (unit_id, metric) > (?, ?) ORDER BY unit_id, metric LIMIT ?",
                 {param(experimentId), param(last ? last->unit : std::string()), param(last ? int{last->metric} : 0),
                  param(std::int64_t{kPageRows})},
                 [&](const Row& row) {
                     into.push_back(
                         {row.text(0), row.as<std::int16_t>(1), {row.integer(2), {row.integer(3), row.integer(4)}}});
                 })
            .map([](std::int64_t) {});
    });
}

/// Calls `use` with every row of `reader` that belongs to the unit; rows of units before it are passed over.
template <typename T, typename Use>
Result<void> takeRowsOf(PagedReader<T>& reader, const std::string& unit, Use use)
{
    for (;;) {
        const auto row = reader.peek();
        if (!row)
            return Failure(row.error());
        if (!*row || (*row)->unit > unit)
            return {};
        if ((*row)->unit == unit)
            use(**row);
        reader.advance();
    }
}

/// Calls `use` with every unit that is analysed.
template <typename Use>
Result<void> forEachAnalysed(Connection& connection, const std::string& experimentId, Use use)
{
    auto units = assignedUnits(connection, experimentId);
    for (;;) {
        const auto unit = units.peek();
        if (!unit)
            return Failure(unit.error());
        if (!*unit)
            return {};
        if (!(*unit)->forced) {
            if (Result<void> used = use(**unit); !used)
                return used;
        }
        units.advance();
    }
}

/// New totals, written in pages.
class TotalsTable
{
public:
    TotalsTable(Connection& connection, std::string experimentId)
        : m_connection(connection), m_experimentId(std::move(experimentId))
    {
    }

    Result<void> add(const std::string& unit, const std::map<std::int16_t, UnitTotals>& byMetric)
    {
        for (const auto& [metric, totals] : byMetric)
            m_rows.push_back({unit, metric, totals});
        return m_rows.size() >= kPageRows ? flush() : Result<void>();
    }

    Result<void> flush()
    {
        RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer});
        for (const StoredTotals& t : m_rows)
            rows.add(
                {m_experimentId, t.unit, std::int64_t{t.metric}, t.totals.count, t.totals.sum[0], t.totals.sum[1]});
        auto done = m_connection.runFor(
            rows, "INSERT INTO unit_totals (experiment_id, unit_id, metric, count, sum_0, sum_1) {rows}");
        m_rows.clear();
        return done.map([](std::int64_t) {});
    }

private:
    Connection& m_connection;
    std::string m_experimentId;
    std::vector<StoredTotals> m_rows;
};

MomentKey keyOf(const std::string& experimentId, const AssignedUnit& unit, std::int16_t metric)
{
    return {experimentId, unit.cell.variant, metric, unit.cell.day, unit.cell.epoch};
}

} // namespace

Result<MomentSums> totalsFromEvents(Connection& connection, const LiveExperiment& experiment)
{
    const std::string& id = experiment.experiment().id;
    if (auto removed = connection.run("DELETE FROM unit_totals WHERE experiment_id = ?", {param(id)}); !removed)
        return Failure(std::move(removed.error()));
    MomentSums sums;
    TotalsTable table(connection, id);
    auto events = rawEvents(connection, id);
    auto done = forEachAnalysed(connection, id, [&](const AssignedUnit& unit) -> Result<void> {
        std::map<std::int16_t, UnitTotals> byMetric;
        auto taken = takeRowsOf(events, unit.unit, [&](const RawEvent& raw) {
            for (const MetricChange& change : experiment.changes({raw.name, raw.value, raw.time}, unit.assignedAt))
                byMetric[change.metric] += change.delta;
        });
        if (!taken)
            return taken;
        ++sums[keyOf(id, unit, kUnitsOnly)].units;
        for (const auto& [metric, totals] : byMetric)
            sums[keyOf(id, unit, metric)] += contributionOf(totals);
        return table.add(unit.unit, byMetric);
    });
    if (done)
        done = table.flush();
    if (!done)
        return Failure(std::move(done.error()));
    return sums;
}

Result<MomentSums> momentsFromTotals(Connection& connection, const LiveExperiment& experiment)
{
    const std::string& id = experiment.experiment().id;
    MomentSums sums;
    auto totals = storedTotals(connection, id);
    auto done = forEachAnalysed(connection, id, [&](const AssignedUnit& unit) {
        ++sums[keyOf(id, unit, kUnitsOnly)].units;
        return takeRowsOf(totals, unit.unit, [&](const StoredTotals& row) {
            sums[keyOf(id, unit, row.metric)] += contributionOf(row.totals);
        });
    });
    if (!done)
        return Failure(std::move(done.error()));
    return sums;
}

} // namespace xp
