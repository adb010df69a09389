// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/valueset.h"

#include "core/targeting/jsvalue.h"

#include <cmath>

namespace xp {

std::optional<double> numberIn(const nlohmann::json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string() || value.get_ref<const std::string&>().empty())
        return std::nullopt;
    const double number = jsNumber(value);
    return std::isnan(number) ? std::nullopt : std::optional(number);
}

void ValueSet::add(const nlohmann::json& value)
{
    if (value.is_string()) {
        m_texts.insert(value.get<std::string>());
    } else if (value.is_boolean()) {
        (value.get<bool>() ? m_hasTrue : m_hasFalse) = true;
    } else if (value.is_number()) {
        m_numbers.insert(value.get<double>());
        if (value.is_number_integer())
            m_wholes.insert(value.get<std::int64_t>());
        else
            m_decimals.insert(value.get<double>());
    }
}

bool ValueSet::contains(const nlohmann::json& actual) const
{
    if (!actual.is_string())
        return (!m_texts.empty() && m_texts.contains(jsText(actual))) || containsNumber(actual) ||
               (actual.is_boolean() && (actual.get<bool>() ? m_hasTrue : m_hasFalse));
    const auto& text = actual.get_ref<const std::string&>();
    return m_texts.contains(text) || containsNumber(actual) || (m_hasTrue && text == "true") ||
           (m_hasFalse && text == "false");
}

bool ValueSet::containsNumber(const nlohmann::json& actual) const
{
    if (m_numbers.empty())
        return false;
    if (actual.is_number_integer())
        return m_wholes.contains(actual.get<std::int64_t>()) || m_decimals.contains(actual.get<double>());
    const auto number = numberIn(actual);
    return number && m_numbers.contains(*number);
}

} // namespace xp
