// SPDX-License-Identifier: Apache-2.0
#include "core/domain/enrolmentinput.h"

#include "core/domain/bucketing.h"
#include "core/domain/identifiers.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr std::size_t kLargestCondition = 65536; ///< bytes
constexpr std::size_t kLongestUnit = 512;        ///< bytes, as in a request

void readCondition(FieldReader& fields, const char* name, nlohmann::json& to)
{
    if (!fields.has(name))
        return;
    const nlohmann::json* sent = fields.find(name);
    if (!sent || sent->is_null()) {
        to = nullptr;
        return;
    }
    const std::string text = sent->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (!sent->is_object())
        fields.add(name, "type", "must be a condition, an object, or null");
    else if (text.size() > kLargestCondition)
        fields.add(name, "too_long", "is larger than 64 KiB");
    else if (text.find("\\u0000") != std::string::npos)
        fields.add(name, "encoding", "must not hold the character U+0000");
    else
        to = *sent;
}

void readLayer(FieldReader& fields, std::optional<LayerSlice>& to, std::vector<FieldError>& errors)
{
    if (!fields.has("layer"))
        return;
    const nlohmann::json* sent = fields.find("layer");
    if (!sent || sent->is_null()) {
        to.reset();
        return;
    }
    FieldReader inner(*sent, "layer", errors);
    for (const char* field : {"name", "from", "to"})
        inner.require(field);
    inner.refuseUnknown({"name", "from", "to"});
    const auto name = inner.text("name", {.most = 100});
    if (name && !isKey(*name))
        inner.add("name", "format",
                  "is " + shown(*name) +
                      "; it must be letters, digits, '.', '_' and '-', starting with a letter or digit");
    const auto from = inner.number("from", {0, 1, false, true});
    const auto end = inner.number("to", {0, 1, true});
    for (const auto& [field, share] : {std::pair{"from", from}, {"to", end}}) {
        if (share && !isWholeBuckets(*share))
            inner.add(field, "step", "is " + shown(*share) + "; it must be a multiple of 0.0001");
    }
    if (from && end && *from >= *end)
        inner.add("to", "range", "is " + shown(*end) + "; it must be larger than from, " + shown(*from));
    if (name && from && end)
        to = LayerSlice{*name, *from, *end};
}

/// Like the ids of requests.
bool isUnit(const std::string& text)
{
    return !text.empty() && text.size() <= kLongestUnit && isStorableText(text) && !beginsWithMark(text) &&
           std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

void readForced(FieldReader& fields, Experiment& to, std::vector<FieldError>& errors)
{
    if (!fields.has("forced"))
        return;
    const nlohmann::json* sent = fields.find("forced");
    if (!sent || sent->is_null()) {
        to.enrolment.forced.clear();
        return;
    }
    if (!sent->is_object())
        return fields.add("forced", "type", "must be an object: a variant's name for each user id");
    if (sent->size() > kMostForced)
        fields.add("forced", "too_many",
                   "has " + std::to_string(sent->size()) + " users; at most " + std::to_string(kMostForced) +
                       " are allowed");
    std::map<std::string, std::string> forced;
    std::size_t count = 0;
    for (const auto& [unit, variant] : sent->items()) {
        if (++count > kMostForced)
            break;
        const std::string path = "forced." + unit;
        if (!isUnit(unit))
            fields.add("forced", "format", "has the user id " + shown(unit) + "; one is 1 to 512 bytes of text");
        else if (!variant.is_string())
            errors.push_back({path, "type", path + " must be the name of a variant"});
        else
            forced[unit] = variant.get<std::string>();
    }
    to.enrolment.forced = std::move(forced);
}

/// Also where only the variants were sent: what was forced before must still be there.
void checkForced(const Experiment& is, std::vector<FieldError>& errors)
{
    std::string names;
    for (const Variant& variant : is.variants)
        names += (names.empty() ? "" : ", ") + variant.name;
    for (const auto& [unit, variant] : is.enrolment.forced) {
        const std::string path = "forced." + unit;
        if (!is.variants.empty() && !variantIndex(is, variant))
            errors.push_back(
                {path, "not_allowed", path + " is " + shown(variant) + "; it must be one of the variants " + names});
    }
}

} // namespace

void readEnrolment(FieldReader& fields, Experiment& to, std::vector<FieldError>& errors)
{
    Enrolment& enrolment = to.enrolment;
    readCondition(fields, "targeting", enrolment.targeting);
    readCondition(fields, "exclude", enrolment.exclude);
    readLayer(fields, enrolment.layer, errors);
    enrolment.ignoresHoldouts = fields.boolean("ignore_holdouts").value_or(enrolment.ignoresHoldouts);
    readForced(fields, to, errors);
    checkForced(to, errors);
    enrolment.exposure =
        fields.choice<Exposure>("exposure", parseExposure, {"assignment", "explicit"}).value_or(enrolment.exposure);
}

void checkFrozenEnrolment(FieldReader& fields, const Experiment& was, const Experiment& is)
{
    const Enrolment& before = was.enrolment;
    const Enrolment& after = is.enrolment;
    const auto refuse = [&](std::string_view field, const std::string& why) {
        fields.add(field, "frozen",
                   "cannot change once the experiment has " + why + " (it is " + std::string(toString(was.status)) +
                       ")");
    };
    if (was.status == Status::Draft)
        return;
    if (before.exposure != after.exposure)
        refuse("exposure", "started: units are counted by it");
    if (was.status == Status::Running || was.status == Status::Paused)
        return;
    if (before.targeting != after.targeting)
        refuse("targeting", "ended");
    if (before.exclude != after.exclude)
        refuse("exclude", "ended");
    if (before.layer != after.layer)
        refuse("layer", "ended");
    if (before.ignoresHoldouts != after.ignoresHoldouts)
        refuse("ignore_holdouts", "ended");
    if (before.forced != after.forced)
        refuse("forced", "ended");
}

bool isWholeBuckets(double share)
{
    const double buckets = share * Bucketing::kBuckets;
    return std::abs(buckets - std::round(buckets)) < 1e-6;
}

} // namespace xp
