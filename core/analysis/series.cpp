// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/series.h"

#include "core/domain/jsonreader.h"

namespace xp {

namespace {

using std::chrono::hours;

void addComparison(SeriesRow& row, const ReportCell& cell)
{
    row.estimate = cell.estimate;
    row.lift = cell.lift;
    if (cell.interval) {
        row.lower = cell.interval->lower;
        row.upper = cell.interval->upper;
    }
    if (cell.liftInterval) {
        row.liftLower = cell.liftInterval->lower;
        row.liftUpper = cell.liftInterval->upper;
    }
    row.pValue = cell.pValue;
    row.adjustedPValue = cell.adjustedPValue;
    if (cell.posterior) {
        row.probabilityBetter = cell.posterior->probabilityBetter;
        row.expectedLoss = cell.posterior->expectedLoss;
    }
    row.power = cell.power;
    row.word = cell.word;
}

} // namespace

std::vector<SeriesRow> seriesRowsOf(const Report& report)
{
    std::vector<SeriesRow> rows;
    for (const ReportMetric& metric : report.planned.metrics) {
        for (std::size_t i = 0; i < metric.arms.size(); ++i) {
            const ReportArm& arm = metric.arms[i];
            SeriesRow& row = rows.emplace_back(SeriesRow{.time = report.time,
                                                         .metric = metric.name,
                                                         .variant = arm.variant,
                                                         .units = arm.units,
                                                         .converted = arm.converted,
                                                         .value = arm.value,
                                                         .sampleRatioPValue = report.balance.pValue,
                                                         .decision = report.planned.decision});
            if (i > 0 && i <= metric.cells.size())
                addComparison(row, metric.cells[i - 1]);
        }
    }
    return rows;
}

nlohmann::json toJson(const SeriesRow& row)
{
    return {{"time", toIso8601(row.time)},
            {"metric", row.metric},
            {"variant", row.variant},
            {"units", row.units},
            {"converted", row.converted},
            {"value", orNull(row.value)},
            {"estimate", orNull(row.estimate)},
            {"lower", orNull(row.lower)},
            {"upper", orNull(row.upper)},
            {"lift", orNull(row.lift)},
            {"lift_lower", orNull(row.liftLower)},
            {"lift_upper", orNull(row.liftUpper)},
            {"p_value", orNull(row.pValue)},
            {"adjusted_p_value", orNull(row.adjustedPValue)},
            {"probability_better", orNull(row.probabilityBetter)},
            {"expected_loss", orNull(row.expectedLoss)},
            {"power", orNull(row.power)},
            {"word", row.word ? nlohmann::json(toString(*row.word)) : nlohmann::json(nullptr)},
            {"sample_ratio_p_value", orNull(row.sampleRatioPValue)},
            {"decision", toString(row.decision)}};
}

Result<std::vector<SeriesRow>> seriesFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    std::vector<SeriesRow> rows;
    if (!json.is_array())
        return failInvalid({{"", "type", "the series is not a list"}});
    for (const nlohmann::json& element : json) {
        JsonReader fields(element, errors, "series[" + std::to_string(rows.size()) + "]");
        rows.push_back(
            {.time = fields.requiredTime("time"),
             .metric = fields.required<std::string>("metric"),
             .variant = fields.required<std::string>("variant"),
             .units = fields.required<std::int64_t>("units"),
             .converted = fields.optional<std::int64_t>("converted").value_or(0),
             .value = fields.optional<double>("value"),
             .estimate = fields.optional<double>("estimate"),
             .lower = fields.optional<double>("lower"),
             .upper = fields.optional<double>("upper"),
             .lift = fields.optional<double>("lift"),
             .liftLower = fields.optional<double>("lift_lower"),
             .liftUpper = fields.optional<double>("lift_upper"),
             .pValue = fields.optional<double>("p_value"),
             .adjustedPValue = fields.optional<double>("adjusted_p_value"),
             .probabilityBetter = fields.optional<double>("probability_better"),
             .expectedLoss = fields.optional<double>("expected_loss"),
             .power = fields.optional<double>("power"),
             .word = parseWord(fields.optional<std::string>("word").value_or("")),
             .sampleRatioPValue = fields.optional<double>("sample_ratio_p_value"),
             .decision = fields.parsed("decision", [](std::string_view text) { return parseDecision(text); })});
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return rows;
}

bool isSnapshotDue(Timestamp startedAt, std::optional<Timestamp> last, Timestamp now)
{
    if (now < startedAt)
        return false;
    if (!last)
        return true;
    const Duration step = now - startedAt < hours(72) ? Duration(hours(1)) : Duration(hours(24));
    // Steps are counted from the start, so that a late snapshot does not shift those after it.
    return (now - startedAt) / step > (*last - startedAt) / step;
}

} // namespace xp
