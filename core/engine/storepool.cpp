// SPDX-License-Identifier: Apache-2.0
#include "core/engine/storepool.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace xp {

struct StorePool::Shared
{
    DatabaseUrl url;
    std::size_t maxQueued;
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> jobs;
    bool stopping = false;
    std::vector<std::thread> threads;

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

    void serve()
    {
        std::unique_ptr<Store> store;
        while (auto job = next()) {
            if (!store) {
                auto opened = Store::open(url);
                if (!opened) {
                    (*job)(Failure(std::move(opened.error())));
                    continue;
                }
                store = std::move(*opened);
            }
            (*job)(store.get());
        }
    }
};

StorePool::StorePool(DatabaseUrl url, std::size_t threads, std::size_t maxQueued) : m_shared(std::make_shared<Shared>())
{
    m_shared->url = std::move(url);
    m_shared->maxQueued = maxQueued;
    for (std::size_t i = 0; i < threads; ++i)
        m_shared->threads.emplace_back([shared = m_shared.get()] { shared->serve(); });
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

void StorePool::stop()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->stopping = true;
    }
    m_shared->wake.notify_all();
    for (std::thread& thread : m_shared->threads)
        thread.join();
    m_shared->threads.clear();
}

} // namespace xp
