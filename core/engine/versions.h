// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/fieldreader.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xp {

/// The versions that a client takes what is stored to be at: the one it has read (`version` in the body), or one of
/// several (If-Match); unless it says so, any.
class ExpectedVersion
{
public:
    ExpectedVersion() = default;
    ExpectedVersion(std::nullopt_t) {}
    ExpectedVersion(std::int64_t version) : m_versions(std::vector{version}) {}
    ExpectedVersion(std::optional<std::int64_t> version)
    {
        if (version)
            m_versions = std::vector{*version};
    }
    ExpectedVersion(std::vector<std::int64_t> anyOf) : m_versions(std::move(anyOf)) {}

    bool isAny() const { return !m_versions; }
    bool isMetBy(std::int64_t version) const;
    const std::vector<std::int64_t>& versions() const { return *m_versions; } ///< where it is not any

private:
    std::optional<std::vector<std::int64_t>> m_versions;
};

/// Conflict `stale_version` when what is stored has moved on from what was expected. `what` names it in the sentence:
/// "experiment".
Result<void> checkVersion(const ExpectedVersion& expected, std::int64_t stored, std::string_view what);

/// Notes a `version` that is no whole number.
void checkVersionField(FieldReader& fields);

/// `version` of a body; none where it has none, or one that is no whole number.
std::optional<std::int64_t> versionIn(const nlohmann::json& body);

} // namespace xp
