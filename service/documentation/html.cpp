// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/html.h"

namespace xp::service {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out.push_back(c);
        }
    }
    return out;
}

std::string prose(std::string_view text)
{
    std::string out;
    bool isCode = false;
    while (true) {
        const std::size_t tick = text.find('`');
        out += isCode ? code(text.substr(0, tick)) : escaped(text.substr(0, tick));
        if (tick == std::string_view::npos)
            return out;
        text.remove_prefix(tick + 1);
        isCode = !isCode;
    }
}

} // namespace xp::service
