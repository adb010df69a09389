// SPDX-License-Identifier: Apache-2.0
#include "core/engine/versions.h"

namespace xp {

Result<void> checkVersion(std::optional<std::int64_t> expected, std::int64_t stored, std::string_view what)
{
    if (!expected || *expected == stored)
        return {};
    return fail(ErrorCode::Conflict, "stale_version",
                "The " + std::string(what) + " has changed since you read it: you sent version " +
                    std::to_string(*expected) + ", it is at version " + std::to_string(stored) +
                    ". Read it again and repeat the change.",
                {{"expected", *expected}, {"stored", stored}});
}

void checkVersionField(FieldReader& fields)
{
    const nlohmann::json* version = fields.find("version");
    if (version && !version->is_null() && !version->is_number_integer())
        fields.add("version", "type", "must be a whole number");
}

std::optional<std::int64_t> versionIn(const nlohmann::json& body)
{
    const auto version = body.find("version");
    if (version == body.end() || !version->is_number_integer())
        return std::nullopt;
    return version->get<std::int64_t>();
}

} // namespace xp
