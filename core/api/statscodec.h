// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"
#include "core/domain/error.h"

namespace xp {

/// The wire form of GET /experiments/{id}/stats. What does not exist yet is null, never left out.
/// `recommendation` is its English text, `recommendation_detail` the same as `{code, arguments, text}`.
nlohmann::json toJson(const Stats& stats);

/// Reads what toJson wrote. Unknown fields are passed over; what is missing or wrong is named field by field.
Result<Stats> statsFromJson(const nlohmann::json& json);

} // namespace xp
