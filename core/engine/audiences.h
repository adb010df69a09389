// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/liveexperiment.h"
#include "core/storage/control/savedsegmenttable.h"
#include "core/storage/store.h"

namespace xp {

// The conditions of experiments: read when they come, made ready when the experiment is served.

/// Reads an experiment's conditions and takes over the saved segments of its project that they refer to. Invalid names
/// what is wrong by its path (`targeting.all[1].operator`): also an experiment that is not there or has no such
/// variant, and a circle of experiments that ask about each other. In the transaction that stores the experiment.
Result<void> settleConditions(Store& store, Experiment& experiment);

/// Notes what is wrong with a condition; `segments` are the conditions of saved segments by name.
void checkCondition(Store& store, const nlohmann::json& condition, const std::string& path,
                    const nlohmann::json& segments, const Experiment& asking, std::vector<FieldError>& errors);

/// The conditions of segments by name, as the reader of conditions wants them.
nlohmann::json conditionsOf(const std::vector<SavedSegment>& segments);

/// The conditions of an experiment, ready. Stored ones that cannot be read (of a later release) let nobody in.
LiveExperiment::Audiences audiencesOf(const Experiment& experiment);

/// An experiment ready to be served.
LiveExperimentPtr served(Experiment experiment);

} // namespace xp
