// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>

namespace xp {

/// A number, also one written as a text; nothing else is one.
std::optional<double> numberIn(const nlohmann::json& value);

/// The values that `equals` and `in` compare with. However many they are, it takes no longer to look one up: they are
/// an editor's thousands, and what is looked up may be a list of thousands from whoever asks for a variant.
class ValueSet
{
public:
    /// A text, a number, true or false.
    void add(const nlohmann::json& value);
    /// Whether one of them is the same: a text as what the other would be as a text, a number as a text that says it.
    bool contains(const nlohmann::json& actual) const;

private:
    bool containsNumber(const nlohmann::json& actual) const;

    std::unordered_set<std::string> m_texts;
    std::unordered_set<std::int64_t> m_wholes; ///< ids beyond 2^53 differ, though their doubles may not
    std::unordered_set<double> m_decimals;
    std::unordered_set<double> m_numbers; ///< both
    bool m_hasTrue = false;
    bool m_hasFalse = false;
};

} // namespace xp
