// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/admission.h"
#include "service/routes/endpoint.h"

namespace xp::service {

/// Sees what a unit has, and what it would get, without enrolling it: for one request.
class Onlooker
{
public:
    Onlooker(const Context& context, SnapshotPtr snapshot, AssignRequest asking,
             std::map<std::string, GivenVariant> stored);
    Onlooker(const Onlooker&) = delete;
    Onlooker& operator=(const Onlooker&) = delete;

    AssignAnswer look(const LiveExperiment& live) const;
    std::optional<GivenVariant> stored(const Experiment& experiment) const;
    const Admission& admission() const { return m_admission; }

private:
    const SnapshotPtr m_snapshot;
    const AssignRequest m_asking;
    const std::string m_storedUnit;
    const std::map<std::string, GivenVariant> m_stored; ///< by experiment
    const Admission::Gate m_gate;
    const Admission m_admission; ///< last: it refers to all of the above
};

using OnlookerPtr = std::shared_ptr<const Onlooker>;

/// Reads what units have in the experiments that are looked at and those they ask about, and calls `then` with it, one
/// for each of `asking` in its order, on a thread of the pool. They need not name an experiment.
void onlookAll(Context& context, const std::vector<LiveExperimentPtr>& at, std::vector<AssignRequest> asking,
               std::function<void(Result<std::vector<OnlookerPtr>>)> then);
/// The same for one.
void onlook(Context& context, const std::vector<LiveExperimentPtr>& at, AssignRequest asking,
            std::function<void(Result<OnlookerPtr>)> then);

} // namespace xp::service
