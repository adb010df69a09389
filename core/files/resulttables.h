// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/files/table.h"

#include <optional>

namespace xp {

// The tables in what the service answers, from its wire forms: the same for downloads and for the studio's exports.

/// The tables of a report. Where it was asked for in another way than planned, rows of both, marked in the first
/// column.
enum class ReportSheet {
    Comparisons, ///< one row for each metric and treatment
    Variants,    ///< one row for each metric and variant
    Reasons,     ///< the decision's
    Health,
    SecondOpinions, ///< one row for each metric, treatment and method
    Departures,     ///< from the plan
    ByAge,          ///< one row for each metric, treatment and day since exposure
};
std::string_view toString(ReportSheet table);
std::optional<ReportSheet> parseReportSheet(std::string_view text);
/// All of their names, as in `comparisons, variants`, for messages.
std::string_view reportSheetNames();

Table reportTable(ReportSheet which, const nlohmann::json& report);
/// One row for each metric and variant, those of treatments with their comparison to the control.
Table statsTable(const nlohmann::json& stats);
Table seriesTable(const nlohmann::json& rows);
/// The exact sums, a row for each epoch, day, variant and metric; sums of values are in multiples of the resolution.
Table momentsTable(const Evidence& evidence);
/// The last histograms, a row for each epoch, variant, metric and bin; edges (`from` included, `to` not) and sums are
/// in multiples of the resolution. Empty before the first pass over the units.
Table histogramsTable(const Evidence& evidence);
Table experimentsTable(const nlohmann::json& experiments);
Table auditTable(const nlohmann::json& entries);
Table notesTable(const nlohmann::json& notes);
Table eventsTable(const nlohmann::json& events);
Table keysTable(const nlohmann::json& keys);

} // namespace xp
