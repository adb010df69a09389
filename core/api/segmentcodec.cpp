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

} // namespace

json toJson(const SegmentBreakdown& breakdown)
{
    json cells = json::array();
    for (const SegmentCell& cell : breakdown.cells)
        cells.push_back(toJson(cell));
    json tests = json::array();
    for (const Heterogeneity& test : breakdown.heterogeneity)
        tests.push_back(toJson(test));
    return {{"attribute", breakdown.attribute},
            {"as_of", toIso8601(breakdown.asOf)},
            {"units_of_others", breakdown.unitsOfOthers},
            {"units_without", breakdown.unitsWithoutAny},
            {"cells", std::move(cells)},
            {"heterogeneity", std::move(tests)}};
}

} // namespace xp
