// SPDX-License-Identifier: Apache-2.0
#include "core/domain/epochs.h"
#include "core/domain/unitcounters.h"
#include "core/storage/connection/connection.h"
#include "core/storage/events/keptcovariates.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/writing/writebatch.h"

#include <algorithm>

namespace xp {

/// Exposures of units whose assignment is known by now, before the events of the batch: these find the unit as it is
/// after all of them, so that neither the order of commands nor that of batches matters.
Result<void> WriteBatch::recordExposures()
{
    const ExposedUnits all = exposed();
    if (all.empty())
        return {};
    if (auto done = recordShown(all); !done)
        return done;
    if (auto done = beginToCount(all); !done)
        return done;
    answerExposures();
    return {};
}

/// One for each assigned unit: its earliest time, and the variant shown, another one than ours if there was one.
WriteBatch::ExposedUnits WriteBatch::exposed() const
{
    ExposedUnits all;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const auto* expose = std::get_if<ExposeCommand>(&m_commands[i]);
        if (!expose || m_outcomes[i].kind != Outcome::Kind::Found)
            continue;
        const std::size_t position = m_tasks[m_firstTask[i]].unit;
        const Unit& unit = m_units[position];
        Exposed& one = all.try_emplace(position, Exposed{.command = i, .at = {}, .shown = {}}).first->second;
        const LiveExperiment& live = *experimentOf(unit).live;
        const Timestamp at = exposureOf(*expose, unit);
        const bool isOver = live.experiment().stoppedAt && at > *live.experiment().stoppedAt;
        if (isExplicit(unit) && !isOver && (!one.at || at < *one.at))
            one.at = at;
        if (expose->shown && !isMovedByPhase(unit) &&
            (!one.shown || (*one.shown == unit.variant && *expose->shown != unit.variant))) {
            one.shown = expose->shown;
            one.shownBy = i;
        }
    }
    return all;
}

/// Clients' clocks may be wrong: nobody sees a variant before getting it, or tells it before seeing it.
Timestamp WriteBatch::exposureOf(const ExposeCommand& command, const Unit& unit) const
{
    return std::max(std::min(command.time.value_or(command.receivedAt), command.receivedAt), unit.assignedAt);
}

/// The first variant told is kept; another one than ours replaces ours. Each of the two statements changes a row at
/// most once, whoever else writes to it.
Result<void> WriteBatch::recordShown(const ExposedUnits& all)
{
    return countShown(all, true).and_then([&] { return countShown(all, false); });
}

Result<void> WriteBatch::countShown(const ExposedUnits& all, bool isFirst)
{
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer});
    for (const auto& [position, one] : all) {
        const Unit& unit = m_units[position];
        if (one.shown && (isFirst || *one.shown != unit.variant))
            rows.add({experimentOf(unit).id, unit.id, std::int64_t{*one.shown}});
    }
    const std::string sql =
        std::string(
            "WITH told (experiment_id, unit_id, shown) AS ({rows})"
            " UPDATE assignments SET shown = told.shown FROM told"
            " WHERE assignments.experiment_id = told.experiment_id AND assignments.unit_id = told.unit_id AND ") +
        (isFirst ? "assignments.shown IS NULL" : "assignments.shown = assignments.variant") +
        " RETURNING assignments.experiment_id, assignments.unit_id";
    return m_connection
        .runFor(rows, sql,
                [&](const Row& row) {
                    const std::string experiment = row.text(0);
                    const std::size_t position = positionOf(experiment, row.text(1));
                    const Unit& unit = m_units[position];
                    const Exposed& told = all.at(position);
                    const bool isOther = *told.shown != unit.variant;
                    m_outcomes[told.shownBy].isShownOther = isOther;
                    if (!unit.isCounted())
                        return;
                    Moments& sum = m_sums[{experiment, unit.variant, kShownUnits, dayOf(unit.assignedAt), unit.epoch}];
                    sum.units += isFirst ? 1 : 0;
                    sum.converted += isOther ? 1 : 0;
                })
        .map([](std::int64_t) {});
}

/// Where exposures are explicit: the units that are exposed now, or were exposed earlier than was known.
Result<void> WriteBatch::beginToCount(const ExposedUnits& all)
{
    std::vector<PlacedUnit> was;
    std::vector<PlacedUnit> moved; // as they are, in the order of `was`
    std::vector<PlacedUnit> is;
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer});
    for (const auto& [position, one] : all) {
        Unit& unit = m_units[position];
        if (!one.at || (unit.exposedAt && *unit.exposedAt <= *one.at))
            continue;
        const LiveExperiment& live = *experimentOf(unit).live;
        const bool isMoved = unit.isAnalysed();
        if (isMoved)
            was.push_back({&live, unit.id, unit.cell(), *unit.exposedAt, unit.assignedAt});
        else if (unit.isCounted())
            ++m_sums[{live.experiment().id, unit.variant, kAssignedUnits, dayOf(unit.assignedAt), unit.epoch}]
                  .converted;
        m_outcomes[one.command].kind = unit.exposedAt ? Outcome::Kind::Found : Outcome::Kind::Created;
        unit.exposedAt = one.at;
        unit.exposedEpoch = epochOfExposure(live.experiment(), unit.epoch, *one.at);
        if (unit.isCounted())
            is.push_back({&live, unit.id, unit.cell(), *unit.exposedAt, unit.assignedAt});
        if (isMoved)
            moved.push_back(is.back());
        rows.add({experimentOf(unit).id, unit.id, toMicros(*unit.exposedAt), std::int64_t{unit.exposedEpoch}});
    }
    auto stored = m_connection.runFor(
        rows, "WITH told (experiment_id, unit_id, at, epoch) AS ({rows})"
              " UPDATE assignments SET exposed_at = told.at, exposed_epoch = told.epoch FROM told"
              " WHERE assignments.experiment_id = told.experiment_id AND assignments.unit_id = told.unit_id");
    if (!stored)
        return Failure(std::move(stored.error()));
    // The windows first: to them a copy would be another event.
    return takeOut(m_connection, was, m_sums)
        .and_then([&] { return moveCovariateWindows(m_connection, was, moved); })
        .and_then([&] { return copyUncopied(m_connection, moved, was); })
        .and_then([&] { return putIn(m_connection, is, m_sums); });
}

void WriteBatch::answerExposures()
{
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (std::holds_alternative<ExposeCommand>(m_commands[i]) && m_outcomes[i].kind != Outcome::Kind::Unassigned)
            m_outcomes[i].exposedAt = unitOf(i).exposedAt;
    }
}

} // namespace xp
