// SPDX-License-Identifier: Apache-2.0
#include "core/api/evidencecodec.h"
#include "core/api/planningcodec.h"
#include "core/api/reportcodec.h"
#include "core/api/statscodec.h"
#include "core/domain/breakdownscodec.h"
#include "core/domain/canonicaljson.h"
#include "core/domain/document.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/experimentinput.h"
#include "core/domain/note.h"
#include "core/domain/sentencecodec.h"
#include "core/domain/statisticscodec.h"
#include "tests/fuzz/fuzzing.h"

#include <array>

using namespace xp;
using namespace xp::fuzz;
using nlohmann::json;

// Every JSON codec: whatever is read is written as JSON text that reads as the same again.

namespace {

json reread(const json& written)
{
    return json::parse(written.dump());
}

template <typename Value>
void roundTrip(const json& body, Result<Value> (*read)(const json&))
{
    const auto value = read(body);
    if (!value) {
        require(!value.error().sentence.text.empty(), "an error says what is wrong");
        return;
    }
    const json written = toJson(*value);
    const auto again = read(reread(written));
    require(again.has_value(), "what was written is read");
    require(toJson(*again) == written, "it is the same");
}

void experimentInput(const json& body)
{
    const auto accepted = readNewExperiment(body);
    if (!accepted)
        return;
    Experiment made = accepted->experiment;
    const auto again = readNewExperiment(reread(draftToJson(made)));
    require(again.has_value(), "a draft that was accepted is accepted again");
    require(again->experiment == made, "and makes the same experiment");
    made.id = "id";
    made.key = made.key.empty() ? "key" : made.key;
    roundTrip(toJson(made), &experimentFromJson);
    for (const Status status : {Status::Draft, Status::Running, Status::Stopped}) {
        made.status = status;
        require(readChanges(made, json::object()).has_value(), "no change is a change that may be made");
    }
}

const Experiment& storedExperiment()
{
    static const Experiment kStored = [] {
        const auto accepted = readNewExperiment(json::parse(
            R"({"name": "n", "key": "k", "variants": [{"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}],
                "metrics": ["m", {"name": "s", "kind": "sum", "role": "primary", "window": "7d"}]})"));
        require(accepted.has_value(), "the sample is right");
        Experiment made = accepted->experiment;
        made.id = "id";
        return made;
    }();
    return kStored;
}

void changes(const json& body)
{
    for (const Status status : {Status::Draft, Status::Running, Status::Stopped}) {
        Experiment stored = storedExperiment();
        stored.status = status;
        const auto changed = readChanges(stored, body);
        if (!changed)
            continue;
        const auto again = readChanges(changed->experiment, reread(draftToJson(changed->experiment)));
        require(again.has_value(), "what it has become may be sent back");
        require(again->experiment == changed->experiment, "and changes nothing");
    }
}

void plan(const json& body)
{
    const auto read = planFromJson(body, storedExperiment());
    if (!read)
        return;
    const json written = toJson(*read);
    const auto again = planFromJson(reread(written), storedExperiment());
    require(again.has_value(), "a plan that was written is read");
    require(toJson(*again) == written && fingerprintOf(*again) == fingerprintOf(*read), "it is the same plan");
}

void propertyFilters(const json& body)
{
    std::vector<FieldError> errors;
    FieldReader fields(body, {}, errors);
    const auto filters = readPropertyFilters(fields, "filter", errors);
    if (!errors.empty())
        return;
    const auto properties = body.find("properties");
    const std::string text = properties != body.end() ? properties->dump() : std::string();
    json written = json::object({{"filter", json::array()}});
    for (const PropertyFilter& filter : filters)
        written["filter"].push_back(toJson(filter));
    const json back = reread(written);
    FieldReader secondFields(back, {}, errors);
    const auto again = readPropertyFilters(secondFields, "filter", errors);
    require(errors.empty() && again == filters, "filters that were written are read");
    require(matches(filters, text) == matches(again, text), "and mean the same");
}

void canonical(const json& body)
{
    const auto text = canonicalJson(body);
    if (!text)
        return;
    const json back = json::parse(*text, nullptr, false);
    require(!back.is_discarded(), "canonical text is JSON");
    require(canonicalJson(back) == text, "and has itself as canonical text");
}

void sentence(const json& body)
{
    const auto read = sentenceFromJson(body);
    if (!read)
        return;
    const auto again = sentenceFromJson(reread(toJson(*read)));
    require(again == read, "a sentence that was written is read");
}

void note(const json& body)
{
    const auto made = readNewNote(body, fromMicros(1'700'000'000'000'000));
    if (made)
        roundTrip(toJson(*made), &noteFromJson);
    roundTrip(body, &noteFromJson);
}

void planning(const json& body)
{
    const auto input = planningInputFromJson(body);
    require(input.has_value() || !input.error().sentence.text.empty(), "an error says what is wrong");
}

bool makesAnything(std::string_view text)
{
    const auto document = parseDocument(text);
    return document && document->read([](const json&) -> Result<int> { return 1; });
}

constexpr std::array<void (*)(const json&), 14> kCodecs{
    experimentInput,
    changes,
    plan,
    propertyFilters,
    canonical,
    sentence,
    note,
    planning,
    [](const json& body) { roundTrip(body, &experimentFromJson); },
    [](const json& body) { roundTrip(body, &sufficientStatisticsFromJson); },
    [](const json& body) {
        roundTrip(body, &segmentStatisticsFromJson);
        roundTrip(body, &ageStatisticsFromJson);
    },
    [](const json& body) { roundTrip(body, &reportFromJson); },
    [](const json& body) { roundTrip(body, &statsFromJson); },
    [](const json& body) { roundTrip(body, &evidenceFromJson); },
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    const auto body = parseObject(input.text);
    if (!body) {
        require(!body.error().sentence.text.empty(), "an error says what is wrong");
        require(!json(body.error().sentence.text).dump(-1, ' ', false, json::error_handler_t::replace).empty(), "");
        require(!makesAnything(input.text), "nothing is made of what is no JSON, whatever its numbers are");
        return 0;
    }
    require(*body == json::parse(input.text, nullptr, false), "an object is what the library reads");
    require(makesAnything(input.text), "what is JSON can be read with its numbers, too");
    kCodecs[input.choice % kCodecs.size()](*body);
    return 0;
}
