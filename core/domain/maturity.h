// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

namespace xp {

/// The last exposure day whose units have all been watched for a whole window: day d ends before (d + 1) days, and is
/// matured when that moment plus the window is not after now.
inline std::int32_t lastMaturedDay(Duration window, Timestamp now)
{
    return dayOf(now - window + Duration(1)) - 1;
}

} // namespace xp
