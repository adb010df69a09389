// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

namespace xp {

/// Whether a unit has been watched for a whole window: it is matured from that moment on.
inline bool isMatured(Timestamp exposedAt, Duration window, Timestamp now)
{
    return exposedAt <= now - window;
}

/// The last exposure day whose units are all matured: day d ends before (d + 1) days, and is matured when that moment
/// plus the window is not after now.
inline std::int32_t lastMaturedDay(Duration window, Timestamp now)
{
    return dayOf(now - window + Duration(1)) - 1;
}

/// The exposure day of which some units are matured and others not.
inline std::int32_t partlyMaturedDay(Duration window, Timestamp now)
{
    return lastMaturedDay(window, now) + 1;
}

} // namespace xp
