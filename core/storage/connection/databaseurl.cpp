// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/databaseurl.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace xp {

namespace {

/// What may follow the `?`: libpq's options that make sense for a service.
constexpr std::array<std::string_view, 25> kOptions{"application_name",
                                                    "channel_binding",
                                                    "connect_timeout",
                                                    "fallback_application_name",
                                                    "gssencmode",
                                                    "host",
                                                    "hostaddr",
                                                    "keepalives",
                                                    "keepalives_count",
                                                    "keepalives_idle",
                                                    "keepalives_interval",
                                                    "krbsrvname",
                                                    "load_balance_hosts",
                                                    "options",
                                                    "passfile",
                                                    "port",
                                                    "sslcert",
                                                    "sslcrl",
                                                    "sslkey",
                                                    "sslmode",
                                                    "sslpassword",
                                                    "sslrootcert",
                                                    "ssl_min_protocol_version",
                                                    "target_session_attrs",
                                                    "tcp_user_timeout"};

Failure refuse(std::string why)
{
    return failInvalid({{"database_url", "invalid",
                         "The database URL " + std::move(why) +
                             ". Allowed are sqlite:///relative.db, sqlite:////absolute.db and "
                             "postgresql://user:password@host:port/database?sslmode=..."}});
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<std::string> decode(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size() || hexDigit(text[i + 1]) < 0 || hexDigit(text[i + 2]) < 0)
            return std::nullopt;
        out += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        i += 2;
    }
    if (!isStorableText(out))
        return std::nullopt;
    return out;
}

/// The part before the first `separator`, which is taken off `rest` together with it; all of it when there is none.
std::string_view takeUntil(std::string_view& rest, char separator)
{
    const std::size_t at = rest.find(separator);
    const std::string_view head = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return head;
}

Result<DatabaseUrl> parseSqlite(std::string_view rest)
{
    if (!rest.starts_with('/'))
        return refuse("needs three slashes before a relative path and four before an absolute one");
    rest.remove_prefix(1);
    if (rest.find('?') != std::string_view::npos)
        return refuse("has options, which SQLite takes none of");
    auto path = decode(rest);
    if (!path)
        return refuse("has a broken percent-escape");
    if (path->empty() || *path == ":memory:")
        return refuse("names no file; a database in memory cannot be shared by the service's threads");
    DatabaseUrl url;
    url.engine = DatabaseUrl::Engine::Sqlite;
    url.display = "sqlite:///" + *path;
    url.path = std::move(*path);
    return url;
}

struct Hosts
{
    std::string names;
    std::string ports;
};

/// `a:1,[::1]:2` as libpq wants it: names and ports in two lists of equal length.
std::optional<Hosts> parseHosts(std::string_view text)
{
    Hosts hosts;
    bool first = true;
    while (!text.empty()) {
        std::string_view one = takeUntil(text, ',');
        std::string_view name = one;
        std::string_view port;
        if (one.starts_with('[')) {
            const std::size_t close = one.find(']');
            if (close == std::string_view::npos)
                return std::nullopt;
            name = one.substr(1, close - 1);
            port = one.substr(close + 1);
            if (!port.empty() && !port.starts_with(':'))
                return std::nullopt;
            port.remove_prefix(port.empty() ? 0 : 1);
        } else if (const std::size_t colon = one.find(':'); colon != std::string_view::npos) {
            name = one.substr(0, colon);
            port = one.substr(colon + 1);
        }
        const bool digits = std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
        const auto decoded = decode(name);
        if (!decoded || decoded->empty() || !digits)
            return std::nullopt;
        hosts.names += (first ? "" : ",") + *decoded;
        hosts.ports += (first ? "" : ",") + std::string(port);
        first = false;
    }
    if (std::ranges::all_of(hosts.ports, [](char c) { return c == ','; }))
        hosts.ports.clear();
    return hosts;
}

/// What libpq would only refuse when it connects, and every time anew; empty: nothing.
std::string wrongOption(const std::map<std::string, std::string, std::less<>>& options)
{
    constexpr std::array<std::string_view, 6> kModes{"disable", "allow",     "prefer",
                                                     "require", "verify-ca", "verify-full"};
    const auto mode = options.find("sslmode");
    if (mode != options.end() && std::ranges::find(kModes, mode->second) == kModes.end())
        return "has the sslmode " + shown(mode->second) +
               ", which is none of disable, allow, prefer, require, verify-ca and verify-full";
    const auto ports = options.find("port");
    for (std::string_view left = ports == options.end() ? std::string_view() : ports->second; !left.empty();) {
        const std::string_view port = takeUntil(left, ',');
        int number = 0;
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
        const bool isPort = error == std::errc() && end == port.data() + port.size() && number >= 1 && number <= 65535;
        if (!port.empty() && !isPort)
            return "has the port " + shown(port) + ", which is no number from 1 to 65535";
    }
    return {};
}

std::string quotedForLibpq(std::string_view value)
{
    std::string out = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "'";
}

/// What holds unless the URL says otherwise. A service must notice a server that went away without a word: while
/// connecting, with something sent that nobody acknowledges, and while it waits for an answer (two probes, 5 s apart,
/// that are not answered within another 5 s); else the kernel would ask after two hours.
std::map<std::string, std::string, std::less<>> defaultOptions()
{
    return {{"application_name", "xp-service"}, {"connect_timeout", "5"},
            {"tcp_user_timeout", "15000"},      {"keepalives", "1"},
            {"keepalives_idle", "5"},           {"keepalives_interval", "5"},
            {"keepalives_count", "2"}};
}

Result<DatabaseUrl> parsePostgres(std::string_view rest, std::string_view ofSeveral)
{
    DatabaseUrl url;
    url.engine = DatabaseUrl::Engine::Postgres;
    std::string_view address = takeUntil(rest, '?');
    const std::string_view query = rest;
    std::string_view authority = takeUntil(address, '/');
    const auto database = decode(address);
    std::string_view hostsText = authority;
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        std::string_view credentials = authority.substr(0, at);
        hostsText = authority.substr(at + 1);
        const auto user = decode(takeUntil(credentials, ':'));
        const auto password = decode(credentials);
        if (!user || !password)
            return refuse("has a broken percent-escape in the user or password");
        url.user = *user;
        url.password = *password;
    }
    const auto hosts = parseHosts(hostsText);
    if (!hosts)
        return refuse("has a broken list of hosts and ports");
    if (!database || database->empty())
        return refuse("names no database");
    url.database = *database;

    auto options = defaultOptions();
    if (!hosts->names.empty())
        options["host"] = hosts->names;
    if (!hosts->ports.empty())
        options["port"] = hosts->ports;
    if (hosts->names.find(',') != std::string::npos)
        options["target_session_attrs"] = ofSeveral;
    for (std::string_view left = query; !left.empty();) {
        std::string_view value = takeUntil(left, '&');
        const std::string name(takeUntil(value, '='));
        const auto decoded = decode(value);
        if (std::ranges::find(kOptions, name) == kOptions.end())
            return refuse("has the unknown option '" + (isStorableText(name) ? name : std::string("?")) + "'");
        if (!decoded || decoded->find(';') != std::string::npos)
            return refuse("has a broken value of the option '" + name + "'");
        options[name] = *decoded;
    }
    if (auto wrong = wrongOption(options); !wrong.empty())
        return refuse(std::move(wrong));
    for (const auto& [name, value] : options)
        url.connectInfo += (url.connectInfo.empty() ? "" : " ") + name + "=" + quotedForLibpq(value);
    if (url.connectInfo.find(';') != std::string::npos)
        return refuse("has a ';' in a host's name");
    url.display = "postgresql://" + (url.user.empty() ? std::string() : url.user + "@") + std::string(hostsText) + "/" +
                  url.database;
    return url;
}

} // namespace

Result<DatabaseUrl> parseDatabaseUrl(std::string_view text, std::string_view ofSeveral)
{
    constexpr std::string_view kSqlite = "sqlite://";
    if (text.starts_with(kSqlite))
        return parseSqlite(text.substr(kSqlite.size()));
    for (const std::string_view scheme : {"postgresql://", "postgres://"}) {
        if (text.starts_with(scheme))
            return parsePostgres(text.substr(scheme.size()), ofSeveral);
    }
    return refuse("is of an unknown kind; it starts with sqlite:/// or postgresql://");
}

} // namespace xp
