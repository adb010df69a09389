// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/store.h"

#include <functional>

namespace xp {

/// What the service allows of a webhook's address; a message when it does not, naming what is allowed.
using UrlRule = std::function<std::optional<std::string>(const std::string& url)>;

/// The rows under which what Grafana and Unleash are to be told waits in line like everything else; no webhooks of a
/// person's.
inline constexpr const char* kGrafanaWebhook = "grafana";
inline constexpr const char* kUnleashWebhook = "unleash";

/// Keeps such a row, with the events that concern the peer, or removes it with what waits.
Result<void> keepPeerWebhook(Store& store, const Webhook& row, bool isWanted);

/// Makes a webhook from `{url, events, project?, description?, secret?}` and writes the audit log. Without a secret one
/// is made: `whsec_` and 32 random bytes in base64. An actor who is bound to a project hears of that one only; one who
/// is bound to an environment may have none, as a webhook hears of all of them (Forbidden `outside_scope`).
Result<Webhook> createWebhook(Store& store, const nlohmann::json& body, const UrlRule& rule, const Actor& actor);
/// Changes `url`, `events`, `description`, `enabled`; NotFound `webhook_not_found`, also for one of another project.
Result<Webhook> changeWebhook(Store& store, const std::string& id, const nlohmann::json& body, const UrlRule& rule,
                              const Actor& actor);
Result<void> removeWebhook(Store& store, const std::string& id, const Actor& actor);

/// Those that the actor may see.
Result<std::vector<Webhook>> listWebhooks(Store& store, const Actor& actor);
Result<Webhook> findWebhook(Store& store, const std::string& id, const Actor& actor);

/// The key that signs: what stands behind `whsec_`, decoded; any other secret as it is.
std::string signingKey(const std::string& secret);

/// Never the secret.
nlohmann::json toJson(const Webhook& webhook);
nlohmann::json toJson(const WebhookDelivery& delivery);

} // namespace xp
