// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

namespace xp {

/// The names of the statistics kernel's functions as POST /api/v1/statistics/{function} knows them, sorted.
std::span<const std::string_view> statisticsFunctions();

/// Whether a call takes microseconds only, whatever its numbers are; of lists it takes what they are long. So does that
/// of a function that is not known.
bool isQuickStatistics(std::string_view function);

/// Calls one of them with its JSON input and gives its JSON output, every number of which is finite.
/// Errors: NotFound for an unknown name; Invalid with each wrong, missing and unknown field by its dotted path, or with
/// the field for which the quantity does not exist and the reason.
Result<nlohmann::json> callStatistics(std::string_view function, const nlohmann::json& input);

} // namespace xp
