// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/breakdowns.h"
#include "core/domain/experiment.h"
#include "core/domain/sufficientstatistics.h"
#include "core/files/importcolumns.h"

#include <map>
#include <vector>

namespace xp {

/// Adds up units one by one, in memory that depends on the numbers of variants, metrics, days and segments alone. The
/// sums are those that a database would keep of an import, to the last bit.
class UnitTally
{
public:
    /// Of `columns` the numbers of segments and covariates count. Kinds, resolutions and roles of the metrics decide
    /// how values are counted.
    UnitTally(std::vector<Metric> metrics, const ImportColumns& columns);

    void add(const ImportRow& row, Timestamp exposedAt);

    /// `variantOfCode` takes variants from the order in the file to the experiment's; `at` dates the histograms.
    SufficientStatistics statistics(const std::vector<std::int16_t>& variantOfCode, Timestamp at) const;
    /// One for each segment column, its 20 largest segments told apart; `columns` knows the labels.
    std::vector<SegmentStatistics> segments(const std::vector<std::string>& names, const ImportColumns& columns,
                                            const std::vector<std::int16_t>& variantOfCode, Timestamp at) const;

    std::int64_t units() const { return m_units; }
    const std::vector<Metric>& metrics() const { return m_counting.metrics; }

private:
    /// Of units that were exposed on one day.
    struct DaySums
    {
        std::int64_t units = 0;
        std::vector<Moments> metrics;
        Moments anyConversion;
        std::vector<CovariateMoments> covariates; ///< by metric; none without a covariate
    };
    /// Moments by bin; positive and negative values grow from the middle.
    struct Bins
    {
        std::vector<Moments> upward;   ///< bins 0, 1, ...
        std::vector<Moments> downward; ///< bins -1, -2, ...
        void add(std::int32_t bin, const Moments& moments);
    };
    struct Arm
    {
        std::map<std::int32_t, DaySums> days;
        std::vector<Bins> bins; ///< by metric; empty for one without a shape
    };
    /// One label of a segment column in one arm.
    using SegmentArm = std::vector<Moments>; ///< by metric

    Arm& arm(std::int16_t variant);
    void addSegments(const ImportRow& row);
    std::vector<MomentCell> cells(const std::vector<std::int16_t>& variantOfCode) const;
    std::vector<CovariateCell> covariateCells(const std::vector<std::int16_t>& variantOfCode) const;
    Histograms histograms(const std::vector<std::int16_t>& variantOfCode, Timestamp at) const;

    Experiment m_counting; ///< the metrics alone, as far as they decide how values are counted
    bool m_anyConversion;
    bool m_hasCovariate;
    std::int64_t m_units = 0;
    std::vector<Arm> m_arms;                                      ///< by code
    std::vector<std::vector<std::vector<SegmentArm>>> m_segments; ///< by column, label, variant code
    std::vector<UnitTotals> m_totals;                             ///< of the present row
    std::vector<Moments> m_moments;                               ///< likewise, `units` is 1
};

} // namespace xp
