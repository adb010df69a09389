// SPDX-License-Identifier: Apache-2.0
#include "core/domain/valuecount.h"

namespace xp {

namespace {

/// Where the string ends that begins at `at`: its quotation mark.
std::size_t endOfString(std::string_view json, std::size_t at)
{
    do
        at = json.find_first_of("\"\\", at + 1);
    while (at != std::string_view::npos && json[at] == '\\' && ++at < json.size());
    return at < json.size() ? at : json.size();
}

} // namespace

std::size_t valuesIn(std::string_view json, std::size_t most)
{
    std::size_t count = 1;
    bool isOpened = false; // an object or list, of which nothing has come yet
    for (std::size_t at = 0; at < json.size() && count <= most + (isOpened ? 1 : 0); ++at) {
        switch (json[at]) {
        case '[':
        case '{':
        case ',':
            ++count;
            isOpened = json[at] != ',';
            break;
        case ']':
        case '}':
            count -= isOpened ? 1 : 0;
            isOpened = false;
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        case '"':
            at = endOfString(json, at);
            isOpened = false;
            break;
        default:
            isOpened = false;
        }
    }
    return count;
}

Error tooManyValues()
{
    return {
        ErrorCode::Malformed,
        {"too_many_values", {{"most", kMostJsonValues}}, "The JSON holds more than 1,000,000 values; send it in parts"},
        {}};
}

} // namespace xp
