// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/integrations/unleash.h"
#include "service/log.h"
#include "service/metrics/metrics.h"

#include <condition_variable>
#include <thread>

namespace xp {
class UnleashFeatures;
}

namespace xp::service {

/// Asks Unleash who is in, for experiments that name a flag of its: rollout, constraints and switch are Unleash's, the
/// split is ours. All flags are fetched on a thread of its own and evaluated here, so that no request waits for
/// Unleash; the last good copy is kept in memory and in a file, and used while Unleash is away, also after a restart.
/// Nothing known of a flag: nobody new is let in.
class UnleashGate
{
public:
    /// `copy` is the file of the last good copy. Without a URL nothing is asked and nobody let in.
    UnleashGate(UnleashPeer peer, std::string copy, Metrics& metrics, Log& log);
    ~UnleashGate(); ///< stop()

    bool isOn() const { return !m_peer.url.empty(); }
    /// Whether a unit that has no variant yet may take part. `context` is the unit's attributes, JSON text or empty:
    /// they are Unleash's properties, the unit is its userId. True where the experiment names no flag.
    bool admits(const Experiment& experiment, std::string_view unit, std::string_view context);
    /// The same without counting it.
    bool wouldAdmit(const Experiment& experiment, std::string_view unit, std::string_view context) const;

    /// Fetches at once, but not more than once a second.
    void refresh();
    void stop();

private:
    using Clock = std::chrono::steady_clock;

    void run(const std::stop_token& stop);
    /// How long to wait before the next time; nothing: until somebody asks for it.
    std::optional<std::chrono::milliseconds> poll(const std::stop_token& stop);
    bool take(const std::string& body);
    void readCopy();
    void keepCopy(const std::string& body);
    void enrol(const std::stop_token& stop);
    void report(const std::stop_token& stop);
    void problem(const std::string& text);

    const UnleashPeer m_peer;
    const std::string m_copy;
    Metrics& m_metrics;
    Log& m_log;
    const Timestamp m_started = now();
    mutable std::mutex m_mutex; ///< of what follows
    std::shared_ptr<const UnleashFeatures> m_features;
    std::map<std::string, FlagCounts> m_counts;
    std::condition_variable_any m_wake;
    bool m_wanted = false;
    // Of the thread alone:
    std::string m_etag;
    std::string m_lastProblem;
    int m_failures = 0;
    bool m_isEnrolled = false;
    Timestamp m_reported = now();
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace xp::service
