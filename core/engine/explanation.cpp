// SPDX-License-Identifier: Apache-2.0
#include "core/domain/storedvariant.h"
#include "core/engine/admission.h"

namespace xp {

namespace {

nlohmann::json told(const Draw& draw, std::string_view seed)
{
    return {{"seed", seed}, {"bucket", draw.bucket}, {"buckets", draw.buckets}, {"share", draw.share()}};
}

nlohmann::json statusStep(const Experiment& experiment)
{
    return {
        {"step", "status"}, {"passed", experiment.status == Status::Running}, {"status", toString(experiment.status)}};
}

nlohmann::json layerStep(const LiveExperiment& live, std::string_view unit)
{
    const auto& slice = live.experiment().enrolment.layer;
    if (!slice)
        return {{"step", "layer"}, {"passed", true}, {"layer", nullptr}};
    const Draw draw = drawUnder(live.layerSeed(), unit);
    nlohmann::json step = told(draw, live.layerSeed());
    step.update({{"step", "layer"},
                 {"passed", isWithin(draw, slice->from, slice->to)},
                 {"layer", slice->layer},
                 {"from", slice->from},
                 {"to", slice->to}});
    return step;
}

nlohmann::json trafficStep(const LiveExperiment& live, std::string_view unit)
{
    const Bucketing& bucketing = live.bucketing();
    nlohmann::json step = told(bucketing.trafficDraw(unit), bucketing.trafficSeed());
    step.update({{"step", "traffic"},
                 {"passed", bucketing.admits(unit)},
                 {"hash", toString(live.experiment().hash)},
                 {"threshold", live.experiment().unleashFlag.empty() ? live.experiment().trafficAllocation : 1.0}});
    return step;
}

nlohmann::json splitStep(const LiveExperiment& live, std::string_view unit)
{
    const Bucketing& bucketing = live.bucketing();
    nlohmann::json step = told(bucketing.splitDraw(unit), bucketing.splitSeed());
    nlohmann::json ranges = nlohmann::json::array();
    double from = 0;
    for (const Variant& variant : live.experiment().variants) {
        const double to = &variant == &live.experiment().variants.back() ? 1.0 : from + variant.allocation;
        ranges.push_back({{"variant", variant.name}, {"from", from}, {"to", to}});
        from = to;
    }
    step.update({{"step", "split"},
                 {"passed", true},
                 {"hash", toString(live.experiment().hash)},
                 {"ranges", std::move(ranges)},
                 {"variant", live.experiment().variants[bucketing.variantOf(unit)].name}});
    return step;
}

} // namespace

nlohmann::json Admission::holdoutStep(const Experiment& experiment) const
{
    nlohmann::json draws = nlohmann::json::array();
    bool isHeld = false;
    const std::vector<Holdout> none;
    const bool has = m_others && m_others->holdouts.contains(experiment.project);
    for (const Holdout& holdout : has ? m_others->holdouts.at(experiment.project) : none) {
        nlohmann::json draw = told(holdout.drawOf(m_unit), holdout.seed);
        draw.update({{"holdout", holdout.key}, {"threshold", holdout.share}, {"holds", holdout.holdsOut(m_unit)}});
        isHeld = isHeld || holdout.holdsOut(m_unit);
        draws.push_back(std::move(draw));
    }
    const bool ignores = experiment.enrolment.ignoresHoldouts;
    return {{"step", "holdout"},
            {"passed", ignores || !isHeld},
            {"ignore_holdouts", ignores},
            {"holdouts", std::move(draws)}};
}

/// `passed`: the unit is analysed; else `rule` says what leaves it out.
nlohmann::json Admission::excludeStep(const LiveExperiment& live) const
{
    const LeftOut leftOut = exclusionFrom(live);
    const AudiencePtr& audience = live.audiences().excluded;
    const Exclusion* service = m_others ? m_others->exclusion.get() : nullptr;
    return {{"step", "exclude"},
            {"passed", leftOut == LeftOut::No},
            {"rule", leftOut == LeftOut::No ? nlohmann::json() : nlohmann::json(ruleOf(leftOut))},
            {"condition", audience ? audience->explain(facts()) : nlohmann::json()},
            {"service", service ? service->explain(facts()) : nlohmann::json()}};
}

nlohmann::json Admission::explain(const LiveExperiment& live) const
{
    const Experiment& experiment = live.experiment();
    nlohmann::json steps = nlohmann::json::array();
    steps.push_back(statusStep(experiment));
    const auto forced = live.forcedVariant(m_storedUnit);
    steps.push_back({{"step", "forced"},
                     {"passed", forced.has_value()},
                     {"variant", forced ? nlohmann::json(variantName(experiment, *forced)) : nlohmann::json(nullptr)}});
    steps.push_back(holdoutStep(experiment));
    steps.push_back(layerStep(live, m_unit));
    steps.push_back(trafficStep(live, m_unit));
    const AudiencePtr& audience = live.audiences().targeted;
    steps.push_back({{"step", "targeting"},
                     {"passed", isTargeted(live)},
                     {"condition", audience ? audience->explain(facts()) : nlohmann::json(nullptr)}});
    if (!experiment.unleashFlag.empty())
        steps.push_back({{"step", "unleash"}, {"passed", passesGate(experiment)}, {"flag", experiment.unleashFlag}});
    steps.push_back(excludeStep(live));
    steps.push_back(splitStep(live, m_unit));
    return steps;
}

} // namespace xp
