// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/grafana.h"

#include "core/domain/timestamp.h"
#include "core/integrations/peerjson.h"

namespace xp {

OutgoingRequest annotationOf(const GrafanaPeer& peer, const nlohmann::json& message)
{
    const Timestamp at = parseIso8601(peerText(message, "at")).value_or(now());
    const nlohmann::json body{{"time", toMicros(at) / 1000},
                              {"tags",
                               {"experiment", "exp:" + peerText(peerObject(message, "experiment"), "key"),
                                "event:" + peerText(message, "event")}},
                              {"text", peerText(message, "text")}};
    return {.method = "POST",
            .url = peer.url + "/api/annotations",
            .headers = {{"Content-Type", "application/json"},
                        {"Accept", "application/json"},
                        {"Authorization", "Bearer " + peer.token}},
            .body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

} // namespace xp
