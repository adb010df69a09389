// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"

namespace xp {

/// Conflict `layer_taken` when the experiment's slice overlaps that of another one of its project and layer which has
/// not ended, naming it and what is free. In the transaction that stores the experiment.
Result<void> checkLayer(Store& store, const Experiment& experiment);

/// A layer as its experiments make it.
struct Layer
{
    std::string project;
    std::string name;
    std::vector<Experiment> experiments; ///< that have not ended, by their slice

    struct Range
    {
        double from = 0;
        double to = 1;
    };
    /// What no experiment has, in order.
    std::vector<Range> free() const;
};

/// The layers of a project (empty: of all) among these experiments, by name.
std::vector<Layer> layersOf(const std::vector<Experiment>& experiments, const std::string& project);
/// Of experiments that are not `seen` no slice is listed; what they hold is not free either.
nlohmann::json toJson(
    const Layer& layer, const std::function<bool(const Experiment&)>& seen = [](const Experiment&) { return true; });

} // namespace xp
