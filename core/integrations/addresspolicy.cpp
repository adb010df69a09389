// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/addresspolicy.h"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>

namespace xp {

namespace {

using namespace boost::asio::ip;

struct Net4
{
    std::uint32_t address;
    int bits;
};

constexpr std::array kNotPublic{
    Net4{0x00000000, 8},  Net4{0x0A000000, 8},  Net4{0x64400000, 10}, Net4{0x7F000000, 8},  Net4{0xA9FE0000, 16},
    Net4{0xAC100000, 12}, Net4{0xC0000000, 24}, Net4{0xC0000200, 24}, Net4{0xC0586300, 24}, Net4{0xC0A80000, 16},
    Net4{0xC6120000, 15}, Net4{0xC6336400, 24}, Net4{0xCB007100, 24}, Net4{0xE0000000, 3}, // multicast and reserved
    Net4{0xA83F8110, 32}, // 168.63.129.16: Azure's own services, from within each of its machines
};

bool isPublic(const address_v4& address)
{
    const std::uint32_t value = address.to_uint();
    return std::ranges::none_of(kNotPublic,
                                [&](const Net4& net) { return ((value ^ net.address) >> (32 - net.bits)) == 0; });
}

address_v4 embedded(const address_v6::bytes_type& bytes, std::size_t from)
{
    return address_v4({bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]});
}

/// 64:ff9b::/96, by which RFC 6052 reaches IPv4. Its neighbour 64:ff9b:1::/48 (RFC 8215) is each network's own: what an
/// address there stands for, and where in it, only that network knows.
constexpr std::array<unsigned char, 12> kNat64{0x00, 0x64, 0xFF, 0x9B};

bool isPublic(const address_v6& address)
{
    const auto bytes = address.to_bytes();
    if (address.is_v4_mapped())
        return isPublic(embedded(bytes, 12));
    if (std::equal(kNat64.begin(), kNat64.end(), bytes.begin()))
        return isPublic(embedded(bytes, 12));
    if (bytes[0] == 0x20 && bytes[1] == 0x02) // 6to4
        return isPublic(embedded(bytes, 2));
    const bool isTeredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    const bool isDocumentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8;
    return (bytes[0] & 0xE0) == 0x20 && !isTeredo && !isDocumentation; // 2000::/3 is all there is
}

} // namespace

bool isPublicAddress(const std::string& text)
{
    boost::system::error_code error;
    const address parsed = make_address(text, error);
    if (error)
        return false;
    return parsed.is_v4() ? isPublic(parsed.to_v4()) : isPublic(parsed.to_v6());
}

} // namespace xp
