// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/jsonreader.h"

namespace xp {

/// The report's `by_age`: `{"as_of", "share_of_units", "effects": [{"metric", "treatment", "age", "units", "estimate",
/// "interval", "lift"}]}`; null before the first pass over the units.
nlohmann::json byAgeToJson(const Report& report);
/// Reads what byAgeToJson wrote.
void readByAge(JsonReader reader, Report& report, std::vector<FieldError>& errors);

} // namespace xp
