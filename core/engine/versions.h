// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace xp {

/// Conflict `stale_version` when a version was read (If-Match, or `version` in the body) and what is stored has moved
/// on from it. `what` names it in the sentence: "experiment".
Result<void> checkVersion(std::optional<std::int64_t> expected, std::int64_t stored, std::string_view what);

/// `version` of a body whose fields have been checked; none where it has none.
std::optional<std::int64_t> versionIn(const nlohmann::json& body);

} // namespace xp
