// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace xp::service {

/// A schema in a few words: `list of Variant`, `text or null`; references are links.
std::string typeHtml(const nlohmann::ordered_json& schema);

/// What a value must keep to, after its type: `0 to 1, default 0.05`; empty when it is free.
std::string limitsHtml(const nlohmann::ordered_json& schema);

/// The fields of an object as a table; for anything else its type.
std::string fieldsHtml(const nlohmann::ordered_json& schema);

/// Where a component's schema stands on the page; empty for a reference to anything else.
std::string schemaAnchor(const std::string& reference);

} // namespace xp::service
