// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/network.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <string>

namespace xp {

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    namespace ip = boost::asio::ip;
    // Asio would not look at what follows a NUL, and a zone (fe80::1%eth0) means something on one machine only.
    if (text.find_first_of(std::string_view("\0%", 2)) != std::string_view::npos)
        return std::nullopt;
    boost::system::error_code error;
    const ip::address address = ip::make_address(std::string(text), error);
    if (error)
        return std::nullopt;
    IpAddress parsed;
    if (address.is_v4() || address.to_v6().is_v4_mapped()) {
        const auto v4 = address.is_v4() ? address.to_v4() : ip::make_address_v4(ip::v4_mapped, address.to_v6());
        std::ranges::copy(v4.to_bytes(), parsed.bytes.begin());
        return parsed;
    }
    std::ranges::copy(address.to_v6().to_bytes(), parsed.bytes.begin());
    parsed.bits = 128;
    return parsed;
}

std::optional<Network> Network::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto base = IpAddress::parse(text.substr(0, slash));
    if (!base)
        return std::nullopt;
    if (slash == std::string_view::npos)
        return Network(*base, base->bits);
    const std::string_view digits = text.substr(slash + 1);
    int prefix = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    if (error != std::errc() || end != digits.data() + digits.size() || prefix < 0 || prefix > base->bits)
        return std::nullopt;
    return Network(*base, prefix);
}

bool Network::contains(const IpAddress& address) const
{
    if (address.bits != m_base.bits)
        return false;
    const int whole = m_prefix / 8;
    const int rest = m_prefix % 8;
    if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, m_base.bytes.begin()))
        return false;
    if (rest == 0)
        return true;
    const auto differing = static_cast<unsigned>(address.bytes[static_cast<std::size_t>(whole)] ^
                                                 m_base.bytes[static_cast<std::size_t>(whole)]);
    return differing >> (8 - rest) == 0;
}

} // namespace xp
