// SPDX-License-Identifier: Apache-2.0
#include "service/routes/versions.h"

#include "core/domain/fieldreader.h"
#include "core/engine/versions.h"
#include "service/routes/answers.h"
#include "service/routes/etag.h"

#include <algorithm>
#include <charconv>
#include <iterator>

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

Result<std::optional<std::int64_t>> expectedVersion(const Request& request, const nlohmann::json& body,
                                                    std::vector<FieldError>& errors)
{
    auto matched = matchedVersion(request);
    const std::size_t before = errors.size();
    if (!matched)
        std::ranges::move(matched.error().errors, std::back_inserter(errors));
    FieldReader fields(body, "", errors);
    checkVersionField(fields);
    if (errors.size() > before)
        return std::nullopt;
    const auto said = versionIn(body);
    if (*matched && said && **matched != *said)
        return fail(ErrorCode::Conflict, "stale_version",
                    "If-Match names version " + std::to_string(**matched) + " and the body version " +
                        std::to_string(*said) + ", so that one of them is stale. Read it again and repeat the change.",
                    {{"if_match", **matched}, {"version", *said}});
    return *matched ? *matched : said;
}

Result<Document> versionedBody(const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return body;
    std::vector<FieldError> errors;
    using Version = Result<std::optional<std::int64_t>>;
    const auto expected = body->glance([&](const nlohmann::json& object) -> Version {
        auto version = expectedVersion(call.request(), object, errors);
        if (version && !matchedVersion(call.request()))
            return failInvalid(errors);
        return version;
    });
    if (!expected)
        return Failure(expected.error());
    if (!errors.empty())
        return body;
    return std::move(*body).changed([&](nlohmann::json object) {
        object.erase("version");
        if (*expected)
            object["version"] = **expected;
        return object;
    });
}

} // namespace xp::service
