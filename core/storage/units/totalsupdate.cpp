// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/totalsupdate.h"

#include "core/storage/connection/connection.h"

#include <algorithm>

namespace xp {

namespace {

constexpr int kFirstTotals = 2; ///< column: after the experiment and the unit

} // namespace

std::strong_ordering TotalsUpdate::compareUnits(const Entry& a, const Entry& b)
{
    // Most entries of a batch refer to the same experiment's id: no need to look at its characters.
    if (a.experimentId.data() != b.experimentId.data()) {
        if (const auto order = a.experimentId <=> b.experimentId; order != 0)
            return order;
    }
    return a.unit <=> b.unit;
}

std::strong_ordering TotalsUpdate::compareKeys(const Entry& a, const Entry& b)
{
    const auto order = compareUnits(a, b);
    return order != 0 ? order : a.metric <=> b.metric;
}

/// Of entries in key order those of one row stand together.
std::strong_ordering TotalsUpdate::compareRows(const Entry& a, const Entry& b)
{
    const auto order = compareUnits(a, b);
    return order != 0 ? order : totalsPlace(a.metric).part <=> totalsPlace(b.metric).part;
}

/// A batch adds a unit's changes one after the other, and the units in their order: there is little left to sort then.
void TotalsUpdate::sortByKey(std::vector<Entry>& entries)
{
    const auto isBefore = [](const Entry& a, const Entry& b) { return compareKeys(a, b) < 0; };
    for (auto first = entries.begin(); first != entries.end();) {
        const auto last = std::find_if(first, entries.end(), [&](const Entry& e) {
            return e.unit.data() != first->unit.data() || e.experimentId.data() != first->experimentId.data();
        });
        std::sort(first, last, [](const Entry& a, const Entry& b) { return a.metric < b.metric; });
        first = last;
    }
    if (!std::ranges::is_sorted(entries, isBefore))
        std::ranges::sort(entries, isBefore);
}

void TotalsUpdate::mergeByKey(std::vector<Entry>& entries)
{
    sortByKey(entries);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (compareKeys(entries[kept], entries[i]) == 0)
            entries[kept].delta += entries[i].delta;
        else
            entries[++kept] = entries[i];
    }
    entries.resize(entries.empty() ? 0 : kept + 1);
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

TotalsUpdate::Entry* TotalsUpdate::find(const Entry& wanted)
{
    const auto it = std::ranges::lower_bound(m_entries, wanted,
                                             [](const Entry& a, const Entry& b) { return compareKeys(a, b) < 0; });
    return it != m_entries.end() && compareKeys(*it, wanted) == 0 ? &*it : nullptr;
}

/// Behind the last of the entries that share a row with the `first`.
std::size_t TotalsUpdate::rowEnd(std::span<const Entry> entries, std::size_t first)
{
    std::size_t end = first + 1;
    while (end < entries.size() && compareRows(entries[first], entries[end]) == 0)
        ++end;
    return end;
}

TotalsRows TotalsUpdate::rowsOf(std::span<const Entry> entries)
{
    TotalsRows rows;
    rows.reserve(entries.size());
    for (std::size_t first = 0; first < entries.size();) {
        TotalsRows::Slots slots;
        const std::size_t end = rowEnd(entries, first);
        for (const Entry& e : entries.subspan(first, end - first))
            slots[static_cast<std::size_t>(totalsPlace(e.metric).slot)] = e.delta;
        rows.add(entries[first].experimentId, entries[first].unit, totalsPlace(entries[first].metric).part, slots);
        first = end;
    }
    return rows;
}

/// The first entry of a row that was read, which may be the `expected` one.
std::optional<std::size_t> TotalsUpdate::entryOf(const Row& row, std::size_t expected) const
{
    const std::int16_t position = totalsPosition({row.as<std::int16_t>(kFirstTotals), 0});
    const Entry wanted{nullptr, row.view(0), row.view(1), position, {}, {}, {}};
    if (expected < m_entries.size() && compareRows(m_entries[expected], wanted) == 0)
        return expected;
    const auto it = std::ranges::lower_bound(m_entries, wanted,
                                             [](const Entry& a, const Entry& b) { return compareRows(a, b) < 0; });
    if (it == m_entries.end() || compareRows(*it, wanted) != 0)
        return std::nullopt;
    return static_cast<std::size_t>(it - m_entries.begin());
}

/// Adds the deltas, and learns what the totals are then.
Result<void> TotalsUpdate::store(Connection& connection)
{
    static const std::string s_sql =
        TotalsRows::insertAdding() + " RETURNING experiment_id, unit_id, " + totalsColumns();
    bool allKnown = true;
    std::size_t read = 0;
    std::size_t next = 0; // most likely: databases answer in the order that they were given
    const TotalsRows rows = rowsOf(m_entries);
    const auto done = connection.runFor(rows.rows(), s_sql, [&](const Row& row) {
        const auto first = entryOf(row, next);
        allKnown = allKnown && first;
        if (!first)
            return;
        next = rowEnd(m_entries, *first);
        read += next - *first;
        for (std::size_t i = *first; i < next; ++i)
            m_entries[i].is = totalsAt(row, kFirstTotals, totalsPlace(m_entries[i].metric).slot);
    });
    if (!done)
        return Failure(done.error());
    if (!allKnown || read != m_entries.size())
        return fail(ErrorCode::Internal, "lost_totals", "The database did not return the totals it was given");
    return {};
}

/// What follows from the marks. Each unit and metric has its entry, and so its row, already: nobody else changes it
/// until the transaction ends.
Result<void> TotalsUpdate::addMarked(Connection& connection)
{
    if (m_marks.empty())
        return {};
    const auto changes =
        m_marks.write(connection, [&](std::string_view id, std::string_view unit, std::int16_t metric) {
            const Entry* entry = find({nullptr, id, unit, metric, {}, {}, {}});
            return entry ? entry->is.count : 0;
        });
    if (!changes)
        return Failure(changes.error());
    std::vector<Entry> changed;
    for (const UnitMarks::Change& change : *changes) {
        Entry* entry = find({nullptr, change.experimentId, change.unit, change.metric, {}, {}, {}});
        if (!entry)
            continue;
        entry->delta += change.delta;
        entry->is += change.delta;
        changed.push_back({nullptr, entry->experimentId, entry->unit, entry->metric, {}, change.delta, {}});
    }
    mergeByKey(changed); // a unit may have several days more
    const TotalsRows rows = rowsOf(changed);
    return connection.runFor(rows.rows(), TotalsRows::insertAdding()).map([](std::int64_t) {});
}

Result<void> TotalsUpdate::write(Connection& connection, MomentSums& sums)
{
    mergeByKey(m_entries);
    auto done = store(connection).and_then([&] { return addMarked(connection); });
    if (done)
        addMoments(sums);
    return done;
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
