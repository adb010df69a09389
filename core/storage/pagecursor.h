// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace xp {

/// What a page of an experiment's rows is a page of; `list` is "assignments" or "events".
std::string pageScope(std::string_view list, std::string_view experimentId);

/// A page's end as opaque text (base64url). `scope` says what it is a page of: a cursor of another list, or one that
/// was changed on the way, is Invalid `bad_cursor`, with the field `cursor`.
std::string encodeCursor(std::string_view scope, const nlohmann::json& position);
Result<nlohmann::json> decodeCursor(std::string_view scope, std::string_view cursor);

/// Invalid `bad_cursor`.
Error badCursor();

} // namespace xp
