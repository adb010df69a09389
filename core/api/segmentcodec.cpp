// SPDX-License-Identifier: Apache-2.0
#include "core/api/segmentcodec.h"

#include "core/domain/jsonreader.h"

namespace xp {

namespace {

using nlohmann::json;

json boundsToJson(const std::optional<Bounds>& bounds)
{
    return bounds ? json::array({orNull(bounds->lower), orNull(bounds->upper)}) : json(nullptr);
}

json toJson(const SegmentCell& cell)
{
    return {{"segment", cell.segment},
            {"metric", cell.metric},
            {"treatment", cell.treatment},
            {"control_units", cell.controlUnits},
            {"treatment_units", cell.treatmentUnits},
            {"estimate", orNull(cell.estimate)},
            {"interval", boundsToJson(cell.interval)},
            {"lift", orNull(cell.lift)},
            {"lift_interval", boundsToJson(cell.liftInterval)},
            {"p_value", orNull(cell.pValue)},
            {"adjusted_p_value", orNull(cell.adjustedPValue)},
            {"word", toString(cell.word)}};
}

json toJson(const Heterogeneity& test)
{
    return {{"metric", test.metric},
            {"treatment", test.treatment},
            {"statistic", test.statistic},
            {"degrees_of_freedom", test.degreesOfFreedom},
            {"p_value", test.pValue}};
}

json toJson(const SegmentSplit& split)
{
    return {{"segment", split.segment},
            {"observed", split.balance.observed},
            {"expected", split.balance.expected},
            {"p_value", orNull(split.balance.pValue)},
            {"mismatch", split.balance.mismatch}};
}

std::vector<double> readNumbers(JsonReader& reader, const char* name)
{
    const json* field = reader.find(name);
    std::vector<double> numbers;
    for (std::size_t i = 0; field && field->is_array() && i < field->size(); ++i)
        numbers.push_back((*field)[i].is_number() ? (*field)[i].get<double>() : 0);
    return numbers;
}

SegmentSplit readSplit(JsonReader reader)
{
    return {reader.required<std::string>("segment"),
            {.observed = readNumbers(reader, "observed"),
             .expected = readNumbers(reader, "expected"),
             .statistic = {},
             .pValue = reader.optional<double>("p_value"),
             .mismatch = reader.required<bool>("mismatch")}};
}

std::optional<Bounds> readBounds(JsonReader& reader, const char* name)
{
    const json* field = reader.find(name);
    if (!field || !field->is_array() || field->size() != 2)
        return std::nullopt;
    const auto end = [](const json& value) {
        return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
    };
    return Bounds{end((*field)[0]), end((*field)[1])};
}

SegmentCell readCell(JsonReader reader)
{
    return {.segment = reader.required<std::string>("segment"),
            .metric = reader.required<std::string>("metric"),
            .treatment = reader.required<std::string>("treatment"),
            .controlUnits = reader.required<std::int64_t>("control_units"),
            .treatmentUnits = reader.required<std::int64_t>("treatment_units"),
            .estimate = reader.optional<double>("estimate"),
            .interval = readBounds(reader, "interval"),
            .lift = reader.optional<double>("lift"),
            .liftInterval = readBounds(reader, "lift_interval"),
            .pValue = reader.optional<double>("p_value"),
            .adjustedPValue = reader.optional<double>("adjusted_p_value"),
            .word = reader.parsed("word", [](std::string_view text) { return parseWord(text); })};
}

Heterogeneity readHeterogeneity(JsonReader reader)
{
    return {.metric = reader.required<std::string>("metric"),
            .treatment = reader.required<std::string>("treatment"),
            .statistic = reader.required<double>("statistic"),
            .degreesOfFreedom = reader.required<std::int64_t>("degrees_of_freedom"),
            .pValue = reader.required<double>("p_value")};
}

} // namespace

Result<SegmentBreakdown> segmentsOfReport(const json& report)
{
    std::vector<FieldError> errors;
    SegmentBreakdown breakdown;
    const auto found = report.is_object() ? report.find("segments") : report.end();
    const json none = json::object();
    JsonReader reader(found != report.end() ? *found : none, errors, "segments");
    breakdown.attribute = reader.required<std::string>("attribute");
    breakdown.asOf = reader.requiredTime("as_of");
    breakdown.unitsOfOthers = reader.required<std::int64_t>("units_of_others");
    breakdown.unitsWithoutAny = reader.required<std::int64_t>("units_without");
    reader.array("cells", [&](const json& element, const std::string& path) {
        breakdown.cells.push_back(readCell(JsonReader(element, errors, path)));
    });
    reader.array("heterogeneity", [&](const json& element, const std::string& path) {
        breakdown.heterogeneity.push_back(readHeterogeneity(JsonReader(element, errors, path)));
    });
    if (reader.find("splits")) // a service of an earlier release has none
        reader.array("splits", [&](const json& element, const std::string& path) {
            breakdown.splits.push_back(readSplit(JsonReader(element, errors, path)));
        });
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return breakdown;
}

json toJson(const SegmentBreakdown& breakdown)
{
    json cells = json::array();
    for (const SegmentCell& cell : breakdown.cells)
        cells.push_back(toJson(cell));
    json tests = json::array();
    for (const Heterogeneity& test : breakdown.heterogeneity)
        tests.push_back(toJson(test));
    json splits = json::array();
    for (const SegmentSplit& split : breakdown.splits)
        splits.push_back(toJson(split));
    return {{"attribute", breakdown.attribute},
            {"as_of", toIso8601(breakdown.asOf)},
            {"units_of_others", breakdown.unitsOfOthers},
            {"units_without", breakdown.unitsWithoutAny},
            {"cells", std::move(cells)},
            {"heterogeneity", std::move(tests)},
            {"splits", std::move(splits)}};
}

} // namespace xp
