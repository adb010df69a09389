// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace xp {

using Interval = std::array<double, 2>; ///< lower, upper

} // namespace xp
