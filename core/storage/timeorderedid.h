// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace xp {

/// A UUID version 7 (RFC 9562): text that sorts by the time it was made, within this process without exception.
std::string timeOrderedId();

/// Likewise a positive number: milliseconds since 1970 in the upper bits, a counter with a random start in the
/// lower 21. Two processes may make the same one; it tells apart rows whose other key columns are equal already.
std::int64_t timeOrderedNumber();

} // namespace xp
