// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace xp::ui {

/// Shares in hundredths of a percent after one of them was set: the others keep their proportions (those that were all
/// nothing share evenly), and the sum stays 10,000. `share` is brought into 0..10,000; a single variant has everything.
std::vector<int> withShare(std::vector<int> shares, std::size_t changed, int share);

inline constexpr int kWhole = 10'000;

} // namespace xp::ui
