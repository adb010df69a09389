// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>

namespace xp::service {

/// Tells when a busy time is over. Asked at equal intervals.
class BusyTime
{
public:
    static constexpr std::uint64_t kMany = 1000; ///< commands and connections within an interval

    /// `doneSoFar`: commands and connections since the start. True once after each busy time, as soon as an interval
    /// was quiet.
    bool isOver(std::uint64_t doneSoFar)
    {
        const bool isBusy = doneSoFar - std::exchange(m_done, doneSoFar) >= kMany;
        return std::exchange(m_wasBusy, isBusy) && !isBusy;
    }

private:
    std::uint64_t m_done = 0;
    bool m_wasBusy = false;
};

} // namespace xp::service
