// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/engine/actor.h"
#include "core/engine/exclusion.h"
#include "core/integrations/grafana.h"
#include "core/integrations/plausible.h"
#include "core/integrations/unleash.h"
#include "core/integrations/unleashadmin.h"
#include "core/storage/connection/databaseurl.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace xp::service {

/// What a caller without a token may do: the words of XP_ANONYMOUS.
enum class Grant { Assign, Track, Stats, Read, Evaluate };

enum class LogFormat { Json, Text };
enum class LogLevel { Debug, Info, Warning, Error };

/// So many requests of one client in any stretch of so much time; 0: no limit.
struct RateLimit
{
    std::uint32_t requests = 0;
    std::chrono::seconds period{1};
};

/// An OpenID Connect issuer whose tokens let people in.
struct OpenIdOptions
{
    std::string issuer; ///< as it calls itself; empty: none
    std::string audience;
    std::string rolesClaim = "roles"; ///< its name, or its path with dots
    std::map<std::string, Role> roles{{"viewer", Role::Viewer}, {"editor", Role::Editor}, {"admin", Role::Admin}};
};

/// Of messages to webhooks.
struct WebhookOptions
{
    bool allowPrivate = false;           ///< addresses within the own network, loopback among them
    std::chrono::seconds firstRetry{10}; ///< until the second attempt; four times as long until each further one
};

/// The service's configuration: from the environment, overridden by the command line.
struct Options
{
    DatabaseUrl database;
    std::optional<DatabaseUrl> replica; ///< a streaming replica of it, for reading many rows
    std::string host = "127.0.0.1";
    std::uint16_t port = 8000; ///< 0 lets the system choose
    std::vector<std::string> adminTokens;
    std::set<Grant> anonymous{Grant::Assign, Grant::Track, Grant::Stats};
    std::vector<std::string> corsOrigins;
    std::string tlsCertificate;
    std::string tlsKey;
    LogFormat logFormat = LogFormat::Json;
    LogLevel logLevel = LogLevel::Info;
    RateLimit rateLimit;
    std::size_t threads = 0;                    ///< 0: one for each core
    std::string studioFolder;                   ///< of the studio for browsers, served at /app/; empty: none
    std::size_t metricsExperiments = 200;       ///< of so many running experiments /metrics shows results
    int retentionDays = 0;                      ///< so long raw events are kept, in whole months; 0: for ever
    int historyDays = 35;                       ///< so long is kept what users did without an experiment; 0: for ever
    Pseudonyms pseudonyms;                      ///< how users' ids are stored; also the databases'
    std::shared_ptr<const Exclusion> exclusion; ///< whom no experiment analyses; nullptr: nobody
    WebhookOptions webhooks;
    OpenIdOptions openId;             ///< no issuer: people have keys, as all others
    GrafanaPeer grafana;              ///< no URL: no annotations
    UnleashPeer unleash;              ///< no URL: flags decide nothing
    UnleashAdmin unleashAdmin;        ///< no token: flags are people's to keep
    std::string publicUrl;            ///< where people reach this service, without a slash at its end; empty: not known
    std::string unleashCopy;          ///< file of the flags as last known
    PlausiblePeer plausible;          ///< no URL: nobody is told
    std::vector<std::string> leftOut; ///< peers of which only a part was told, as sentences for the log
    bool demo = false;
};

/// The administrator's where ADMIN_TOKEN is not set: on loopback only, and only for requests to a name of loopback.
inline constexpr const char* kDevelopmentToken = "dev-admin-token";

using Environment = std::function<std::optional<std::string>(const std::string&)>;

/// What the command line asks for.
struct Invocation
{
    enum class Kind { Serve, Help, Version, Command } kind = Kind::Serve;
    std::string command;                ///< `import`, `migrate-seed`, ...
    std::vector<std::string> arguments; ///< what follows the command and is not configuration
    Options options;
};

/// Reads `xp-service [command] [--option value | --option=value | --flag]...`. Options are the environment's names in
/// lower case with hyphens, without `XP_`. Invalid names the option, its value and what is allowed.
Result<Invocation> parseInvocation(std::span<const std::string> arguments, const Environment& environment);

/// The text of --help: every option with its variable, default and meaning.
std::string helpText();

} // namespace xp::service
