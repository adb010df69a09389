// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/routes/endpoint.h"

#include <optional>
#include <string>

namespace xp::service {

/// The project that a call is about: `project` of the query or the body, else the token's, else `default`. Invalid: no
/// key of a project, or two of them; Forbidden: another one than the token's.
Result<std::string> projectOf(const Call& call, const nlohmann::json& body = nlohmann::json::object());

/// Empty: every project, every environment.
struct Place
{
    std::string project;
    std::string environment;
};

/// Where a list looks: where `project` and `environment` of the query say, within where the token sees. Nothing:
/// nowhere in both.
std::optional<Place> placeOf(const Call& call);

} // namespace xp::service
