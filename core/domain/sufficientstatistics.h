// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/covariatemoments.h"
#include "core/domain/histogram.h"
#include "core/domain/orderstatistics.h"
#include "core/domain/timestamp.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace xp {

/// One cell of what a report is made from: the writers' rows are already added up.
struct MomentCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0; ///< position in Experiment::variants
    std::int16_t metric = 0;  ///< position in Experiment::metrics, kAnyConversion or kUnitsOnly
    std::int32_t day = 0;     ///< UTC day of exposure, days since 1970-01-01
    Moments moments;

    bool operator==(const MomentCell&) const = default;
};

/// One cell of the covariate's sums; the writers' rows are added up.
struct CovariateCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0;
    std::int16_t metric = 0;
    std::int32_t day = 0;   ///< UTC day of exposure, days since 1970-01-01
    bool hasHistory = true; ///< of units that have a covariate; the others count as 0, in cells of their own
    CovariateMoments moments;

    bool operator==(const CovariateCell&) const = default;
};

/// How the unit values of one variant and metric are spread in one epoch, over the units that were matured at the
/// time of the pass that made it.
struct HistogramCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0;
    std::int16_t metric = 0; ///< not of conversions, whose moments say all
    Histogram histogram;

    bool operator==(const HistogramCell&) const = default;
};

/// The quantile of one variant under a metric of kind quantile in one epoch, over the units that were matured.
struct QuantileCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0;
    std::int16_t metric = 0;
    OrderStatistics statistics;

    bool operator==(const QuantileCell&) const = default;
};

/// What a pass over the units has found, and when it began.
struct Histograms
{
    Timestamp asOf{};
    std::vector<HistogramCell> cells;    ///< ordered by epoch, variant, metric
    std::vector<QuantileCell> quantiles; ///< likewise

    bool operator==(const Histograms&) const = default;
};

/// The units that have been exposed for a metric's whole window, of the one exposure day of which only some have been:
/// sums by day do not tell these apart. Each metric has its own day, by its window.
struct MaturedPart
{
    Timestamp asOf{};                      ///< when the last of them matured: the same units until the next one does
    std::vector<MomentCell> cells;         ///< of metrics with a window; `units` are filled in
    std::vector<CovariateCell> covariates; ///< of those of these units that have a history

    bool operator==(const MaturedPart&) const = default;
};

/// All that is kept of an experiment's data, however many units and events it has.
struct SufficientStatistics
{
    std::vector<MomentCell> cells;         ///< ordered by epoch, variant, metric, day
    std::vector<CovariateCell> covariates; ///< ordered by epoch, variant, metric, day, hasHistory
    std::optional<Histograms> histograms;  ///< refreshed off the write path, so older than the moments
    std::optional<MaturedPart> matured;    ///< where a metric has a window and there is such a day
};

} // namespace xp
