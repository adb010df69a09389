// SPDX-License-Identifier: Apache-2.0
#include "service/loopback.h"

#include <algorithm>
#include <arpa/inet.h>

namespace xp::service {

bool isLoopback(const std::string& host)
{
    in_addr v4{};
    in6_addr v6{};
    if (inet_pton(AF_INET, host.c_str(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24) == 127;
    return host == "localhost" || (inet_pton(AF_INET6, host.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6));
}

bool namesLoopback(std::string_view authority)
{
    std::string host(authority);
    std::ranges::transform(host, host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    const std::size_t bracket = host.starts_with('[') ? host.find(']') : std::string::npos;
    const std::size_t end = bracket == std::string::npos ? std::min(host.find(':'), host.size()) : bracket + 1;
    const std::string_view port = std::string_view(host).substr(end);
    if (!port.empty() && (port.front() != ':' || port.find_first_not_of("0123456789", 1) != std::string_view::npos))
        return false;
    host.resize(end);
    return bracket == std::string::npos ? isLoopback(host) : host == "[::1]";
}

} // namespace xp::service
