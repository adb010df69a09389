// SPDX-License-Identifier: Apache-2.0
#include "core/engine/storepool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace xp {

namespace {

using Clock = std::chrono::steady_clock;

/// How long no connection is tried after one has failed; never longer than the attempt took, so that a server that
/// refuses, as while it restarts, is used as soon as it is back.
constexpr Clock::duration kLongestPause = std::chrono::seconds(1);
/// An attempt that takes longer hangs: another one may find a server elsewhere.
constexpr Clock::duration kLongestAttempt = std::chrono::seconds(10);

} // namespace

struct StorePool::Shared
{
    DatabaseUrl url;
    OnFault onFault;
    std::size_t maxQueued;
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> jobs;
    bool stopping = false;
    std::vector<std::thread> threads;
    std::size_t running = 0;
    std::condition_variable ended;
    std::optional<Error> away;                    ///< why the last attempt to connect failed
    std::optional<Clock::time_point> tryingSince; ///< while it is away: one thread tries again
    Clock::time_point retryAt{};

    std::optional<Job> next()
    {
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return stopping || !jobs.empty(); });
        if (jobs.empty())
            return std::nullopt;
        Job job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    Result<std::unique_ptr<Store>> open()
    {
        const auto began = Clock::now();
        {
            const std::scoped_lock lock(mutex);
            const bool isBeingTried = tryingSince && began - *tryingSince < kLongestAttempt;
            if (away && (isBeingTried || began < retryAt))
                return Failure(*away);
            tryingSince = began;
        }
        auto opened = Store::open(url);
        const auto now = Clock::now();
        const std::scoped_lock lock(mutex);
        tryingSince.reset();
        away = opened ? std::nullopt : std::optional(opened.error());
        retryAt = now + std::min(now - began, kLongestPause);
        return opened;
    }

    void serve()
    {
        work();
        const std::scoped_lock lock(mutex);
        --running;
        ended.notify_all();
    }

    void work()
    {
        std::unique_ptr<Store> store;
        while (auto job = next()) {
            // What threw may have left a transaction open, and the connection goes with it; one that is lost goes so
            // that open() decides when it is tried again.
            const bool isWell = survives(onFault, [&] { serve(*job, store); });
            if (store && !(isWell && store->isConnected()))
                store.reset();
        }
    }

    void serve(const Job& job, std::unique_ptr<Store>& store)
    {
        if (!store) {
            auto opened = open();
            if (!opened)
                return job(Failure(std::move(opened.error())));
            store = std::move(*opened);
        }
        job(store.get());
    }
};

StorePool::StorePool(DatabaseUrl url, std::size_t threads, OnFault onFault, std::size_t maxQueued)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->url = std::move(url);
    m_shared->onFault = std::move(onFault);
    m_shared->maxQueued = maxQueued;
    m_shared->running = threads;
    try {
        for (std::size_t i = 0; i < threads; ++i)
            m_shared->threads.emplace_back([shared = m_shared] { shared->serve(); });
    } catch (...) { // the system gives no more: those that have begun would wait for ever
        stop();
        throw;
    }
}

StorePool::~StorePool()
{
    stop();
}

Result<void> StorePool::run(Job job)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (m_shared->stopping)
            return fail(ErrorCode::Unavailable, "stopping", "The service is stopping");
        if (m_shared->jobs.size() >= m_shared->maxQueued)
            return fail(ErrorCode::Overloaded, "overloaded", "Too many requests are waiting; try again in a moment");
        m_shared->jobs.push_back(std::move(job));
    }
    m_shared->wake.notify_one();
    return {};
}

std::size_t StorePool::queued() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->jobs.size();
}

void StorePool::drop()
{
    std::deque<Job> dropped; // destroyed after the lock is released
    const std::scoped_lock lock(m_shared->mutex);
    dropped.swap(m_shared->jobs);
}

bool StorePool::stop(std::optional<std::chrono::milliseconds> patience)
{
    bool all = true;
    {
        std::unique_lock lock(m_shared->mutex);
        m_shared->stopping = true;
        m_shared->wake.notify_all();
        if (patience && !m_shared->threads.empty())
            all = m_shared->ended.wait_for(lock, *patience, [this] { return m_shared->running == 0; });
    }
    for (std::thread& thread : m_shared->threads) {
        if (all)
            thread.join();
        else
            thread.detach();
    }
    m_shared->threads.clear();
    return all;
}

} // namespace xp
