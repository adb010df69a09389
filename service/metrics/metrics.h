// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/engine/catalog.h"
#include "core/storage/writing/groupcommit.h"
#include "service/http/httpserver.h"
#include "service/metrics/exposition.h"

#include <map>
#include <memory>

namespace xp::service {

/// What Prometheus scrapes. Thread-safe. Counters of this process say `process` in their help (sum them over
/// instances), numbers read from the database say `shared` (the same on each).
class Metrics : public CommitObserver
{
public:
    /// Results are shown of at most so many running experiments, those that started last.
    explicit Metrics(std::size_t resultExperiments = 200);
    ~Metrics() override;

    /// Series of experiments that appeared begin at 0; those of archived and removed ones leave.
    void experimentsChanged(const Snapshot& snapshot);
    /// How often experiments entered each status, and how many are in it now.
    void statusCounts(const std::map<Status, std::int64_t>& entries, const std::map<Status, std::int64_t>& present);

    void assigned(const Experiment& experiment, std::int16_t variant); ///< a unit was enrolled
    /// A rule left a unit out of the analysis as it was enrolled.
    void excluded(const Experiment& experiment, LeftOut rule);
    void shownOther(const Experiment& experiment); ///< a client showed a unit another variant than its own
    void tracked(const LiveExperiment& experiment, std::int16_t variant, std::string_view event, double value);
    void analysed(const Experiment& experiment, double seconds);
    /// Counts once for each treatment and metric.
    void significant(const Experiment& experiment, std::string_view treatment, std::string_view metric);
    /// How an experiment stands; shown until the next report, or until it no longer runs.
    void reported(const Experiment& experiment, const Report& report);
    bool showsResults(const std::string& experimentId) const;
    /// Grows with everything that this process stores of an experiment.
    std::uint64_t activity(const std::string& experimentId) const;
    /// Makes the series of a route's requests begin at 0; `success`: the status of an answer when all went well.
    void served(std::string_view endpoint, std::string_view method, int success);
    void requestFinished(const FinishedRequest& request);
    void committed(std::size_t commands, double seconds) override;
    std::uint64_t commands() const; ///< committed since the start
    /// What became of a message to another service (`webhook`, `plausible`, ...); 0 makes the series begin.
    void peer(std::string_view peer, std::string_view outcome, double howMany = 1);
    /// Read at each scrape: commands waiting for the commit.
    void setQueueDepth(std::function<std::size_t()> depth);

    /// The page. A scrape copies text prepared before where nothing has changed.
    std::shared_ptr<const std::string> text(Format format = Format::Text);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace xp::service
