// SPDX-License-Identifier: Apache-2.0
#include "core/storage/writing/writebatch.h"

#include "core/domain/unitcounters.h"
#include "core/storage/connection/connection.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/events/retention.h"
#include "core/storage/timeorderedid.h"

#include <algorithm>
#include <set>

namespace xp {

/// Tracked events, once it is known which units are assigned.
void WriteBatch::placeTracked()
{
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const auto* track = std::get_if<TrackCommand>(&m_commands[i]);
        if (!track || m_outcomes[i].kind != Outcome::Kind::Stored)
            continue;
        Task& task = m_tasks[m_firstTask[i]];
        task.event = Task::Event::Stored;
        task.name = track->event;
        task.eventId = track->eventId;
        task.properties = track->properties;
        task.value = track->value;
        const Unit& unit = m_units[task.unit];
        task.time = track->time.value_or(std::max(track->receivedAt, unit.exposedAt.value_or(unit.assignedAt)));
        task.receivedAt = track->receivedAt;
        task.number = timeOrderedNumber();
    }
}

/// Recorded events go by their time alone: those of this batch, and for units that it exposes those stored before.
Result<void> WriteBatch::recordEvents()
{
    placeTracked();
    if (auto done = findEarlierEvents().and_then([&] { return findRevisited(); }); !done)
        return done;
    if (auto done = recordScopeIds(); !done)
        return done;
    for (Task& task : m_tasks) {
        if (task.command != kNobody && std::holds_alternative<RecordCommand>(m_commands[task.command])) {
            const auto& record = std::get<RecordCommand>(m_commands[task.command]);
            if (m_outcomes[task.command].kind != Outcome::Kind::Stored)
                continue;
            task.name = record.event;
            task.eventId = record.eventId;
            task.properties = record.properties;
            task.value = record.value;
            task.time = record.time.value_or(record.receivedAt);
            task.receivedAt = record.receivedAt;
            task.number = m_numbers[task.command];
            placeRecorded(task);
            keepIfOverlooked(task);
        }
    }
    return insertUserEvents();
}

/// Where another writer can be assigning the unit at this moment.
void WriteBatch::keepIfOverlooked(const Task& task)
{
    const Unit& unit = m_units[task.unit];
    const LiveExperimentPtr& live = experimentOf(unit).live;
    if (!m_connection.isPostgres() || unit.assigned || !live || isExplicit(unit))
        return;
    // Under a pseudonym, or once ids are joined, it may be drawn by another id than its own.
    const bool mayBeDrawn =
        m_hasAliases || m_connection.url().pseudonyms.isOn() || live->bucketing().everAdmitted(unit.id);
    if (live->experiment().status == Status::Running && live->listensTo(task.name) && mayBeDrawn)
        m_overlooked.push_back(RevisitCommand{
            .experiment = live, .unit = std::string(unit.id), .receivedAt = task.receivedAt, .number = task.number});
}

void WriteBatch::placeRecorded(Task& task) const
{
    const Unit& unit = m_units[task.unit];
    const LiveExperimentPtr& live = experimentOf(unit).live;
    const bool isHeard = unit.assigned && live && live->listensTo(task.name);
    const bool isLate = isHeard && live->experiment().stoppedAt && task.time > *live->experiment().stoppedAt;
    if (!isHeard || isLate)
        return;
    if (unit.exposedAt && task.time >= *unit.exposedAt)
        task.event = Task::Event::Stored;
    else if (!unit.exposedAt || task.time >= *unit.exposedAt - live->covariateWindow())
        task.event = Task::Event::Before;
}

/// Tells the recorded events that are new from those whose id is stored already.
Result<void> WriteBatch::recordScopeIds()
{
    using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
    std::map<Key, std::size_t> firstOf; ///< command
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const auto* record = std::get_if<RecordCommand>(&m_commands[i]);
        if (!record)
            continue;
        m_numbers[i] = timeOrderedNumber();
        const bool isNew =
            record->eventId.empty() || firstOf.try_emplace({record->scope, m_ids[i], record->eventId}, i).second;
        m_outcomes[i].kind = isNew && record->eventId.empty() ? Outcome::Kind::Stored : Outcome::Kind::Duplicate;
    }
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Text});
    for (const auto& [key, command] : firstOf)
        rows.add({std::get<0>(key), std::get<1>(key), std::get<2>(key)});
    return m_connection
        .runFor(rows,
                "INSERT INTO event_ids (experiment_id, unit_id, event_id) {rows}"
                " ON CONFLICT (experiment_id, unit_id, event_id) DO NOTHING RETURNING experiment_id, unit_id, event_id",
                [&](const Row& row) {
                    const std::string scope = row.text(0);
                    const std::string unit = row.text(1);
                    const std::string eventId = row.text(2);
                    if (const auto it = firstOf.find({scope, unit, eventId}); it != firstOf.end())
                        m_outcomes[it->second].kind = Outcome::Kind::Stored;
                })
        .map([](std::int64_t) {});
}

/// What is stored of the users whom this batch exposes: events that came before the exposure, and those that arrived
/// before it though they happened after it.
Result<void> WriteBatch::findEarlierEvents()
{
    std::deque<std::string> scopes; // referred to by the rows
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Integer});
    std::size_t last = kNobody;
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const Unit& unit = m_units[i];
        if (unit.createdBy == kNobody || isExplicit(unit) || !experimentOf(unit).live)
            continue;
        const LiveExperiment& live = *experimentOf(unit).live;
        if (last != unit.experiment)
            scopes.push_back(scopeOf(live.experiment().project, live.experiment().environment));
        last = unit.experiment;
        wanted.add({static_cast<std::int64_t>(i), std::string_view(scopes.back()), unit.id,
                    toMicros(unit.assignedAt - live.covariateWindow())});
    }
    if (wanted.empty())
        return {};
    const auto any = m_connection.run("SELECT 1 FROM user_events LIMIT 1");
    if (!any)
        return Failure(any.error());
    if (*any == 0)
        return {};
    return m_connection
        .runFor(wanted,
                "WITH wanted (position, scope, unit_id, since) AS ({rows})"
                " SELECT w.position, u.received_at, u.id, u.event_id, u.event_name, u.value, u.occurred_at,"
                " u.properties FROM wanted w JOIN user_events u ON u.scope = w.scope AND u.unit_id = w.unit_id"
                " WHERE u.occurred_at >= w.since",
                [&](const Row& row) { placeEarlier(row); })
        .map([](std::int64_t) {});
}

/// A recorded event of a unit: its position, then time of arrival, number, id, name, value, time and properties.
void WriteBatch::placeEarlier(const Row& row)
{
    const UserEvent& event = m_earlier.emplace_back(UserEvent{row.text(4), row.text(3), row.text(7)});
    Task task{.unit = row.as<std::size_t>(0),
              .name = event.name,
              .eventId = event.eventId,
              .properties = event.properties,
              .value = row.real(5),
              .time = row.time(6),
              .receivedAt = row.time(1),
              .number = row.integer(2)};
    placeRecorded(task);
    if (task.event != Task::Event::None)
        m_tasks.push_back(task);
}

/// Whether it can be told of an event that is revisited that it does not count yet. One without an id is known by its
/// mark, if it came before the exposure, which is left for a time only; else by its row, until that is sealed. What a
/// replica comes back to later (it was cut off) is left to a recomputation: better that it waits than counts twice.
bool WriteBatch::isUncounted(const Row& row, bool isMarkGone, Timestamp sealed) const
{
    const Unit& unit = m_units[row.as<std::size_t>(0)];
    const bool hasId = !row.text(3).empty();
    const bool isHistory = !unit.exposedAt || row.time(6) < *unit.exposedAt;
    return hasId || (isHistory ? !isMarkGone : row.time(1) >= sealed);
}

/// What has been overlooked: events of units that have an assignment by now, whose maker has not seen them.
Result<void> WriteBatch::findRevisited()
{
    std::deque<std::string> texts; // referred to by the rows
    std::set<std::int64_t> late;   // by a clock that nobody sets
    RowSet wanted(
        {RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Text});
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const auto* revisit = std::get_if<RevisitCommand>(&m_commands[i]);
        // No transaction takes that long: the assignment's has seen it.
        const bool isSeen = revisit && unitOf(i).assignedAt - kClocksDiffer >= revisit->receivedAt;
        if (!revisit || !unitOf(i).assigned || isSeen)
            continue;
        if (std::chrono::steady_clock::now() - revisit->since > kMarksLast)
            late.insert(revisit->number);
        const Experiment& experiment = revisit->experiment->experiment();
        wanted.add({static_cast<std::int64_t>(m_tasks[m_firstTask[i]].unit), std::string_view(experiment.id),
                    std::string_view(texts.emplace_back(scopeOf(experiment.project, experiment.environment))),
                    unitOf(i).id, toMicros(revisit->receivedAt), revisit->number,
                    std::string_view(texts.emplace_back(historyMark(revisit->number)))});
    }
    if (wanted.empty())
        return {};
    const auto sealed = sealedUntil(m_connection);
    if (!sealed)
        return Failure(sealed.error());
    return m_connection
        .runFor(wanted,
                "WITH a (position, experiment_id, scope, unit_id, received_at, id, mark) AS ({rows})"
                " SELECT a.position, u.received_at, u.id, u.event_id, u.event_name, u.value, u.occurred_at,"
                " u.properties FROM a JOIN user_events u ON u.scope = a.scope AND u.unit_id = a.unit_id"
                " AND u.received_at = a.received_at AND u.id = a.id"
                " WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.experiment_id = a.experiment_id"
                " AND e.received_at = u.received_at AND e.unit_id = u.unit_id AND e.id = u.id)"
                " AND NOT EXISTS (SELECT 1 FROM event_ids i WHERE i.experiment_id = a.experiment_id"
                " AND i.unit_id = u.unit_id AND i.event_id = a.mark)",
                [&](const Row& row) {
                    if (isUncounted(row, late.contains(row.integer(2)), *sealed))
                        placeEarlier(row);
                })
        .map([](std::int64_t) {});
}

Result<void> WriteBatch::insertUserEvents()
{
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Real,
                 RowSet::Integer, RowSet::Text});
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const auto* record = std::get_if<RecordCommand>(&m_commands[i]);
        if (!record || m_outcomes[i].kind != Outcome::Kind::Stored)
            continue;
        rows.add({std::string_view(record->scope), m_ids[i], toMicros(record->receivedAt), m_numbers[i],
                  std::string_view(record->eventId), std::string_view(record->event), record->value,
                  toMicros(record->time.value_or(record->receivedAt)), std::string_view(record->properties)});
    }
    return m_connection
        .runFor(rows, "INSERT INTO user_events (scope, unit_id, received_at, id, event_id, event_name, value,"
                      " occurred_at, properties) {rows}")
        .map([](std::int64_t) {});
}

/// A task's event, as it is known in its experiment.
struct WriteBatch::EventId
{
    std::size_t unit = 0;
    std::string_view eventId;
    std::size_t task = 0;
    bool isFresh = false;

    auto key() const { return std::pair(unit, eventId); }
};

/// The event's id; of a history that was found without one a mark that tells other replicas, for as long as one of them
/// may ask. Empty: it needs none, or has no place yet.
std::string_view WriteBatch::idOf(const Task& task)
{
    const Unit& unit = m_units[task.unit];
    if (task.event == Task::Event::None || (task.event == Task::Event::Before && !unit.exposedAt))
        return {};
    const bool isAskedFor = task.event == Task::Event::Before && task.command == kNobody && m_connection.isPostgres() &&
                            task.receivedAt > unit.assignedAt - kClocksDiffer;
    return task.eventId.empty() && isAskedFor ? m_marks.emplace_back(historyMark(task.number)) : task.eventId;
}

/// An event that came both ways, or to another replica as well, counts once in its experiment; as a history, too.
Result<void> WriteBatch::recordEventIds()
{
    std::vector<EventId> ids;
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        if (const std::string_view id = idOf(m_tasks[i]); !id.empty())
            ids.push_back({m_tasks[i].unit, id, i});
    }
    std::ranges::stable_sort(ids, {}, &EventId::key); // of equal ones the first command stays first
    auto done = insertEventIds(ids, false).and_then([&] { return insertEventIds(ids, true); });
    if (!done)
        return done;
    for (const EventId& id : ids) {
        if (id.isFresh)
            continue;
        Task& task = m_tasks[id.task];
        task.event = Task::Event::None;
        if (task.command != kNobody && std::holds_alternative<TrackCommand>(m_commands[task.command]))
            m_outcomes[task.command].kind = Outcome::Kind::Duplicate;
    }
    return {};
}

/// Those of one kind, of each the first; finds out which are fresh.
Result<void> WriteBatch::insertEventIds(std::vector<EventId>& ids, bool isHistory)
{
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Text});
    rows.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Unit& unit = m_units[ids[i].unit];
        const bool isFirst = i == 0 || ids[i - 1].key() != ids[i].key();
        if (isFirst && (m_tasks[ids[i].task].event == Task::Event::Before) == isHistory)
            rows.add({experimentOf(unit).id, unit.id, ids[i].eventId});
    }
    const std::string sql =
        std::string("INSERT INTO event_ids (experiment_id, unit_id, event_id") +
        (isHistory ? ", history) WITH told (experiment_id, unit_id, event_id) AS ({rows})"
                     " SELECT experiment_id, unit_id, event_id, 1 FROM told WHERE 1 = 1"
                   : ") {rows}") +
        " ON CONFLICT (experiment_id, unit_id, event_id) DO NOTHING RETURNING experiment_id, unit_id, event_id";
    return m_connection
        .runFor(rows, sql,
                [&](const Row& row) {
                    const std::string experimentId = row.text(0);
                    const std::string unitId = row.text(1);
                    const std::string eventId = row.text(2);
                    const std::pair key(positionOf(experimentId, unitId), std::string_view(eventId));
                    const auto id = std::ranges::lower_bound(ids, key, {}, &EventId::key);
                    if (id != ids.end())
                        id->isFresh = true;
                })
        .map([](std::int64_t) {});
}

Result<void> WriteBatch::insertEvents()
{
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Real,
                 RowSet::Integer, RowSet::Integer, RowSet::Text});
    RowSet byUnit = rows; // of experiments where exposures are explicit
    std::vector<const Task*> stored;
    stored.reserve(m_tasks.size());
    for (const Task& task : m_tasks) {
        if (task.event == Task::Event::Stored)
            stored.push_back(&task);
    }
    // In the order of the table: one place after the other, rather than each looked for.
    std::ranges::sort(stored, {}, [&](const Task* t) {
        return std::tuple(m_units[t->unit].experiment, t->receivedAt, t->unit, t->number);
    });
    rows.reserve(stored.size());
    for (const Task* event : stored) {
        const Task& task = *event;
        const Unit& unit = m_units[task.unit];
        (isExplicit(unit) ? byUnit : rows)
            .add({experimentOf(unit).id, unit.id, toMicros(task.receivedAt), task.number, task.eventId, task.name,
                  task.value, toMicros(task.time), std::int64_t{unit.variant}, task.properties});
    }
    return m_connection
        .runFor(rows, "INSERT INTO events (experiment_id, unit_id, received_at, id, event_id, event_name, value,"
                      " occurred_at, variant, properties) {rows}")
        .and_then([&](std::int64_t) {
            return m_connection.runFor(
                byUnit,
                "INSERT INTO events (experiment_id, unit_id, received_at, id, event_id, event_name, value,"
                " occurred_at, variant, properties, by_unit) WITH told (experiment_id, unit_id, received_at, id,"
                " event_id, event_name, value, occurred_at, variant, properties) AS ({rows})"
                " SELECT experiment_id, unit_id, received_at, id, event_id, event_name, value, occurred_at,"
                " variant, properties, 1 FROM told");
        })
        .map([](std::int64_t) {});
}

Result<void> WriteBatch::addStatistics()
{
    MomentSums& sums = m_sums;
    for (const Unit& unit : m_units) {
        if (unit.createdBy == kNobody)
            continue;
        const LiveExperiment& live = *experimentOf(unit).live;
        MomentKey key{live.experiment().id, unit.variant, kUnitsOnly, dayOf(unit.assignedAt), unit.epoch};
        if (unit.leftOut != LeftOut::No) {
            if (const auto counter = exclusionCounter(unit.leftOut)) {
                key.metric = *counter;
                ++sums[key].units;
            }
            continue;
        }
        if (isExplicit(unit)) { // counts once it is exposed
            key.metric = kAssignedUnits;
            ++sums[key].units;
            continue;
        }
        ++sums[key].units;
        for (std::size_t i = 0; live.keepsCovariates() && i < live.experiment().metrics.size(); ++i) {
            key.metric = static_cast<std::int16_t>(i);
            sums.of({key, false}) += live.contribution(key.metric, {}, {});
        }
    }
    std::vector<const Task*> counted;
    counted.reserve(m_tasks.size());
    for (const Task& task : m_tasks) {
        if (task.event != Task::Event::None && m_units[task.unit].isAnalysed())
            counted.push_back(&task);
    }
    std::ranges::stable_sort(counted, {}, &Task::unit); // quicker than to sort what they change
    TotalsUpdate totals;
    totals.reserve(2 * counted.size()); // a metric, and whether its unit has converted at all
    for (const Task* task : counted)
        count(*task, totals);
    if (auto done = totals.write(m_connection, sums); !done)
        return done;
    return sums.write(m_connection, m_writer);
}

void WriteBatch::count(const Task& task, TotalsUpdate& totals)
{
    const Unit& unit = m_units[task.unit];
    const LiveExperiment& live = *experimentOf(unit).live;
    const UnitEvent event{task.name, task.value, task.time, task.properties};
    const auto changes = live.changes(event, *unit.exposedAt);
    for (const MetricChange& change : changes)
        totals.add(live, unit.id, unit.cell(), change);
    if (live.keepsCovariates()) {
        for (const MetricChange& change : live.covariateChanges(event, *unit.exposedAt))
            totals.add(live, unit.id, unit.cell(), change);
    }
    const bool isRecorded = task.command != kNobody && std::holds_alternative<RecordCommand>(m_commands[task.command]);
    if (isRecorded && !changes.empty())
        m_outcomes[task.command].counted.push_back({task.listener, unit.variant});
}

} // namespace xp
