// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/moments.h"
#include "core/storage/connection/row.h"
#include "core/storage/connection/rowset.h"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xp {

// A row of `unit_totals` holds what is known of a unit under four positions (core/domain/experiment.h), NULL where
// nothing is: a unit's row is found and written once, whichever of its metrics an event counts for. Part 0 has
// kAnyConversion and the first three metrics, part 1 the next four; what was before the exposure has negative parts.

inline constexpr std::int16_t kTotalsInRow = 4;

/// Where the totals under a position stand.
struct TotalsPlace
{
    std::int16_t part = 0;
    std::int16_t slot = 0; ///< 0 to kTotalsInRow - 1
    bool operator==(const TotalsPlace&) const = default;
};

/// Parts grow with positions: who takes rows in the order of positions takes them in the order of the table.
constexpr TotalsPlace totalsPlace(std::int16_t position)
{
    const bool isOutcome = position >= kAnyConversion;
    const int number = isOutcome ? position - kAnyConversion : covariatePosition(position); // its own inverse
    const int row = number / kTotalsInRow;
    return {static_cast<std::int16_t>(isOutcome ? row : -1 - row), static_cast<std::int16_t>(number % kTotalsInRow)};
}

constexpr std::int16_t totalsPosition(TotalsPlace place)
{
    const bool isOutcome = place.part >= 0;
    const int number = (isOutcome ? place.part : -1 - place.part) * kTotalsInRow + place.slot;
    return isOutcome ? static_cast<std::int16_t>(number + kAnyConversion)
                     : covariatePosition(static_cast<std::int16_t>(number));
}

/// `part, count_0, sum_0_0, sum_0_1, count_1, ...`, each after `before` (`t.`).
std::string totalsColumns(std::string_view before = {});
inline constexpr int kTotalsColumns = 1 + 3 * kTotalsInRow;

/// Of columns `first` and on, which are totalsColumns(); nothing where the row has none (after a LEFT JOIN).
void eachTotals(const Row& row, int first, const std::function<void(std::int16_t position, const UnitTotals&)>& visit);
/// Those of one slot; zeros where nothing is known.
UnitTotals totalsAt(const Row& row, int first, std::int16_t slot);

/// Rows for `unit_totals`, and the statements that take them. Text is referred to.
class TotalsRows
{
public:
    using Slots = std::array<std::optional<UnitTotals>, kTotalsInRow>;

    void reserve(std::size_t rows) { m_rows.reserve(rows); }
    void add(std::string_view experimentId, std::string_view unit, std::int16_t part, const Slots& slots);
    /// All that is known of a unit since its exposure, by position from kAnyConversion on; rows of nothing are left
    /// out.
    void addOutcomes(std::string_view experimentId, std::string_view unit,
                     std::span<const std::optional<UnitTotals>> totals);
    const RowSet& rows() const { return m_rows; }

    /// `INSERT INTO unit_totals (...) {rows}`: of units without totals.
    static std::string insert();
    /// The same; totals that are there grow by those given, and what is NULL on one side is the other side's.
    static std::string insertAdding();

private:
    static std::vector<RowSet::Column> types();

    RowSet m_rows{types()};
};

} // namespace xp
