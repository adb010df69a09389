// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/breakdowns.h"
#include "core/domain/error.h"

namespace xp {

nlohmann::json toJson(const SegmentStatistics& statistics);
Result<SegmentStatistics> segmentStatisticsFromJson(const nlohmann::json& json);

nlohmann::json toJson(const AgeStatistics& statistics);
Result<AgeStatistics> ageStatisticsFromJson(const nlohmann::json& json);

} // namespace xp
