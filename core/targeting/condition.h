// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/audience.h"
#include "core/targeting/attributetest.h"
#include "core/targeting/growthbookcondition.h"
#include "core/targeting/unleashconstraint.h"

#include <variant>

namespace xp {

/// Conditions over what is known of a unit, as they are written in JSON:
///   {"all": [...]}  {"any": [...]}  {"not": {...}}
///   {"attribute": ..., "operator": ..., "value" or "values": ...}   (AttributeTest)
///   {"segment": "beta-testers"}                                     a saved segment's condition
///   {"experiment": "checkout", "variants": ["treatment"]}           the unit's variant there; without variants: any
///   {"growthbook": {...}}                                           GrowthBook's language (GrowthbookCondition)
///   {"unleash": [{...}]}                                            Unleash's constraints, all of them
/// {} is true for everybody.
class Condition : public Audience
{
public:
    bool includes(const UnitFacts& facts) const override { return holds(facts); }
    nlohmann::json explain(const UnitFacts& facts) const override;
    const std::vector<std::string>& prerequisites() const override { return m_prerequisites; }

    bool holds(const UnitFacts& facts) const;

private:
    friend class ConditionReader;

    struct All
    {
        std::vector<Condition> parts;
    };
    struct Any
    {
        std::vector<Condition> parts;
    };
    struct Not
    {
        std::shared_ptr<const Condition> part;
    };
    struct Segment
    {
        std::string name;
        std::shared_ptr<const Condition> condition;
    };
    struct Prerequisite
    {
        std::string experiment;
        std::vector<std::string> variants; ///< empty: any
    };
    struct Foreign ///< Unleash's
    {
        std::vector<UnleashConstraint> constraints;
    };

    bool holdsPart(const All& all, const UnitFacts& facts) const;
    bool holdsPart(const Any& any, const UnitFacts& facts) const;
    bool holdsPart(const Not& negated, const UnitFacts& facts) const;
    bool holdsPart(const AttributeTest& test, const UnitFacts& facts) const;
    bool holdsPart(const Segment& segment, const UnitFacts& facts) const;
    bool holdsPart(const Prerequisite& prerequisite, const UnitFacts& facts) const;
    bool holdsPart(const GrowthbookCondition& condition, const UnitFacts& facts) const;
    bool holdsPart(const Foreign& foreign, const UnitFacts& facts) const;

    nlohmann::json m_json = nlohmann::json::object(); ///< as written
    std::variant<All, Any, Not, AttributeTest, Segment, Prerequisite, GrowthbookCondition, Foreign> m_rule;
    std::vector<std::string> m_prerequisites; ///< of the whole; of the outermost condition only
};

} // namespace xp
