// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/storage/faults.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

namespace xp::service {

/// Work that takes longer than a request can wait: one at a time on a thread of its own, which stands back behind those
/// that serve. Bounded in number and time; what came out is kept for an hour. Jobs belong to the process that accepted
/// them: another replica does not know them, and none outlives a restart. Thread-safe.
class Jobs
{
public:
    enum class Status { Queued, Running, Done, Failed, Cancelled };

    static constexpr std::size_t kMostWaiting = 8;
    static constexpr std::size_t kMostKept = 64; ///< finished ones
    static constexpr auto kKeptFor = std::chrono::hours(1);
    static constexpr auto kLongest = std::chrono::minutes(10);

    /// What the work tells, and is told, as it goes.
    class Watch
    {
    public:
        void progress(double share) { m_progress = share; }
        /// Whether it shall end: cancelled, out of time, or the service stops.
        bool isOver() const { return m_cancelled || Clock::now() > m_deadline.load(); }

    private:
        friend class Jobs;
        using Clock = std::chrono::steady_clock;
        std::atomic<double> m_progress{0};
        std::atomic<bool> m_cancelled{false};
        std::atomic<Clock::time_point> m_deadline{Clock::time_point::max()};
    };
    using Work = std::function<Result<nlohmann::json>(Watch&)>;

    /// A job that throws has failed, as Internal.
    explicit Jobs(OnFault onFault);
    ~Jobs(); ///< stop()

    /// The id of the new job; Overloaded when too many wait.
    Result<std::string> add(std::string kind, Work work);
    /// The job as it stands: `{id, kind, status, progress, created_at, finished_at, result, error}`. NotFound.
    Result<nlohmann::json> find(const std::string& id);
    /// Ends a job that waits or runs; one that is over stays as it is. NotFound.
    Result<nlohmann::json> cancel(const std::string& id);
    /// Cancels all of them and ends the thread.
    void stop();

private:
    struct Job;

    void serve();
    void finish(Job& job, Status status);
    void dropOld();

    const OnFault m_onFault;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::map<std::string, std::shared_ptr<Job>> m_jobs;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::deque<std::string> m_finished; ///< in the order in which they ended
    std::thread m_thread;               ///< last: it uses all of the above
};

} // namespace xp::service
