// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xp {

/// A moment in UTC, in microseconds since 1970-01-01T00:00:00Z, as stored (BIGINT) and compared everywhere.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;
using Duration = std::chrono::microseconds;

Timestamp now();

inline std::int64_t toMicros(Timestamp t)
{
    return t.time_since_epoch().count();
}
inline Timestamp fromMicros(std::int64_t micros)
{
    return Timestamp(Duration(micros));
}

/// The UTC day a moment falls into, in days since 1970-01-01.
std::int32_t dayOf(Timestamp t);

/// The midnight that begins a day of dayOf().
inline Timestamp startOfDay(std::int32_t day)
{
    return Timestamp(std::chrono::days(day));
}

/// `2026-11-24T04:08:57.123456Z`, always with six decimals so that text sorts like time.
std::string toIso8601(Timestamp t);

/// Appends what toIso8601 returns; for the hot path.
void appendIso8601(std::string& out, Timestamp t);

/// Reads ISO 8601 / RFC 3339 date-times: `T` or a blank between date and time, up to nine decimals (cut to six),
/// `Z`, `+hh:mm` or, as the service replaced did, no zone (taken as UTC). A date alone is its midnight.
std::optional<Timestamp> parseIso8601(std::string_view text);

/// `7d`, `24h`, `30m`, `90s`: the largest unit that divides it.
std::string toDurationText(Duration d);

/// Reads what toDurationText writes (a positive whole number and one of d, h, m, s).
std::optional<Duration> parseDuration(std::string_view text);

} // namespace xp
