// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/fieldreader.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace xp {

/// Conflict `stale_version` when a version was read (If-Match, or `version` in the body) and what is stored has moved
/// on from it. `what` names it in the sentence: "experiment".
Result<void> checkVersion(std::optional<std::int64_t> expected, std::int64_t stored, std::string_view what);

/// Notes a `version` that is no whole number.
void checkVersionField(FieldReader& fields);

/// `version` of a body; none where it has none, or one that is no whole number.
std::optional<std::int64_t> versionIn(const nlohmann::json& body);

} // namespace xp
