// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xp {

/// A JSON object that came from outside, with the numbers in it that are none (NaN, Infinity, beyond a double). It is
/// read to its end, so that all that is wrong is named at once; but with such a number nothing is made of it, wherever
/// the number stands. In the object it is a NaN.
class Document
{
public:
    explicit Document(nlohmann::json object = nlohmann::json::object(), std::vector<FieldError> noNumbers = {});

    /// No number is at fault.
    bool isWhole() const { return m_noNumbers.empty(); }

    /// What `reader(object)`, a Result, makes of all of it. Numbers that are none are Invalid, with what else the
    /// reader found.
    template <typename Reader>
    auto read(Reader&& reader) const -> std::invoke_result_t<Reader, const nlohmann::json&>
    {
        auto result = reader(m_object);
        if (isWhole())
            return result;
        return Failure(refusal(result ? std::vector<FieldError>() : result.error().errors));
    }

    /// What `reader(object)` makes of a part, which somebody must know before the rest is read. A failure names the
    /// numbers too; a value accepts nothing.
    template <typename Reader>
    auto glance(Reader&& reader) const -> std::invoke_result_t<Reader, const nlohmann::json&>
    {
        auto result = reader(m_object);
        if (result || isWhole())
            return result;
        return Failure(refusal(result.error().errors));
    }

    /// The same with the object that `change` makes of it.
    template <typename Change>
    Document changed(Change&& change) &&
    {
        return Document(change(std::move(m_object)), std::move(m_noNumbers));
    }

    /// The items of one of its lists, which is there, each with its own numbers that are none. Invalid: another stands
    /// elsewhere.
    Result<std::vector<Document>> itemsOf(const std::string& list) &&;

private:
    Error refusal(const std::vector<FieldError>& found) const;

    nlohmann::json m_object;
    std::vector<FieldError> m_noNumbers; ///< in the order of the text
};

/// As parseObject(), but numbers that are none leave the rest readable, and more than kMostJsonValues values are
/// Malformed, before anything is built of them. `path` is where the object stands, for paths,
/// and `firstLine` the line of a body on which it begins.
Result<Document> parseDocument(std::string_view body, const std::string& path = {}, std::size_t firstLine = 1);

} // namespace xp
