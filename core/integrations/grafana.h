// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/integrations/outgoing.h"

#include <nlohmann/json.hpp>

namespace xp {

/// Grafana, and a service account's token that may write annotations.
struct GrafanaPeer
{
    std::string url; ///< of its root, as peerRoot() gives it
    std::string token;
};

/// `POST /api/annotations` of what a webhook would be told: at its moment, with the tags `experiment`, `exp:KEY` and
/// `event:NAME`, which the dashboards look for. Without a dashboard's uid, so it shows on all that ask for the tags.
OutgoingRequest annotationOf(const GrafanaPeer& peer, const nlohmann::json& message);

} // namespace xp
