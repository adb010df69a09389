// SPDX-License-Identifier: Apache-2.0
#include "core/storage/totalsupdate.h"

#include "core/storage/connection.h"

#include <algorithm>

namespace xp {

std::strong_ordering TotalsUpdate::compareKeys(const Entry& a, const Entry& b)
{
    // Most entries of a batch refer to the same experiment's id: no need to look at its characters.
    if (a.experimentId.data() != b.experimentId.data()) {
        if (const auto order = a.experimentId <=> b.experimentId; order != 0)
            return order;
    }
    if (const auto order = a.unit <=> b.unit; order != 0)
        return order;
    return a.metric <=> b.metric;
}

/// A batch adds a unit's changes one after the other, and the units in their order: there is little left to sort then.
void TotalsUpdate::sortByKey()
{
    const auto isBefore = [](const Entry& a, const Entry& b) { return compareKeys(a, b) < 0; };
    for (auto first = m_entries.begin(); first != m_entries.end();) {
        const auto last = std::find_if(first, m_entries.end(), [&](const Entry& e) {
            return e.unit.data() != first->unit.data() || e.experimentId.data() != first->experimentId.data();
        });
        std::sort(first, last, [](const Entry& a, const Entry& b) { return a.metric < b.metric; });
        first = last;
    }
    if (!std::ranges::is_sorted(m_entries, isBefore))
        std::ranges::sort(m_entries, isBefore);
}

void TotalsUpdate::mergeByKey()
{
    sortByKey();
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_entries.size(); ++i) {
        if (compareKeys(m_entries[kept], m_entries[i]) == 0)
            m_entries[kept].delta += m_entries[i].delta;
        else
            m_entries[++kept] = m_entries[i];
    }
    m_entries.resize(m_entries.empty() ? 0 : kept + 1);
}

void TotalsUpdate::add(const LiveExperiment& experiment, std::string_view unit, const UnitCell& cell,
                       const MetricChange& change)
{
    if (change.mark)
        m_marks.add(experiment, unit, change.metric, *change.mark, change.delta.count);
    addTotals(experiment, unit, cell, change.metric, change.mark ? UnitTotals{} : change.delta);
}

void TotalsUpdate::addTotals(const LiveExperiment& experiment, std::string_view unit, const UnitCell& cell,
                             std::int16_t metric, const UnitTotals& delta)
{
    const std::string& id = experiment.experiment().id;
    m_entries.push_back({&experiment, id, unit, metric, cell, delta, {}});
    if (experiment.keepsCovariates() && metric != kAnyConversion)
        m_entries.push_back({&experiment, id, unit, covariatePosition(metric), cell, {}, {}}); // its own inverse
}

/// What follows from the marks; each unit and metric has its entry already.
Result<void> TotalsUpdate::addMarked(Connection& connection)
{
    if (m_marks.empty())
        return {};
    const auto changes = m_marks.write(connection);
    if (!changes)
        return Failure(changes.error());
    for (const UnitMarks::Change& change : *changes) {
        if (Entry* entry = find({nullptr, change.experimentId, change.unit, change.metric, {}, {}, {}}))
            entry->delta += change.delta;
    }
    return {};
}

TotalsUpdate::Entry* TotalsUpdate::find(const Entry& wanted)
{
    const auto it = std::ranges::lower_bound(m_entries, wanted,
                                             [](const Entry& a, const Entry& b) { return compareKeys(a, b) < 0; });
    return it != m_entries.end() && compareKeys(*it, wanted) == 0 ? &*it : nullptr;
}

Result<void> TotalsUpdate::write(Connection& connection, MomentSums& sums)
{
    mergeByKey();
    if (auto added = addMarked(connection); !added)
        return added;
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer});
    rows.reserve(m_entries.size());
    for (const Entry& e : m_entries)
        rows.add({e.experimentId, e.unit, std::int64_t{e.metric}, e.delta.count, e.delta.sum[0], e.delta.sum[1]});

    bool allKnown = true;
    std::size_t next = 0; // most likely: databases answer in the order that they were given
    auto done = connection.runFor(
        rows,
        "INSERT INTO unit_totals (experiment_id, unit_id, metric, count, sum_0, sum_1) {rows}"
        " ON CONFLICT (experiment_id, unit_id, metric) DO UPDATE SET count = unit_totals.count + excluded.count,"
        " sum_0 = unit_totals.sum_0 + excluded.sum_0, sum_1 = unit_totals.sum_1 + excluded.sum_1"
        " RETURNING experiment_id, unit_id, metric, count, sum_0, sum_1",
        [&](const Row& row) {
            const Entry wanted{nullptr, row.view(0), row.view(1), row.as<std::int16_t>(2), {}, {}, {}};
            const bool isNext = next < m_entries.size() && compareKeys(m_entries[next], wanted) == 0;
            Entry* entry = isNext ? &m_entries[next] : find(wanted);
            ++next;
            if (entry)
                entry->is = {row.integer(3), {row.integer(4), row.integer(5)}};
            allKnown = allKnown && entry;
        });
    if (!done)
        return Failure(std::move(done.error()));
    if (!allKnown || static_cast<std::size_t>(*done) != m_entries.size())
        return fail(ErrorCode::Internal, "lost_totals", "The database did not return the totals it was given");
    addMoments(sums);
    return {};
}

void TotalsUpdate::addMoments(MomentSums& sums)
{
    for (const Entry& e : m_entries) {
        if (e.metric < kUnitsOnly)
            continue; // of before the exposure: comes with its metric
        const LiveExperiment& live = *e.experiment;
        const UnitTotals was = e.is - e.delta;
        const MomentKey key{live.experiment().id, e.cell.variant, e.metric, e.cell.day, e.cell.epoch};
        if (e.delta != UnitTotals{}) {
            Moments& sum = sums[key];
            sum += live.contribution(e.metric, e.is);
            sum -= live.contribution(e.metric, was);
        }
        if (!live.keepsCovariates() || e.metric == kAnyConversion)
            continue;
        Entry wanted = e;
        wanted.metric = covariatePosition(e.metric);
        const Entry* before = find(wanted);
        const UnitTotals wasBefore = before->is - before->delta;
        sums.of({key, isHistory(before->is)}) += live.contribution(e.metric, before->is, e.is);
        sums.of({key, isHistory(wasBefore)}) -= live.contribution(e.metric, wasBefore, was);
    }
}

} // namespace xp
