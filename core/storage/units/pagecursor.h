// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tuple>

namespace xp {

/// Where a page of assignments ends: the unit.
using AssignmentPosition = std::tuple<std::string>;
/// Where a page of events ends: when it was received in microseconds, the unit, and the event's number.
using EventPosition = std::tuple<std::int64_t, std::string, std::int64_t>;

/// What a page of an experiment's rows is a page of; `list` is "assignments" or "events".
std::string pageScope(std::string_view list, std::string_view experimentId);

/// A page's end as opaque text (base64url). `scope` says what it is a page of.
std::string encodeCursor(std::string_view scope, const nlohmann::json& position);

/// The position that a cursor of `scope` names. A cursor of another list, one that was changed on the way, and one that
/// somebody made up is Invalid `bad_cursor`, with the field `cursor`. Anybody can compute a cursor's checksum, so what
/// is in it has been looked at like any other input: a Position is whole, and each part of the type it says.
template <typename Position>
Result<Position> decodeCursor(std::string_view scope, std::string_view cursor);

template <>
Result<AssignmentPosition> decodeCursor(std::string_view scope, std::string_view cursor);
template <>
Result<EventPosition> decodeCursor(std::string_view scope, std::string_view cursor);

/// Invalid `bad_cursor`.
Error badCursor();

} // namespace xp
