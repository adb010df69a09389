// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/catalog.h"

namespace xp {

/// What a unit without an assignment would get.
struct Offer
{
    std::optional<std::int16_t> variant; ///< position in Experiment::variants
    AssignmentReason reason = AssignmentReason::NotRunning;
    LeftOut leftOut = LeftOut::No;
};

/// Who is let in: decides about experiments for one unit, from what a snapshot knows and without the database. For the
/// time of one request; refers to what it is given. The rules, the first that applies:
///   the experiment is a draft or has ended   -> not_running, unless the unit has a forced variant and it has not ended
///   the unit has a forced variant            -> forced
///   it is in a holdout of the project        -> holdout
///   the layer's draw lies in another slice   -> layer
///   the traffic's draw lies beyond the share -> traffic
///   the targeting does not hold              -> targeting
///   somebody else decides against it         -> traffic
///   a rule leaves it out of the analysis     -> excluded, with the variant that the split gives
class Admission
{
public:
    /// Whether a unit without a variant may take part where somebody else decides about that; `context` is its
    /// attributes, JSON text or empty. Called on any thread.
    using Gate = std::function<bool(const Experiment&, std::string_view unit, std::string_view context)>;
    /// The variant that the unit has in an experiment, as far as it is stored.
    using Stored = std::function<std::optional<std::int16_t>(const Experiment&)>;

    /// Who asks, as far as the request tells.
    struct Asking
    {
        std::string_view unit;
        std::string_view stored;  ///< its id as it is stored (Pseudonyms)
        std::string_view context; ///< JSON text or empty
        std::string_view agent;   ///< as in UnitFacts
    };

    /// `others` may be nullptr: then there are no holdouts, no other experiments and no rules of the service.
    Admission(const Snapshot* others, const Gate& gate, Stored stored, const Asking& asking)
        : m_others(others)
        , m_gate(gate)
        , m_stored(std::move(stored))
        , m_unit(asking.unit)
        , m_storedUnit(asking.stored)
        , m_text(asking.context)
        , m_agent(asking.agent)
    {
    }

    Offer offer(const LiveExperiment& live) const;
    /// Every step with what it found, whatever the ones before it said: status, forced, holdout, layer, traffic,
    /// targeting, unleash (where a flag decides), exclude, split. Each has `passed`; see docs/api.md. In
    /// explanation.cpp.
    nlohmann::json explain(const LiveExperiment& live) const;

    /// Why its hash alone keeps a unit out of an experiment that runs; nothing: it does not.
    static std::optional<AssignmentReason> keptOut(const Snapshot* others, const LiveExperiment& live,
                                                   std::string_view unit);
    /// The experiments that a decision asks about, however far, each once; those that are not there are left out.
    static std::vector<LiveExperimentPtr> prerequisitesOf(const Snapshot* others, const LiveExperiment& live);

private:
    static const Holdout* holdoutOf(const Snapshot* others, const Experiment& experiment, std::string_view unit);
    nlohmann::json holdoutStep(const Experiment& experiment) const;
    bool isTargeted(const LiveExperiment& live) const;
    LeftOut exclusionFrom(const LiveExperiment& live) const;
    nlohmann::json excludeStep(const LiveExperiment& live) const;
    bool passesGate(const Experiment& experiment) const;
    std::optional<std::string> variantIn(const std::string& experiment) const;
    UnitFacts facts() const;

    const Snapshot* m_others;
    const Gate& m_gate;
    Stored m_stored;
    std::string_view m_unit;
    std::string_view m_storedUnit;
    std::string_view m_text;
    std::string_view m_agent;
    mutable std::optional<nlohmann::json> m_context; ///< m_text, once it is needed
    mutable std::optional<LeftOut> m_byService;      ///< the same in all experiments
    mutable int m_depth = 0;                         ///< of conditions that ask about experiments with conditions
};

} // namespace xp
