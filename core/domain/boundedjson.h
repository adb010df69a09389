// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace xp {

/// What the text says; discarded where it is no JSON or nests deeper than so many levels: the library copies, compares
/// and writes a level within a level, and a megabyte of brackets would be more than a thread's stack.
nlohmann::json boundedJson(std::string_view text, int deepest);

} // namespace xp
