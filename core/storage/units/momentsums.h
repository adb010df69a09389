// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/covariatemoments.h"
#include "core/domain/error.h"
#include "core/domain/moments.h"

#include <compare>
#include <map>
#include <string>

namespace xp {

class Connection;
class Row;

/// The number of the writer that has no process: imports, recomputations, and what compaction gathers.
inline constexpr std::int64_t kSharedWriter = 0;

/// Which row of the moments a unit's contribution goes to, apart from the writer.
struct MomentKey
{
    std::string experimentId;
    std::int16_t variant = 0;
    std::int16_t metric = 0;
    std::int32_t day = 0; ///< of exposure
    std::int32_t epoch = 0;

    auto operator<=>(const MomentKey&) const = default;
};

/// Likewise of the covariate's sums.
struct CovariateKey
{
    MomentKey cell;
    bool hasHistory = false;

    auto operator<=>(const CovariateKey&) const = default;
};

/// Whether these totals from before the exposure are a history: not when nothing happened, nor (a ratio) when what did
/// comes to nothing above and below the line.
bool isHistory(const UnitTotals& before);

/// Moments, and those with a covariate, added up in memory, then added to the database in one statement each, in key
/// order.
class MomentSums
{
public:
    Moments& operator[](const MomentKey& key) { return m_sums[key]; }
    CovariateMoments& of(const CovariateKey& key) { return m_covariates[key]; }
    Result<void> write(Connection& connection, std::int64_t writer) const;

private:
    std::map<MomentKey, Moments> m_sums;
    std::map<CovariateKey, CovariateMoments> m_covariates;
};

/// Adds them to what is stored; within the caller's transaction.
Result<void> addCovariates(Connection& connection, const std::map<CovariateKey, CovariateMoments>& sums,
                           std::int64_t writer);

/// The columns of Moments in the order that momentsOf() reads them: `units, converted, count, count_sq_0, ...`.
const char* momentColumns();
Moments momentsOf(const Row& row, int firstColumn);

} // namespace xp
