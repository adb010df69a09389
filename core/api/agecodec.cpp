// SPDX-License-Identifier: Apache-2.0
#include "core/api/agecodec.h"

namespace xp {

using nlohmann::json;

json byAgeToJson(const Report& report)
{
    if (!report.byAgeAsOf)
        return nullptr;
    json effects = json::array();
    for (const AgeEffect& effect : report.byAge)
        effects.push_back({{"metric", effect.metric},
                           {"treatment", effect.treatment},
                           {"age", effect.age},
                           {"units", effect.units},
                           {"estimate", orNull(effect.estimate)},
                           {"interval", effect.interval ? json::array({orNull(effect.interval->lower),
                                                                       orNull(effect.interval->upper)})
                                                        : json(nullptr)},
                           {"lift", orNull(effect.lift)}});
    return {{"as_of", toIso8601(*report.byAgeAsOf)},
            {"share_of_units", report.byAgeShare},
            {"effects", std::move(effects)}};
}

void readByAge(JsonReader reader, Report& report, std::vector<FieldError>& errors)
{
    report.byAgeAsOf = reader.requiredTime("as_of");
    report.byAgeShare = reader.required<double>("share_of_units");
    reader.array("effects", [&](const json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        AgeEffect effect{.metric = fields.required<std::string>("metric"),
                         .treatment = fields.required<std::string>("treatment"),
                         .age = fields.required<std::int32_t>("age"),
                         .units = fields.required<std::int64_t>("units"),
                         .estimate = fields.optional<double>("estimate"),
                         .interval = {},
                         .lift = fields.optional<double>("lift")};
        if (const json* ends = fields.find("interval"); ends && ends->is_array() && ends->size() == 2) {
            const auto end = [ends](std::size_t i) {
                return (*ends)[i].is_number() ? std::optional((*ends)[i].get<double>()) : std::nullopt;
            };
            effect.interval = Bounds{end(0), end(1)};
        }
        report.byAge.push_back(std::move(effect));
    });
}

} // namespace xp
