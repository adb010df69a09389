// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/domain/error.h"

namespace xp {

inline constexpr int kEvidenceFormat = 1;

/// The wire form of GET /experiments/{id}/sufficient-statistics: `{format, experiment, moments, covariates, histograms,
/// history, facts}`. The same data give the same document, whenever it is asked for.
nlohmann::json toJson(const Evidence& evidence);

/// Reads what toJson wrote; from it reportOf() gives the very numbers that the service gave. Invalid: what is missing
/// or wrong, field by field; cells of variants or metrics that the experiment does not have; another format.
Result<Evidence> evidenceFromJson(const nlohmann::json& json);

} // namespace xp
