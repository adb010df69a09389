// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp {

/// A URL as it may be kept and shown: without the password of its user, nor options that hold one. Also of URLs that no
/// parser takes (several hosts, a password that was not escaped): rather too much goes than a part of a secret stays.
/// Of a SQLite file, and of what has no scheme, all stays.
std::string withoutPassword(std::string_view url);

} // namespace xp
