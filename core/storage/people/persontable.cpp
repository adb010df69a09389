// SPDX-License-Identifier: Apache-2.0
#include "core/storage/people/persontable.h"

#include "core/domain/experiment.h"
#include "core/domain/identifiers.h"
#include "core/storage/connection/connection.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/events/assignmentrow.h"
#include "core/storage/units/totalsrow.h"

#include <algorithm>

namespace xp {

bool EventScopes::holds(std::string_view scope) const
{
    return (project.empty() || scope.starts_with(project + "/")) &&
           (environment.empty() || scope.ends_with("/" + environment));
}

/// Those in which anything was told.
Result<std::vector<std::string>> PersonTable::within(const EventScopes& scopes)
{
    if (!scopes.project.empty() && !scopes.environment.empty())
        return std::vector{scopeOf(scopes.project, scopes.environment)};
    std::vector<std::string> all;
    for (std::optional<std::string> next = std::string(); next;) {
        // From one to the next along the primary key: there are few scopes and many rows.
        const std::string last = *std::exchange(next, std::nullopt);
        auto found =
            m_connection.run("SELECT MIN(scope) FROM user_events WHERE scope > ?", {param(last)}, [&](const Row& row) {
                if (!row.isNull(0))
                    next = row.text(0);
            });
        if (!found)
            return Failure(std::move(found.error()));
        if (next && scopes.holds(*next))
            all.push_back(*next);
    }
    return all;
}

Result<PersonRows> PersonTable::read(const std::string& unit, std::span<const std::string> experimentIds,
                                     const EventScopes& scopes)
{
    PersonRows rows;
    for (const std::string& id : experimentIds) {
        auto assignment = UnitTable(m_connection).find(id, unit);
        if (!assignment)
            return Failure(std::move(assignment.error()));
        if (!*assignment)
            continue;
        PersonRows::InExperiment in{.experimentId = id, .assignment = std::move(**assignment), .events = {}};
        auto read = m_connection.run(
            "SELECT unit_id, id, event_id, event_name, value, occurred_at, received_at, variant, properties"
            " FROM events WHERE experiment_id = ? AND unit_id = ? ORDER BY received_at, id",
            {param(id), param(unit)}, [&](const Row& row) {
                in.events.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.real(4), row.time(5),
                                     row.time(6), row.as<std::int16_t>(7), row.text(8)});
            });
        if (!read)
            return Failure(std::move(read.error()));
        rows.experiments.push_back(std::move(in));
    }
    const auto all = within(scopes);
    if (!all)
        return Failure(all.error());
    for (const std::string& one : *all) {
        auto read = m_connection.run(
            "SELECT unit_id, id, event_id, event_name, value, occurred_at, received_at, properties FROM user_events"
            " WHERE scope = ? AND unit_id = ? ORDER BY received_at, id",
            {param(one), param(unit)}, [&](const Row& row) {
                rows.events.push_back({one,
                                       {row.text(0), row.text(1), row.text(2), row.text(3), row.real(4), row.time(5),
                                        row.time(6), 0, row.text(7)}});
            });
        if (!read)
            return Failure(std::move(read.error()));
    }
    return rows;
}

Result<std::int64_t> PersonTable::change(std::string_view sql, const QVariantList& values)
{
    return m_connection.run(sql, values);
}

/// Returns the number of events removed.
Result<std::int64_t> PersonTable::erase(const std::string& unit, const std::string& experimentId)
{
    const std::string nobody = "erased-" + newUuid();
    const QVariantList person{param(experimentId), param(unit)};
    const QVariantList renamed{param(nobody), param(experimentId), param(unit)};
    const std::string totals = totalsColumns();
    // Copied and removed rather than renamed: the id says where a row lives in a distributed database.
    for (const auto& [sql, values] : std::initializer_list<std::pair<std::string, QVariantList>>{
             {"INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at, forced, context,"
              " exposed_at, exposed_epoch, shown, merged)"
              " SELECT experiment_id, ?, variant, epoch, assigned_at, forced, ?, exposed_at, exposed_epoch, shown,"
              " merged FROM assignments"
              " WHERE experiment_id = ? AND unit_id = ?",
              {param(nobody), param(kErasedContext), param(experimentId), param(unit)}},
             {"INSERT INTO unit_totals (experiment_id, unit_id, " + totals + ") SELECT experiment_id, ?, " + totals +
                  " FROM unit_totals WHERE experiment_id = ? AND unit_id = ?",
              renamed},
             {"DELETE FROM assignments WHERE experiment_id = ? AND unit_id = ?", person},
             {"DELETE FROM unit_totals WHERE experiment_id = ? AND unit_id = ?", person},
             {"DELETE FROM unit_marks WHERE experiment_id = ? AND unit_id = ?", person},
             {"DELETE FROM sealed_sums WHERE experiment_id = ? AND unit_id = ?", person},
             {"DELETE FROM event_ids WHERE experiment_id = ? AND unit_id = ?", person}}) {
        if (auto done = change(sql, values); !done)
            return done;
    }
    return change("DELETE FROM events WHERE experiment_id = ? AND unit_id = ?", person);
}

Result<ErasedRows> PersonTable::erase(const std::string& unit, std::span<const std::string> experimentIds,
                                      const EventScopes& scopes)
{
    ErasedRows erased;
    std::vector<std::string> ordered(experimentIds.begin(), experimentIds.end());
    std::ranges::sort(ordered); // as all who lock several
    for (const std::string& id : ordered) {
        const auto assignment = UnitTable(m_connection).find(id, unit);
        if (!assignment)
            return Failure(assignment.error());
        if (!*assignment)
            continue;
        if (auto locked = lockExclusive(m_connection, id); !locked)
            return Failure(std::move(locked.error()));
        // A merge may have held it, and have given the rows to another id.
        const auto still = UnitTable(m_connection).find(id, unit);
        if (!still)
            return Failure(still.error());
        if (!*still)
            continue;
        const auto events = erase(unit, id);
        if (!events)
            return Failure(events.error());
        erased.events += *events;
        ++erased.assignments;
        erased.experiments.push_back(id);
    }
    const auto all = within(scopes);
    if (!all)
        return Failure(all.error());
    for (const std::string& one : *all) {
        if (auto ids =
                change("DELETE FROM event_ids WHERE experiment_id = ? AND unit_id = ?", {param(one), param(unit)});
            !ids)
            return Failure(std::move(ids.error()));
        const auto events =
            change("DELETE FROM user_events WHERE scope = ? AND unit_id = ?", {param(one), param(unit)});
        if (!events)
            return Failure(events.error());
        erased.events += *events;
    }
    return erased;
}

Result<std::int64_t> PersonTable::eraseEvents(std::span<const std::string> units,
                                              std::span<const std::string> experimentIds)
{
    if (units.empty())
        return 0;
    std::string places;
    QVariantList values;
    for (const std::string& unit : units) {
        places += places.empty() ? "?" : ", ?";
        values.append(param(unit));
    }
    std::int64_t all = 0;
    for (const std::string& id : experimentIds) {
        const auto events = change("DELETE FROM events WHERE experiment_id = ? AND unit_id IN (" + places + ")",
                                   QVariantList{param(id)} + values);
        if (!events)
            return events;
        all += *events;
    }
    return all;
}

} // namespace xp
