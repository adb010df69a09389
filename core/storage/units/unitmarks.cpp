// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/unitmarks.h"

#include "core/storage/connection/connection.h"

#include <algorithm>

namespace xp {

void UnitMarks::add(const LiveExperiment& experiment, std::string_view unit, std::int16_t metric, const UnitMark& mark,
                    std::int64_t count)
{
    m_marks.push_back({&experiment, experiment.experiment().id, unit, metric, mark, count, 0});
}

const Metric& UnitMarks::Mark::definition() const
{
    const std::int16_t position = metric >= 0 ? metric : covariatePosition(metric); // its own inverse
    return experiment->experiment().metrics[static_cast<std::size_t>(position)];
}

std::strong_ordering UnitMarks::compareUnits(const Mark& a, const Mark& b)
{
    if (const auto order = a.experimentId <=> b.experimentId; order != 0)
        return order;
    if (const auto order = a.unit <=> b.unit; order != 0)
        return order;
    return a.metric <=> b.metric;
}

std::strong_ordering UnitMarks::compareKeys(const Mark& a, const Mark& b)
{
    const auto order = compareUnits(a, b);
    return order != 0 ? order : a.mark <=> b.mark;
}

void UnitMarks::mergeByKey()
{
    std::ranges::sort(m_marks, [](const Mark& a, const Mark& b) { return compareKeys(a, b) < 0; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_marks.size(); ++i) {
        if (compareKeys(m_marks[kept], m_marks[i]) == 0)
            m_marks[kept].delta += m_marks[i].delta;
        else
            m_marks[++kept] = m_marks[i];
    }
    m_marks.resize(m_marks.empty() ? 0 : kept + 1);
}

Result<std::vector<UnitMarks::Change>> UnitMarks::write(Connection& connection, const CountOf& countOf)
{
    mergeByKey();
    if (auto stored = store(connection); !stored)
        return Failure(std::move(stored.error()));
    std::vector<Change> changes = daysChanged();
    if (auto added = addFunnels(connection, countOf, changes); !added)
        return Failure(std::move(added.error()));
    return changes;
}

Result<void> UnitMarks::store(Connection& connection)
{
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer});
    rows.reserve(m_marks.size());
    for (const Mark& m : m_marks)
        rows.add({m.experimentId, m.unit, std::int64_t{m.metric}, std::int64_t{m.mark.step}, m.mark.at, m.delta});
    std::size_t known = 0;
    const auto done = connection.runFor(
        rows,
        "INSERT INTO unit_marks (experiment_id, unit_id, metric, step, at, count) {rows}"
        " ON CONFLICT (experiment_id, unit_id, metric, step, at) DO UPDATE SET count = unit_marks.count +"
        " excluded.count RETURNING experiment_id, unit_id, metric, step, at, count",
        [&](const Row& row) {
            const std::string experimentId = row.text(0);
            const std::string unit = row.text(1);
            const Mark wanted{
                nullptr, experimentId, unit, row.as<std::int16_t>(2), {row.as<std::int16_t>(3), row.integer(4)}, 0, 0};
            const auto it = std::ranges::lower_bound(
                m_marks, wanted, [](const Mark& a, const Mark& b) { return compareKeys(a, b) < 0; });
            if (it == m_marks.end() || compareKeys(*it, wanted) != 0)
                return;
            it->is = row.integer(5);
            ++known;
        });
    if (!done)
        return Failure(done.error());
    if (known != m_marks.size())
        return fail(ErrorCode::Internal, "lost_marks", "The database did not return the marks it was given");
    return {};
}

/// A day counts while at least one event stands on it.
std::vector<UnitMarks::Change> UnitMarks::daysChanged() const
{
    std::vector<Change> changes;
    for (const Mark& m : m_marks) {
        if (m.definition().kind != MetricKind::ActiveDays)
            continue;
        const int days = (m.is > 0 ? 1 : 0) - (m.is - m.delta > 0 ? 1 : 0);
        if (days == 0)
            continue;
        UnitTotals day;
        day.addEvent(1);
        changes.push_back({m.experimentId, m.unit, m.metric, days > 0 ? day : UnitTotals{} - day});
    }
    return changes;
}

Result<void> UnitMarks::addFunnels(Connection& connection, const CountOf& countOf, std::vector<Change>& changes) const
{
    std::vector<const Mark*> funnels; // one for each unit and metric
    for (const Mark& m : m_marks) {
        if (m.definition().kind == MetricKind::Funnel && (funnels.empty() || compareUnits(*funnels.back(), m) != 0))
            funnels.push_back(&m);
    }
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Integer});
    for (std::size_t i = 0; i < funnels.size(); ++i) {
        const Mark& m = *funnels[i];
        wanted.add({static_cast<std::int64_t>(i), m.experimentId, m.unit, std::int64_t{m.metric}});
    }
    std::vector<std::vector<UnitMark>> marks(funnels.size());
    const auto read = connection.runFor(
        wanted,
        "WITH wanted (position, experiment_id, unit_id, metric) AS ({rows}) SELECT w.position, m.step, m.at"
        " FROM wanted w JOIN unit_marks m ON m.experiment_id = w.experiment_id AND m.unit_id = w.unit_id"
        " AND m.metric = w.metric WHERE m.count > 0 ORDER BY w.position, m.at, m.step",
        [&](const Row& row) {
            marks[row.as<std::size_t>(0)].push_back({row.as<std::int16_t>(1), row.integer(2)});
        });
    if (!read)
        return Failure(read.error());
    for (std::size_t i = 0; i < funnels.size(); ++i) {
        const Mark& m = *funnels[i];
        const std::int64_t is = completes(m.definition(), marks[i]) ? 1 : 0;
        const std::int64_t was = countOf(m.experimentId, m.unit, m.metric);
        if (is != was)
            changes.push_back({m.experimentId, m.unit, m.metric, {.count = is - was, .sum = {}}});
    }
    return {};
}

bool completes(const Metric& funnel, std::span<const UnitMark> marks)
{
    // The earliest event that can take a step leaves the most time for those after it.
    std::vector<std::int64_t> taken;
    for (std::size_t step = 0; step < funnel.steps.size(); ++step) {
        const auto canTake = [&](const UnitMark& mark) {
            if (mark.step != static_cast<std::int16_t>(step) || (!taken.empty() && mark.at < taken.back()))
                return false;
            for (std::size_t before = 0; before < taken.size(); ++before) {
                if (funnel.steps[before].event == funnel.steps[step].event && mark.at <= taken[before])
                    return false; // may be the same event
            }
            return true;
        };
        const auto mark = std::ranges::find_if(marks, canTake);
        if (mark == marks.end())
            return false;
        taken.push_back(mark->at);
    }
    return true;
}

} // namespace xp
