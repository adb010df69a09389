// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::stats {

/// What a test looks for, always about treatment against control: Greater means treatment > control.
enum class Alternative { TwoSided, Less, Greater };

} // namespace xp::stats
