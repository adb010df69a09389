// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/liveexperiment.h"
#include "core/storage/units/momentsums.h"
#include "core/storage/units/totalsrow.h"
#include "core/storage/units/unitmarks.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xp {

/// Where a unit's contributions are added up.
struct UnitCell
{
    std::int16_t variant = 0;
    std::int32_t day = 0; ///< of exposure
    std::int32_t epoch = 0;
};

/// Changes of units' totals on their way to the database, and from there to the moments. Text is referred to.
class TotalsUpdate
{
public:
    void reserve(std::size_t changes) { m_entries.reserve(changes); }
    void add(const LiveExperiment& experiment, std::string_view unit, const UnitCell& cell, const MetricChange& change);

    /// Adds the deltas in key order, and to `sums` what the moments change by: a unit's new contribution less its old
    /// one. The database returns the new total; the old one is that less the delta, exactly. Where covariates are kept,
    /// a metric's totals and those from before the exposure are always touched together: what one contributes depends
    /// on the other, which must not change meanwhile.
    Result<void> write(Connection& connection, MomentSums& sums);

private:
    struct Entry
    {
        const LiveExperiment* experiment = nullptr;
        std::string_view experimentId;
        std::string_view unit;
        std::int16_t metric = 0;
        UnitCell cell;
        UnitTotals delta;
        UnitTotals is; ///< as stored, with the delta
    };
    static std::strong_ordering compareUnits(const Entry& a, const Entry& b);
    static std::strong_ordering compareKeys(const Entry& a, const Entry& b);
    static std::strong_ordering compareRows(const Entry& a, const Entry& b);
    void addTotals(const LiveExperiment& experiment, std::string_view unit, const UnitCell& cell, std::int16_t metric,
                   const UnitTotals& delta);
    static void sortByKey(std::vector<Entry>& entries);
    static void mergeByKey(std::vector<Entry>& entries);
    static std::size_t rowEnd(std::span<const Entry> entries, std::size_t first);
    static TotalsRows rowsOf(std::span<const Entry> entries);
    std::optional<std::size_t> entryOf(const Row& row, std::size_t expected) const;
    Result<void> store(Connection& connection);
    Result<void> addMarked(Connection& connection);
    Entry* find(const Entry& wanted);
    void addMoments(MomentSums& sums);

    std::vector<Entry> m_entries;
    UnitMarks m_marks;
};

} // namespace xp
