// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/audience.h"
#include "core/domain/bucketing.h"
#include "core/domain/covariatemoments.h"
#include "core/domain/moments.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// Where in a unit's life an event of a metric that keeps marks stands.
struct UnitMark
{
    std::int16_t step = 0; ///< of a funnel, from 0; of active days 0
    std::int64_t at = 0;   ///< of a funnel: microseconds since 1970; of active days: the UTC day since then

    auto operator<=>(const UnitMark&) const = default;
};

/// What one event adds to one metric of the unit it belongs to.
struct MetricChange
{
    std::int16_t metric = 0;           ///< position in Experiment::metrics, or kAnyConversion
    UnitTotals delta;                  ///< with a mark: `count` is the number of events that it stands for, +1 or -1
    std::optional<UnitMark> mark = {}; ///< metrics that keep marks: what the event changes follows from all of them
};

/// A metric whose steps are too fine for a value.
struct ValueLimit
{
    std::string metric;
    double resolution = 0;
    double most = 0; ///< it holds values up to so many times the resolution
};

/// One event of a unit, as the rules see it.
struct UnitEvent
{
    std::string_view name;
    double value = 1.0;
    Timestamp time{};
    std::string_view properties{}; ///< JSON text of an object, or empty
};

/// An experiment as it is served: with its hash prepared and its metrics indexed by the event they listen to.
/// Immutable; all threads share one through a shared_ptr.
class LiveExperiment
{
public:
    /// Whom an experiment's conditions mean; none: everybody, nobody.
    struct Audiences
    {
        AudiencePtr targeted;
        AudiencePtr excluded;
    };

    explicit LiveExperiment(Experiment experiment) : LiveExperiment(std::move(experiment), {}) {}
    LiveExperiment(Experiment experiment, Audiences audiences);

    const Experiment& experiment() const { return m_experiment; }
    const Audiences& audiences() const { return m_audiences; }
    const Bucketing& bucketing() const { return m_bucketing; }
    /// The variant that a unit has by name, of its id as it is stored, where that can still be given: nothing once the
    /// experiment has ended.
    std::optional<std::int16_t> forcedVariant(std::string_view unit) const;
    /// What the layer's draw mixes in: one for all experiments of a layer. Empty without a layer.
    const std::string& layerSeed() const { return m_layerSeed; }
    /// Number of the present epoch; 0 before the first start.
    std::int32_t epoch() const;

    /// Whether any metric listens to the event.
    bool listensTo(std::string_view event) const;
    /// All events that a metric listens to, each once.
    std::set<std::string> events() const;
    /// The metric that counts such an event and cannot hold its value.
    /// Nothing where all can.
    std::optional<ValueLimit> limitExceeded(const UnitEvent& event) const;
    /// What the event changes for a unit exposed at `exposure`: a metric counts it when
    /// exposure <= time < exposure + window, and the time is not after the stop. Empty when nothing counts.
    std::vector<MetricChange> changes(const UnitEvent& event, Timestamp exposure) const;

    /// Whether the plan that decides adjusts by what units did before their exposure.
    bool keepsCovariates() const { return m_covariateWindow.count() > 0; }
    /// How far before the exposure that begins; 0 without covariates.
    Duration covariateWindow() const { return m_covariateWindow; }
    /// What an event from before the exposure changes, under covariatePosition() of each metric: one counts when
    /// exposure - window <= time < exposure.
    std::vector<MetricChange> covariateChanges(const UnitEvent& event, Timestamp exposure) const;

    /// What a unit with these totals contributes under a metric (position, or kAnyConversion).
    Moments contribution(std::int16_t metric, const UnitTotals& totals) const;
    /// Likewise with what it did before.
    CovariateMoments contribution(std::int16_t metric, const UnitTotals& before, const UnitTotals& totals) const;

private:
    const Metric& metricAt(std::int16_t position) const
    {
        return m_experiment.metrics[static_cast<std::size_t>(position)];
    }

    Experiment m_experiment;
    Audiences m_audiences;
    Bucketing m_bucketing;
    std::map<std::string, std::int16_t, std::less<>> m_forced;
    std::string m_layerSeed;
    Duration m_covariateWindow;
    bool m_keepsAnyConversion;
    double m_anyConversionResolution;
};

using LiveExperimentPtr = std::shared_ptr<const LiveExperiment>;

/// What a unit's totals, one a metric, make under kAnyConversion: the events of all conversion metrics, in multiples of
/// the coarsest resolution.
UnitTotals anyConversionOf(const Experiment& experiment, std::span<const UnitTotals> totals);

} // namespace xp
