// SPDX-License-Identifier: Apache-2.0
#include "core/engine/exclusion.h"

#include "core/targeting/conditionreader.h"
#include "core/targeting/useragent.h"

namespace xp {

namespace {

constexpr std::string_view kBots = "bots";

Result<AudiencePtr> readCondition(std::string_view text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return failInvalid({{"", "format", "must be bots, a condition in JSON, or both as bots,{...}"}});
    const nlohmann::json noSegments = nlohmann::json::object();
    std::vector<FieldError> errors;
    auto condition = ConditionReader(noSegments, errors).read(json, "the condition");
    if (!condition)
        return failInvalid(std::move(errors));
    if (!condition->prerequisites().empty())
        return failInvalid({{"", "not_allowed", "cannot ask about an experiment: it holds in all projects"}});
    return std::make_shared<const Condition>(std::move(*condition));
}

} // namespace

Result<Exclusion> Exclusion::read(std::string_view text)
{
    Exclusion read;
    if (text == kBots) {
        read.m_bots = true;
        return read;
    }
    if (text.starts_with("bots,")) {
        read.m_bots = true;
        text.remove_prefix(kBots.size() + 1);
    }
    auto condition = readCondition(text);
    if (!condition)
        return Failure(std::move(condition.error()));
    read.m_condition = std::move(*condition);
    return read;
}

LeftOut Exclusion::of(const UnitFacts& facts) const
{
    if (m_bots && isProgram(userAgentOf(facts)))
        return LeftOut::AsBot;
    return m_condition && m_condition->includes(facts) ? LeftOut::ByService : LeftOut::No;
}

nlohmann::json Exclusion::explain(const UnitFacts& facts) const
{
    return {{"bots", m_bots ? nlohmann::json(isProgram(userAgentOf(facts))) : nlohmann::json()},
            {"user_agent", userAgentOf(facts)},
            {"condition", m_condition ? m_condition->explain(facts) : nlohmann::json()}};
}

} // namespace xp
