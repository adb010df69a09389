// SPDX-License-Identifier: Apache-2.0
#include "core/offline/unittally.h"

#include "core/domain/liveexperiment.h"
#include "core/files/importdesign.h"

#include <algorithm>
#include <numeric>

namespace xp {

namespace {

constexpr std::size_t kMostSegments = 20; ///< as a service tells them apart

template <typename T>
T& grown(std::vector<T>& list, std::size_t position)
{
    if (list.size() <= position)
        list.resize(position + 1);
    return list[position];
}

template <typename Cell>
void sortCells(std::vector<Cell>& cells)
{
    std::ranges::sort(cells, {}, [](const Cell& cell) {
        if constexpr (requires { cell.day; })
            return std::tuple(cell.epoch, cell.variant, cell.metric, cell.day);
        else
            return std::tuple(cell.epoch, cell.variant, cell.metric);
    });
}

} // namespace

UnitTally::UnitTally(std::vector<Metric> metrics, const ImportColumns& columns)
    : m_hasCovariate(columns.numbers().size() > metrics.size()), m_segments(columns.segments().size())
{
    m_counting.metrics = std::move(metrics);
    m_anyConversion = keepsAnyConversion(m_counting);
    m_moments.resize(m_counting.metrics.size());
}

void UnitTally::Bins::add(std::int32_t bin, const Moments& moments)
{
    (bin >= 0 ? grown(upward, static_cast<std::size_t>(bin)) : grown(downward, static_cast<std::size_t>(-bin - 1))) +=
        moments;
}

UnitTally::Arm& UnitTally::arm(std::int16_t variant)
{
    Arm& arm = grown(m_arms, static_cast<std::size_t>(variant));
    if (arm.bins.empty())
        arm.bins.resize(m_counting.metrics.size());
    return arm;
}

void UnitTally::add(const ImportRow& row, Timestamp exposedAt)
{
    const std::vector<Metric>& metrics = m_counting.metrics;
    importTotals(row.numbers, metrics, m_totals);
    ++m_units;
    Arm& arm = this->arm(row.variant);
    DaySums& day = arm.days[dayOf(exposedAt)];
    ++day.units;
    day.metrics.resize(metrics.size());
    if (m_hasCovariate)
        day.covariates.resize(metrics.size());
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        m_moments[i] = contributionOf(m_totals[i]);
        day.metrics[i] += m_moments[i];
        m_moments[i].units = 1;
        if (hasShape(metrics[i]))
            arm.bins[i].add(binOf(unitValue(metrics[i], m_totals[i])), m_moments[i]);
        if (m_hasCovariate)
            day.covariates[i] += covariateContributionOf(
                toMultiples(row.numbers.back(), metrics[i].resolution).value_or(0), m_totals[i]);
    }
    if (m_anyConversion)
        day.anyConversion += contributionOf(anyConversionOf(m_counting, m_totals));
    addSegments(row);
}

void UnitTally::addSegments(const ImportRow& row)
{
    for (std::size_t column = 0; column < m_segments.size(); ++column) {
        SegmentArm& sums = grown(grown(m_segments[column], row.labels[column]), static_cast<std::size_t>(row.variant));
        sums.resize(m_moments.size());
        for (std::size_t i = 0; i < m_moments.size(); ++i)
            sums[i] += m_moments[i];
    }
}

SufficientStatistics UnitTally::statistics(const std::vector<std::int16_t>& variantOfCode, Timestamp at) const
{
    return {.cells = cells(variantOfCode),
            .covariates = covariateCells(variantOfCode),
            .histograms = histograms(variantOfCode, at)};
}

std::vector<MomentCell> UnitTally::cells(const std::vector<std::int16_t>& variantOfCode) const
{
    std::vector<MomentCell> cells;
    for (std::size_t code = 0; code < m_arms.size(); ++code) {
        for (const auto& [day, sums] : m_arms[code].days) {
            const auto add = [&](std::int16_t metric, const Moments& moments) {
                if (!moments.isZero())
                    cells.push_back({.variant = variantOfCode[code], .metric = metric, .day = day, .moments = moments});
            };
            add(kUnitsOnly, {.units = sums.units});
            add(kAnyConversion, sums.anyConversion);
            for (std::size_t i = 0; i < sums.metrics.size(); ++i)
                add(static_cast<std::int16_t>(i), sums.metrics[i]);
        }
    }
    sortCells(cells);
    return cells;
}

std::vector<CovariateCell> UnitTally::covariateCells(const std::vector<std::int16_t>& variantOfCode) const
{
    std::vector<CovariateCell> cells;
    for (std::size_t code = 0; code < m_arms.size(); ++code) {
        for (const auto& [day, sums] : m_arms[code].days) {
            for (std::size_t i = 0; i < sums.covariates.size(); ++i)
                cells.push_back({.variant = variantOfCode[code],
                                 .metric = static_cast<std::int16_t>(i),
                                 .day = day,
                                 .moments = sums.covariates[i]});
        }
    }
    sortCells(cells);
    return cells;
}

Histograms UnitTally::histograms(const std::vector<std::int16_t>& variantOfCode, Timestamp at) const
{
    Histograms histograms{.asOf = at, .cells = {}};
    for (std::size_t code = 0; code < m_arms.size(); ++code) {
        const std::vector<Bins>& bins = m_arms[code].bins;
        for (std::size_t i = 0; i < bins.size(); ++i) {
            HistogramCell cell{.variant = variantOfCode[code], .metric = static_cast<std::int16_t>(i), .histogram = {}};
            const auto put = [&](std::int32_t bin, const Moments& moments) {
                if (moments.units > 0)
                    cell.histogram.bins.push_back({bin, moments});
            };
            for (std::size_t down = bins[i].downward.size(); down > 0; --down)
                put(-static_cast<std::int32_t>(down), bins[i].downward[down - 1]);
            for (std::size_t up = 0; up < bins[i].upward.size(); ++up)
                put(static_cast<std::int32_t>(up), bins[i].upward[up]);
            if (!cell.histogram.bins.empty())
                histograms.cells.push_back(std::move(cell));
        }
    }
    sortCells(histograms.cells);
    return histograms;
}

std::vector<SegmentStatistics> UnitTally::segments(const std::vector<std::string>& names, const ImportColumns& columns,
                                                   const std::vector<std::int16_t>& variantOfCode, Timestamp at) const
{
    std::vector<SegmentStatistics> all;
    for (std::size_t column = 0; column < m_segments.size(); ++column) {
        const auto& byLabel = m_segments[column];
        const std::vector<std::string>& labels = columns.segments()[column].labels();
        const auto unitsOf = [&](std::size_t label) {
            std::int64_t units = 0;
            for (const SegmentArm& arm : byLabel[label])
                units += arm.empty() ? 0 : arm.front().units;
            return units;
        };
        std::vector<std::size_t> order(byLabel.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t label) { return std::pair(-unitsOf(label), labels[label]); });
        SegmentStatistics statistics{.attribute = names[column], .asOf = at, .segments = {}};
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i >= kMostSegments) {
                statistics.unitsOfOthers += unitsOf(order[i]);
                continue;
            }
            Segment segment{labels[order[i]], {}};
            const auto& arms = byLabel[order[i]];
            for (std::size_t code = 0; code < arms.size(); ++code) {
                for (std::size_t metric = 0; metric < arms[code].size(); ++metric)
                    segment.cells.push_back({.variant = variantOfCode[code],
                                             .metric = static_cast<std::int16_t>(metric),
                                             .moments = arms[code][metric]});
            }
            sortCells(segment.cells);
            statistics.segments.push_back(std::move(segment));
        }
        all.push_back(std::move(statistics));
    }
    return all;
}

} // namespace xp
