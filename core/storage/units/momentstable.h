// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/liveexperiment.h"
#include "core/domain/sufficientstatistics.h"

namespace xp {

class Connection;

class MomentsTable
{
public:
    explicit MomentsTable(Connection& connection) : m_connection(connection) {}

    /// Everything a report needs, added up over writers in one statement, so that it is one consistent moment.
    Result<SufficientStatistics> read(const std::string& experimentId);
    /// Rebuilds unit totals and moments from assignments and raw events (an import's from its unit totals), in the
    /// caller's transaction. Gives the same numbers to the bit.
    Result<void> recompute(const LiveExperiment& experiment);
    /// Takes back what counted but happened after the experiment's stop (clients may be 24 h ahead); called in the
    /// transaction that stops it.
    Result<void> dropAfterStop(const LiveExperiment& stopped);
    /// Folds the rows of writers that have not been seen for `silence` into writer 0's.
    Result<void> compact(Duration silence);

    /// Who takes away rows of other writers keeps compactions out until the transaction ends: what these move meanwhile
    /// would be seen under neither, and stay. Behind the locks of experiments.
    Result<void> holdCompaction();

private:
    Connection& m_connection;
};

} // namespace xp
