// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace xp {

/// An IP address of either version; an IPv4 address written as IPv6 (::ffff:10.0.0.1) is the IPv4 one.
struct IpAddress
{
    std::array<unsigned char, 16> bytes{}; ///< of IPv4 the first four
    int bits = 32;                         ///< 32 or 128

    static std::optional<IpAddress> parse(std::string_view text);
};

/// A range of addresses: "10.0.0.0/8", "2001:db8::/32", or one address.
class Network
{
public:
    static std::optional<Network> parse(std::string_view text);

    bool contains(const IpAddress& address) const;

private:
    Network(const IpAddress& base, int prefix) : m_base(base), m_prefix(prefix) {}

    IpAddress m_base;
    int m_prefix; ///< leading bits that an address must share with the base
};

} // namespace xp
