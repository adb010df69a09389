// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/error.h"

namespace xp {

/// One variant under one metric in the report of one moment: a flat row, for charts and tables.
struct SeriesRow
{
    Timestamp time{};
    std::string metric;
    std::string variant;
    std::int64_t units = 0;
    std::int64_t converted = 0;
    std::optional<double> value;
    // Against the control; nothing for the control itself.
    std::optional<double> estimate;
    std::optional<double> lower;
    std::optional<double> upper;
    std::optional<double> lift;
    std::optional<double> liftLower;
    std::optional<double> liftUpper;
    std::optional<double> pValue;
    std::optional<double> adjustedPValue;
    std::optional<double> probabilityBetter;
    std::optional<double> expectedLoss;
    std::optional<double> power;
    std::optional<Word> word;
    // Of the whole report.
    std::optional<double> sampleRatioPValue;
    Decision decision = Decision::Continue;
};

/// The rows of a report as planned, by metric and variant. Rows are kept as they were, never rewritten.
std::vector<SeriesRow> seriesRowsOf(const Report& report);
nlohmann::json toJson(const SeriesRow& row);
/// Reads a list of what toJson wrote.
Result<std::vector<SeriesRow>> seriesFromJson(const nlohmann::json& json);

/// Whether a new snapshot is due: every hour in the first three days, then every day.
bool isSnapshotDue(Timestamp startedAt, std::optional<Timestamp> last, Timestamp now);

} // namespace xp
