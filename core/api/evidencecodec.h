// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/domain/error.h"

namespace xp {

inline constexpr int kEvidenceFormat = 1;

/// The wire form of GET /experiments/{id}/sufficient-statistics: `{format, experiment, moments, covariates, histograms,
/// history, facts}`. The same data give the same document, whenever it is asked for. Whoever may see results may read
/// it, so the experiment is without what names people.
nlohmann::json toJson(const Evidence& evidence);

/// Empties those fields of an experiment on the wire that may name people, and of which no number is made: `forced`,
/// `targeting`, `saved_segments`. Of `exclude` it stays that there is a rule: {}. The salt stays, for the studio shows
/// the split of a bundle's experiment.
void withholdPeople(nlohmann::json& experiment);

/// Reads what toJson wrote; from it reportOf() gives the very numbers that the service gave. Invalid: what is missing
/// or wrong, field by field; cells of variants or metrics that the experiment does not have; another format.
Result<Evidence> evidenceFromJson(const nlohmann::json& json);

} // namespace xp
