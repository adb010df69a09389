// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <chrono>
#include <optional>
#include <stop_token>

namespace xp {

/// The parts of `http://host:port/path?query` or `https://...`.
struct HttpUrl
{
    bool tls = false;
    std::string host; ///< a literal IPv6 address without brackets
    std::string port;
    std::string target; ///< path and query, from `/` on
};
/// Invalid `bad_url` for anything else; a user or password in the URL is refused.
Result<HttpUrl> parseHttpUrl(const std::string& url);

struct OutgoingRequest
{
    std::string method = "GET";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::chrono::milliseconds timeout{10'000}; ///< for all of it
    std::size_t mostBytes = 1 << 20;           ///< of the answer's body; beyond: Unavailable
    bool onlyPublic = false;                   ///< refuses hosts whose address is private: Forbidden `private_address`
    std::stop_token stop = {};                 ///< gives up within a tenth of a second when it is asked to
};

struct OutgoingAnswer
{
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    std::optional<std::string> header(std::string_view name) const; ///< in any case
};

/// Asks another service and waits for its answer: for threads that may wait, never for one that serves requests. The
/// name is looked up once and the connection goes to the address that was checked. Redirects are not followed.
/// Certificates are checked against the system's. Unavailable when there was no answer.
Result<OutgoingAnswer> askPeer(const OutgoingRequest& request);

} // namespace xp
