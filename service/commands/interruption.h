// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

namespace xp::service {

/// While one lives SIGINT, SIGTERM and SIGHUP are only noted, so that what has been begun can be taken back. At its end
/// the process ends by the signal that came, as it would have. Those that are ignored stay so.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    static bool isAskedFor();

    static constexpr std::size_t kHandled = 3;

private:
    std::array<void (*)(int), kHandled> m_before{};
};

} // namespace xp::service
