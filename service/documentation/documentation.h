// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace xp::service {

/// OpenAPI 3.1 of everything the service answers, as JSON; the version is this build's.
std::shared_ptr<const std::string> openApiDocument();

/// The same for people: one HTML page that needs no network and no script.
std::shared_ptr<const std::string> documentationPage();

} // namespace xp::service
