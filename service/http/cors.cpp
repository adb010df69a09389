// SPDX-License-Identifier: Apache-2.0
#include "service/http/cors.h"

#include "service/http/urltext.h"

#include <algorithm>

namespace xp::service {

Cors::Cors(std::vector<std::string> origins) : m_origins(std::move(origins))
{
    m_isAny = std::find(m_origins.begin(), m_origins.end(), "*") != m_origins.end();
}

std::string Cors::linesFor(std::string_view origin) const
{
    static constexpr std::string_view kExpose =
        "Access-Control-Expose-Headers: ETag, Location, Retry-After, X-Request-Id\r\n";
    if (!isEnabled() || origin.empty())
        return {};
    if (m_isAny)
        return "Access-Control-Allow-Origin: *\r\n" + std::string(kExpose);
    const bool isAllowed = std::any_of(m_origins.begin(), m_origins.end(),
                                       [&](const std::string& one) { return equalsIgnoringCase(one, origin); });
    if (!isAllowed)
        return "Vary: Origin\r\n";
    // Beacons always come with credentials; the service looks at none, and pages of any origin are told without them.
    return "Access-Control-Allow-Origin: " + std::string(origin) +
           "\r\nAccess-Control-Allow-Credentials: true\r\nVary: Origin\r\n" + std::string(kExpose);
}

std::string Cors::preflightLines() const
{
    return "Access-Control-Allow-Methods: GET, HEAD, POST, PUT, PATCH, DELETE\r\n"
           "Access-Control-Allow-Headers: content-type, content-encoding, authorization, x-api-key, if-none-match, "
           "if-match, "
           "last-event-id, x-qa-variant, x-request-id\r\n"
           "Access-Control-Max-Age: 600\r\n";
}

bool Cors::isPreflight(const Request& request)
{
    return request.method() == Method::Options && request.header("origin") &&
           request.header("access-control-request-method");
}

} // namespace xp::service
