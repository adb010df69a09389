// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/fieldreader.h"
#include "core/domain/timestamp.h"
#include "core/targeting/network.h"
#include "core/targeting/pattern.h"
#include "core/targeting/semanticversion.h"
#include "core/targeting/valueset.h"

namespace xp {

/// What a test asks of an attribute.
enum class Operator {
    Equals,
    NotEquals,
    In,
    NotIn,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
    VersionEquals,
    VersionLess,
    VersionLessOrEqual,
    VersionGreater,
    VersionGreaterOrEqual,
    Before,
    After,
    InNetwork,
    Exists,
    IsBot,
};

/// One test of one attribute: {"attribute": "device.os", "operator": "in", "values": ["ios", "android"]}.
///
/// An attribute is a dotted path into the context; `user_id` is the unit, `current_time` the moment of the question,
/// `user_agent` that of the request where the context has none.
/// `is_bot` asks whether a user agent names a program (core/targeting/useragent.h).
/// A list passes when one of its elements does. An attribute that is absent, null or of another kind passes nothing
/// but `not_equals` and `not_in`, which are the opposites of `equals` and `in`.
class AttributeTest
{
public:
    /// Notes in `errors` what is wrong with the object at `path`; std::nullopt then.
    static std::optional<AttributeTest> read(const nlohmann::json& json, const std::string& path,
                                             std::vector<FieldError>& errors);

    const std::string& attribute() const { return m_attribute; }
    /// `actual` is nullptr for an attribute that is not there.
    bool holds(const nlohmann::json* actual) const;

private:
    bool passes(const nlohmann::json& actual) const;
    bool equalsAny(const nlohmann::json& actual) const;
    bool textPasses(const std::string& actual) const;
    bool orderPasses(std::partial_ordering order) const;
    void readOperand(FieldReader& fields);
    void readValues(FieldReader& fields);

    std::string m_attribute;
    Operator m_operator = Operator::Equals;
    bool m_ignoresCase = false;
    ValueSet m_equals;                ///< texts in lower case where case is ignored
    std::vector<std::string> m_texts; ///< likewise, of the other operators that take several values
    double m_number = 0;
    Timestamp m_time{};
    std::optional<SemanticVersion> m_version;
    std::optional<Pattern> m_pattern;
    std::vector<Network> m_networks;
};

} // namespace xp
