// SPDX-License-Identifier: Apache-2.0
#include "service/routes/versions.h"
#include "service/routes/answers.h"
#include "service/routes/etag.h"

#include <charconv>

namespace xp::service {

std::string versionTag(std::int64_t version)
{
    return "\"" + std::to_string(version) + "\"";
}

void answerVersioned(const Call& call, const nlohmann::json& json, std::int64_t version)
{
    const std::string tag = versionTag(version);
    const bool isRead = call.request().method() == Method::Get || call.request().method() == Method::Head;
    const bool known = isRead && isKnown(call.request(), tag);
    Response response = known ? emptyResponse(304) : jsonResponse(dumped(json));
    response.headers.emplace_back("ETag", tag);
    call.exchange->respond(std::move(response));
}

Result<std::optional<std::int64_t>> matchedVersion(const Request& request)
{
    const auto match = request.header("If-Match");
    if (!match || *match == "*")
        return std::nullopt;
    std::string_view text = *match;
    if (text.starts_with("W/")) // what a proxy that compresses makes of the tag
        text.remove_prefix(2);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    std::int64_t version = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (ec == std::errc() && end == text.data() + text.size())
        return version;
    return failInvalid({{"If-Match", "format", "If-Match must be the ETag that was read, a version in quotes"}});
}

Result<std::optional<std::int64_t>> expectedVersion(const Request& request, const nlohmann::json& body)
{
    const auto matched = matchedVersion(request);
    const auto version = body.find("version");
    if (!matched || *matched || version == body.end() || version->is_null())
        return matched;
    if (!version->is_number_integer())
        return failInvalid({{"version", "type", "version must be a whole number"}});
    return version->get<std::int64_t>();
}

Result<nlohmann::json> versionedBody(const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return body;
    const auto expected = expectedVersion(call.request(), *body);
    if (!expected)
        return Failure(expected.error());
    body->erase("version");
    if (*expected)
        (*body)["version"] = **expected;
    return body;
}

} // namespace xp::service
