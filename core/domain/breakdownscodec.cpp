// SPDX-License-Identifier: Apache-2.0
#include "core/domain/breakdownscodec.h"

#include "core/domain/tablecodec.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace tables;

json rowOf(const BreakdownCell& cell)
{
    json row{cell.epoch, cell.variant, cell.metric};
    appendMoments(row, cell.moments);
    return row;
}

void readCell(RowReader& row, BreakdownCell& to)
{
    row.whole(to.epoch).whole(to.variant).whole(to.metric).moments(to.moments);
}

template <typename T>
Result<T> orFailure(T value, std::vector<FieldError> errors)
{
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return value;
}

} // namespace

json toJson(const SegmentStatistics& statistics)
{
    json segments = json::array();
    for (const Segment& segment : statistics.segments) {
        json cells = table({"epoch", "variant", "metric"});
        for (const BreakdownCell& cell : segment.cells)
            cells["rows"].push_back(rowOf(cell));
        segments.push_back({{"value", segment.value}, {"cells", std::move(cells)}});
    }
    return {{"attribute", statistics.attribute},
            {"as_of", toIso8601(statistics.asOf)},
            {"units_of_others", statistics.unitsOfOthers},
            {"units_without_any", statistics.unitsWithoutAny},
            {"segments", std::move(segments)}};
}

Result<SegmentStatistics> segmentStatisticsFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    SegmentStatistics statistics{.attribute = reader.required<std::string>("attribute"),
                                 .asOf = reader.requiredTime("as_of"),
                                 .segments = {},
                                 .unitsOfOthers = reader.required<std::int64_t>("units_of_others"),
                                 .unitsWithoutAny = reader.required<std::int64_t>("units_without_any")};
    reader.array("segments", [&](const json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        Segment& segment =
            statistics.segments.emplace_back(Segment{.value = fields.required<std::string>("value"), .cells = {}});
        readTable(fields, "cells", segment.cells, errors, readCell);
    });
    return orFailure(std::move(statistics), std::move(errors));
}

json toJson(const AgeStatistics& statistics)
{
    json cells = table({"age", "epoch", "variant", "metric"});
    for (const AgeCell& cell : statistics.cells) {
        json row = rowOf(cell.cell);
        row.insert(row.begin(), cell.age);
        cells["rows"].push_back(std::move(row));
    }
    return {{"as_of", toIso8601(statistics.asOf)}, {"share", statistics.share}, {"cells", std::move(cells)}};
}

Result<AgeStatistics> ageStatisticsFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    AgeStatistics statistics{
        .asOf = reader.requiredTime("as_of"), .share = reader.required<double>("share"), .cells = {}};
    readTable(reader, "cells", statistics.cells, errors, [](RowReader& row, AgeCell& to) {
        row.whole(to.age);
        readCell(row, to.cell);
    });
    return orFailure(std::move(statistics), std::move(errors));
}

} // namespace xp
