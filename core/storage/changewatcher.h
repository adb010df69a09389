// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/databaseurl.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace xp {

class Connection;

/// Tells when any experiment or key has changed, whoever changed it, from a thread and connection of its own. It reads
/// the change token twice a second: one row by its key, the same on every engine and behind every pooler, and nothing
/// that could be missed.
class ChangeWatcher
{
public:
    static constexpr std::chrono::milliseconds kInterval{500};

    /// Called on the watcher's thread: once at the start, then after every change (several may share a call).
    using OnChange = std::function<void()>;

    ChangeWatcher(DatabaseUrl url, OnChange onChange, std::chrono::milliseconds interval = kInterval);
    ~ChangeWatcher(); ///< no call after it

private:
    void run();

    const DatabaseUrl m_url;
    const OnChange m_onChange;
    const std::chrono::milliseconds m_interval;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread; ///< last: it uses all of the above
};

/// Returns once services beside this process have had time to notice what was committed before, so that whoever reads
/// that a command is done finds its work there. At once where none has been seen lately.
void awaitWatchers(Connection& connection);

} // namespace xp
