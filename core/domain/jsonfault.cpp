// SPDX-License-Identifier: Apache-2.0
#include "core/domain/jsonfault.h"

#include "core/domain/identifiers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace xp {

namespace {

using nlohmann::json;

constexpr int kNumberOverflow = 406; ///< the library's id of it
constexpr std::array<std::string_view, 3> kNoNumbers = {"NaN", "Infinity", "-Infinity"};

/// Reads on to the fault, and knows then where in the document it stands.
class Faultfinder final : public nlohmann::json_sax<json>
{
public:
    explicit Faultfinder(std::string_view text) : m_text(text) {}

    std::size_t at() const { return m_at; }
    /// The number that is none, if that is the fault.
    const std::string& noNumber() const { return m_noNumber; }

    std::string path() const
    {
        std::string path;
        for (const Place& place : m_places) {
            if (place.isList)
                path += "[" + std::to_string(place.index) + "]";
            else
                path += (path.empty() ? "" : ".") + place.key;
        }
        return path;
    }

    bool null() override { return pass(); }
    bool boolean(bool) override { return pass(); }
    bool number_integer(number_integer_t) override { return pass(); }
    bool number_unsigned(number_unsigned_t) override { return pass(); }
    bool number_float(number_float_t, const string_t&) override { return pass(); }
    bool string(string_t&) override { return pass(); }
    bool binary(binary_t&) override { return pass(); }
    bool start_object(std::size_t) override { return enter({}); }
    bool start_array(std::size_t) override { return enter({.isList = true}); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool key(string_t& name) override
    {
        m_places.back().key = isStorableText(name) ? name : "?";
        return true;
    }

    /// `position` counts what was read, the end included: the fault is where the last of it stands. (The token may
    /// begin before: the library does not always forget the one of before.)
    bool parse_error(std::size_t position, const std::string& token, const json::exception& why) override
    {
        m_at = std::min(position - std::min(position, std::size_t{1}), m_text.size());
        if (why.id == kNumberOverflow)
            m_noNumber = token;
        for (const std::string_view name : kNoNumbers) {
            const std::size_t sign = name.starts_with('-') ? 1 : 0; // was read as a number's
            if (m_at >= sign && m_text.substr(m_at - sign).starts_with(name))
                m_noNumber = name;
        }
        return false;
    }

private:
    struct Place
    {
        bool isList = false;
        std::size_t index = 0;
        std::string key = {};
    };

    bool pass()
    {
        if (!m_places.empty() && m_places.back().isList)
            ++m_places.back().index;
        return true;
    }
    bool enter(Place place)
    {
        m_places.push_back(std::move(place));
        return true;
    }
    bool leave()
    {
        m_places.pop_back();
        return pass();
    }

    std::string_view m_text;
    std::vector<Place> m_places;
    std::size_t m_at = 0;
    std::string m_noNumber;
};

} // namespace

Error jsonFault(std::string_view text)
{
    Faultfinder faultfinder(text);
    json::sax_parse(text.begin(), text.end(), &faultfinder);
    const std::string path = faultfinder.path();
    if (!faultfinder.noNumber().empty())
        return failInvalid({{path, "range",
                             (path.empty() ? "The body" : path) + " is " + faultfinder.noNumber() +
                                 "; it must be a finite number"}})
            .value();
    const std::string_view before = text.substr(0, faultfinder.at());
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1; // npos + 1 is 0
    return {ErrorCode::Malformed,
            {"broken_json",
             {{"line", line}, {"column", column}},
             "The body is not valid JSON: line " + std::to_string(line) + ", column " + std::to_string(column) +
                 (before.size() == text.size() ? ", where it ends too early" : "")},
            {}};
}

} // namespace xp
