// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/targeting/unleashconstraint.h"

namespace xp {

/// A variant as Unleash answers it.
struct UnleashVariant
{
    std::string name = "disabled";
    std::optional<nlohmann::json> payload; ///< {"type", "value"}
    bool enabled = false;
    bool featureEnabled = false;

    bool operator==(const UnleashVariant&) const = default;
};

/// The variants of a strategy or feature; one is chosen by the hash of what they stick to.
class UnleashVariants
{
public:
    UnleashVariants() = default;
    /// `stickiness` holds where the first variant does not name its own.
    UnleashVariants(const nlohmann::json& list, std::string group, const std::string& stickiness);

    bool isEmpty() const { return m_total == 0; }
    /// An override of a variant wins; else the variant on which the normalised hash of the group and the value stuck
    /// to falls, in proportion to the weights; without a value: by chance.
    UnleashVariant choose(const UnleashContext& context) const;

private:
    struct Override
    {
        std::string name;
        std::vector<std::string> values;
    };
    struct Weighted
    {
        UnleashVariant variant;
        std::uint32_t weight = 0;
        std::vector<Override> overrides;
    };

    std::vector<Weighted> m_variants;
    std::uint32_t m_total = 0;
    std::string m_group;
    std::string m_stickiness = "default";
};

/// An activation strategy of an Unleash feature: default, userWithId, gradualRolloutUserId, gradualRolloutSessionId,
/// gradualRolloutRandom, flexibleRollout, remoteAddress, applicationHostname. Any other never holds.
class UnleashStrategy
{
public:
    /// Segments by id; a strategy that refers to one that is not there never holds.
    using Segments = std::map<std::int64_t, std::vector<UnleashConstraint>>;

    UnleashStrategy(const nlohmann::json& json, const std::string& feature, const Segments& segments);

    bool holds(const UnleashContext& context) const;
    const UnleashVariants& variants() const { return m_variants; }

private:
    bool ruleHolds(const UnleashContext& context) const;
    bool rollsOutTo(const std::string* value) const;
    bool flexiblyHolds(const UnleashContext& context) const;
    std::string parameter(const char* name) const;
    std::vector<std::string> listOf(const char* name) const;

    std::string m_name;
    nlohmann::json m_parameters = nlohmann::json::object();
    std::string m_group;
    double m_percentage = 0;
    std::vector<std::string> m_list; ///< user ids, host names
    std::vector<Network> m_networks;
    std::vector<UnleashConstraint> m_constraints; ///< its own and those of its segments
    bool m_knowsSegments = true;
    UnleashVariants m_variants;
};

} // namespace xp
