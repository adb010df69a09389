// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace xp {

// Reading what a peer answered, which may be anything: what is not there or of another type is as good as empty. The
// library's own value() throws about a type, and nobody would catch it on a thread that talks to a peer.

/// What the text says; discarded where it is no JSON or nests deeper than 64 levels (see boundedJson()).
nlohmann::json peerDocument(std::string_view text);
/// A text, or "".
std::string peerText(const nlohmann::json& object, const char* field);
/// A list, or an empty one.
const nlohmann::json& peerList(const nlohmann::json& object, const char* field);
/// An object, or an empty one.
const nlohmann::json& peerObject(const nlohmann::json& object, const char* field);
/// Whether it is `true`.
bool peerFlag(const nlohmann::json& object, const char* field);

} // namespace xp
