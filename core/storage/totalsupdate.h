// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/momentsums.h"

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
    void add(std::string_view experimentId, std::string_view unit, std::int16_t metric, const UnitCell& cell,
             const UnitTotals& delta)
    {
        m_entries.push_back({experimentId, unit, metric, cell, delta});
    }

    /// Adds the deltas in key order, and to `sums` what the moments change by: a unit's new contribution less its old
    /// one. The database returns the new total; the old one is that less the delta, exactly.
    Result<void> write(Connection& connection, MomentSums& sums);

private:
    struct Entry
    {
        std::string_view experimentId;
        std::string_view unit;
        std::int16_t metric = 0;
        UnitCell cell;
        UnitTotals delta;
    };
    static std::strong_ordering compareKeys(const Entry& a, const Entry& b);
    void mergeByKey();

    std::vector<Entry> m_entries;
};

} // namespace xp
