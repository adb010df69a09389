// SPDX-License-Identifier: Apache-2.0
#include "core/stats/relativeeffect.h"
#include "tests/simulation/armdata.h"

#include <cmath>
#include <memory>

namespace xp::simulation {

namespace {

constexpr double kLift = 0.1;

std::string rounded(double value)
{
    return std::to_string(static_cast<int>(std::lround(value)));
}

/// Skewed values: Welch over units, or (kind mean) the ratio of value to events by the delta method.
Cell valueCell(const char* group, const Metric& metric, std::shared_ptr<const ValueTable> table, std::int64_t control,
               std::int64_t treatment, double truth)
{
    return {group,
            "skewness " + rounded(table->skewness()) + ", " + (control == treatment ? "50/50" : "95/5") + ", " +
                std::to_string(treatment) + " treated",
            Promise::Fixed, [=](Engine& engine, std::int64_t runs) {
                const auto strata = [&](const Moments& arm, double factor) {
                    return Strata{
                        .used = {{.weight = 1, .control = arm, .treatment = table->draw(engine, treatment, factor)}}};
                };
                Counts counts;
                for (std::int64_t run = 0; run < runs; ++run) {
                    const Moments arm = table->draw(engine, control);
                    const Contrast nothing(strata(arm, 1), metric);
                    const Contrast effect(strata(arm, 1 + kLift), metric);
                    count(counts, {nothing, effect, truth * kLift, kLift});
                }
                return counts;
            }};
}

/// Values y = a x + noise, both skewed, the covariate x from before the exposure.
stats::CupedSample drawPair(Engine& engine, std::int64_t n, double shift)
{
    // Sums of exponentials: skewness 2 and 1.4, correlation 0.8.
    std::exponential_distribution<double> exponential(1);
    double y1 = 0, y2 = 0, x1 = 0, x2 = 0, xy = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const double x = exponential(engine);
        const double y = shift + x + 0.75 * exponential(engine);
        y1 += y;
        y2 += y * y;
        x1 += x;
        x2 += x * x;
        xy += x * y;
    }
    const auto units = static_cast<double>(n);
    const double d = units - 1;
    return {units,
            y1 / units,
            (y2 - y1 * y1 / units) / d,
            x1 / units,
            (x2 - x1 * x1 / units) / d,
            (xy - x1 * y1 / units) / d};
}

Cell cupedCell(std::int64_t control, std::int64_t treatment)
{
    return {
        "CUPED", std::to_string(control) + " and " + std::to_string(treatment) + " units", Promise::Fixed,
        [=](Engine& engine, std::int64_t runs) {
            constexpr double kMean = 1.75;
            Counts counts;
            for (std::int64_t run = 0; run < runs; ++run) {
                ++counts.runs;
                const auto nothing = stats::cuped(drawPair(engine, control, 0), drawPair(engine, treatment, 0), 0.95);
                counts.wrong += nothing && nothing->test.pValue < 0.05;
                const auto c = drawPair(engine, control, 0);
                const auto t = drawPair(engine, treatment, kLift * kMean);
                if (const auto effect = stats::cuped(c, t, 0.95)) {
                    ++counts.intervals;
                    counts.missed += effect->test.lower > kLift * kMean || effect->test.upper < kLift * kMean;
                }
                if (const auto relative = stats::relativeCuped(c, t, 0.95); relative && relative->interval.bounded) {
                    ++counts.liftIntervals;
                    counts.missedLift += relative->interval.lower > kLift || relative->interval.upper < kLift;
                }
            }
            return counts;
        }};
}

} // namespace

std::vector<Cell> fixedValueCells()
{
    const auto table = [](double share, double median, double spread, double cap = 1) {
        return std::make_shared<const ValueTable>(ValueTable::spend(share, median, spread, cap));
    };
    std::vector<Cell> cells;
    const std::array tables{table(1, 400, 0.5), table(0.3, 300, 0.6), table(0.1, 300, 0.8)};
    for (const auto& values : tables) {
        // As many units as the fixed test asks for before it stops to warn: 355 g^2.
        const double g = values->skewness();
        const auto units = static_cast<std::int64_t>(std::ceil(std::max(1000.0, 355 * g * g)));
        cells.push_back(valueCell("sum per unit, Welch", sumMetric(), values, units, units, values->mean()));
        cells.push_back(valueCell("sum per unit, Welch", sumMetric(), values, 19 * units, units, values->mean()));
    }
    // Skewness of 80 and more before the cap, which is the same for both arms; as many units as the gate asks for
    // before the report says anything: 100 g^2.
    for (const double spread : {1.5, 1.9}) {
        const auto capped = table(0.05, 200, spread, 0.999);
        const double g = capped->skewness();
        const auto units = static_cast<std::int64_t>(std::ceil(std::max(100.0, 100 * g * g)));
        const std::string before = rounded(table(0.05, 200, spread)->skewness());
        for (const std::int64_t control : {units, 19 * units}) {
            Cell cell = valueCell("sum per unit, capped at the 99.9th percentile", sumMetric(), capped, control, units,
                                  capped->mean());
            cell.name += ", skewness " + before + " uncapped";
            cells.push_back(std::move(cell));
        }
    }
    for (const double share : {0.2, 0.6}) {
        const auto values = table(share, 300, 0.6);
        for (const std::int64_t control : {4000, 76000})
            cells.push_back(valueCell("mean per event, ratio by the delta method", meanMetric(), values, control, 4000,
                                      values->mean() / share));
    }
    for (const auto& [control, treatment] : {std::pair{500, 500}, {2000, 2000}, {9500, 500}, {200, 200}})
        cells.push_back(cupedCell(control, treatment));
    return cells;
}

} // namespace xp::simulation
