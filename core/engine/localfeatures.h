// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/catalog.h"

namespace xp {

/// What GrowthBook's SDKs evaluate by themselves, as their features: one for each running experiment of a place that is
/// hashed as they do and whose rules can be written in theirs.
struct LocalFeatures
{
    nlohmann::json features = nlohmann::json::object(); ///< by the experiment's key
    std::vector<std::string> served;                    ///< ids of the experiments
    int leftOut = 0;                                    ///< running and hashed so, but let in by rules of our own
    Timestamp updatedAt{};                              ///< another one after every change, on all replicas alike
};

/// Of the project and environment that `client` is bound to.
///
/// A feature has the control's value unless its rule applies. The traffic is a filter with a seed of its own, not the
/// SDK's coverage, which would cut every variant's range; the ranges of the variants are those of Bucketing. Left out
/// are experiments with conditions in another language than GrowthBook's or with its saved groups, with an Unleash
/// flag, in a layer, and those that observe a holdout.
LocalFeatures localFeaturesOf(const Snapshot& snapshot, const Actor& client);

/// Notes in the experiments that clients have had their split, where it is not noted yet, and returns those.
Result<std::vector<Experiment>> markEvaluatedLocally(Store& store, const std::vector<std::string>& ids,
                                                     const Actor& actor);

} // namespace xp
