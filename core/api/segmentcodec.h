// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/error.h"

#include <nlohmann/json.hpp>

namespace xp {

/// The wire form of a report's `segments`; what does not exist is null.
nlohmann::json toJson(const SegmentBreakdown& breakdown);
/// Reads the `segments` of a report on the wire. Invalid names what is missing or of a wrong type.
Result<SegmentBreakdown> segmentsOfReport(const nlohmann::json& report);

} // namespace xp
