// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/looknumbers.h"

#include <vector>

namespace xp {

/// The one look of a fixed plan, as it was: enough to compute it again exactly.
struct PlannedLook
{
    Timestamp time{};
    std::vector<Stratum> strata;

    bool operator==(const PlannedLook&) const = default;
};

/// What earlier looks saw of one treatment on one metric.
struct CellHistory
{
    std::string metric;
    std::string treatment;
    std::vector<NumberedLook> looks;      ///< at planned looks, by their position in ReportHistory::rates
    std::optional<PlannedLook> planned;   ///< fixed plans: later data come after the verdict and cannot change it
    std::optional<LookNumbers> strongest; ///< of all reports, the one with the smallest always-valid p-value
    std::optional<Timestamp> crossedAt;   ///< when the plan's rule first called it

    bool operator==(const CellHistory&) const = default;
};

/// What a report must know of earlier ones: looks that were taken have spent their part of the level, and what an
/// always-valid test has excluded stays excluded.
struct ReportHistory
{
    std::vector<double> rates; ///< shares of the planned size at the planned looks taken
    std::vector<CellHistory> cells;

    bool operator==(const ReportHistory&) const = default;
    const CellHistory* find(std::string_view metric, std::string_view treatment) const;
};

nlohmann::json toJson(const ReportHistory& history);
/// Reads what toJson wrote; std::nullopt for anything else.
std::optional<ReportHistory> reportHistoryFromJson(const nlohmann::json& json);

} // namespace xp
