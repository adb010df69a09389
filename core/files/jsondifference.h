// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace xp {

/// Where a document says something else than another one that it should equal.
struct JsonDifference
{
    std::string path; ///< `planned.metrics[0].comparisons[1].p_value`; empty for the whole
    std::string said;
    std::string expected; ///< "nothing" where there should be none
};

/// Two numbers that are computed by different machines from the same data: equal to 10 digits.
inline constexpr double kSameNumber = 1e-10;

/// Whether a field that only the expected document has counts.
enum class Missing { Differs, IsFine };

/// The first place, in the order of names and lists, at which `said` is not `expected`. Whole numbers are compared
/// exactly, others relative to their size within kSameNumber.
std::optional<JsonDifference> firstDifference(const nlohmann::json& said, const nlohmann::json& expected,
                                              Missing missing = Missing::Differs);

/// How many numbers a document holds.
std::size_t countNumbers(const nlohmann::json& json);

} // namespace xp
