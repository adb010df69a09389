// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace xp::ui {

/// What somebody did, of an audit entry's action: `experiment.start` is "Started". One that this studio does not know
/// stays as the service names it.
QString auditAction(const std::string& action);

/// What it changed: `Traffic 20 % → 50 %`, several of them joined. Of something made or deleted only what tells it from
/// others; what merely follows (epochs, the moment that the action has already) is left out.
QString auditChanges(const nlohmann::json& changes);

} // namespace xp::ui
