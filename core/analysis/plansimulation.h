// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/valuetable.h"

#include <array>
#include <map>
#include <memory>

namespace xp {

/// How the units of one metric behave in a simulation.
struct SimulatedMetric
{
    double baseline = 0;             ///< rates: of the control, 0 < baseline < 1
    std::optional<ValueTable> table; ///< other kinds: the control's values
    double effect = 0;               ///< the true lift of every treatment, where there is one
    double correlation = 0;          ///< of a unit's value with its covariate, 0 to 1; used with CUPED only
};

/// A plan and a world to run it in. Units are split exactly by allocation and come at a constant rate; metrics are
/// independent of each other; a unit's value is known on the day of its exposure, or a whole window later.
struct PlanSimulationSetup
{
    Experiment experiment;                ///< variants (the first is the control) and metrics; the rest is filled in
    Plan plan;                            ///< with a size or a duration
    std::vector<SimulatedMetric> metrics; ///< by position in the experiment
    double unitsPerDay = 0;               ///< of all arms together, > 0
    int runs = 2000;                      ///< of each truth
    int lookEveryDays = 1;                ///< how often the report is looked at
    std::uint64_t seed = 1;
};

/// What simulated experiments of one truth came to.
struct SimulatedTruth
{
    std::map<Decision, std::int64_t> decisions; ///< at the stop
    std::int64_t called = 0;                    ///< runs that called a primary metric better or worse, at any report
    std::int64_t harmful = 0;                   ///< runs that called one worse
    std::map<std::int32_t, std::int64_t> stops; ///< runs by the day on which they stopped
    double units = 0;                           ///< exposed up to the stop, all arms, added up over runs
};

/// Runs a plan on simulated data, the report's own code deciding: every look is a report, and what it leaves is handed
/// to the next one. It stops at the first decision that ends an experiment, or at the plan's end. Run by run, so that
/// it can be watched and ended. The same setup gives the same numbers.
class PlanSimulation
{
public:
    static constexpr int kMostRuns = 10'000;
    static constexpr int kMostDays = 366;
    static constexpr double kMostDraws = 4e9; ///< unit values

    /// Invalid names the fields as POST /plans/simulate has them: no primary metric, neither size nor duration, a plan
    /// of more days or units than can be simulated.
    static Result<PlanSimulation> make(PlanSimulationSetup setup);
    PlanSimulation(PlanSimulation&&) noexcept;
    PlanSimulation& operator=(PlanSimulation&&) noexcept;
    ~PlanSimulation();

    const PlanSimulationSetup& setup() const;
    int days() const; ///< an experiment lasts at most
    int done() const; ///< runs, with and without an effect together
    int total() const;
    bool isOver() const { return done() >= total(); }
    /// One experiment; every other has no effect. Not once it is over.
    void advance();
    const SimulatedTruth& nothing() const; ///< of the runs without an effect so far
    const SimulatedTruth& effect() const;

private:
    struct Parts;
    explicit PlanSimulation(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// A metric of an experiment that has run, as its control was: the rate, or the values of the last histogram; with the
/// correlation that its history shows. Nothing without units, or of a kind that has neither (ratio, mean).
std::optional<SimulatedMetric> pastMetric(const Experiment& experiment, const SufficientStatistics& data,
                                          std::size_t metric);
/// One of which mean and standard deviation are guessed; a value's distribution is then gamma, of a count the negative
/// binomial's family. Nothing unless both are above 0, a rate below 1, and the deviation at most 100 times the mean.
std::optional<SimulatedMetric> guessedMetric(MetricKind kind, double baseline, double deviation);

} // namespace xp
