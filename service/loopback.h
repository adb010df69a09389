// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp::service {

/// `localhost`, 127.0.0.0/8 or ::1, without brackets.
bool isLoopback(const std::string& host);

/// Whether HOST or HOST:PORT, as a request's Host or an origin has it, is loopback.
bool namesLoopback(std::string_view authority);

} // namespace xp::service
