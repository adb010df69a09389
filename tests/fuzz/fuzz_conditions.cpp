// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/conditionreader.h"
#include "core/targeting/unleashfeatures.h"
#include "tests/fuzz/fuzzing.h"

using namespace xp;
using namespace xp::fuzz;
using nlohmann::json;

// Conditions of all three languages, and what they are asked about, from one document:
// {"condition", "segments", "context"}, {"condition", "groups", "context"}, {"state", "context", "features"}.

namespace {

json fieldOf(const json& document, const char* name)
{
    const auto it = document.find(name);
    return it != document.end() && it->is_object() ? *it : json::object();
}

void own(const json& document)
{
    const json segments = fieldOf(document, "segments");
    const json context = fieldOf(document, "context");
    std::vector<FieldError> errors;
    const auto condition = ConditionReader(segments, errors).read(fieldOf(document, "condition"), "condition");
    require(condition.has_value() == errors.empty(), "a condition is read or an error says why not");
    if (!condition)
        return;
    const UnitFacts facts{"unit-1", context, {}, [](const std::string& experiment) {
                              return experiment.size() % 2 == 0 ? std::optional<std::string>("treatment")
                                                                : std::nullopt;
                          }};
    const json explained = condition->explain(facts);
    require(!explained.dump().empty(), "an explanation is JSON");
    require(explained.value("holds", !condition->holds(facts)) == condition->holds(facts),
            "an explanation says what is answered");
}

void growthbook(const json& document)
{
    const GrowthbookCondition condition(fieldOf(document, "condition"), fieldOf(document, "groups"));
    const json context = fieldOf(document, "context");
    require(condition.holds(context) == condition.holds(context), "the same question has the same answer");
}

void unleash(const json& document)
{
    const UnleashFeatures features(fieldOf(document, "state"));
    UnleashContext context(fieldOf(document, "context"));
    context.random = [](std::uint32_t n) { return n; };
    for (const char* name : {"f", "g"}) {
        const bool enabled = features.isEnabled(name, context);
        const UnleashVariant variant = features.variant(name, context);
        require(!variant.enabled || enabled, "a feature that is off has no variant");
        require(!variant.payload || !variant.payload->dump().empty(), "a payload is JSON");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    const auto document = parseObject(input.text);
    if (!document)
        return 0;
    switch (input.choice % 3) {
    case 0:
        own(*document);
        break;
    case 1:
        growthbook(*document);
        break;
    default:
        unleash(*document);
    }
    return 0;
}
