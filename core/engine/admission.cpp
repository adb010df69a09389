// SPDX-License-Identifier: Apache-2.0
#include "core/engine/admission.h"

#include "core/domain/storedvariant.h"

#include <algorithm>

namespace xp {

namespace {

constexpr int kDeepest = 8; ///< circles are refused when conditions are stored; this holds whatever is stored

} // namespace

Offer Admission::offer(const LiveExperiment& live) const
{
    const Experiment& experiment = live.experiment();
    if (const auto forced = live.forcedVariant(m_storedUnit))
        return {forced, AssignmentReason::Forced, LeftOut::ByName};
    if (experiment.status != Status::Running)
        return {};
    if (experiment.imported)
        return {.reason = AssignmentReason::Traffic};
    if (const auto reason = keptOut(m_others, live, m_unit))
        return {.reason = *reason};
    if (!isTargeted(live))
        return {.reason = AssignmentReason::Targeting};
    if (!passesGate(experiment))
        return {.reason = AssignmentReason::Traffic};
    const auto variant = static_cast<std::int16_t>(live.bucketing().variantOf(m_unit));
    const LeftOut leftOut = exclusionFrom(live);
    return {variant, isExcluded(leftOut) ? AssignmentReason::Excluded : AssignmentReason::Split, leftOut};
}

std::optional<AssignmentReason> Admission::keptOut(const Snapshot* others, const LiveExperiment& live,
                                                   std::string_view unit)
{
    const Experiment& experiment = live.experiment();
    if (holdoutOf(others, experiment, unit))
        return AssignmentReason::Holdout;
    const auto& slice = experiment.enrolment.layer;
    if (slice && !isWithin(drawUnder(live.layerSeed(), unit), slice->from, slice->to))
        return AssignmentReason::Layer;
    return live.bucketing().admits(unit) ? std::nullopt : std::optional(AssignmentReason::Traffic);
}

const Holdout* Admission::holdoutOf(const Snapshot* others, const Experiment& experiment, std::string_view unit)
{
    if (!others || others->holdouts.empty() || experiment.enrolment.ignoresHoldouts)
        return nullptr;
    const auto found = others->holdouts.find(experiment.project);
    if (found == others->holdouts.end())
        return nullptr;
    const auto holding = std::ranges::find_if(found->second, [&](const Holdout& h) { return h.holdsOut(unit); });
    return holding == found->second.end() ? nullptr : &*holding;
}

bool Admission::isTargeted(const LiveExperiment& live) const
{
    const AudiencePtr& audience = live.audiences().targeted;
    return !audience || audience->includes(facts());
}

LeftOut Admission::exclusionFrom(const LiveExperiment& live) const
{
    const AudiencePtr& audience = live.audiences().excluded;
    if (audience && audience->includes(facts()))
        return LeftOut::ByExperiment;
    const Exclusion* service = m_others ? m_others->exclusion.get() : nullptr;
    if (!m_byService)
        m_byService = service ? service->of(facts()) : LeftOut::No;
    return *m_byService;
}

bool Admission::passesGate(const Experiment& experiment) const
{
    return !m_gate || m_gate(experiment, m_unit, m_text);
}

UnitFacts Admission::facts() const
{
    if (!m_context) {
        m_context = m_text.empty() ? nlohmann::json::object() : nlohmann::json::parse(m_text, nullptr, false);
        if (!m_context->is_object())
            m_context = nlohmann::json::object();
    }
    return {m_unit, *m_context, m_agent, [this](const std::string& experiment) { return variantIn(experiment); }};
}

/// Stored, else what it would get: asking enrols nobody.
std::optional<std::string> Admission::variantIn(const std::string& experiment) const
{
    const LiveExperimentPtr other = m_others ? m_others->find(experiment) : nullptr;
    if (!other || m_depth >= kDeepest)
        return std::nullopt;
    auto variant = m_stored ? m_stored(other->experiment()) : std::nullopt;
    if (!variant) {
        ++m_depth;
        variant = offer(*other).variant;
        --m_depth;
    }
    const Variant* is = variant ? storedVariant(other->experiment(), *variant) : nullptr;
    return is ? std::optional(is->name) : std::nullopt;
}

std::vector<LiveExperimentPtr> Admission::prerequisitesOf(const Snapshot* others, const LiveExperiment& live)
{
    std::vector<LiveExperimentPtr> found;
    const auto visit = [&](const LiveExperiment& from) {
        for (const AudiencePtr& audience : {from.audiences().targeted, from.audiences().excluded}) {
            for (const std::string& key : audience ? audience->prerequisites() : std::vector<std::string>()) {
                LiveExperimentPtr other = others ? others->find(key) : nullptr;
                if (other && std::ranges::find(found, other) == found.end())
                    found.push_back(std::move(other));
            }
        }
    };
    visit(live);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const LiveExperimentPtr next = found[i]; // the list may move
        visit(*next);
    }
    return found;
}

} // namespace xp
