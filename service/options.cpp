// SPDX-License-Identifier: Apache-2.0
#include "service/options.h"

#include "core/domain/enumtext.h"
#include "core/domain/fieldreader.h"
#include "core/integrations/outgoing.h"
#include "core/integrations/peerurl.h"
#include "service/loopback.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <charconv>

namespace xp::service {

namespace {

using Objection = std::optional<std::string>; ///< what is wrong with a value and what is allowed

struct Setting
{
    std::string_view option;
    std::string_view variable;
    std::string_view value; ///< placeholder for the help text; empty: a flag
    std::string_view meaning;
    Objection (*set)(Options&, const std::string&);
};

std::vector<std::string> split(const std::string& list)
{
    std::vector<std::string> items;
    std::size_t from = 0;
    while (from <= list.size()) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        std::string item = list.substr(from, comma - from);
        item.erase(0, item.find_first_not_of(" \t"));
        item.erase(item.find_last_not_of(" \t") + 1);
        if (!item.empty())
            items.push_back(std::move(item));
        from = comma + 1;
    }
    return items;
}

template <typename E, std::size_t N>
Objection choose(E& to, const std::string& value, const std::array<EnumName<E>, N>& names)
{
    std::string allowed;
    for (const auto& name : names) {
        if (name.text == value) {
            to = name.value;
            return {};
        }
        allowed.append(allowed.empty() ? "" : ", ").append(name.text);
    }
    return "must be one of " + allowed;
}

Objection setDatabase(Options& o, const std::string& value)
{
    auto url = parseDatabaseUrl(value);
    if (!url)
        return url.error().sentence.text;
    o.database = std::move(*url);
    return {};
}

Objection setReplica(Options& o, const std::string& value)
{
    auto url = parseDatabaseUrl(value, "prefer-standby");
    if (!url)
        return url.error().sentence.text;
    if (url->engine != DatabaseUrl::Engine::Postgres)
        return "must be a PostgreSQL URL, of a streaming replica of the database";
    o.replica = std::move(*url);
    return {};
}

template <typename T>
Objection setNumber(T& to, const std::string& value, unsigned long most)
{
    unsigned long number = 0;
    const auto [end, ec] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (ec != std::errc() || end != value.data() + value.size() || number > most)
        return "must be a whole number from 0 to " + std::to_string(most);
    to = static_cast<T>(number);
    return {};
}

/// `100`, `100/second`, `6000/minute`
Objection setRateLimit(Options& o, const std::string& value)
{
    const std::size_t slash = std::min(value.find('/'), value.size());
    const std::string period = value.substr(slash);
    if (period != "" && period != "/second" && period != "/minute")
        return "must be like 100/second or 6000/minute";
    o.rateLimit.period = std::chrono::seconds(period == "/minute" ? 60 : 1);
    return setNumber(o.rateLimit.requests, value.substr(0, slash), 1'000'000);
}

Objection setAdminTokens(Options& o, const std::string& value)
{
    o.adminTokens = split(value);
    if (o.adminTokens.empty() && !value.empty())
        return "holds no token";
    const bool readable = std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7F; });
    if (!readable)
        return "may hold printable ASCII characters only";
    return {};
}

Objection setAnonymous(Options& o, const std::string& value)
{
    static constexpr std::array kGrants{EnumName{Grant::Assign, "assign"}, EnumName{Grant::Track, "track"},
                                        EnumName{Grant::Stats, "stats"}, EnumName{Grant::Read, "read"},
                                        EnumName{Grant::Evaluate, "evaluate"}};
    o.anonymous.clear();
    for (const std::string& word : split(value)) {
        Grant grant{};
        if (auto problem = choose(grant, word, kGrants))
            return "holds " + shown(word) + "; each word " + *problem;
        o.anonymous.insert(grant);
    }
    return {};
}

/// As browsers send it (RFC 6454, 6.2): anything behind the host and port would never match.
bool isOrigin(std::string_view text)
{
    const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
    const std::string_view host = text.substr(scheme);
    return scheme > 0 && !host.empty() && host.find_first_of("/?#@ ") == std::string_view::npos;
}

Objection setCors(Options& o, const std::string& value)
{
    o.corsOrigins = split(value);
    for (const std::string& origin : o.corsOrigins) {
        if (origin != "*" && !isOrigin(origin))
            return "holds " + shown(origin) +
                   "; an origin is * or a scheme, host and port, as https://app.example:8443";
    }
    return {};
}

Objection setYesOrNo(bool& to, const std::string& value)
{
    static constexpr std::array kWords{EnumName{true, "yes"},    EnumName{false, "no"}, EnumName{true, "true"},
                                       EnumName{false, "false"}, EnumName{true, "1"},   EnumName{false, "0"}};
    return choose(to, value, kWords);
}

Objection setSeconds(std::chrono::seconds& to, const std::string& value, unsigned long most)
{
    std::uint32_t number = 0;
    const Objection problem = setNumber(number, value, most);
    to = std::chrono::seconds(number);
    return problem;
}

/// Of another service; with and without `/api` at its end.
Objection setPeer(std::string& to, const std::string& value)
{
    if (auto url = parseHttpUrl(value); !url)
        return url.error().sentence.text;
    to = peerRoot(value);
    return {};
}

Objection setToken(std::string& to, const std::string& value)
{
    if (!std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7F; }))
        return "may hold printable ASCII characters only";
    to = value;
    return {};
}

/// Over TLS, but for one on this machine: whoever can change its answers can let anybody in.
Objection setIssuer(Options& o, const std::string& value)
{
    const auto url = parseHttpUrl(value);
    if (!url)
        return url.error().sentence.text;
    if (!url->tls && !isLoopback(url->host))
        return "must start with https://";
    o.openId.issuer = value;
    return {};
}

/// `team-a=editor,platform=admin`
Objection setRoles(Options& o, const std::string& value)
{
    static constexpr std::array kPeople{EnumName{Role::Viewer, "viewer"}, EnumName{Role::Editor, "editor"},
                                        EnumName{Role::Admin, "admin"}};
    o.openId.roles.clear();
    for (const std::string& pair : split(value)) {
        const std::size_t equals = pair.rfind('=');
        if (equals == std::string::npos || equals == 0)
            return "holds " + shown(pair) + "; each word must be like GROUP=ROLE";
        Role role{};
        if (auto problem = choose(role, pair.substr(equals + 1), kPeople))
            return "holds " + shown(pair) + "; the role " + *problem;
        o.openId.roles[pair.substr(0, equals)] = role;
    }
    return {};
}

Objection setInterval(std::chrono::seconds& to, const std::string& value)
{
    auto problem = setSeconds(to, value, 3600);
    return problem || to.count() > 0 ? problem : "must be a whole number from 1 to 3600";
}

Objection setHost(Options& o, const std::string& value)
{
    if (value.empty())
        return "must be an address or a host name";
    const bool isInUrl = value.size() > 2 && value.front() == '[' && value.back() == ']'; // an IPv6 address
    o.host = isInUrl ? value.substr(1, value.size() - 2) : value;
    return {};
}

Objection setStudioFolder(Options& o, const std::string& value)
{
    if (!QFile::exists(QString::fromStdString(value) + QStringLiteral("/index.html")))
        return "must be a folder with an index.html, as ./xp wasm makes it";
    o.studioFolder = value;
    return {};
}

Objection setPseudonyms(Options& o, const std::string& key)
{
    if (o.pseudonyms.isOn() && o.pseudonyms != Pseudonyms(key))
        return "and XP_PSEUDONYMISE_FILE must not both be given";
    o.pseudonyms = Pseudonyms(key);
    return {};
}

Objection readPseudonyms(Options& o, const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return "must be a file that can be read";
    std::string key = file.readAll().toStdString();
    key.erase(key.find_last_not_of("\r\n") + 1);
    if (key.empty())
        return "holds no key";
    return setPseudonyms(o, key);
}

Objection setExclusion(Options& o, const std::string& value)
{
    auto read = Exclusion::read(value);
    if (!read) {
        std::string problems;
        for (const FieldError& error : read.error().errors)
            problems += (problems.empty() ? "" : "; ") + error.message;
        return problems;
    }
    o.exclusion = std::make_shared<const Exclusion>(std::move(*read));
    return {};
}

constexpr std::array kLogFormats{EnumName{LogFormat::Json, "json"}, EnumName{LogFormat::Text, "text"}};
constexpr std::array kLogLevels{EnumName{LogLevel::Debug, "debug"}, EnumName{LogLevel::Info, "info"},
                                EnumName{LogLevel::Warning, "warning"}, EnumName{LogLevel::Error, "error"}};

const std::array kSettings{
    Setting{"--database-url", "DATABASE_URL", "URL",
            "sqlite:///relative.db, sqlite:////absolute.db or postgresql://user:pass@host:port/db?sslmode=...\n"
            "(default: experimentation.db in the user's data folder)",
            setDatabase},
    Setting{"--database-read-url", "DATABASE_READ_URL", "URL",
            "a streaming replica of the PostgreSQL database, for pages and exports of assignments, events, series\n"
            "and the audit log; the database itself is read while the replica is away (default: none)",
            setReplica},
    Setting{"--host", "HOST", "ADDRESS", "where to listen (default 127.0.0.1)", setHost},
    Setting{"--port", "PORT", "NUMBER", "where to listen (default 8000; 0 picks a free one and prints it)",
            [](Options& o, const std::string& v) { return setNumber(o.port, v, 65535); }},
    Setting{"--admin-token", "ADMIN_TOKEN", "TOKEN[,TOKEN]",
            "token of the administrator; two may be valid at once. Needed on any address but loopback\n"
            "(prefer the variable: other users can see a command line)",
            setAdminTokens},
    Setting{"--anonymous", "XP_ANONYMOUS", "WORDS",
            "what works without a token: assign, track, stats, read, evaluate\n"
            "(default assign,track,stats; empty locks everything but health, documentation and the files of /app/)",
            setAnonymous},
    Setting{"--cors-allowed-origins", "CORS_ALLOWED_ORIGINS", "ORIGINS",
            "web pages that may call the service: https://shop.example,... or * (default none)", setCors},
    Setting{"--tls-cert", "TLS_CERT", "FILE", "certificate chain, PEM; with --tls-key the service speaks HTTPS",
            [](Options& o, const std::string& v) {
                o.tlsCertificate = v;
                return Objection();
            }},
    Setting{"--tls-key", "TLS_KEY", "FILE", "private key, PEM",
            [](Options& o, const std::string& v) {
                o.tlsKey = v;
                return Objection();
            }},
    Setting{"--log-format", "LOG_FORMAT", "FORMAT", "json (one object a line, the default) or text",
            [](Options& o, const std::string& v) { return choose(o.logFormat, v, kLogFormats); }},
    Setting{"--log-level", "LOG_LEVEL", "LEVEL", "debug, info (the default), warning or error",
            [](Options& o, const std::string& v) { return choose(o.logLevel, v, kLogLevels); }},
    Setting{"--oidc-issuer", "OIDC_ISSUER", "URL",
            "an OpenID Connect issuer whose tokens let people in, beside our own keys; needs --oidc-audience",
            setIssuer},
    Setting{"--oidc-audience", "OIDC_AUDIENCE", "NAME", "for whom these tokens must be made out",
            [](Options& o, const std::string& v) { return setToken(o.openId.audience, v); }},
    Setting{"--oidc-roles-claim", "OIDC_ROLES_CLAIM", "NAME",
            "the claim that lists a person's roles; a path like realm_access.roles is followed (default roles)",
            [](Options& o, const std::string& v) { return setToken(o.openId.rolesClaim, v); }},
    Setting{"--oidc-roles", "OIDC_ROLES", "GROUP=ROLE,...",
            "what the words in that claim mean here; the highest counts\n"
            "(default viewer=viewer,editor=editor,admin=admin)",
            setRoles},
    Setting{"--rate-limit", "XP_RATE_LIMIT", "NUMBER[/minute]",
            "requests that one client (a token, else an address) may make in a second or minute; more are answered\n"
            "429 (default 0: no limit)",
            setRateLimit},
    Setting{"--threads", "XP_THREADS", "NUMBER", "threads that serve requests (default 0: one for each core)",
            [](Options& o, const std::string& v) { return setNumber(o.threads, v, 256); }},
    Setting{"--app-dir", "APP_DIR", "FOLDER",
            "the studio for browsers, served at /app/ (default: app beside the executable, or\n"
            "../share/experimentation/app)",
            setStudioFolder},
    Setting{"--metrics-experiments", "XP_METRICS_EXPERIMENTS", "NUMBER",
            "of how many running experiments /metrics shows results (default 200; the latest started)",
            [](Options& o, const std::string& v) { return setNumber(o.metricsExperiments, v, 100000); }},
    Setting{"--history-days", "XP_HISTORY_DAYS", "NUMBER",
            "for how many days is kept what users did before they were in an experiment (default 35; 0: for ever)",
            [](Options& o, const std::string& v) { return setNumber(o.historyDays, v, 36500); }},
    Setting{"--exclude", "XP_EXCLUDE", "RULE",
            "whom no experiment analyses, though they get a variant: bots (what names itself a program in the user\n"
            "agent), a condition in JSON, or both as bots,{...} (default: nobody)",
            setExclusion},
    Setting{"", "XP_PSEUDONYMISE", "KEY",
            "users' ids are stored as HMAC-SHA256 of them under this key alone: of the environment only, as other\n"
            "users can see a command line; with a database that knows no users yet",
            setPseudonyms},
    Setting{"--pseudonymise-file", "XP_PSEUDONYMISE_FILE", "FILE", "the same, with the key in a file", readPseudonyms},
    Setting{"--retention-days", "XP_RETENTION_DAYS", "NUMBER",
            "for how many days raw events are kept, in whole months of their arrival; what older ones count for is\n"
            "sealed before they go, so no result changes (default 0: for ever)",
            [](Options& o, const std::string& v) { return setNumber(o.retentionDays, v, 36500); }},
    Setting{"--webhook-allow-private", "XP_WEBHOOK_ALLOW_PRIVATE", "yes|no",
            "whether webhooks may go to private addresses, loopback among them (default no)",
            [](Options& o, const std::string& v) { return setYesOrNo(o.webhooks.allowPrivate, v); }},
    Setting{"--webhook-retry", "XP_WEBHOOK_RETRY", "SECONDS",
            "until a failed webhook is tried again; four times as long each further time (default 10)",
            [](Options& o, const std::string& v) { return setSeconds(o.webhooks.firstRetry, v, 3600); }},
    Setting{"--unleash-url", "UNLEASH_URL", "URL",
            "Unleash, whose flags decide who is in experiments that name one; needs --unleash-token",
            [](Options& o, const std::string& v) { return setPeer(o.unleash.url, v); }},
    Setting{"--unleash-token", "UNLEASH_TOKEN", "TOKEN", "a backend token; it says whose flags are told",
            [](Options& o, const std::string& v) { return setToken(o.unleash.token, v); }},
    Setting{"--unleash-environment", "UNLEASH_ENVIRONMENT", "NAME",
            "what strategies are told of where they are (default default)",
            [](Options& o, const std::string& v) { return setToken(o.unleash.environment, v); }},
    Setting{"--unleash-app-name", "UNLEASH_APP_NAME", "NAME", "as Unleash lists us (default experimentation)",
            [](Options& o, const std::string& v) { return setToken(o.unleash.appName, v); }},
    Setting{"--unleash-poll-interval", "UNLEASH_POLL_INTERVAL", "SECONDS",
            "between two questions whether flags have changed (default 15)",
            [](Options& o, const std::string& v) { return setInterval(o.unleash.interval, v); }},
    Setting{"--unleash-admin-token", "UNLEASH_ADMIN_TOKEN", "TOKEN",
            "a token that may change flags: those that experiments name are made, ramped and switched with them",
            [](Options& o, const std::string& v) { return setToken(o.unleashAdmin.token, v); }},
    Setting{"--unleash-project", "UNLEASH_PROJECT", "NAME", "where flags are made (default default)",
            [](Options& o, const std::string& v) { return setToken(o.unleashAdmin.project, v); }},
    Setting{"--public-url", "XP_PUBLIC_URL", "URL", "where people reach this service; other systems' links point there",
            [](Options& o, const std::string& v) { return setPeer(o.publicUrl, v); }},
    Setting{"--unleash-copy", "UNLEASH_COPY", "FILE",
            "the flags as last known, used while Unleash is away\n"
            "(default: experimentation/unleash-flags.json in the user's cache folder)",
            [](Options& o, const std::string& v) {
                o.unleashCopy = v;
                return Objection();
            }},
    Setting{"--plausible-url", "PLAUSIBLE_URL", "URL",
            "Plausible, told of exposures and conversions; needs --plausible-domain",
            [](Options& o, const std::string& v) { return setPeer(o.plausible.url, v); }},
    Setting{"--plausible-domain", "PLAUSIBLE_DOMAIN", "NAME", "of the site in Plausible",
            [](Options& o, const std::string& v) { return setToken(o.plausible.domain, v); }},
    Setting{"--plausible-api-key", "PLAUSIBLE_API_KEY", "KEY",
            "of Plausible's Stats API; with it reports compare its counts with ours",
            [](Options& o, const std::string& v) { return setToken(o.plausible.apiKey, v); }},
    Setting{"--grafana-url", "GRAFANA_URL", "URL",
            "Grafana, told of starts, stops, ramps and decisions as annotations; needs --grafana-token",
            [](Options& o, const std::string& v) { return setPeer(o.grafana.url, v); }},
    Setting{"--grafana-token", "GRAFANA_TOKEN", "TOKEN", "of a service account that may write annotations",
            [](Options& o, const std::string& v) { return setToken(o.grafana.token, v); }},
    Setting{"--demo", "", "", "adds experiments of known truth, the running ones fed by a built-in simulator",
            [](Options& o, const std::string&) {
                o.demo = true;
                return Objection();
            }},
};

Failure wrong(std::string_view name, const std::string& value, const std::string& problem, bool secret)
{
    const std::string what = secret ? std::string() : " is " + shown(value) + ":";
    return fail(ErrorCode::Invalid, "bad_option", std::string(name) + what + " " + problem);
}

/// Values that may hold a password are not repeated in messages.
bool isSecret(const Setting& setting, const std::string& value)
{
    return setting.variable.ends_with("_TOKEN") || setting.variable == "PLAUSIBLE_API_KEY" ||
           setting.variable == "XP_PSEUDONYMISE" || setting.variable.starts_with("DATABASE_") ||
           (setting.value == "URL" && value.find('@') != std::string::npos);
}

/// An option of the command line and its value.
struct Given
{
    const Setting* setting = nullptr;
    std::string value;
};

/// From the environment, then the command line. A variable whose option is given is not looked at: it may hold
/// anything.
Result<void> readSettings(Options& options, const Environment& environment, const std::vector<Given>& given)
{
    for (const Setting& setting : kSettings) {
        if (setting.variable.empty() || std::ranges::find(given, &setting, &Given::setting) != given.end())
            continue;
        const auto value = environment(std::string(setting.variable));
        // An empty variable is as good as none, but for the one whose emptiness says something.
        if (!value || (value->empty() && setting.variable != "XP_ANONYMOUS"))
            continue;
        if (auto problem = setting.set(options, *value))
            return wrong(setting.variable, *value, *problem, isSecret(setting, *value));
    }
    for (const auto& [setting, value] : given) {
        if (auto problem = setting->set(options, value))
            return wrong(setting->option, value, *problem, isSecret(*setting, value));
    }
    return {};
}

/// Takes one option of ours off the front of `rest`; false when it is none.
Result<bool> takeOption(std::vector<Given>& given, std::span<const std::string>& rest)
{
    const std::string& word = rest.front();
    const std::string name = word.substr(0, word.find('='));
    const auto setting = std::ranges::find(kSettings, name, &Setting::option);
    if (name.empty() || setting == kSettings.end())
        return false;
    std::string value;
    std::size_t used = 1;
    if (!setting->value.empty()) {
        if (name.size() < word.size()) {
            value = word.substr(name.size() + 1);
        } else if (rest.size() > 1) {
            value = rest[1];
            used = 2;
        } else {
            return fail(ErrorCode::Invalid, "bad_option", name + " needs a value");
        }
    }
    given.push_back({&*setting, std::move(value)});
    rest = rest.subspan(used);
    return true;
}

std::string defaultDatabase()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/experimentation");
    QDir().mkpath(folder);
    return "sqlite:///" + folder.toStdString() + "/experimentation.db";
}

std::string defaultUnleashCopy()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/experimentation");
    QDir().mkpath(folder);
    return folder.toStdString() + "/unleash-flags.json";
}

/// Nothing depends on a peer, so one of which only a part is told (an address without its token yet, the token of a
/// shared secret without an address) is no reason not to start: it is left out, and the log says so.
void leaveOutHalfPeers(Options& options)
{
    const auto isWhole = [&](const std::string& url, const std::string& other, const char* names, const char* without) {
        if (url.empty() != other.empty())
            options.leftOut.push_back(std::string(names) + " are needed together: " + without);
        return !url.empty() && !other.empty();
    };
    if (!isWhole(options.unleash.url, options.unleash.token, "UNLEASH_URL and UNLEASH_TOKEN",
                 "no flags are fetched, and experiments that name one let nobody new in")) {
        if (!options.unleashAdmin.token.empty())
            options.leftOut.push_back("UNLEASH_ADMIN_TOKEN needs UNLEASH_URL and UNLEASH_TOKEN: no flags are changed");
        options.unleash.url.clear();
        options.unleashAdmin.token.clear();
    }
    if (!isWhole(options.plausible.url, options.plausible.domain, "PLAUSIBLE_URL and PLAUSIBLE_DOMAIN",
                 "nothing is forwarded"))
        options.plausible.url.clear();
    if (!isWhole(options.grafana.url, options.grafana.token, "GRAFANA_URL and GRAFANA_TOKEN",
                 "no annotations are written"))
        options.grafana.url.clear();
}

Result<void> finish(Options& options)
{
    if (options.database.display.empty()) {
        auto url = parseDatabaseUrl(defaultDatabase());
        if (!url)
            return Failure(std::move(url.error()));
        options.database = std::move(*url);
    }
    options.database.pseudonyms = options.pseudonyms;
    if (options.replica)
        options.replica->pseudonyms = options.pseudonyms;
    if (options.replica && options.database.engine != DatabaseUrl::Engine::Postgres)
        return fail(ErrorCode::Invalid, "bad_option", "DATABASE_READ_URL needs a PostgreSQL DATABASE_URL");
    if (options.tlsCertificate.empty() != options.tlsKey.empty())
        return fail(ErrorCode::Invalid, "bad_option", "TLS_CERT and TLS_KEY are needed together");
    if (options.openId.issuer.empty() != options.openId.audience.empty())
        return fail(ErrorCode::Invalid, "bad_option", "OIDC_ISSUER and OIDC_AUDIENCE are needed together");
    leaveOutHalfPeers(options);
    options.unleashAdmin.url = options.unleash.url;
    options.unleashAdmin.environment = options.unleash.environment;
    if (options.unleashCopy.empty() && !options.unleash.url.empty())
        options.unleashCopy = defaultUnleashCopy();
    return {};
}

} // namespace

Result<Invocation> parseInvocation(std::span<const std::string> arguments, const Environment& environment)
{
    Invocation invocation;
    std::vector<Given> given;
    const bool isAlias =
        !arguments.empty() && (arguments.front() == "--recompute" || arguments.front() == "--check-schema");
    if (!arguments.empty() && (isAlias || !arguments.front().starts_with('-'))) {
        invocation.kind = Invocation::Kind::Command;
        invocation.command = isAlias ? arguments.front().substr(2) : arguments.front();
        arguments = arguments.subspan(1);
    }
    while (!arguments.empty()) {
        const std::string& word = arguments.front();
        if (invocation.kind == Invocation::Kind::Serve && (word == "--help" || word == "-h"))
            return Invocation{.kind = Invocation::Kind::Help};
        if (invocation.kind == Invocation::Kind::Serve && word == "--version")
            return Invocation{.kind = Invocation::Kind::Version};
        const auto taken = takeOption(given, arguments);
        if (!taken)
            return Failure(taken.error());
        if (*taken)
            continue;
        if (invocation.kind == Invocation::Kind::Serve)
            return fail(ErrorCode::Invalid, "bad_option", // what is no option's name may be a secret
                        (word.starts_with('-') ? "There is no option " + shown(word.substr(0, word.find('=')))
                                               : "A word that no option takes stands among the options") +
                            "; --help lists all");
        invocation.arguments.push_back(word);
        arguments = arguments.subspan(1);
    }
    return readSettings(invocation.options, environment, given)
        .and_then([&] { return finish(invocation.options); })
        .map([&] { return std::move(invocation); });
}

std::string helpText()
{
    std::string text =
        "xp-service: experiments, assignment, events and statistics over HTTP\n\n"
        "  xp-service [options]                     serve\n"
        "  xp-service COMMAND [options] [...]       see `xp-service COMMAND --help`\n\n"
        "Commands: audit, backup, check-database, check-schema, import, migrate-seed, recompute, restore, verify\n\n"
        "Options (each may also be set by the environment variable beside it; the option wins):\n";
    for (const Setting& setting : kSettings) {
        std::string left = "  " + std::string(setting.option.empty() ? "(no option)" : setting.option);
        if (!setting.value.empty())
            left.append(" ").append(setting.value);
        text += left + (setting.variable.empty() ? "" : "   [" + std::string(setting.variable) + "]") + "\n";
        for (const char c : "      " + std::string(setting.meaning) + "\n")
            text += c == '\n' ? std::string("\n      ") : std::string(1, c);
        text.erase(text.size() - 6);
    }
    return text +
           "  --help, --version\n\n"
           "Exit codes: 0 done or stopped, 1 failed (a port in use, a database that cannot be reached), 2 wrong\n"
           "configuration or command line.\n";
}

} // namespace xp::service
