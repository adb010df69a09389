// SPDX-License-Identifier: Apache-2.0
#include "core/domain/jsonfault.h"

#include "core/domain/identifiers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace xp {

namespace {

using nlohmann::json;

constexpr int kNumberOverflow = 406; ///< the library's id of it
constexpr std::array<std::string_view, 3> kNoNumbers = {"NaN", "Infinity", "-Infinity"};
constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostNamed = 4 << 20; ///< bytes of paths
constexpr std::size_t kOfFault = 64;        ///< bytes that a fault takes beside its path

FieldError faultAt(const std::string& path, std::string_view token)
{
    return {path, "range",
            (path.empty() ? "The body" : path) + " is " + std::string(token) + "; it must be a finite number"};
}

/// Reads on to the fault, and knows then where in the document it stands.
class Faultfinder : public nlohmann::json_sax<json>
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

protected:
    std::size_t depth() const { return m_places.size(); }

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

/// A number that is none: the how manieth of the text's numbers it is, and how it is written.
struct NoNumber
{
    std::size_t ordinal = 0;
    std::string_view token;
};

/// Where in a mended text the numbers stand that were none.
class Placefinder final : public Faultfinder
{
public:
    Placefinder(std::string_view text, const std::vector<NoNumber>& numbers, const std::string& within)
        : Faultfinder(text), m_numbers(numbers), m_within(within)
    {
    }

    std::vector<FieldError>& faults() { return m_faults; }

    bool number_integer(number_integer_t value) override { return note() && Faultfinder::number_integer(value); }
    bool number_unsigned(number_unsigned_t value) override { return note() && Faultfinder::number_unsigned(value); }
    bool number_float(number_float_t value, const string_t& text) override
    {
        return note() && Faultfinder::number_float(value, text);
    }
    bool start_object(std::size_t size) override { return depth() < kDeepest && Faultfinder::start_object(size); }
    bool start_array(std::size_t size) override { return depth() < kDeepest && Faultfinder::start_array(size); }

private:
    bool note()
    {
        const std::size_t ordinal = m_count++;
        if (m_faults.size() == m_numbers.size() || m_numbers[m_faults.size()].ordinal != ordinal)
            return true;
        const std::string inner = path();
        const bool isField = !m_within.empty() && !inner.empty() && !inner.starts_with('[');
        m_faults.push_back(faultAt(m_within + (isField ? "." : "") + inner, m_numbers[m_faults.size()].token));
        m_bytes += m_faults.back().field.size() + kOfFault;
        return m_bytes <= kMostNamed;
    }

    const std::vector<NoNumber>& m_numbers;
    const std::string& m_within;
    std::vector<FieldError> m_faults;
    std::size_t m_count = 0;
    std::size_t m_bytes = 0;
};

bool isBeyondDouble(std::string_view number)
{
    double value = 0;
    if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc::result_out_of_range)
        return false; // which most are
    constexpr std::size_t kFewDigits = 300;
    const std::size_t minus = number.rfind('-');
    if (number.size() < kFewDigits && minus != std::string_view::npos && number.find_first_of("eE") < minus)
        return false; // merely small
    Faultfinder faultfinder(number);
    json::sax_parse(number.begin(), number.end(), &faultfinder);
    return !faultfinder.noNumber().empty();
}

/// Where the string ends that begins at `at`.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at)
        at += text[at] == '\\' ? 1 : 0;
    return std::min(at + 1, text.size());
}

/// How long the number is, or what stands for one, that begins at `at`; 0: none does. All that follows without a break
/// belongs to it: `1NaN` is one thing, and no number.
std::size_t lengthOfNumber(std::string_view text, std::size_t at)
{
    constexpr std::string_view kFirst = "-0123456789NI";
    constexpr std::string_view kFurther = "+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    if (kFirst.find(text[at]) == std::string_view::npos)
        return 0;
    return std::min(text.find_first_not_of(kFurther, at), text.size()) - at;
}

/// Nothing where there are more than could be named.
std::vector<NoNumber> noNumbersOf(std::string_view text)
{
    std::vector<NoNumber> numbers;
    std::size_t ordinal = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = endOfString(text, at);
            continue;
        }
        const std::size_t length = lengthOfNumber(text, at);
        const std::string_view token = text.substr(at, length);
        if (length > 0 && (std::ranges::find(kNoNumbers, token) != kNoNumbers.end() || isBeyondDouble(token)))
            numbers.push_back({ordinal, token});
        if (numbers.size() > kMostNamed / kOfFault)
            return {};
        ordinal += length > 0 ? 1 : 0;
        at += std::max(length, std::size_t{1});
    }
    return numbers;
}

} // namespace

std::optional<MendedJson> mendedJson(std::string_view text, const std::string& path)
{
    const std::vector<NoNumber> numbers = noNumbersOf(text);
    if (numbers.empty())
        return std::nullopt;
    MendedJson mended{.text = std::string(text), .ordinals = {}, .faults = {}};
    for (const NoNumber& number : numbers) {
        const auto at = static_cast<std::size_t>(number.token.data() - text.data());
        std::fill_n(mended.text.begin() + static_cast<std::ptrdiff_t>(at), number.token.size(), ' ');
        mended.text[at] = '0';
        mended.ordinals.push_back(number.ordinal);
    }
    Placefinder placefinder(mended.text, numbers, path);
    const bool isRead = json::sax_parse(mended.text.begin(), mended.text.end(), &placefinder);
    if (!isRead || placefinder.faults().size() != numbers.size())
        return std::nullopt;
    mended.faults = std::move(placefinder.faults());
    return mended;
}

Error jsonFault(std::string_view text, std::size_t firstLine)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return {ErrorCode::Malformed,
                {"broken_json", {{"line", firstLine}, {"column", 1}}, "The body is empty; it must be a JSON object"},
                {}};
    if (auto mended = mendedJson(text))
        return failInvalid(std::move(mended->faults)).value();
    Faultfinder faultfinder(text);
    json::sax_parse(text.begin(), text.end(), &faultfinder);
    const std::string path = faultfinder.path();
    if (!faultfinder.noNumber().empty())
        return failInvalid({faultAt(path, faultfinder.noNumber())}).value();
    const std::string_view before = text.substr(0, faultfinder.at());
    const std::size_t line = firstLine + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1; // npos + 1 is 0
    return {ErrorCode::Malformed,
            {"broken_json",
             {{"line", line}, {"column", column}},
             "The body is not valid JSON: line " + std::to_string(line) + ", column " + std::to_string(column) +
                 (before.size() == text.size() ? ", where it ends too early" : "")},
            {}};
}

} // namespace xp
