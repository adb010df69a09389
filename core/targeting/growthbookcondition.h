// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/targeting/pattern.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace xp {

/// A condition in GrowthBook's language, as its documentation describes it (a MongoDB query over attributes) and its
/// JavaScript SDK evaluates it:
///   $and $or $nor $not; $eq $ne $lt $lte $gt $gte; $in $nin $all and, without regard to case, $ini $nini $alli;
///   $veq $vne $vlt $vlte $vgt $vgte; $exists $type $size $elemMatch; $regex $regexi (here in RE2's syntax);
///   $inGroup $notInGroup $savedGroup.
/// A plain value means equality; every field of an object must hold; an unknown operator matches nobody.
class GrowthbookCondition
{
public:
    /// `groups` are saved groups by id: a list of values, {"type": "list", "attributeKey", "values"} or
    /// {"type": "condition", "condition"}.
    explicit GrowthbookCondition(nlohmann::json condition, nlohmann::json groups = nlohmann::json::object());

    bool holds(const nlohmann::json& attributes) const;

    const nlohmann::json& json() const { return m_condition; }

private:
    using Json = nlohmann::json;
    using Visited = std::set<std::string>; ///< groups being resolved, so that a circle ends

    void compilePatterns(const Json& part);
    bool holds(const Json& condition, const Json& attributes, const Visited& visited) const;
    bool anyHolds(const Json& conditions, const Json& attributes, const Visited& visited) const;
    bool isInSavedGroup(const Json& reference, const Json& attributes, const Visited& visited) const;
    bool valueHolds(const Json& expected, const Json& actual, bool ignoresCase, const Visited& visited) const;
    bool operatorHolds(const std::string& name, const Json& actual, const Json& expected, const Visited& visited) const;
    bool anyElementHolds(const Json& actual, const Json& expected, const Visited& visited) const;
    bool hasAll(const Json& actual, const Json& expected, bool ignoresCase, const Visited& visited) const;
    bool matches(const Json& actual, const Json& pattern, bool ignoresCase) const;
    bool isInGroup(const Json& actual, const Json& group, bool wanted) const;

    Json m_condition;
    Json m_groups;
    std::map<std::pair<std::string, bool>, Pattern> m_patterns; ///< by text and whether case is ignored
};

} // namespace xp
