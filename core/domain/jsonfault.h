// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <string_view>

namespace xp {

/// What is wrong with a text that could not be read as JSON. NaN, Infinity and numbers beyond a double, which some
/// languages write, are Invalid (`range`, with the field's path); anything else is Malformed `broken_json`, with line
/// and column, both from 1, the column in bytes.
Error jsonFault(std::string_view text);

} // namespace xp
