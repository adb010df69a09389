// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/sufficientstatistics.h"

namespace xp {

// The wire and stored form of what is kept of an experiment's data: tables of `{columns, rows}`. Sums that may be wider
// than a double's whole numbers are decimal text, so that no reader loses a digit.

/// `{moments, covariates, histograms, matured}`.
nlohmann::json toJson(const SufficientStatistics& statistics);
/// Reads what toJson wrote. Invalid names the first wrong row of every table.
Result<SufficientStatistics> sufficientStatisticsFromJson(const nlohmann::json& json);

nlohmann::json toJson(const Histograms& histograms);
Result<Histograms> histogramsFromJson(const nlohmann::json& json);

nlohmann::json toJson(const MaturedPart& part);
Result<MaturedPart> maturedPartFromJson(const nlohmann::json& json);

} // namespace xp
