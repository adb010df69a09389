// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/celltest.h"
#include "tests/simulation/armdata.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace xp::simulation {

namespace {

constexpr double kLift = 0.2;
constexpr int kDays = 14;
constexpr int kLooks = 24 * kDays;
constexpr std::int64_t kGate = 25; ///< units with and without an event in each arm before anything is said

/// Conversions of one arm by hour, as they are known hour after hour.
struct Watched
{
    std::array<std::int64_t, kLooks> units{};     ///< analysed up to the end of the hour
    std::array<std::int64_t, kLooks> converted{}; ///< of those, known to have converted
};

struct Traffic
{
    double rate = 0;
    std::int64_t controlPerHour = 0;
    std::int64_t treatmentPerHour = 0;
    double meanDelayHours = 0; ///< from exposure to conversion, exponential; 0: at once
    int windowHours = 0;       ///< only units exposed that long ago, and what they did within it; 0: all at once
};

Watched watch(Engine& engine, const Traffic& traffic, std::int64_t perHour, double rate)
{
    std::binomial_distribution<std::int64_t> converters(perHour, rate);
    std::exponential_distribution<double> delay(traffic.meanDelayHours > 0 ? 1 / traffic.meanDelayHours : 1);
    std::array<std::int64_t, kLooks> arrivals{};
    std::array<std::int64_t, kLooks> events{};
    for (int hour = 0; hour < kLooks; ++hour) {
        const int known = hour + traffic.windowHours;
        if (known < kLooks)
            arrivals[static_cast<std::size_t>(known)] += perHour;
        const std::int64_t n = converters(engine);
        for (std::int64_t i = 0; i < n; ++i) {
            const double after = traffic.meanDelayHours > 0 ? delay(engine) : 0;
            if (traffic.windowHours > 0 && after >= traffic.windowHours)
                continue;
            const double at = traffic.windowHours > 0 ? known : hour + std::floor(after);
            if (at < kLooks)
                ++events[static_cast<std::size_t>(at)];
        }
    }
    Watched watched;
    std::int64_t units = 0;
    std::int64_t converted = 0;
    for (std::size_t look = 0; look < kLooks; ++look) {
        watched.units[look] = units += arrivals[look];
        watched.converted[look] = converted += events[look];
    }
    return watched;
}

std::optional<LookNumbers> numbersAt(const Watched& control, const Watched& treatment, std::size_t look)
{
    const auto open = [&](const Watched& arm) {
        return arm.converted[look] >= kGate && arm.units[look] - arm.converted[look] >= kGate;
    };
    if (!open(control) || !open(treatment))
        return std::nullopt;
    const Strata strata{.used = {{.weight = 1,
                                  .control = rateMoments(control.units[look], control.converted[look]),
                                  .treatment = rateMoments(treatment.units[look], treatment.converted[look])}}};
    return lookNumbersOf(Contrast(strata, conversionMetric()), Timestamp{});
}

/// What is true of an effect at a look: values that still grow have a truth that grows with them.
struct Truth
{
    double difference = 0;
    double lift = 0;
};

Truth truthAt(const Traffic& traffic, std::size_t look)
{
    double share = 1;
    if (traffic.windowHours > 0) {
        share = traffic.meanDelayHours > 0 ? 1 - std::exp(-traffic.windowHours / traffic.meanDelayHours) : 1;
    } else if (traffic.meanDelayHours > 0) {
        // Of units that come evenly, those of hour h have had look - h + 1 whole hours.
        share = 0;
        for (std::size_t hour = 0; hour <= look; ++hour)
            share += 1 - std::exp(-static_cast<double>(look - hour + 1) / traffic.meanDelayHours);
        share /= static_cast<double>(look + 1);
    }
    return {traffic.rate * kLift * share, kLift};
}

Counts watchAlwaysValid(const Traffic& traffic, Engine& engine, std::int64_t runs)
{
    constexpr double kSide = 0.025;
    const SequenceRule rule(
        Sequence(0.05, static_cast<double>(traffic.controlPerHour + traffic.treatmentPerHour) * kLooks));
    std::vector<Truth> truths;
    for (std::size_t look = 0; look < kLooks; ++look)
        truths.push_back(truthAt(traffic, look));
    const auto exceeds = [&](const LookNumbers& numbers, std::size_t look, double statistic) {
        return std::abs(statistic) > rule.critical(look, numbers.units, kSide);
    };
    Counts counts;
    for (std::int64_t run = 0; run < runs; ++run) {
        const Watched control = watch(engine, traffic, traffic.controlPerHour, traffic.rate);
        const Watched same = watch(engine, traffic, traffic.treatmentPerHour, traffic.rate);
        const Watched better = watch(engine, traffic, traffic.treatmentPerHour, traffic.rate * (1 + kLift));
        bool wrong = false;
        bool missed = false;
        bool missedLift = false;
        for (std::size_t look = 0; look < kLooks; ++look) {
            if (const auto n = numbersAt(control, same, look))
                wrong = wrong || exceeds(*n, look, n->statisticAtDifference(0));
            if (const auto n = numbersAt(control, better, look)) {
                missed = missed || exceeds(*n, look, n->statisticAtDifference(truths[look].difference));
                missedLift = missedLift || exceeds(*n, look, n->statisticAtLift(truths[look].lift));
            }
        }
        counts += {1, wrong, missed, missedLift, 1, 1};
    }
    return counts;
}

/// The fixed test at the end, of matured units.
Counts watchOnce(const Traffic& traffic, Engine& engine, std::int64_t runs)
{
    const Truth truth = truthAt(traffic, kLooks - 1);
    const auto contrast = [&](const Watched& control, const Watched& treatment) {
        const Strata strata{.used = {{.weight = 1,
                                      .control = rateMoments(control.units.back(), control.converted.back()),
                                      .treatment = rateMoments(treatment.units.back(), treatment.converted.back())}}};
        return Contrast(strata, conversionMetric());
    };
    Counts counts;
    for (std::int64_t run = 0; run < runs; ++run) {
        const Watched control = watch(engine, traffic, traffic.controlPerHour, traffic.rate);
        const Contrast nothing = contrast(control, watch(engine, traffic, traffic.treatmentPerHour, traffic.rate));
        const Contrast effect =
            contrast(control, watch(engine, traffic, traffic.treatmentPerHour, traffic.rate * (1 + kLift)));
        count(counts, {nothing, effect, truth.difference, truth.lift});
    }
    return counts;
}

/// How often a rule that is not protected calls something at any of `looks` even looks.
Counts watchUnprotected(bool bayesian, int looks, Engine& engine, std::int64_t runs)
{
    constexpr Traffic kTraffic{.rate = 0.1, .controlPerHour = 30, .treatmentPerHour = 30};
    Counts counts;
    for (std::int64_t run = 0; run < runs; ++run) {
        const Watched control = watch(engine, kTraffic, 30, kTraffic.rate);
        const Watched same = watch(engine, kTraffic, 30, kTraffic.rate);
        bool wrong = false;
        for (int i = 1; i <= looks && !wrong; ++i) {
            const auto look = static_cast<std::size_t>(kLooks * i / looks - 1);
            const Strata strata{.used = {{.weight = 1,
                                          .control = rateMoments(control.units[look], control.converted[look]),
                                          .treatment = rateMoments(same.units[look], same.converted[look])}}};
            const Contrast contrast(strata, conversionMetric());
            const auto p = bayesian ? BayesianCellTest(contrast, 0, 0.1).pValue() : contrast.pValue();
            wrong = p && *p < 0.05;
        }
        counts += {1, wrong, 0, 0, 0, 0};
    }
    return counts;
}

Cell alwaysValid(const char* group, std::string name, const Traffic& traffic)
{
    return {group, std::move(name), Promise::Sequential,
            [traffic](Engine& engine, std::int64_t runs) { return watchAlwaysValid(traffic, engine, runs); }};
}

Cell unprotected(const char* name, bool bayesian, int looks)
{
    return {"not protected against peeking", name, Promise::None,
            [=](Engine& engine, std::int64_t runs) { return watchUnprotected(bayesian, looks, engine, runs); }};
}

} // namespace

std::vector<Cell> peekingCells()
{
    const char* peeking = "always valid, 24 looks a day for 14 days";
    const char* growing = "always valid, 24 looks a day, values still growing";
    const char* windowed = "always valid, 24 looks a day, matured units";
    std::vector<Cell> cells{
        alwaysValid(peeking, "rate 0.1 %, 50/50", {.rate = 0.001, .controlPerHour = 2000, .treatmentPerHour = 2000}),
        alwaysValid(peeking, "rate 1 %, 50/50", {.rate = 0.01, .controlPerHour = 200, .treatmentPerHour = 200}),
        alwaysValid(peeking, "rate 5 %, 50/50", {.rate = 0.05, .controlPerHour = 50, .treatmentPerHour = 50}),
        alwaysValid(peeking, "rate 5 %, 95/5", {.rate = 0.05, .controlPerHour = 380, .treatmentPerHour = 20}),
        alwaysValid(peeking, "rate 20 %, 50/50", {.rate = 0.2, .controlPerHour = 20, .treatmentPerHour = 20}),
        alwaysValid(peeking, "rate 20 %, 95/5", {.rate = 0.2, .controlPerHour = 190, .treatmentPerHour = 10}),
        alwaysValid(peeking, "rate 50 %, 50/50", {.rate = 0.5, .controlPerHour = 10, .treatmentPerHour = 10}),
        alwaysValid(growing, "rate 5 %, mean delay of a day",
                    {.rate = 0.05, .controlPerHour = 50, .treatmentPerHour = 50, .meanDelayHours = 24}),
        alwaysValid(growing, "rate 20 %, mean delay of 5 days",
                    {.rate = 0.2, .controlPerHour = 20, .treatmentPerHour = 20, .meanDelayHours = 120}),
        alwaysValid(growing, "rate 20 %, 95/5, mean delay of 5 days",
                    {.rate = 0.2, .controlPerHour = 190, .treatmentPerHour = 10, .meanDelayHours = 120}),
        alwaysValid(
            windowed, "rate 20 %, window of 3 days",
            {.rate = 0.2, .controlPerHour = 20, .treatmentPerHour = 20, .meanDelayHours = 48, .windowHours = 72}),
        alwaysValid(
            windowed, "rate 5 %, window of a day",
            {.rate = 0.05, .controlPerHour = 50, .treatmentPerHour = 50, .meanDelayHours = 12, .windowHours = 24}),
    };
    for (const auto& [name, traffic] :
         {std::pair{
              "rate 20 %, window of 3 days",
              Traffic{
                  .rate = 0.2, .controlPerHour = 20, .treatmentPerHour = 20, .meanDelayHours = 48, .windowHours = 72}},
          std::pair{"rate 5 %, 95/5, window of a day", Traffic{.rate = 0.05,
                                                       .controlPerHour = 570,
                                                       .treatmentPerHour = 30,
                                                       .meanDelayHours = 12,
                                                       .windowHours = 24}},
          std::pair{"rate 20 %, values still growing",
                    Traffic{.rate = 0.2, .controlPerHour = 20, .treatmentPerHour = 20, .meanDelayHours = 120}}}) {
        cells.push_back(
            {"conversion, one look after 14 days", name, Promise::Fixed,
             [traffic = traffic](Engine& engine, std::int64_t runs) { return watchOnce(traffic, engine, runs); }});
    }
    cells.push_back(unprotected("fixed test, 1 look", false, 1));
    cells.push_back(unprotected("fixed test, 21 looks", false, 21));
    cells.push_back(unprotected("Bayesian rule (prior N(0, 0.1^2) on the lift), 1 look", true, 1));
    cells.push_back(unprotected("Bayesian rule, 21 looks", true, 21));
    cells.push_back(unprotected("Bayesian rule, 336 looks", true, kLooks));
    return cells;
}

} // namespace xp::simulation
