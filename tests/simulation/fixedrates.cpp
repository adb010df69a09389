// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/armdata.h"

namespace xp::simulation {

namespace {

constexpr double kLift = 0.1;

/// Units of control and treatment, and the control's rate, in one epoch.
struct RateEpoch
{
    std::int64_t control;
    std::int64_t treatment;
    double rate;
};

/// One look at all epochs, which have a truth of their own each; the lift is the same in all.
class RateExperiment
{
public:
    explicit RateExperiment(std::vector<RateEpoch> epochs) : m_epochs(std::move(epochs))
    {
        double all = 0;
        for (const RateEpoch& epoch : m_epochs)
            all += static_cast<double>(epoch.control + epoch.treatment);
        for (const RateEpoch& epoch : m_epochs)
            m_rate += static_cast<double>(epoch.control + epoch.treatment) / all * epoch.rate;
    }

    Counts simulate(Engine& engine, std::int64_t runs) const
    {
        Counts counts;
        for (std::int64_t run = 0; run < runs; ++run) {
            const Contrast nothing(draw(engine, 0), conversionMetric());
            const Contrast effect(draw(engine, kLift), conversionMetric());
            count(counts, {nothing, effect, m_rate * kLift, kLift});
        }
        return counts;
    }

private:
    Strata draw(Engine& engine, double lift) const
    {
        Strata strata;
        double all = 0;
        for (const RateEpoch& epoch : m_epochs) {
            std::binomial_distribution<std::int64_t> control(epoch.control, epoch.rate);
            std::binomial_distribution<std::int64_t> treatment(epoch.treatment, epoch.rate * (1 + lift));
            const auto units = static_cast<double>(epoch.control + epoch.treatment);
            all += units;
            strata.used.push_back({.weight = units,
                                   .control = rateMoments(epoch.control, control(engine)),
                                   .treatment = rateMoments(epoch.treatment, treatment(engine))});
        }
        for (Stratum& stratum : strata.used)
            stratum.weight /= all;
        return strata;
    }

    std::vector<RateEpoch> m_epochs;
    double m_rate = 0; ///< of the control, over all epochs
};

Cell cellOf(std::string group, std::string name, std::vector<RateEpoch> epochs)
{
    return {std::move(group), std::move(name), Promise::Fixed,
            [experiment = RateExperiment(std::move(epochs))](Engine& engine, std::int64_t runs) {
                return experiment.simulate(engine, runs);
            }};
}

} // namespace

std::vector<Cell> fixedRateCells()
{
    struct Rate
    {
        const char* name;
        double rate;
        std::int64_t units; ///< in the smaller arm: one hundred conversions or more
    };
    constexpr std::array kRates{Rate{"0.1 %", 0.001, 100'000}, Rate{"1 %", 0.01, 10'000}, Rate{"5 %", 0.05, 4'000},
                                Rate{"20 %", 0.2, 2'000}, Rate{"50 %", 0.5, 1'000}};
    std::vector<Cell> cells;
    for (const Rate& r : kRates) {
        const std::string rate = std::string("rate ") + r.name;
        cells.push_back(cellOf("conversion, one look", rate + ", 50/50", {{r.units, r.units, r.rate}}));
        cells.push_back(cellOf("conversion, one look", rate + ", 95/5", {{19 * r.units, r.units, r.rate}}));
        cells.push_back(
            cellOf("conversion, ramp 90/10 then 50/50, base rate doubled", rate,
                   {{9 * r.units, r.units, r.rate}, {r.units * 2, r.units * 2, std::min(0.8, 2 * r.rate)}}));
    }
    return cells;
}

} // namespace xp::simulation
