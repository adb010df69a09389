// SPDX-License-Identifier: Apache-2.0
#include "service/http/accept.h"

#include "service/http/urltext.h"

#include <algorithm>
#include <charconv>

namespace xp::service {

namespace {

using Range = Acceptance::Range;

/// Takes the part before the next separator off the front of `rest`; one in a quoted text separates nothing.
std::string_view takePart(std::string_view& rest, char separator)
{
    bool isQuoted = false;
    std::size_t at = 0;
    for (; at < rest.size() && (isQuoted || rest[at] != separator); ++at) {
        if (rest[at] == '"')
            isQuoted = !isQuoted;
        else if (isQuoted && rest[at] == '\\')
            ++at;
    }
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return trimmed(part);
}

/// How a range such as `text/*` holds a type.
Range rangeOf(std::string_view range, std::string_view type)
{
    if (equalsIgnoringCase(range, type))
        return Range::Exact;
    if (range == "*/*")
        return Range::All;
    const std::string_view family = type.substr(0, type.find('/') + 1);
    const bool holds = range.ends_with("/*") && equalsIgnoringCase(range.substr(0, range.size() - 1), family);
    return holds ? Range::Type : Range::None;
}

/// 1 where none is given, or one that is no number.
double weightIn(std::string_view parameters)
{
    while (!parameters.empty()) {
        const std::string_view parameter = takePart(parameters, ';');
        const std::size_t equals = std::min(parameter.find('='), parameter.size());
        if (!equalsIgnoringCase(parameter.substr(0, equals), "q"))
            continue;
        const std::string_view text = parameter.substr(std::min(equals + 1, parameter.size()));
        double weight = 1;
        std::from_chars(text.data(), text.data() + text.size(), weight, std::chars_format::fixed);
        return weight >= 0 && weight <= 1 ? weight : 1;
    }
    return 1;
}

} // namespace

Acceptance acceptanceOf(std::string_view accept, std::string_view type)
{
    if (trimmed(accept).empty())
        return {Range::All, 1};
    Acceptance found;
    while (!accept.empty()) {
        std::string_view entry = takePart(accept, ',');
        const Range range = rangeOf(takePart(entry, ';'), type);
        if (range == Range::None || range < found.range)
            continue;
        const double weight = weightIn(entry);
        found = {range, range == found.range ? std::max(weight, found.weight) : weight};
    }
    return found;
}

bool asksFor(std::string_view accept, std::string_view type, std::string_view other)
{
    const Acceptance asked = acceptanceOf(accept, type);
    return asked.range >= Range::Type && asked.weight > 0 && asked.weight >= acceptanceOf(accept, other).weight;
}

} // namespace xp::service
