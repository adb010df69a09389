// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

namespace xp {

/// The Grafana dashboard of one experiment, as its import takes it: that of resources/grafana with the experiment set,
/// its own uid (the experiment's id), title and annotations. Pure: the same experiment gives the same JSON.
nlohmann::json experimentDashboard(const Experiment& experiment);

} // namespace xp
