// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/looknumbers.h"
#include "core/analysis/lookrule.h"
#include "tests/simulation/armdata.h"

#include <algorithm>
#include <cmath>

namespace xp::simulation {

namespace {

constexpr double kLift = 0.1;

struct Design
{
    SpendingKind spending = SpendingKind::OBrienFleming;
    double gamma = 1;
    int looks = 4;
    double rate = 0.1;
    std::int64_t control = 4000; ///< at the last look
    std::int64_t treatment = 4000;
    double moved = 0; ///< looks come up to this share of a step early or late
};

/// Shares of the planned size at the looks; the last is the planned end.
std::vector<double> scheduleOf(const Design& design, Engine& engine)
{
    std::uniform_real_distribution<double> shift(-design.moved, design.moved);
    std::vector<double> rates;
    for (int look = 1; look < design.looks; ++look)
        rates.push_back((look + (design.moved > 0 ? shift(engine) : 0.0)) / design.looks);
    rates.push_back(1);
    return rates;
}

/// One arm at each look.
std::vector<Moments> live(Engine& engine, const std::vector<double>& rates, std::int64_t units, double rate)
{
    std::vector<Moments> looks;
    std::int64_t n = 0;
    std::int64_t converted = 0;
    for (const double share : rates) {
        const auto until = static_cast<std::int64_t>(std::llround(share * static_cast<double>(units)));
        std::binomial_distribution<std::int64_t> more(until - n, rate);
        converted += more(engine);
        n = until;
        looks.push_back(rateMoments(n, converted));
    }
    return looks;
}

/// The first look decides whose bound is crossed; intervals are those of all looks together.
void runOnce(Counts& counts, const Design& design, const std::vector<double>& rates, const GroupSequentialRule& rule,
             Engine& engine)
{
    constexpr double kSide = 0.025;
    const auto control = live(engine, rates, design.control, design.rate);
    const auto same = live(engine, rates, design.treatment, design.rate);
    const auto better = live(engine, rates, design.treatment, design.rate * (1 + kLift));
    bool wrong = false;
    bool missed = false;
    bool missedLift = false;
    const auto numbers = [&](const Moments& c, const Moments& t) {
        return lookNumbersOf(Contrast({.used = {{.weight = 1, .control = c, .treatment = t}}}, conversionMetric()),
                             Timestamp{});
    };
    for (std::size_t look = 0; look < rates.size(); ++look) {
        if (const auto n = numbers(control[look], same[look]))
            wrong = wrong || std::abs(n->statisticAtDifference(0)) > rule.critical(look, n->units, kSide);
        if (const auto n = numbers(control[look], better[look])) {
            const double critical = rule.critical(look, n->units, kSide);
            missed = missed || std::abs(n->statisticAtDifference(design.rate * kLift)) > critical;
            missedLift = missedLift || std::abs(n->statisticAtLift(kLift)) > critical;
        }
    }
    counts += {1, wrong, missed, missedLift, 1, 1};
}

Cell cellOf(std::string name, const Design& design)
{
    return {design.moved > 0 ? "group-sequential, looks moved by up to 20 % of a step, bounds spent again"
                             : "group-sequential, looks as planned",
            std::move(name), Promise::Sequential, [design](Engine& engine, std::int64_t runs) {
                // Bounds take milliseconds: a schedule serves many runs.
                const std::int64_t perSchedule = design.moved > 0 ? 100 : runs;
                Counts counts;
                for (std::int64_t done = 0; done < runs; done += perSchedule) {
                    const std::vector<double> rates = scheduleOf(design, engine);
                    const GroupSequentialRule rule(rates, true, design.spending, design.gamma);
                    for (std::int64_t run = done; run < std::min(runs, done + perSchedule); ++run)
                        runOnce(counts, design, rates, rule, engine);
                }
                return counts;
            }};
}

} // namespace

std::vector<Cell> plannedCells()
{
    std::vector<Cell> cells;
    for (const double moved : {0.0, 0.2}) {
        cells.push_back(cellOf("O'Brien-Fleming, 4 looks, rate 10 %", {.moved = moved}));
        cells.push_back(cellOf("Pocock, 4 looks, rate 10 %", {.spending = SpendingKind::Pocock, .moved = moved}));
        cells.push_back(cellOf("Kim-DeMets 2, 8 looks, rate 10 %",
                               {.spending = SpendingKind::KimDeMets, .gamma = 2, .looks = 8, .moved = moved}));
        cells.push_back(cellOf("O'Brien-Fleming, 4 looks, rate 1 %",
                               {.rate = 0.01, .control = 40'000, .treatment = 40'000, .moved = moved}));
        cells.push_back(cellOf("O'Brien-Fleming, 20 looks, rate 50 %", {.looks = 20, .rate = 0.5, .moved = moved}));
        cells.push_back(cellOf("Pocock, 5 looks, 95/5, rate 20 %", {.spending = SpendingKind::Pocock,
                                                                    .looks = 5,
                                                                    .rate = 0.2,
                                                                    .control = 38'000,
                                                                    .treatment = 2'000,
                                                                    .moved = moved}));
    }
    return cells;
}

} // namespace xp::simulation
