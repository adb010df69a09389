// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace xp {

/// The one text of a JSON value by RFC 8785 (JSON Canonicalization Scheme): no blanks, keys ordered by their UTF-16
/// code units, the shortest escapes, numbers as ECMAScript writes them. Numbers are doubles there, so a whole number
/// beyond 2^53 is written as the double nearest to it. Without a value for what has no such text: a number that is not
/// finite, text that is not UTF-8, binary data.
std::optional<std::string> canonicalJson(const nlohmann::json& value);

/// A number as ECMAScript's Number::toString writes it: the shortest digits that read back as the same double.
/// Finite numbers only.
std::string ecmaScriptNumber(double value);

/// SHA-256 of the canonical text in lower-case hexadecimal; empty where there is none.
std::string fingerprintOf(const nlohmann::json& value);

} // namespace xp
