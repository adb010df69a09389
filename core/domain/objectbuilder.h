// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xp {

/// Builds the document that nlohmann::json::sax_parse() reads while it watches what that would let pass: depth and
/// repeated keys. Quicker than the library's own reading with a callback, which keeps account of what it may drop.
class ObjectBuilder
{
public:
    using Json = nlohmann::json;
    static constexpr std::size_t kDeepest = 64; ///< levels

    /// In place of the numbers that `noNumbers` counts, from 0 and rising, a NaN is put.
    explicit ObjectBuilder(std::span<const std::size_t> noNumbers) : m_noNumbers(noNumbers) {}

    Json& root() { return m_root; }
    /// It nests deeper than kDeepest: what follows was not read.
    bool tooDeep() const { return m_tooDeep; }
    /// The first key that one object has twice.
    const std::optional<std::string>& twice() const { return m_twice; }

    // What sax_parse() calls; false ends it.
    bool null();
    bool boolean(bool value);
    bool number_integer(Json::number_integer_t value);
    bool number_unsigned(Json::number_unsigned_t value);
    bool number_float(Json::number_float_t value, const std::string& text);
    bool string(std::string& value);
    bool binary(Json::binary_t& value);
    bool start_object(std::size_t size);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t size);
    bool end_array();
    bool parse_error(std::size_t position, const std::string& token, const Json::exception& why);

private:
    Json& put(Json&& value);
    bool putNumber(Json&& value);
    bool open(Json&& empty);

    std::span<const std::size_t> m_noNumbers; ///< that are still to come
    std::size_t m_count = 0;                  ///< of numbers
    Json m_root;
    std::vector<Json*> m_open; ///< objects and arrays, the innermost last
    Json* m_member = nullptr;  ///< of the innermost object, whose value comes next
    std::optional<std::string> m_twice;
    bool m_tooDeep = false;
};

} // namespace xp
