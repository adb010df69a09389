// SPDX-License-Identifier: Apache-2.0
#include "core/engine/schedules.h"

#include "core/engine/auditing.h"
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/occasions.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// The next thing that the clock asks for.
struct Step
{
    enum class What { Start, Ramp, Stop } what = What::Start;
    Timestamp at{};
    std::size_t ramp = 0; ///< position of the step
};

std::optional<Step> nextStep(const Experiment& experiment, Timestamp now)
{
    const Schedule& schedule = experiment.schedule;
    const bool assigns = experiment.status == Status::Running || experiment.status == Status::Paused;
    if (experiment.status == Status::Draft && schedule.startAt && *schedule.startAt <= now)
        return Step{Step::What::Start, *schedule.startAt};
    if (!assigns)
        return std::nullopt;
    for (std::size_t i = 0; i < schedule.ramp.size(); ++i) {
        const RampStep& step = schedule.ramp[i];
        if (!step.takenAt && step.at <= now && !(schedule.stopAt && *schedule.stopAt <= step.at))
            return Step{Step::What::Ramp, step.at, i};
    }
    if (schedule.stopAt && *schedule.stopAt <= now)
        return Step{Step::What::Stop, *schedule.stopAt};
    return std::nullopt;
}

std::string reasonOf(const Step& step)
{
    return "scheduled for " + toIso8601(step.at);
}

Actor clockwork()
{
    return {.name = kScheduleActor, .role = Role::Editor, .environment = {}, .project = {}, .at = {}};
}

/// Marks the steps of the ramp that are due as taken, and lets in as many as the last of them says, were it more.
Result<Experiment> climb(Store& store, const Experiment& experiment, const Step& step, const Actor& actor)
{
    Experiment changed = experiment;
    RampStep& taken = changed.schedule.ramp[step.ramp];
    taken.takenAt = actor.time();
    changed.trafficAllocation = std::max(changed.trafficAllocation, taken.traffic);
    return storeChange(store, experiment, std::move(changed), reasonOf(step), actor);
}

/// The step as it is asked for by what is stored; another replica may have taken it.
Result<bool> take(Store& store, const std::string& id, Timestamp at)
{
    return store.transaction([&]() -> Result<bool> {
        const auto experiment = store.experiments().find(id);
        if (!experiment)
            return Failure(experiment.error());
        const auto step = nextStep(*experiment, at);
        if (!step)
            return false;
        const Actor actor = clockwork();
        const auto done =
            step->what == Step::What::Ramp
                ? climb(store, *experiment, *step, actor)
                : changeStatus(store, id, step->what == Step::What::Start ? Transition::Start : Transition::Stop,
                               reasonOf(*step), actor);
        return done.map([](const Experiment&) { return true; });
    });
}

std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

/// The least power of the treatments on the primary metrics; nothing while one is unknown.
std::optional<double> powerOf(const Report& report)
{
    std::optional<double> least;
    for (const ReportMetric& metric : report.planned.metrics) {
        if (metric.role != MetricRole::Primary)
            continue;
        for (const ReportCell& cell : metric.cells) {
            if (!cell.power)
                return std::nullopt;
            least = std::min(least.value_or(1), *cell.power);
        }
    }
    return least;
}

/// Whether what was judged is not what is stored any more, or is gone.
bool hasMovedOn(const Error& error)
{
    return error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound;
}

bool isFinal(Decision decision)
{
    return decision == Decision::StopForHarm || decision == Decision::Ship || decision == Decision::KeepControl ||
           decision == Decision::Inconclusive;
}

} // namespace

bool isDue(const Experiment& experiment, Timestamp at)
{
    return nextStep(experiment, at).has_value();
}

bool hasStopRules(const Experiment& experiment)
{
    return experiment.status == Status::Running && experiment.schedule.stopWhen != StopRules{};
}

Result<Experiment> followSchedule(Store& store, const std::string& id, Timestamp at)
{
    for (bool isMore = true; isMore;) {
        const auto taken = retryStale([&] { return take(store, id, at); });
        if (!taken)
            return Failure(taken.error());
        isMore = *taken;
    }
    return store.experiments().find(id);
}

std::optional<std::string> reasonToStop(const StopRules& rules, const Report& report)
{
    if (report.planned.decision == Decision::Invalid)
        return std::nullopt;
    if (rules.onGuardrail) {
        const std::vector<News> alarms = alarmsOf(report);
        const auto breach = std::ranges::find(alarms, Occasion::GuardrailBreach, &News::occasion);
        if (breach != alarms.end())
            return "stop_when.guardrail: " + breach->text;
    }
    if (rules.onDecision && isFinal(report.planned.decision)) {
        const auto& reasons = report.planned.reasons;
        return "stop_when.decision: " +
               (reasons.empty() ? std::string(toString(report.planned.decision)) : reasons.front().text);
    }
    if (rules.sampleSize && !report.balance.observed.empty()) {
        const double smallest = std::ranges::min(report.balance.observed);
        if (smallest >= static_cast<double>(*rules.sampleSize))
            return "stop_when.sample_size: the smallest variant has " + std::to_string(std::llround(smallest)) +
                   " units";
    }
    if (const auto power = rules.power ? powerOf(report) : std::nullopt; power && *power >= *rules.power)
        return "stop_when.power: the smallest effect of interest is found with a power of " + percent(*power);
    return std::nullopt;
}

Result<Judged> followStopRules(Store& store, const Experiment& experiment, Timestamp at)
{
    auto read = readReport(store, experiment, {}, at);
    if (!read)
        return Failure(std::move(read.error()));
    Judged judged{.stopped = {}, .crossings = std::move(read->crossings)};
    const auto reason = reasonToStop(experiment.schedule.stopWhen, read->report);
    if (!reason)
        return judged;
    // Its rules, plan or phase may be others by now, and nobody stopped those: the next round judges them.
    auto stopped = changeStatus(store, experiment.id, Transition::Stop, *reason, clockwork(), experiment.version);
    if (!stopped && hasMovedOn(stopped.error()))
        return judged;
    if (!stopped)
        return Failure(std::move(stopped.error()));
    judged.stopped = std::move(*stopped);
    return judged;
}

} // namespace xp
