// SPDX-License-Identifier: Apache-2.0
#include "core/engine/versions.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// 2.0 is a whole number, too, as for every other field.
std::optional<std::int64_t> wholeNumber(const nlohmann::json& value)
{
    constexpr double kLargest = 9007199254740992.0; // 2^53
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (!value.is_number_float() || std::trunc(value.get<double>()) != value.get<double>() ||
        std::abs(value.get<double>()) > kLargest)
        return std::nullopt;
    return static_cast<std::int64_t>(value.get<double>());
}

} // namespace

bool ExpectedVersion::isMetBy(std::int64_t version) const
{
    return isAny() || std::ranges::find(*m_versions, version) != m_versions->end();
}

Result<void> checkVersion(const ExpectedVersion& expected, std::int64_t stored, std::string_view what)
{
    if (expected.isMetBy(stored))
        return {};
    std::string sent;
    for (const std::int64_t version : expected.versions())
        sent += (sent.empty() ? "" : " or ") + std::to_string(version);
    nlohmann::json arguments{{"stored", stored}};
    if (expected.versions().size() == 1)
        arguments["expected"] = expected.versions().front();
    return fail(ErrorCode::Conflict, "stale_version",
                "The " + std::string(what) + " has changed since you read it: you sent version " + sent +
                    ", it is at version " + std::to_string(stored) + ". Read it again and repeat the change.",
                std::move(arguments));
}

void checkVersionField(FieldReader& fields)
{
    const nlohmann::json* version = fields.find("version");
    if (version && !version->is_null() && !wholeNumber(*version))
        fields.add("version", "type", "must be a whole number");
}

std::optional<std::int64_t> versionIn(const nlohmann::json& body)
{
    const auto version = body.find("version");
    return version == body.end() ? std::nullopt : wholeNumber(*version);
}

} // namespace xp
