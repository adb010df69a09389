// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/unleash.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace xp {

namespace {

constexpr std::size_t kMostBytes = 32u << 20; ///< of all flags
constexpr int kMostIntervals = 10;
constexpr const char* kSdk = "experimentation-cpp:" XP_VERSION;

std::int64_t milliseconds(const UnleashPeer& peer)
{
    return std::chrono::milliseconds(peer.interval).count();
}

OutgoingRequest asked(const UnleashPeer& peer, std::string method, const std::string& path)
{
    return {.method = std::move(method),
            .url = peer.url + path,
            .headers = {{"Authorization", peer.token},
                        {"UNLEASH-APPNAME", peer.appName},
                        {"UNLEASH-INSTANCEID", peer.instanceId},
                        {"Unleash-Connection-Id", peer.connectionId},
                        {"Unleash-Sdk", kSdk},
                        {"Unleash-Interval", std::to_string(milliseconds(peer))},
                        {"Content-Type", "application/json"}},
            .mostBytes = kMostBytes};
}

std::string dumped(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

nlohmann::json whoWeAre(const UnleashPeer& peer)
{
    return {{"appName", peer.appName},
            {"instanceId", peer.instanceId},
            {"connectionId", peer.connectionId},
            {"environment", peer.environment}};
}

} // namespace

OutgoingRequest featuresRequest(const UnleashPeer& peer, const std::string& etag)
{
    OutgoingRequest request = asked(peer, "GET", "/api/client/features");
    if (!etag.empty())
        request.headers.emplace_back("If-None-Match", etag);
    return request;
}

OutgoingRequest registerRequest(const UnleashPeer& peer, Timestamp started)
{
    OutgoingRequest request = asked(peer, "POST", "/api/client/register");
    nlohmann::json body = whoWeAre(peer);
    body["sdkVersion"] = kSdk;
    body["strategies"] = {"default",
                          "flexibleRollout",
                          "userWithId",
                          "gradualRolloutUserId",
                          "gradualRolloutSessionId",
                          "gradualRolloutRandom",
                          "remoteAddress",
                          "applicationHostname"};
    body["started"] = toIso8601(started);
    body["interval"] = milliseconds(peer);
    request.body = dumped(body);
    return request;
}

OutgoingRequest metricsRequest(const UnleashPeer& peer, const std::map<std::string, FlagCounts>& counts, Timestamp from,
                               Timestamp to)
{
    OutgoingRequest request = asked(peer, "POST", "/api/client/metrics");
    nlohmann::json toggles = nlohmann::json::object();
    for (const auto& [flag, count] : counts)
        toggles[flag] = {{"yes", count.yes}, {"no", count.no}, {"variants", nlohmann::json::object()}};
    nlohmann::json body = whoWeAre(peer);
    body["bucket"] = {{"start", toIso8601(from)}, {"stop", toIso8601(to)}, {"toggles", std::move(toggles)}};
    request.body = dumped(body);
    return request;
}

std::chrono::seconds unleashDelay(std::chrono::seconds interval, int failures)
{
    return interval * std::min(failures + 1, kMostIntervals);
}

} // namespace xp
