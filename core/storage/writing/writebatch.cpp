// SPDX-License-Identifier: Apache-2.0
#include "core/storage/writing/writebatch.h"

#include "core/domain/epochs.h"
#include "core/domain/unitcounters.h"
#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/control/experimenttable.h"
#include "core/storage/people/identitytable.h"
#include "core/storage/units/assignmentcache.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace xp {

Result<std::vector<Outcome>> WriteBatch::run()
{
    collectTasks();
    collectExperiments();
    using Step = Result<void> (WriteBatch::*)();
    for (const Step step : {&WriteBatch::lockExperiments, &WriteBatch::resolveIds, &WriteBatch::collectUnits,
                            &WriteBatch::makeAssignments, &WriteBatch::recordExposures, &WriteBatch::recordEvents,
                            &WriteBatch::recordEventIds, &WriteBatch::insertEvents, &WriteBatch::addStatistics}) {
        if (auto done = (this->*step)(); !done)
            return Failure(std::move(done.error()));
    }
    return std::move(m_outcomes);
}

void WriteBatch::collectTasks()
{
    m_outcomes.resize(m_commands.size());
    m_numbers.resize(m_commands.size());
    m_tasks.reserve(m_commands.size());
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        m_firstTask.push_back(m_tasks.size());
        const auto* record = std::get_if<RecordCommand>(&m_commands[i]);
        if (!record) {
            m_tasks.push_back({.given = xp::experimentOf(m_commands[i]), .command = i});
            continue;
        }
        for (std::size_t listener = 0; listener < record->listeners.size(); ++listener)
            m_tasks.push_back({.given = record->listeners[listener].get(), .command = i, .listener = listener});
    }
}

void WriteBatch::collectExperiments()
{
    for (const Task& task : m_tasks) {
        const std::string_view id = task.given->experiment().id;
        if (m_experiments.empty() || m_experiments.back().id.data() != id.data())
            m_experiments.push_back({id, nullptr});
    }
    std::ranges::sort(m_experiments, {}, &StoredExperiment::id);
    const auto repeated = std::ranges::unique(m_experiments, {}, &StoredExperiment::id);
    m_experiments.erase(repeated.begin(), repeated.end());
}

std::string_view WriteBatch::projectOf(const Command& command)
{
    const auto* record = std::get_if<RecordCommand>(&command);
    return record ? std::string_view(record->scope).substr(0, record->scope.find('/'))
                  : std::string_view(xp::experimentOf(command)->experiment().project);
}

/// The units that the commands' ids mean. Once these are locked: a merge holds them alone.
Result<void> WriteBatch::resolveIds()
{
    m_ids.reserve(m_commands.size());
    for (const Command& command : m_commands)
        m_ids.push_back(std::visit([](const auto& one) { return std::string_view(one.unit); }, command));
    const auto any = m_connection.run("SELECT 1 FROM identities LIMIT 1");
    if (!any)
        return Failure(any.error());
    m_hasAliases = *any > 0;
    if (!m_hasAliases)
        return {};
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text});
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        wanted.add({static_cast<std::int64_t>(i), projectOf(m_commands[i]), m_ids[i]});
    return m_connection
        .runFor(wanted,
                "WITH wanted (position, project, id) AS ({rows}) SELECT w.position, i.unit_id FROM wanted w"
                " JOIN identities i ON i.project = w.project AND i.anonymous_id = w.id",
                [&](const Row& row) { m_ids[row.as<std::size_t>(0)] = m_resolved.emplace_back(row.text(1)); })
        .map([](std::int64_t) {});
}

/// Finds the distinct units, in key order.
Result<void> WriteBatch::collectUnits()
{
    std::vector<std::size_t> experimentOfTask(m_tasks.size());
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        const std::string_view id = m_tasks[i].given->experiment().id;
        const auto it = std::ranges::lower_bound(m_experiments, id, {}, &StoredExperiment::id);
        experimentOfTask[i] = static_cast<std::size_t>(it - m_experiments.begin());
    }
    std::vector<std::size_t> order(m_tasks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto keyOf = [&](std::size_t i) { return std::pair(experimentOfTask[i], m_ids[m_tasks[i].command]); };
    std::ranges::sort(order, {}, keyOf);
    for (const std::size_t i : order) {
        const auto [experiment, unit] = keyOf(i);
        if (m_units.empty() || m_units.back().experiment != experiment || m_units.back().id != unit) {
            m_units.emplace_back();
            m_units.back().experiment = experiment;
            m_units.back().id = unit;
        }
        m_tasks[i].unit = m_units.size() - 1;
    }
    return {};
}

/// The experiments whose units' exposures the batch tells, where these are explicit, by the newest copy at hand. Such
/// an exposure reads what was stored of its unit before: nothing may come in beside it.
std::set<std::string_view> WriteBatch::toldExposures() const
{
    std::set<std::string_view> told;
    for (const Command& command : m_commands) {
        const auto* expose = std::get_if<ExposeCommand>(&command);
        if (!expose)
            continue;
        const Experiment& given = expose->experiment->experiment();
        const auto reread = m_reread.find(given.id);
        const bool isNewer = reread != m_reread.end() && reread->second->experiment().version > given.version;
        const Experiment& known = isNewer ? reread->second->experiment() : given;
        if (known.enrolment.exposure == Exposure::Explicit)
            told.insert(given.id);
    }
    return told;
}

/// What is stored, as another command of the batch or the database has it, may want a lock that is held alone.
Result<void> WriteBatch::checkHeldAlone(const std::set<std::string_view>& alone)
{
    if (!m_connection.isPostgres())
        return {};
    bool isStale = false;
    for (const Command& command : m_commands) {
        const auto* expose = std::get_if<ExposeCommand>(&command);
        if (!expose)
            continue;
        const std::string_view id = expose->experiment->experiment().id;
        const LiveExperimentPtr& live = std::ranges::lower_bound(m_experiments, id, {}, &StoredExperiment::id)->live;
        if (!live || live->experiment().enrolment.exposure != Exposure::Explicit || alone.contains(id))
            continue;
        m_reread[std::string(id)] = live;
        isStale = true;
    }
    return isStale ? Result<void>(Failure(classifyState("40001", "exposures have become explicit meanwhile")))
                   : Result<void>();
}

Result<void> WriteBatch::lockExperiments()
{
    std::set<std::string_view> projects;
    for (const Command& command : m_commands)
        projects.insert(projectOf(command));
    std::deque<std::string> names; // first the identities, as those who change them do
    for (const std::string_view project : projects)
        names.push_back(IdentityTable::lockName(project));
    std::vector<std::string_view> ids(names.begin(), names.end());
    for (const StoredExperiment& experiment : m_experiments)
        ids.push_back(experiment.id);
    const std::set<std::string_view> alone = toldExposures();
    const auto state = lockShared(m_connection, ids, alone);
    if (!state)
        return Failure(state.error());
    m_removals = state->removals;
    const auto& versions = state->versions;

    const auto offer = [&](const LiveExperimentPtr& live) {
        const std::string_view id = live->experiment().id;
        const auto it = std::ranges::lower_bound(m_experiments, id, {}, &StoredExperiment::id);
        const auto version = versions.find(id);
        if (!it->live && version != versions.end() && version->second == live->experiment().version)
            it->live = live;
    };
    const LiveExperiment* offered = nullptr;
    for (const Command& command : m_commands) {
        if (const auto* record = std::get_if<RecordCommand>(&command)) {
            std::ranges::for_each(record->listeners, offer);
            continue;
        }
        const auto given = [&](const auto& one) {
            if constexpr (requires { one.experiment; }) {
                if (one.experiment.get() != offered)
                    offer(one.experiment);
                offered = one.experiment.get();
            }
        };
        std::visit(given, command);
    }
    for (StoredExperiment& experiment : m_experiments) {
        const auto version = versions.find(experiment.id);
        if (experiment.live || version == versions.end())
            continue;
        LiveExperimentPtr& reread = m_reread[std::string(experiment.id)];
        if (!reread || reread->experiment().version != version->second) {
            auto found = ExperimentTable(m_connection).find(std::string(experiment.id));
            if (!found)
                return Failure(std::move(found.error()));
            reread = std::make_shared<const LiveExperiment>(std::move(*found));
        }
        experiment.live = reread;
    }
    return checkHeldAlone(alone);
}

/// Whether the unit's assignment is one that stays as it is, and is the unit's own: what the cache keeps of an
/// experiment that clients evaluate is what they show, of an exposure that is told it keeps nothing, and what was
/// known of an id before it was joined to another holds no more.
bool WriteBatch::isMemorable(const Unit& unit) const
{
    const LiveExperimentPtr& live = m_experiments[unit.experiment].live;
    return m_known && !m_hasAliases && live && !isExplicit(unit) && !live->experiment().evaluatedLocally;
}

/// Takes from memory what would be read the same.
void WriteBatch::recallAssignments()
{
    if (!m_known)
        return;
    m_knownAt = m_known->trust(m_connection.serverRun(), m_removals);
    if (!m_knownAt)
        return;
    for (Unit& unit : m_units) {
        const auto known = isMemorable(unit) ? m_known->find(experimentOf(unit).id, unit.id) : std::nullopt;
        if (!known || known->leftOut != LeftOut::No)
            continue;
        unit.assigned = true;
        unit.variant = known->variant;
        unit.epoch = unit.exposedEpoch = known->epoch;
        unit.assignedAt = known->assignedAt;
        unit.exposedAt = known->assignedAt;
    }
}

void WriteBatch::learn(const Unit& unit)
{
    if (m_knownAt && unit.createdBy == kNobody && unit.leftOut == LeftOut::No && isMemorable(unit))
        m_known->insert(experimentOf(unit).id, unit.id, {unit.variant, unit.assignedAt, unit.leftOut, unit.epoch},
                        *m_knownAt);
}

Result<void> WriteBatch::readAssignments()
{
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text});
    wanted.reserve(m_units.size());
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const Unit& unit = m_units[i];
        if (m_experiments[unit.experiment].live && !unit.assigned)
            wanted.add({static_cast<std::int64_t>(i), m_experiments[unit.experiment].id, unit.id});
    }
    return m_connection
        .runFor(wanted,
                "WITH wanted (position, experiment_id, unit_id) AS ({rows})"
                " SELECT wanted.position, a.variant, a.epoch, a.assigned_at, a.forced, a.exposed_at, a.exposed_epoch"
                " FROM wanted JOIN assignments a"
                " ON a.experiment_id = wanted.experiment_id AND a.unit_id = wanted.unit_id",
                [&](const Row& row) {
                    Unit& unit = m_units[row.as<std::size_t>(0)];
                    unit.assigned = true;
                    unit.variant = row.as<std::int16_t>(1);
                    unit.epoch = row.as<std::int32_t>(2);
                    unit.assignedAt = row.time(3);
                    unit.leftOut = row.as<LeftOut>(4);
                    unit.exposedAt = isExplicit(unit) ? row.optionalTime(5) : std::optional(unit.assignedAt);
                    unit.exposedEpoch = isExplicit(unit) ? row.as<std::int32_t>(6) : unit.epoch;
                    learn(unit);
                })
        .map([](std::int64_t) {});
}

/// What a unit without an assignment gets under the rules as they are stored; the command's own answer when it was made
/// under these. Conditions are not known here: where they have changed since, nobody is let in by the old ones.
WriteBatch::Decision WriteBatch::decide(std::size_t position) const
{
    const auto& command = std::get<AssignCommand>(m_commands[position]);
    const Unit& unit = unitOf(position);
    const LiveExperimentPtr& live = m_experiments[unit.experiment].live;
    if (!live)
        return {};
    const Experiment& stored = live->experiment();
    if (command.experiment->experiment().version == stored.version)
        return {command.variant, command.leftOut};
    if (const auto forced = live->forcedVariant(unit.id))
        return {forced, LeftOut::ByName};
    if (!command.variant)
        return {};
    if (stored.status != Status::Running)
        return {.refused = AssignmentReason::NotRunning};
    if (!live->bucketing().admits(drawnOf(position)))
        return {.refused = AssignmentReason::Traffic};
    if (!stored.enrolment.letsInLike(command.experiment->experiment().enrolment))
        return {.refused = AssignmentReason::Targeting};
    return {static_cast<std::int16_t>(live->bucketing().variantOf(drawnOf(position))), command.leftOut};
}

/// What the split of a command's unit is drawn from; the person's id where that of the command was joined to it.
std::string_view WriteBatch::drawnOf(std::size_t command) const
{
    const auto drawn = [](const auto& one) {
        if constexpr (requires { one.drawn; })
            return std::string_view(one.drawn);
        else
            return std::string_view();
    };
    const std::string_view told = std::visit(drawn, m_commands[command]);
    return told.empty() ? unitOf(command).id : told;
}

/// A unit that is not analysed may see another variant.
Result<void> WriteBatch::moveForced(std::size_t command)
{
    Unit& unit = unitOf(command);
    const Decision decision = decide(command);
    const bool isSame = unit.leftOut == LeftOut::ByName && decision.variant == unit.variant;
    if (decision.leftOut != LeftOut::ByName || !decision.variant || isSame)
        return {};
    const auto moved = m_connection.run(
        "UPDATE assignments SET variant = ?, forced = ? WHERE experiment_id = ? AND unit_id = ? AND forced = ?",
        {param(int(*decision.variant)), param(int(LeftOut::ByName)), param(experimentOf(unit).id), param(unit.id),
         param(int(unit.leftOut))});
    if (!moved)
        return Failure(moved.error());
    if (const auto counter = exclusionCounter(unit.leftOut); counter && *moved > 0)
        --m_sums[{std::string(experimentOf(unit).id), unit.variant, *counter, dayOf(unit.assignedAt), unit.epoch}]
              .units;
    unit.variant = *decision.variant;
    unit.leftOut = LeftOut::ByName;
    return {};
}

Result<void> WriteBatch::makeAssignments()
{
    recallAssignments();
    if (auto read = readAssignments(); !read)
        return read;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const auto* assign = std::get_if<AssignCommand>(&m_commands[i]);
        if (!assign)
            continue;
        Unit& unit = unitOf(i);
        if (unit.assigned) {
            if (auto moved = unit.leftOut != LeftOut::No ? moveForced(i) : Result<void>(); !moved)
                return moved;
            continue;
        }
        const Decision decision = decide(i);
        m_outcomes[i].refused = decision.refused;
        if (decision.variant) {
            unit.assigned = true;
            unit.leftOut = decision.leftOut;
            unit.variant = *decision.variant;
            unit.epoch = m_experiments[unit.experiment].live->epoch();
            unit.assignedAt = assign->at;
            unit.createdBy = i;
            unit.exposedEpoch = unit.epoch;
            if (!isExplicit(unit))
                unit.exposedAt = unit.assignedAt;
        }
    }
    if (auto inserted = insertAssignments(); !inserted)
        return inserted;
    answerAssignments();
    return {};
}

Result<void> WriteBatch::insertAssignments()
{
    RowSet rows(
        {RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Text});
    for (const Unit& unit : m_units) {
        if (unit.createdBy != kNobody)
            rows.add({m_experiments[unit.experiment].id, unit.id, std::int64_t{unit.variant}, std::int64_t{unit.epoch},
                      toMicros(unit.assignedAt), std::int64_t(unit.leftOut),
                      std::string_view(std::get<AssignCommand>(m_commands[unit.createdBy]).context)});
    }
    std::vector<bool> isOurs(m_units.size());
    const auto inserted = m_connection.runFor(
        rows,
        "INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at, forced, context) {rows}"
        " ON CONFLICT (experiment_id, unit_id) DO NOTHING RETURNING experiment_id, unit_id",
        [&](const Row& row) {
            if (const std::size_t unit = positionOf(row.view(0), row.view(1)); unit < m_units.size())
                isOurs[unit] = true;
        });
    if (!inserted)
        return Failure(inserted.error());
    if (static_cast<std::size_t>(*inserted) == rows.size())
        return {};
    // Another writer was quicker with some: theirs hold, be they the same to the microsecond.
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        if (m_units[i].createdBy != kNobody && !isOurs[i])
            m_units[i] = {.experiment = m_units[i].experiment, .id = m_units[i].id};
    }
    return readAssignments();
}

bool WriteBatch::assignedBefore(const Unit& unit, std::size_t command) const
{
    return unit.assigned && (unit.createdBy == kNobody || unit.createdBy < command);
}

void WriteBatch::answerAssignments()
{
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (!std::holds_alternative<RecordCommand>(m_commands[i]))
            answer(i);
    }
}

void WriteBatch::answer(std::size_t command)
{
    const Unit& unit = unitOf(command);
    const bool known = assignedBefore(unit, command);
    Outcome& outcome = m_outcomes[command];
    if (std::holds_alternative<TrackCommand>(m_commands[command]))
        outcome.kind = known ? Outcome::Kind::Stored : Outcome::Kind::Unassigned;
    else if (known)
        outcome.kind = Outcome::Kind::Found;
    else if (std::holds_alternative<ExposeCommand>(m_commands[command]))
        outcome.kind = Outcome::Kind::Unassigned;
    else
        outcome.kind = unit.createdBy == command ? Outcome::Kind::Created : Outcome::Kind::None;
    if (known && isMovedByPhase(unit)) {
        const Bucketing& bucketing = experimentOf(unit).live->bucketing();
        if (!bucketing.admits(drawnOf(command)) && std::holds_alternative<AssignCommand>(m_commands[command]))
            outcome.kind = Outcome::Kind::None;
        outcome.variant = static_cast<std::int16_t>(bucketing.variantOf(drawnOf(command)));
        outcome.leftOut = unit.leftOut;
        outcome.epoch = unit.epoch;
        outcome.assignedAt = unit.assignedAt;
    } else if (known || unit.createdBy == command) {
        outcome.variant = unit.variant;
        outcome.leftOut = unit.leftOut;
        outcome.epoch = unit.epoch;
        outcome.assignedAt = unit.assignedAt;
    }
}

bool WriteBatch::isMovedByPhase(const Unit& unit) const
{
    const LiveExperimentPtr& live = experimentOf(unit).live;
    return live && unit.leftOut != LeftOut::ByName && xp::isMovedByPhase(live->experiment(), unit.epoch);
}

std::size_t WriteBatch::positionOf(std::string_view experiment, std::string_view unit) const
{
    const auto it = std::ranges::lower_bound(m_units, std::pair(experiment, unit), {},
                                             [&](const Unit& u) { return std::pair(experimentOf(u).id, u.id); });
    return static_cast<std::size_t>(it - m_units.begin());
}

bool WriteBatch::isExplicit(const Unit& unit) const
{
    const LiveExperimentPtr& live = m_experiments[unit.experiment].live;
    return live && live->experiment().enrolment.exposure == Exposure::Explicit;
}

} // namespace xp
