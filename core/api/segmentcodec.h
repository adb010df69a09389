// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"

#include <nlohmann/json.hpp>

namespace xp {

/// The wire form of a report's `segments`; what does not exist is null.
nlohmann::json toJson(const SegmentBreakdown& breakdown);

} // namespace xp
