// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/covariatemoments.h"
#include "core/domain/error.h"

#include <span>
#include <string>
#include <vector>

namespace xp {

class Connection;

/// One cell of the covariate's sums; the writers' rows are added up.
struct CovariateCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0;
    std::int16_t metric = 0;
    std::int32_t day = 0;   ///< UTC day of exposure, days since 1970-01-01
    bool hasHistory = true; ///< of units that have a covariate; the others count as 0, in cells of their own
    CovariateMoments moments;

    bool operator==(const CovariateCell&) const = default;
};

class CovariateTable
{
public:
    explicit CovariateTable(Connection& connection) : m_connection(connection) {}

    /// Adds to what is stored, within the caller's transaction.
    Result<void> add(const std::string& experimentId, std::span<const CovariateCell> cells);
    /// Ordered by epoch, variant, metric, day, hasHistory.
    Result<std::vector<CovariateCell>> read(const std::string& experimentId);

private:
    Connection& m_connection;
};

} // namespace xp
