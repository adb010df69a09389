// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/breakdowns.h"
#include "core/domain/error.h"
#include "core/domain/experiment.h"
#include "core/domain/sufficientstatistics.h"

#include <atomic>
#include <chrono>
#include <functional>

namespace xp {

class Connection;

/// One analysed unit with what is known of it.
struct PassedUnit
{
    std::string unit;
    std::int16_t variant = 0;
    std::int32_t epoch = 0;
    Timestamp exposedAt{};
    std::string context;            ///< empty unless asked for
    std::vector<UnitTotals> totals; ///< by metric position
    UnitTotals anyConversion;
    std::vector<UnitTotals> totalsBefore; ///< by metric position: of before the exposure

    /// Under a metric's position or kAnyConversion.
    const UnitTotals& of(std::int16_t metric) const
    {
        return metric == kAnyConversion ? anyConversion : totals[static_cast<std::size_t>(metric)];
    }
    const UnitTotals& before(std::int16_t metric) const { return totalsBefore[static_cast<std::size_t>(metric)]; }
    /// By the position that the totals are stored under.
    void set(std::int16_t position, const UnitTotals& is);
};

/// When units were exposed, both ends included.
struct ExposedWithin
{
    Timestamp first{};
    Timestamp last{};

    bool contains(Timestamp at) const { return first <= at && at <= last; }
};

/// A look at every unit of an experiment, a page at a time: reads beside the writers, never waits for them or holds
/// them up, and gives up when it has taken too long.
class UnitPass
{
public:
    using Clock = std::chrono::steady_clock;

    /// When a pass gives up, and how much of the time it may work before.
    struct Limit
    {
        Clock::time_point deadline;
        const std::atomic<bool>* stop = nullptr; ///< set when the process is to end
        double share = 1;                        ///< in ]0, 1]; the rest is the database's for other work

        bool isOver() const { return Clock::now() > deadline || (stop && *stop); }
        /// After a page: rests in proportion to how long that took.
        void rest(Clock::time_point pageBegan) const;
    };

    UnitPass(Connection& connection, const Experiment& experiment, Limit limit)
        : m_connection(connection), m_experiment(experiment), m_limit(limit)
    {
    }

    /// Which units, and what of them.
    struct Wanted
    {
        std::vector<ExposedWithin> exposed = {}; ///< in any of these; none: whenever
        bool context = false;
    };

    /// Overloaded `pass_too_long` when it gave up.
    Result<void> run(const Wanted& wanted, const std::function<void(const PassedUnit&)>& visit);

private:
    Connection& m_connection;
    const Experiment& m_experiment;
    Limit m_limit;
};

/// The histograms of all metrics that have a shape, over the units that are matured at `at`.
Result<Histograms> collectHistograms(Connection& connection, const Experiment& experiment, Timestamp at,
                                     UnitPass::Limit limit);

/// The units by the values of one attribute of their context; the largest `mostSegments` of them.
Result<SegmentStatistics> collectSegments(Connection& connection, const Experiment& experiment,
                                          const std::string& attribute, Timestamp at, UnitPass::Limit limit,
                                          std::size_t mostSegments = 20);

/// What a pass left behind.
struct PassResult
{
    Timestamp at{};          ///< when it began
    Duration took{};         ///< of which rests are no part
    std::string fingerprint; ///< of the moments at that time, see momentsFingerprint()
    nlohmann::json document;
};

/// Tells one pass of an experiment from another.
struct PassIdentity
{
    Timestamp at{};
    std::string fingerprint;

    bool operator==(const PassIdentity&) const = default;
};

class UnitPassTable
{
public:
    explicit UnitPassTable(Connection& connection) : m_connection(connection) {}

    /// `kind` is `histograms`, `ages` or `segment:` with an attribute.
    Result<std::optional<PassResult>> read(const std::string& experimentId, const std::string& kind);
    Result<std::optional<PassIdentity>> identity(const std::string& experimentId, const std::string& kind);
    Result<void> save(const std::string& experimentId, const std::string& kind, const PassResult& result);
    /// Of the breakdowns by attributes only the latest stay: each name that is asked for leaves one.
    Result<void> keepLatestSegments(const std::string& experimentId, std::int64_t most);

private:
    Connection& m_connection;
};

/// Another one whenever the moments of an experiment are others; costs one pass over a few rows.
Result<std::string> momentsFingerprint(Connection& connection, const std::string& experimentId);

} // namespace xp
