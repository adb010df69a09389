// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace xp::service {

/// An OpenAPI document of ours as one HTML page: contents, operations by subject, schemas.
std::string renderPage(const nlohmann::ordered_json& document, const std::string& style);

/// The command that carries an operation out, with its example as body.
std::string curlOf(const std::string& method, const std::string& path, const nlohmann::ordered_json& operation);

} // namespace xp::service
