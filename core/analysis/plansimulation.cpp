// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/plansimulation.h"

#include "core/analysis/adjustment.h"
#include "core/analysis/shape.h"
#include "core/analysis/simulatedarm.h"
#include "core/domain/fieldreader.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr std::int32_t kFirstDay = 20'000; // 2024-10-04; any day would do
constexpr double kMostCells = 2e7;         ///< cells of reports
constexpr double kLargestSpread = 100;     ///< deviation over mean

Timestamp startOf(std::int32_t day)
{
    return Timestamp(std::chrono::sys_days(std::chrono::days(day)));
}

int windowDays(const Experiment& experiment)
{
    int days = 0;
    for (const Metric& metric : experiment.metrics) {
        if (const auto window = watchedFor(metric))
            days = std::max(days, static_cast<int>(std::chrono::ceil<std::chrono::days>(*window).count()));
    }
    return days;
}

/// The day by which the plan's size or duration is reached, windows included.
double lastDay(const PlanSimulationSetup& setup)
{
    double days = setup.plan.durationDays.value_or(1'000'000'000);
    if (setup.plan.unitsPerVariant) {
        const double smallest = std::ranges::min(setup.experiment.variants, {}, &Variant::allocation).allocation;
        const double needed =
            std::ceil(static_cast<double>(*setup.plan.unitsPerVariant) / (setup.unitsPerDay * smallest)) +
            windowDays(setup.experiment);
        days = std::min(days, needed);
    }
    return std::max(days, 1.0);
}

std::vector<FieldError> problemsOf(const PlanSimulationSetup& setup)
{
    std::vector<FieldError> errors;
    const auto add = [&errors](const char* field, std::string message) {
        errors.push_back({field, "range", std::move(message)});
    };
    if (!setup.plan.unitsPerVariant && !setup.plan.durationDays)
        add("plan.units_per_variant", "plan.units_per_variant or plan.duration_days is needed: a plan that has no end "
                                      "cannot be run to it");
    if (std::ranges::none_of(setup.plan.metrics, [](const PlannedMetric& m) { return m.role == MetricRole::Primary; }))
        add("metrics", "a metric with the role primary is needed: without one nothing can be decided");
    if (!errors.empty())
        return errors;
    const double days = lastDay(setup);
    if (days > PlanSimulation::kMostDays) {
        add("units_per_day", "the plan would take " + shown(days) + " days; at most " +
                                 std::to_string(PlanSimulation::kMostDays) + " can be simulated");
        return errors;
    }
    const auto tables = std::ranges::count_if(setup.metrics, [](const SimulatedMetric& m) { return !!m.table; });
    const double draws = 2.0 * setup.runs * days * setup.unitsPerDay * static_cast<double>(tables);
    if (draws > PlanSimulation::kMostDraws)
        add("runs", "the simulation would draw " + shown(draws) + " unit values; at most " +
                        shown(PlanSimulation::kMostDraws) + ": fewer runs or units");
    const double cells = 2.0 * setup.runs * std::ceil(days / setup.lookEveryDays) *
                         static_cast<double>(setup.experiment.metrics.size() * setup.experiment.variants.size());
    if (cells > kMostCells)
        add("runs", "the simulation would compute " + shown(cells) + " cells of reports; at most " + shown(kMostCells) +
                        ": fewer runs, metrics or days, or look_every_days above " +
                        std::to_string(setup.lookEveryDays));
    return errors;
}

bool endsIt(Decision decision)
{
    return decision != Decision::TooEarly && decision != Decision::Continue;
}

} // namespace

struct PlanSimulation::Parts
{
    explicit Parts(PlanSimulationSetup given);

    void build();
    void run(bool withEffect, SimulatedTruth& truth);
    /// Day `day` (from 0) of the present run: its units come.
    void addDay(int day);
    /// Notes what the report says; whether it ends the experiment.
    bool look(int day, SimulatedTruth& truth);
    std::int64_t unitsUpTo(std::size_t variant, int day) const;

    PlanSimulationSetup setup;
    int days = 1;
    int done = 0;
    bool isDaily = false; ///< a metric with a window matures by exposure day
    bool hasShapes = false;
    std::mt19937_64 random;
    SimulatedTruth nothing;
    SimulatedTruth effect;
    std::array<std::vector<SimulatedArm>, 2> worlds; ///< without and with an effect: arms by variant and metric
    std::vector<SimulatedArm>* arms = nullptr;       ///< of the present run
    SufficientStatistics data;
    ReportHistory history;
    bool called = false;
    bool harmful = false;
};

PlanSimulation::Parts::Parts(PlanSimulationSetup given) : setup(std::move(given)), random(setup.seed)
{
    Experiment& experiment = setup.experiment;
    experiment.id = "simulated";
    experiment.status = Status::Running;
    experiment.startedAt = startOf(kFirstDay);
    Epoch epoch{.number = 1, .startedAt = *experiment.startedAt, .allocations = {}};
    for (const Variant& variant : experiment.variants)
        epoch.allocations.push_back(variant.allocation);
    experiment.epochs = {std::move(epoch)};
    days = static_cast<int>(lastDay(setup));
    isDaily = windowDays(experiment) > 0;
    hasShapes = std::ranges::any_of(setup.metrics, [](const SimulatedMetric& m) { return !!m.table; });
}

/// Copies of an arm share their table, so a metric has two of them, however many arms there are.
void PlanSimulation::Parts::build()
{
    const std::size_t variants = setup.experiment.variants.size();
    for (int world = 0; world < 2; ++world) {
        std::vector<SimulatedArm> control;
        std::vector<SimulatedArm> treated;
        for (std::size_t m = 0; m < setup.metrics.size(); ++m) {
            const SimulatedMetric& values = setup.metrics[m];
            const Metric& metric = setup.experiment.metrics[m];
            control.push_back(world == 1 ? worlds[0][m] : SimulatedArm(metric, values, 1, setup.plan.cuped));
            treated.push_back(world == 0 ? control.back()
                                         : SimulatedArm(metric, values, 1 + values.effect, setup.plan.cuped));
        }
        for (std::size_t variant = 0; variant < variants; ++variant) {
            const auto& from = variant == 0 ? control : treated;
            worlds[static_cast<std::size_t>(world)].insert(worlds[static_cast<std::size_t>(world)].end(), from.begin(),
                                                           from.end());
        }
    }
}

std::int64_t PlanSimulation::Parts::unitsUpTo(std::size_t variant, int day) const
{
    return std::llround(setup.unitsPerDay * setup.experiment.variants[variant].allocation * day);
}

void PlanSimulation::Parts::addDay(int day)
{
    const std::int32_t exposed = kFirstDay + (isDaily ? day : 0);
    const auto cellOf = [this, exposed](std::size_t variant, std::int16_t metric) -> Moments& {
        const auto v = static_cast<std::int16_t>(variant);
        const auto it = std::ranges::find_if(data.cells, [&](const MomentCell& cell) {
            return cell.variant == v && cell.metric == metric && cell.day == exposed;
        });
        return it != data.cells.end() ? it->moments : data.cells.emplace_back(1, v, metric, exposed).moments;
    };
    const auto historyOf = [this, exposed](std::size_t variant, std::int16_t metric) -> CovariateMoments& {
        const auto v = static_cast<std::int16_t>(variant);
        const auto it = std::ranges::find_if(data.covariates, [&](const CovariateCell& cell) {
            return cell.variant == v && cell.metric == metric && cell.day == exposed;
        });
        return it != data.covariates.end() ? it->moments : data.covariates.emplace_back(1, v, metric, exposed).moments;
    };
    for (std::size_t variant = 0; variant < setup.experiment.variants.size(); ++variant) {
        const std::int64_t units = unitsUpTo(variant, day + 1) - unitsUpTo(variant, day);
        cellOf(variant, kUnitsOnly).units += units;
        for (std::size_t m = 0; m < setup.metrics.size(); ++m) {
            SimulatedArm& arm = (*arms)[variant * setup.metrics.size() + m];
            const SimulatedArm::Drawn drawn = arm.draw(random, units);
            cellOf(variant, static_cast<std::int16_t>(m)) += drawn.moments;
            if (setup.plan.cuped)
                historyOf(variant, static_cast<std::int16_t>(m)) += drawn.history;
        }
    }
}

bool PlanSimulation::Parts::look(int day, SimulatedTruth& truth)
{
    const Timestamp now = startOf(kFirstDay + day + 1);
    if (hasShapes) {
        data.histograms = Histograms{.asOf = now, .cells = {}};
        for (std::size_t i = 0; i < arms->size(); ++i) {
            const auto m = static_cast<std::int16_t>(i % setup.metrics.size());
            if (setup.metrics[i % setup.metrics.size()].table)
                data.histograms->cells.push_back(
                    {1, static_cast<std::int16_t>(i / setup.metrics.size()), m, (*arms)[i].histogram()});
        }
    }
    Report report = computeReport({.experiment = setup.experiment,
                                   .data = data,
                                   .frozen = setup.plan,
                                   .present = setup.plan,
                                   .history = history,
                                   .now = now,
                                   .request = {.briefly = true},
                                   .facts = {.shareInSeveralVariants = 0.0}});
    for (const ReportMetric& metric : report.planned.metrics) {
        if (metric.role != MetricRole::Primary)
            continue;
        for (const ReportCell& cell : metric.cells) {
            harmful = harmful || cell.word == Word::Worse;
            called = called || cell.word == Word::Worse || cell.word == Word::Better;
        }
    }
    history = std::move(report.history);
    const bool isLast = day + 1 == days;
    if (!endsIt(report.planned.decision) && !isLast)
        return false;
    ++truth.decisions[report.planned.decision];
    ++truth.stops[day + 1];
    truth.called += called;
    truth.harmful += harmful;
    for (std::size_t variant = 0; variant < setup.experiment.variants.size(); ++variant)
        truth.units += static_cast<double>(unitsUpTo(variant, day + 1));
    return true;
}

void PlanSimulation::Parts::run(bool withEffect, SimulatedTruth& truth)
{
    data = {};
    history = {};
    called = harmful = false;
    arms = &worlds[withEffect ? 1 : 0];
    for (SimulatedArm& arm : *arms)
        arm.clear();
    for (int day = 0; day < days; ++day) {
        addDay(day);
        const bool isLook = (day + 1) % setup.lookEveryDays == 0 || day + 1 == days;
        if (isLook && look(day, truth))
            return;
    }
}

Result<PlanSimulation> PlanSimulation::make(PlanSimulationSetup setup)
{
    if (auto errors = problemsOf(setup); !errors.empty())
        return failInvalid(std::move(errors));
    return PlanSimulation(std::make_unique<Parts>(std::move(setup)));
}

PlanSimulation::PlanSimulation(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PlanSimulation::PlanSimulation(PlanSimulation&&) noexcept = default;
PlanSimulation& PlanSimulation::operator=(PlanSimulation&&) noexcept = default;
PlanSimulation::~PlanSimulation() = default;

const PlanSimulationSetup& PlanSimulation::setup() const
{
    return m_parts->setup;
}
int PlanSimulation::days() const
{
    return m_parts->days;
}
int PlanSimulation::done() const
{
    return m_parts->done;
}
int PlanSimulation::total() const
{
    return 2 * m_parts->setup.runs;
}
const SimulatedTruth& PlanSimulation::nothing() const
{
    return m_parts->nothing;
}
const SimulatedTruth& PlanSimulation::effect() const
{
    return m_parts->effect;
}

void PlanSimulation::advance()
{
    if (m_parts->worlds[0].empty())
        m_parts->build();
    const bool withEffect = m_parts->done % 2 == 1;
    m_parts->run(withEffect, withEffect ? m_parts->effect : m_parts->nothing);
    ++m_parts->done;
}

std::optional<SimulatedMetric> guessedMetric(MetricKind kind, double baseline, double deviation)
{
    SimulatedMetric metric{.baseline = baseline};
    if (isRate(kind))
        return baseline > 0 && baseline < 1 ? std::optional(std::move(metric)) : std::nullopt;
    if (!(baseline > 0) || !(deviation > 0) || !(deviation <= kLargestSpread * baseline))
        return std::nullopt;
    metric.table = kind == MetricKind::Count ? ValueTable::counts(baseline, deviation)
                                             : ValueTable::gamma(kSimulatedMean, kSimulatedMean * deviation / baseline);
    return metric;
}

std::optional<SimulatedMetric> pastMetric(const Experiment& experiment, const SufficientStatistics& data,
                                          std::size_t position)
{
    const Metric& metric = experiment.metrics[position];
    const auto index = static_cast<std::int16_t>(position);
    Cohort cohort = selectCohort(experiment, data, index, std::nullopt, Timestamp::max());
    const Moments control = cohort.total(0);
    SimulatedMetric past;
    if (isRate(metric.kind)) {
        past.baseline =
            static_cast<double>(control.converted) / static_cast<double>(std::max<std::int64_t>(1, control.units));
        if (!(past.baseline > 0 && past.baseline < 1))
            return std::nullopt;
    } else if (data.histograms && (metric.kind == MetricKind::Sum || metric.kind == MetricKind::Count)) {
        const Histogram values = pooledHistogram(*data.histograms, index, 0);
        const auto inMultiples = ValueTable::of(values, metric, 1);
        if (!inMultiples || !(inMultiples->mean() > 0) || !(inMultiples->deviation() > 0))
            return std::nullopt;
        past.baseline = inMultiples->mean() * (countsEvents(metric) ? 1 : metric.resolution);
        past.table =
            countsEvents(metric) ? inMultiples : ValueTable::of(values, metric, kSimulatedMean / inMultiples->mean());
    } else {
        return std::nullopt;
    }
    addHistory(cohort, experiment, data, index, std::nullopt, Timestamp::max());
    CovariateMoments history;
    for (const EpochArms& epoch : cohort.epochs) {
        if (!epoch.history.empty())
            history += epoch.history[0];
    }
    past.correlation = historyCorrelation(history, metric).value_or(0);
    return past;
}

} // namespace xp
