// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/integrations/outgoing.h"

#include <map>

namespace xp {

/// An Unleash server and what we call ourselves there.
struct UnleashPeer
{
    std::string url; ///< of its root, as peerRoot() gives it; empty: none
    std::string token;
    std::string environment = "default"; ///< what strategies see; the token says whose flags are told
    std::string appName = "experimentation";
    std::string instanceId;   ///< of this process
    std::string connectionId; ///< UUID, likewise
    std::chrono::seconds interval{15};
};

/// How often a flag let somebody in and how often not.
struct FlagCounts
{
    std::int64_t yes = 0;
    std::int64_t no = 0;
};

/// `GET /api/client/features`, conditional on an ETag unless it is empty. Without the header Unleash-Client-Spec the
/// server writes the constraints of segments into the strategies.
OutgoingRequest featuresRequest(const UnleashPeer& peer, const std::string& etag);
/// `POST /api/client/register`
OutgoingRequest registerRequest(const UnleashPeer& peer, Timestamp started);
/// `POST /api/client/metrics`
OutgoingRequest metricsRequest(const UnleashPeer& peer, const std::map<std::string, FlagCounts>& counts, Timestamp from,
                               Timestamp to);

/// How long to wait after so many failures in a row: interval * (failures + 1), at most ten intervals.
std::chrono::seconds unleashDelay(std::chrono::seconds interval, int failures);

} // namespace xp
