// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace xp {

/// Whether an IP address is reached over the public internet: not loopback, private, link-local, shared, reserved,
/// documentation or multicast (RFC 6890), also where an IPv6 address stands for an IPv4 one. False for what is none.
bool isPublicAddress(const std::string& address);

} // namespace xp
