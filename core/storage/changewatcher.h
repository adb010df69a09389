// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"
#include "core/storage/faults.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace xp {

class Connection;
class Store;

/// Tells when any experiment or key has changed, whoever changed it, from a thread and connection of its own. It reads
/// the change token twice a second: one row by its key, the same on every engine and behind every pooler, and nothing
/// that could be missed.
class ChangeWatcher
{
public:
    static constexpr std::chrono::milliseconds kInterval{500};

    enum class Known : std::uint8_t { Holds, MayBeGone };
    /// Called on the watcher's thread, with its connection: once at the start, then after every change (several may
    /// share a call). What fails is called again half a second later: it would be unknown until the next change else.
    /// Also whenever the connection was made anew: after a fail-over the database may lack what was known of it, and
    /// have given the same token, and versions of experiments, to something else.
    using OnChange = std::function<Result<void>(Store&, Known)>;

    /// What `onChange` throws is told to `onFault`, and counts as a failure.
    ChangeWatcher(DatabaseUrl url, OnChange onChange, std::chrono::milliseconds interval = kInterval,
                  OnFault onFault = {});
    ~ChangeWatcher(); ///< no call after it

private:
    void run();
    void look();

    const DatabaseUrl m_url;
    const OnChange m_onChange;
    const OnFault m_onFault;
    const std::chrono::milliseconds m_interval;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::unique_ptr<Store> m_store;     ///< of the thread, as is the next
    std::optional<std::int64_t> m_seen; ///< the token of what was taken in
    int m_connection = 0;               ///< on which (Connection::timesConnected())
    Known m_known = Known::Holds;
    std::thread m_thread; ///< last: it uses all of the above
};

/// Returns once services beside this process have had time to notice what was committed before, so that whoever reads
/// that a command is done finds its work there. At once where none has been seen lately.
void awaitWatchers(Connection& connection);

} // namespace xp
