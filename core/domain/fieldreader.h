// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// Reads the fields of one JSON object that came from outside and notes everything that is wrong with it, so that a
/// client learns all at once. A reader returns std::nullopt for a field that is absent or wrong.
class FieldReader
{
public:
    /// `path` is where the object stands (`variants[1]`), empty for the body itself.
    FieldReader(const nlohmann::json& object, std::string path, std::vector<FieldError>& errors);

    bool has(std::string_view field) const { return m_object.is_object() && m_object.contains(field); }
    const nlohmann::json* find(std::string_view field) const;
    void require(std::string_view field);

    /// What a text may look like. A name stands in lists and charts, where people tell it from others by eye.
    enum class Form {
        Free,
        Line, ///< nothing that is not seen, and no end of a line; see holdsUnseen()
        Name, ///< likewise, and no white space around it
    };
    struct Text
    {
        std::size_t most = 200; ///< code points
        bool mayBeEmpty = false;
        Form form = Form::Free;
    };
    std::optional<std::string> text(std::string_view field, Text rule);
    /// One of the texts that are `stored` already keeps its form: there was a time without this rule.
    std::optional<std::string> text(std::string_view field, Text rule, std::span<const std::string> stored);
    /// What is wrong with a text's form, to be said after its field; empty: nothing.
    static std::string formFault(std::string_view text, Form form);
    std::optional<double> number(std::string_view field);
    /// Within [least, most]; `excludeLeast` and `excludeMost` leave the ends out.
    struct Range
    {
        double least = 0;
        double most = 1;
        bool excludeLeast = false;
        bool excludeMost = false;
    };
    std::optional<double> number(std::string_view field, Range range);
    std::optional<std::int64_t> integer(std::string_view field, std::int64_t least, std::int64_t most);
    std::optional<bool> boolean(std::string_view field);
    /// A name out of a list; `parse` is the enumeration's own.
    template <typename E>
    std::optional<E> choice(std::string_view field, std::optional<E> (*parse)(std::string_view),
                            std::initializer_list<std::string_view> allowed)
    {
        const auto name = text(field, {});
        if (!name)
            return std::nullopt;
        const auto value = parse(*name);
        if (!value)
            addNotAllowed(field, *name, allowed);
        return value;
    }

    /// Every field not in the list is an error.
    void refuseUnknown(std::initializer_list<std::string_view> known);

    void add(std::string_view field, std::string code, std::string message);
    std::string pathOf(std::string_view field) const;

private:
    void addNotAllowed(std::string_view field, std::string_view got, std::initializer_list<std::string_view> allowed);

    const nlohmann::json& m_object;
    std::string m_path;
    std::vector<FieldError>& m_errors;
};

/// A body read without exceptions. Malformed: no JSON (`broken_json`, with line and column), a key twice, deeper than
/// 64 levels, more than kMostValues values. Invalid: no object, or a number that is none (NaN, Infinity, beyond a
/// double). In place of the numbers that `noNumbers` counts, from 0 and rising, a NaN is read. `firstLine` is the line
/// of a body on which the object begins.
Result<nlohmann::json> parseObject(std::string_view body, std::span<const std::size_t> noNumbers = {},
                                   std::size_t firstLine = 1);

/// A value as a person should see it in a message: cut at 60 characters, quoted.
std::string shown(std::string_view text);
std::string shown(double value);

} // namespace xp
