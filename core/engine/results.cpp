// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"

namespace xp {

Result<Stats> readStats(Store& store, const Experiment& experiment, Timestamp at)
{
    return store.moments().read(experiment.id).map([&](const SufficientStatistics& data) {
        return computeStats(experiment, data, at);
    });
}

} // namespace xp
