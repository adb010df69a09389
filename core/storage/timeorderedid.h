// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xp {

/// A UUID version 7 (RFC 9562): text that sorts by the time it was made, within this process without exception.
std::string timeOrderedId();
/// When such an id was made, to the millisecond; std::nullopt for any other text.
std::optional<Timestamp> timeOfId(std::string_view id);

/// Likewise a positive number: milliseconds since 1970 in the upper bits, a counter with a random start in the
/// lower 21. Two processes may make the same one; it tells apart rows whose other key columns are equal already.
std::int64_t timeOrderedNumber();

} // namespace xp
