// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/targeting/network.h"
#include "core/targeting/pattern.h"
#include "core/targeting/semanticversion.h"
#include "core/targeting/unleashcontext.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace xp {

/// One constraint of an Unleash strategy or segment: {"contextName", "operator", "values" or "value", "inverted",
/// "caseInsensitive"}. Operators: IN NOT_IN, STR_STARTS_WITH STR_ENDS_WITH STR_CONTAINS, NUM_EQ NUM_GT NUM_GTE NUM_LT
/// NUM_LTE, DATE_AFTER DATE_BEFORE, SEMVER_EQ SEMVER_GT SEMVER_GTE SEMVER_LT SEMVER_LTE, REGEX (RE2), IN_CIDR.
/// An unknown operator, or a value that it cannot read, never holds; `inverted` turns any other answer round.
class UnleashConstraint
{
public:
    explicit UnleashConstraint(const nlohmann::json& json);

    bool holds(const UnleashContext& context) const;

private:
    bool isKnown() const;
    bool plainlyHolds(const std::string* actual) const;
    bool textHolds(const std::string& actual) const;
    bool orderHolds(std::partial_ordering order) const;

    std::string m_name;
    std::string m_operator;
    std::vector<std::string> m_values;
    std::string m_value;
    bool m_inverted = false;
    bool m_ignoresCase = false;
    // The value as the operator reads it; none: not readable.
    std::optional<double> m_number;
    std::optional<Timestamp> m_time;
    std::optional<SemanticVersion> m_version;
    std::optional<Pattern> m_pattern;
    std::vector<Network> m_networks;
};

/// Whether all of a list of constraints hold.
bool allHold(const std::vector<UnleashConstraint>& constraints, const UnleashContext& context);

/// The list under `field`; empty when it is absent.
std::vector<UnleashConstraint> constraintsOf(const nlohmann::json& object, const char* field = "constraints");

} // namespace xp
