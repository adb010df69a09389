// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace xp {

/// What Unleash's evaluation knows: userId, sessionId, remoteAddress, environment, appName, currentTime and any other
/// property, all as texts.
class UnleashContext
{
public:
    /// Reads {"userId": ..., "properties": {...}}; a field wins over a property of its name. null is absent, numbers
    /// and booleans become their texts.
    explicit UnleashContext(const nlohmann::json& json);

    /// nullptr when there is none.
    const std::string* find(const std::string& name) const;

    /// currentTime, or now.
    std::string currentTime() const;
    /// The machine the application runs on.
    std::string hostName;
    /// Draws 1..n, for what is split by chance; may be replaced to know the outcome.
    std::function<std::uint32_t(std::uint32_t n)> random;

private:
    std::map<std::string, std::string> m_values;
};

} // namespace xp
