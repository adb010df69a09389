// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// What is known of a unit when it asks.
struct UnitFacts
{
    std::string_view unit;
    const nlohmann::json& context; ///< its attributes: an object
    std::string_view agent;        ///< `user_agent` where the context has none; empty: not known
    /// The variant that the unit has, or would get, in another experiment (by key or id); nothing: it is not in it.
    std::function<std::optional<std::string>(const std::string& experiment)> variantIn;
};

/// Whom an experiment is for. Immutable; all threads share one.
class Audience
{
public:
    virtual ~Audience() = default;

    virtual bool includes(const UnitFacts& facts) const = 0;
    /// The conditions as they were written, each with `holds` and what it looked at.
    virtual nlohmann::json explain(const UnitFacts& facts) const = 0;
    /// Other experiments that it asks about, by key or id.
    virtual const std::vector<std::string>& prerequisites() const = 0;
};

using AudiencePtr = std::shared_ptr<const Audience>;

} // namespace xp
