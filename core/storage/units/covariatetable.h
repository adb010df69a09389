// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/sufficientstatistics.h"
#include "core/storage/units/momentsums.h"

#include <span>
#include <string>
#include <vector>

namespace xp {

class Connection;

class CovariateTable
{
public:
    explicit CovariateTable(Connection& connection) : m_connection(connection) {}

    /// Adds to what is stored, within the caller's transaction.
    Result<void> add(const std::string& experimentId, std::span<const CovariateCell> cells);
    /// Takes the rows of a writer away and adds them to `sums`.
    Result<void> take(std::int64_t writer, MomentSums& sums);
    /// Ordered by epoch, variant, metric, day, hasHistory.
    Result<std::vector<CovariateCell>> read(const std::string& experimentId);

private:
    Connection& m_connection;
};

} // namespace xp
