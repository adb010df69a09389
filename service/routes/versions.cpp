// SPDX-License-Identifier: Apache-2.0
#include "service/routes/versions.h"

#include "core/domain/fieldreader.h"
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

namespace {

constexpr std::string_view kBlank = " \t";

std::optional<std::int64_t> versionOf(std::string_view tag)
{
    // RFC 9110 would have a weak tag match nothing here. It is what a proxy that compresses makes of ours, and a
    // version says all that a strong one does.
    if (tag.starts_with("W/"))
        tag.remove_prefix(2);
    if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"')
        tag = tag.substr(1, tag.size() - 2);
    std::int64_t version = 0;
    const auto [end, ec] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    return ec == std::errc() && end == tag.data() + tag.size() ? std::optional(version) : std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

} // namespace

Result<ExpectedVersion> matchedVersion(const Request& request)
{
    const auto match = request.header("If-Match");
    if (!match || trimmed(*match) == "*")
        return ExpectedVersion();
    std::vector<std::int64_t> versions;
    bool isWrong = false;
    for (std::string_view list = *match; !list.empty();) { // a version holds no comma
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view tag = trimmed(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (tag.empty()) // lists may have empty elements
            continue;
        const auto version = versionOf(tag);
        isWrong = isWrong || !version;
        versions.push_back(version.value_or(0));
    }
    if (isWrong || versions.empty())
        return failInvalid(
            {{"If-Match", "format",
              "If-Match must be * or the ETag that was read, a version in quotes, or several of these"}});
    return ExpectedVersion(std::move(versions));
}

Result<ExpectedVersion> expectedVersion(const Request& request, const nlohmann::json& body,
                                        std::vector<FieldError>& errors)
{
    auto matched = matchedVersion(request);
    const std::size_t before = errors.size();
    if (!matched)
        std::ranges::move(matched.error().errors, std::back_inserter(errors));
    FieldReader fields(body, "", errors);
    checkVersionField(fields);
    if (errors.size() > before)
        return ExpectedVersion();
    const auto said = versionIn(body);
    if (!said)
        return matched;
    if (!matched->isMetBy(*said))
        return fail(ErrorCode::Conflict, "stale_version",
                    "If-Match does not name the body's version " + std::to_string(*said) +
                        ", so that one of them is stale. Read it again and repeat the change.",
                    {{"version", *said}});
    return ExpectedVersion(*said);
}

Result<VersionedBody> versionedBody(const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return Failure(std::move(body.error()));
    std::vector<FieldError> errors;
    auto expected = body->glance([&](const nlohmann::json& object) -> Result<ExpectedVersion> {
        auto version = expectedVersion(call.request(), object, errors);
        if (version && !matchedVersion(call.request()))
            return failInvalid(errors);
        return version;
    });
    if (!expected)
        return Failure(std::move(expected.error()));
    return VersionedBody{std::move(*body), std::move(*expected)};
}

} // namespace xp::service
