// SPDX-License-Identifier: Apache-2.0
#include "service/http/responsewriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace xp::service {

namespace {

void appendNumber(std::string& out, std::uint64_t number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

bool isSafe(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t') || byte == 0x7F;
    });
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

void appendType(std::string& out, const Response& response)
{
    const bool isProblem = std::holds_alternative<Problem>(response.body);
    const std::string_view type = !response.contentType.empty() ? std::string_view(response.contentType)
                                  : isProblem                   ? "application/problem+json"
                                                                : "application/json";
    out.append("Content-Type: ").append(isSafe(type) ? type : "application/octet-stream").append("\r\n");
}

/// Shared caches keep nothing of a request with Authorization, but X-API-Key says nothing to them; and a tag is the
/// same for two callers where a version is.
void appendPersonal(std::string& out, const Response& response)
{
    out.append("Vary: Authorization, X-API-Key\r\n");
    if (std::ranges::find(response.headers, "Cache-Control", &std::pair<std::string, std::string>::first) ==
        response.headers.end())
        out.append("Cache-Control: private, no-cache\r\n");
}

} // namespace

void appendHead(std::string& out, const Response& response, const AnswerContext& context)
{
    out.append("HTTP/1.1 ");
    appendNumber(out, static_cast<std::uint64_t>(response.status));
    out.append(" ").append(reasonPhrase(response.status)).append("\r\nDate: ").append(context.date).append("\r\n");
    const bool hasNoBody = response.status == 204 || response.status == 304;
    if (!hasNoBody) {
        if (context.framing != Framing::Length || context.length > 0 || !response.contentType.empty())
            appendType(out, response);
        if (context.framing == Framing::Length) {
            out.append("Content-Length: ");
            appendNumber(out, context.length);
            out.append("\r\n");
        } else if (context.framing == Framing::Chunked) {
            out.append("Transfer-Encoding: chunked\r\n");
        }
    }
    out.append("X-Request-Id: ").append(context.requestId).append("\r\nX-Content-Type-Options: nosniff\r\n");
    out.append(context.corsLines);
    if (context.isPersonal)
        appendPersonal(out, response);
    for (const auto& [name, value] : response.headers)
        if (isToken(name) && isSafe(value))
            out.append(name).append(": ").append(value).append("\r\n");
    if (!context.keepAlive)
        out.append("Connection: close\r\n");
    else if (context.isHttp10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

std::string httpDate(std::int64_t unixSeconds)
{
    static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = unixSeconds;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text;
    // Not by strftime: its names of days and months follow the locale.
    const int length = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                     kDays[parts.tm_wday], parts.tm_mday, kMonths[parts.tm_mon], parts.tm_year + 1900,
                                     parts.tm_hour, parts.tm_min, parts.tm_sec);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

} // namespace xp::service
