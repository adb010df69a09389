// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/sentence.h"

#include <optional>

namespace xp {

/// `{code, arguments, text}`, for whoever wants to translate or to act on it.
nlohmann::json toJson(const Sentence& sentence);
/// Without a value unless it is an object with a text.
std::optional<Sentence> sentenceFromJson(const nlohmann::json& json);

} // namespace xp
