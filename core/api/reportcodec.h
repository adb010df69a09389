// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/error.h"

namespace xp {

/// The wire form of GET /experiments/{id}/report. What does not exist is null, never left out; the open end of a
/// one-sided interval is null too. The history is the store's own and not part of it.
nlohmann::json toJson(const Report& report);

/// Reads what toJson wrote. Unknown fields are passed over; what is missing or wrong is named field by field.
Result<Report> reportFromJson(const nlohmann::json& json);

} // namespace xp
