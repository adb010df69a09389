// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/integrations/jsonwebtoken.h"
#include "service/log.h"
#include "service/metrics/metrics.h"

#include <condition_variable>
#include <optional>
#include <stop_token>
#include <thread>

namespace xp::service {

/// Lets people in by the tokens of an OpenID Connect issuer, beside our own keys. The issuer's public keys are read
/// beside the requests: at the start, every five minutes, and when a token names one that is not known (at most every
/// ten seconds), so that a new key of the issuer is used at once and nobody waits for the issuer. Keys are used for a
/// day after they were last read; while the issuer is away, who has a token stays in.
class SignIn
{
public:
    SignIn(OpenIdOptions options, Metrics& metrics, Log& log);
    ~SignIn();

    /// Whose token it is, with the highest of the roles in the claim. Unauthorized for a token that is not valid here,
    /// Forbidden `role_missing` for a person without a role, Unavailable while the issuer's keys are not known. Never
    /// waits; from any thread.
    Result<Actor> actorOf(std::string_view token, Timestamp at);
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    using Keys = std::vector<VerificationKey>;

    void run(const std::stop_token& stop);
    Result<Keys> read(const std::stop_token& stop) const;
    Result<std::shared_ptr<const Keys>> keys();
    bool askForNewKeys();

    const OpenIdOptions m_options;
    Metrics& m_metrics;
    Log& m_log;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable_any m_wake;
    std::shared_ptr<const Keys> m_keys;
    Clock::time_point m_readAt{};  ///< when the keys were last read
    Clock::time_point m_askedAt{}; ///< when that was last tried
    bool m_isAsked = true;         ///< to be read at once
    std::jthread m_thread;         ///< last: it uses all of the above
};

/// Who the claims speak of: the name for the audit log and the highest role.
Result<Actor> actorOfClaims(const nlohmann::json& claims, const OpenIdOptions& options);

} // namespace xp::service
