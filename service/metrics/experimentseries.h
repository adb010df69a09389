// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/leftout.h"
#include "core/domain/liveexperiment.h"
#include "service/metrics/histogram.h"

#include <array>
#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/metric_family.h>
#include <set>
#include <string>
#include <vector>

namespace xp::service {

/// The families that have a series for each experiment.
enum class ExperimentFamily { Assignments, Excluded, Events, ShownOther, Significant, Analysis, Values };
inline constexpr std::size_t kExperimentFamilies = 7;

/// Name, help and type of a family; without series.
const prometheus::MetricFamily& headOf(ExperimentFamily family);

/// Everything counted for one experiment, with its text prepared. Counting is safe on any thread; the rest is for one
/// thread at a time.
class ExperimentSeries
{
public:
    explicit ExperimentSeries(const Experiment& experiment);

    /// Whether an experiment still has the variants and events of this one. At once for the one it described last.
    bool describes(const LiveExperimentPtr& live);
    /// Takes over what one with other variants or events has counted under the same labels.
    void add(const ExperimentSeries& other);

    void assigned(std::size_t variant);
    /// A unit that a rule left out of the analysis; others are not counted.
    void excluded(LeftOut rule);
    /// An event that no metric listens to counts as `other`.
    void tracked(std::size_t variant, std::string_view event, double value);
    /// A unit that a client showed another variant than its own.
    void shownOther();
    void analysed(double seconds);
    /// Each pair counts once.
    void significant(std::string_view treatment, std::string_view metric);

    /// Units enrolled and events stored.
    std::uint64_t activity() const { return m_activity.load(std::memory_order_relaxed); }

    /// Renders the text anew if anything was counted since the last time.
    void prepare();
    /// The samples of a family, as prepared.
    const std::string& text(ExperimentFamily family) const { return m_texts[static_cast<std::size_t>(family)]; }

private:
    /// Of one variant and event.
    struct Cell
    {
        Cell();
        prometheus::Counter events;
        Histogram values;
    };

    Cell& cell(std::size_t variant, std::size_t event) { return m_cells[variant * m_events.size() + event]; }
    const Cell& cell(std::size_t variant, std::size_t event) const
    {
        return m_cells[variant * m_events.size() + event];
    }
    std::string& block(ExperimentFamily family) { return m_texts[static_cast<std::size_t>(family)]; }
    void count()
    {
        m_activity.fetch_add(1, std::memory_order_relaxed);
        touch();
    }
    void touch() { m_changed.store(true, std::memory_order_release); }
    void render();
    void renderCells();

    std::string m_id;
    LiveExperimentPtr m_described; ///< is known to have these variants and events
    std::vector<std::string> m_variants;
    std::vector<std::string> m_events; ///< the last one is `other`

    std::vector<prometheus::Counter> m_assignments; ///< by variant
    std::vector<Cell> m_cells;
    std::array<prometheus::Counter, kExclusionRules.size()> m_excluded; ///< in the order of kExclusionRules
    prometheus::Counter m_shownOther;
    Histogram m_analyses;
    mutable std::mutex m_crossing; ///< of m_crossed
    std::set<std::pair<std::string, std::string>> m_crossed;

    std::atomic<std::uint64_t> m_activity{0};
    std::atomic<bool> m_changed{true};
    std::array<std::string, kExperimentFamilies> m_texts;
};

} // namespace xp::service
