// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/faults.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace xp::service {

/// Runs a task again and again on a thread of its own, the first time one interval after it was made, or `first`. The
/// task should be short: the end waits for it. One that throws comes again like any other.
class Periodic
{
public:
    Periodic(std::chrono::milliseconds interval, OnFault onFault, std::function<void()> task)
        : Periodic(interval, interval, std::move(onFault), std::move(task))
    {
    }
    Periodic(std::chrono::milliseconds first, std::chrono::milliseconds interval, OnFault onFault,
             std::function<void()> task)
        : m_thread([this, first, interval, onFault = std::move(onFault), task = std::move(task)] {
            std::unique_lock lock(m_mutex);
            for (auto pause = first; !m_wake.wait_for(lock, pause, [this] { return m_stopping; }); pause = interval) {
                lock.unlock();
                survives(onFault, task);
                lock.lock();
            }
        })
    {
    }

    ~Periodic()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    Periodic(const Periodic&) = delete;
    Periodic& operator=(const Periodic&) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace xp::service
