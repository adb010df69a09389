// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/targeting/unleashstrategy.h"

namespace xp {

/// Features as Unleash's client API delivers them ({"features": [...], "segments": [...]}), or as its delta API does
/// ({"events": [...]}: hydration, feature-updated, feature-removed, segment-updated, segment-removed), evaluated as
/// its SDKs do: the rules of its client specification.
class UnleashFeatures
{
public:
    explicit UnleashFeatures(const nlohmann::json& state);

    /// On when the feature is enabled, its dependencies are satisfied and it has no strategy or one that holds.
    bool isEnabled(const std::string& feature, const UnleashContext& context) const;
    /// Those of the strategy that holds win over the feature's.
    UnleashVariant variant(const std::string& feature, const UnleashContext& context) const;

private:
    struct Dependency
    {
        std::string feature;
        bool enabled = true;               ///< what it must be
        std::vector<std::string> variants; ///< one of these, where any are named
    };
    struct Feature
    {
        bool enabled = false;
        std::vector<Dependency> dependencies;
        std::vector<UnleashStrategy> strategies;
        UnleashVariants variants;
    };
    struct Found
    {
        bool enabled = false;
        const UnleashStrategy* strategy = nullptr; ///< the first that holds
    };

    void read(const nlohmann::json& features, const UnleashStrategy::Segments& segments);
    Found evaluate(const Feature& feature, const UnleashContext& context) const;
    bool isSatisfied(const Dependency& dependency, const UnleashContext& context) const;

    std::map<std::string, Feature> m_features;
};

} // namespace xp
