// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/unittable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/changetoken.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/units/givenvariants.h"
#include "core/storage/units/momentsums.h"
#include "core/storage/units/pagecursor.h"
#include "core/storage/units/totalsrow.h"

#include <algorithm>
#include <array>
#include <limits>

namespace xp {

namespace {

Assignment assignmentOf(const Row& row)
{
    return {row.text(0), row.as<std::int16_t>(1), row.as<std::int32_t>(2), row.time(3),
            row.text(4), row.as<LeftOut>(5),      row.optionalTime(6)};
}

int pageSize(int limit)
{
    return std::clamp(limit, 1, 10000);
}

/// Cuts what was read beyond the page, and says where the next one starts.
template <typename T, typename Position>
CursorPage<T> pageOf(std::vector<T> items, int limit, const std::string& scope, Position positionOf)
{
    CursorPage<T> page;
    if (items.size() > static_cast<std::size_t>(limit)) {
        items.resize(static_cast<std::size_t>(limit));
        page.next = encodeCursor(scope, positionOf(items.back()));
    }
    page.items = std::move(items);
    return page;
}

/// In the order of the columns that events are read by.
StoredEvent eventOf(const Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3),
            row.real(4), row.time(5), row.time(6), row.as<std::int16_t>(7),
            row.text(8)};
}

} // namespace

Result<std::optional<Assignment>> UnitTable::find(const std::string& experimentId, const std::string& unit)
{
    std::optional<Assignment> found;
    auto done =
        m_connection.run("SELECT unit_id, variant, epoch, assigned_at, context, forced, exposed_at FROM assignments"
                         " WHERE experiment_id = ? AND unit_id = ?",
                         {param(experimentId), param(unit)}, [&](const Row& row) { found = assignmentOf(row); });
    return done.map([&](std::int64_t) { return std::move(found); });
}

Result<std::map<std::string, GivenVariant>> UnitTable::variantsOf(const std::string& unit,
                                                                  const std::vector<std::string>& experimentIds)
{
    return givenVariants(m_connection, {&unit, 1}, experimentIds).map([&](GivenVariants&& variants) {
        return std::move(variants[unit]);
    });
}

Result<CursorPage<Assignment>> UnitTable::assignments(const std::string& experimentId, const std::string& cursor,
                                                      int limit)
{
    const std::string scope = pageScope("assignments", experimentId);
    std::string after;
    if (!cursor.empty()) {
        auto position = decodeCursor<AssignmentPosition>(scope, cursor);
        if (!position)
            return Failure(std::move(position.error()));
        std::tie(after) = std::move(*position);
    }
    std::vector<Assignment> items;
    auto done =
        m_connection.run("SELECT unit_id, variant, epoch, assigned_at, context, forced, exposed_at FROM assignments"
                         " WHERE experiment_id = ? AND unit_id > ? ORDER BY unit_id LIMIT ?",
                         {param(experimentId), param(after), param(pageSize(limit) + 1)},
                         [&](const Row& row) { items.push_back(assignmentOf(row)); });
    return done.map([&](std::int64_t) {
        return pageOf(std::move(items), pageSize(limit), scope,
                      [](const Assignment& last) { return nlohmann::json::array({last.unit}); });
    });
}

Result<std::vector<StoredEvent>> UnitTable::latestEvents(const std::string& experimentId, int limit)
{
    std::vector<StoredEvent> items;
    auto done = m_connection.run(
        "SELECT unit_id, id, event_id, event_name, value, occurred_at, received_at, variant, properties"
        " FROM events"
        " WHERE experiment_id = ? ORDER BY received_at DESC, unit_id DESC, id DESC LIMIT ?",
        {param(experimentId), param(pageSize(limit))}, [&](const Row& row) { items.push_back(eventOf(row)); });
    return done.map([&](std::int64_t) { return std::move(items); });
}

Result<CursorPage<StoredEvent>> UnitTable::events(const std::string& experimentId, const std::string& cursor, int limit)
{
    const std::string scope = pageScope("events", experimentId);
    QVariantList values{param(experimentId), param(std::numeric_limits<std::int64_t>::min()), param(""),
                        param(std::int64_t{0})};
    if (!cursor.empty()) {
        const auto position = decodeCursor<EventPosition>(scope, cursor);
        if (!position)
            return Failure(position.error());
        const auto& [received, unit, number] = *position;
        values = {param(experimentId), param(received), param(unit), param(number)};
    }
    values.append(param(pageSize(limit) + 1));
    std::vector<StoredEvent> items;
    auto done = m_connection.run(
        "SELECT unit_id, id, event_id, event_name, value, occurred_at, received_at, variant, properties"
        " FROM events"
        " WHERE experiment_id = ? AND (received_at, unit_id, id) > (?, ?, ?) ORDER BY received_at, unit_id, id LIMIT ?",
        values, [&](const Row& row) { items.push_back(eventOf(row)); });
    return done.map([&](std::int64_t) {
        return pageOf(std::move(items), pageSize(limit), scope, [](const StoredEvent& last) {
            return nlohmann::json::array({toMicros(last.receivedAt), last.unit, std::stoll(last.id)});
        });
    });
}

Result<void> UnitTable::clear(const std::string& experimentId)
{
    if (auto locked = lockExclusive(m_connection, experimentId); !locked) // before the token, as every change
        return locked;
    std::int64_t assignments = 0;
    for (const char* table : {"event_ids", "events", "unit_totals", "unit_marks", "sealed_sums", "assignments"}) {
        auto done =
            m_connection.run(std::string("DELETE FROM ") + table + " WHERE experiment_id = ?", {param(experimentId)});
        if (!done)
            return Failure(std::move(done.error()));
        assignments = *done;
    }
    return assignments > 0 ? countRemoval(m_connection) : Result<void>();
}

namespace {

/// As they are stored.
std::vector<ImportedUnit> hidden(const Pseudonyms& pseudonyms, std::span<const ImportedUnit> units)
{
    std::vector<ImportedUnit> hidden(units.begin(), units.end());
    for (ImportedUnit& unit : hidden) {
        unit.context = pseudonyms.in(unit.unit, std::move(unit.context));
        unit.unit = pseudonyms.of(unit.unit);
    }
    std::ranges::sort(hidden, {}, &ImportedUnit::unit);
    return hidden;
}

} // namespace

Result<void> UnitTable::load(const LiveExperiment& live, std::span<const ImportedUnit> units)
{
    const Experiment& experiment = live.experiment();
    std::vector<ImportedUnit> hiddenUnits;
    if (const Pseudonyms& pseudonyms = m_connection.url().pseudonyms; pseudonyms.isOn()) {
        hiddenUnits = hidden(pseudonyms, units);
        units = hiddenUnits;
    }
    if (auto locked = lockShared(m_connection, std::array{std::string_view(experiment.id)}); !locked)
        return Failure(std::move(locked.error()));

    RowSet assignments(
        {RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Text});
    TotalsRows totals;
    assignments.reserve(units.size());
    MomentSums sums;
    std::vector<std::optional<UnitTotals>> ofUnit; // by position, kAnyConversion first
    const auto addTotals = [&](const ImportedUnit& unit, std::int16_t metric, const UnitTotals& is) {
        if (is == UnitTotals{})
            return;
        ofUnit[static_cast<std::size_t>(metric - kAnyConversion)] = is;
        sums[{experiment.id, unit.variant, metric, dayOf(unit.exposedAt), live.epoch()}] +=
            live.contribution(metric, is);
    };
    for (const ImportedUnit& unit : units) {
        assignments.add({experiment.id, unit.unit, std::int64_t{unit.variant}, std::int64_t{live.epoch()},
                         toMicros(unit.exposedAt), std::int64_t{0}, std::string_view(unit.context)});
        ++sums[{experiment.id, unit.variant, kUnitsOnly, dayOf(unit.exposedAt), live.epoch()}].units;
        ofUnit.assign(unit.totals.size() + 1, std::nullopt);
        for (std::size_t i = 0; i < unit.totals.size(); ++i)
            addTotals(unit, static_cast<std::int16_t>(i), unit.totals[i]);
        if (keepsAnyConversion(experiment))
            addTotals(unit, kAnyConversion, anyConversionOf(experiment, unit.totals));
        totals.addOutcomes(experiment.id, unit.unit, ofUnit);
    }
    if (auto inserted = insertNew(experiment.id, units, assignments); !inserted)
        return inserted;
    auto stored = m_connection.runFor(totals.rows(), TotalsRows::insert());
    if (!stored)
        return Failure(std::move(stored.error()));
    return sums.write(m_connection, kSharedWriter);
}

Result<bool> UnitTable::isLoaded(const std::string& experimentId, std::span<const ImportedUnit> units)
{
    return find(experimentId, m_connection.url().pseudonyms.of(units.front().unit)).map([](const auto& found) {
        return found.has_value();
    });
}

Result<void> UnitTable::insertNew(const std::string& experimentId, std::span<const ImportedUnit> units,
                                  const RowSet& assignments)
{
    if (auto saved = m_connection.runScript("SAVEPOINT load"); !saved)
        return saved;
    const auto inserted = m_connection.runFor(
        assignments,
        "INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at, forced, context) {rows}"
        " ON CONFLICT (experiment_id, unit_id) DO NOTHING");
    if (!inserted)
        return Failure(inserted.error());
    if (static_cast<std::size_t>(*inserted) == units.size())
        return m_connection.runScript("RELEASE SAVEPOINT load");

    // Which one was it? One that is twice among those given, or one that was there before.
    if (auto undone = m_connection.runScript("ROLLBACK TO SAVEPOINT load"); !undone)
        return undone;
    std::vector<std::string_view> names;
    for (const ImportedUnit& unit : units)
        names.push_back(unit.unit);
    std::ranges::sort(names);
    std::string duplicate;
    if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
        duplicate = *twice;
    RowSet wanted({RowSet::Text, RowSet::Text});
    for (const std::string_view name : names)
        wanted.add({experimentId, name});
    auto read = m_connection.runFor(wanted,
                                    "WITH wanted (experiment_id, unit_id) AS ({rows}) SELECT a.unit_id FROM wanted"
                                    " JOIN assignments a ON a.experiment_id = wanted.experiment_id"
                                    " AND a.unit_id = wanted.unit_id",
                                    [&](const Row& row) { duplicate = row.text(0); });
    if (!read)
        return Failure(std::move(read.error()));
    return fail(ErrorCode::Conflict, "duplicate_unit", "The unit '" + duplicate + "' is there twice",
                {{"unit", duplicate}});
}

} // namespace xp
