// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/experiment.h"

#include <vector>

namespace xp {

/// The wire form of an experiment, the same in every answer of the service. Metrics come as objects with all their
/// fields, also those that were sent as a bare name.
nlohmann::json toJson(const Experiment& experiment);

/// The body that creates such an experiment: what a person decides about, without what the service gives.
/// An empty key is left out: the service makes one from the name.
nlohmann::json draftToJson(const Experiment& draft);

/// Reads what toJson wrote. Unknown fields are passed over; what is missing or wrong is named field by field.
/// Only what a reader cannot do without is required: id, key, name, status, variants and metrics.
Result<Experiment> experimentFromJson(const nlohmann::json& json);

/// One page of a list: GET /experiments.
struct ExperimentPage
{
    std::vector<Experiment> experiments;
    std::int64_t total = 0; ///< how many match, on all pages
    std::int64_t skip = 0;
    std::int64_t limit = 0;
};

nlohmann::json toJson(const ExperimentPage& page);
Result<ExperimentPage> experimentPageFromJson(const nlohmann::json& json);

} // namespace xp
