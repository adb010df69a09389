// SPDX-License-Identifier: Apache-2.0
#include "core/domain/enrolment.h"

#include "core/domain/enumtext.h"
#include "core/domain/jsonreader.h"

namespace xp {

namespace {

constexpr EnumText kExposures{
    std::array{EnumName{Exposure::Assignment, "assignment"}, EnumName{Exposure::Explicit, "explicit"}}};

nlohmann::json layerOrNull(const std::optional<LayerSlice>& slice)
{
    return slice ? nlohmann::json{{"name", slice->layer}, {"from", slice->from}, {"to", slice->to}}
                 : nlohmann::json(nullptr);
}

std::optional<LayerSlice> readLayer(const JsonReader& reader, std::vector<FieldError>& errors)
{
    const nlohmann::json* layer = reader.find("layer");
    if (!layer || layer->is_null())
        return std::nullopt;
    JsonReader fields(*layer, errors, reader.pathOf("layer"));
    return LayerSlice{.layer = fields.required<std::string>("name"),
                      .from = fields.required<double>("from"),
                      .to = fields.required<double>("to")};
}

void readForced(const JsonReader& reader, Enrolment& enrolment, std::vector<FieldError>& errors)
{
    const nlohmann::json* forced = reader.find("forced");
    if (!forced)
        return;
    for (const auto& [unit, variant] : forced->items()) {
        if (variant.is_string())
            enrolment.forced[unit] = variant.get<std::string>();
        else
            errors.push_back({reader.pathOf("forced"), "type", "names something that is no variant"});
    }
}

void readSavedSegments(const JsonReader& reader, Enrolment& enrolment)
{
    const nlohmann::json* saved = reader.find("saved_segments");
    if (!saved)
        return;
    for (const auto& [name, condition] : saved->items())
        enrolment.savedSegments[name] = condition;
}

} // namespace

bool Enrolment::letsInLike(const Enrolment& other) const
{
    return targeting == other.targeting && exclude == other.exclude && savedSegments == other.savedSegments &&
           layer == other.layer && ignoresHoldouts == other.ignoresHoldouts;
}

std::string_view toString(Exposure exposure)
{
    return kExposures.text(exposure);
}

std::optional<Exposure> parseExposure(std::string_view text)
{
    return kExposures.parse(text);
}

nlohmann::json toJson(const Enrolment& enrolment)
{
    return {{"targeting", enrolment.targeting},
            {"exclude", enrolment.exclude},
            {"saved_segments", enrolment.savedSegments},
            {"layer", layerOrNull(enrolment.layer)},
            {"ignore_holdouts", enrolment.ignoresHoldouts},
            {"forced", enrolment.forced},
            {"exposure", toString(enrolment.exposure)}};
}

std::optional<Enrolment> enrolmentFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    Enrolment enrolment;
    for (auto [name, condition] : {std::pair{"targeting", &enrolment.targeting}, {"exclude", &enrolment.exclude}}) {
        if (const nlohmann::json* written = reader.find(name))
            *condition = *written;
    }
    readSavedSegments(reader, enrolment);
    enrolment.layer = readLayer(reader, errors);
    enrolment.ignoresHoldouts = reader.optional<bool>("ignore_holdouts").value_or(false);
    readForced(reader, enrolment, errors);
    if (reader.find("exposure"))
        enrolment.exposure = reader.parsed("exposure", [](std::string_view text) { return parseExposure(text); });
    if (!errors.empty())
        return std::nullopt;
    return enrolment;
}

} // namespace xp
