// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xp {

// How numbers and names look in the English text of a sentence. The studio renders its own from the arguments.

std::string countText(std::int64_t count);                                              ///< 12,345
std::string countText(std::int64_t count, std::string_view one, std::string_view many); ///< 1 unit; 12,345 units
std::string percentText(double share);                                                  ///< 12.3 %
std::string signedPercentText(double share);                                            ///< +12.3 %
std::string numberText(double value);                                                   ///< 52.46
std::string signedNumberText(double value);
std::string plainText(double value); ///< 99.9: five digits at most, none for nothing
/// Of an interval or a test, without the sign: 95, 97.5, 98.3, 5, and more digits near 100 and 0.
std::string levelText(double level);
std::string pEquationText(double p);         ///< p = 0.0086, below 0.0001 "p < 0.0001"
std::string inQuotes(std::string_view name); ///< 'name'

} // namespace xp
