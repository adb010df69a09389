// SPDX-License-Identifier: Apache-2.0
#include "core/storage/changewatcher.h"

#include "core/storage/connection/connection.h"
#include "core/storage/store.h"
#include "core/storage/writing/unitwriter.h"

namespace xp {

namespace {

/// From a watcher's look to the moment its service answers with what it has read.
constexpr std::chrono::milliseconds kReading{250};

} // namespace

ChangeWatcher::ChangeWatcher(DatabaseUrl url, OnChange onChange, std::chrono::milliseconds interval, OnFault onFault)
    : m_url(std::move(url))
    , m_onChange(std::move(onChange))
    , m_onFault(std::move(onFault))
    , m_interval(interval)
    , m_thread([this] { run(); })
{
}

ChangeWatcher::~ChangeWatcher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ChangeWatcher::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (!survives(m_onFault, [this] { look(); }))
            m_store.reset(); // it may be within a transaction
        lock.lock();
        m_wake.wait_for(lock, m_interval, [this] { return m_stopping; });
    }
    m_store.reset(); // a connection ends on the thread that opened it
}

/// While the database is away nothing is known; the token tells afterwards what was missed.
void ChangeWatcher::look()
{
    if (!m_store) {
        auto opened = Store::open(m_url);
        if (!opened)
            return;
        m_store = std::move(*opened);
        m_connection = 0;
    }
    const auto token = m_store->experiments().changeToken();
    const int connection = m_store->connection().timesConnected();
    if (m_seen && connection != m_connection)
        m_known = Known::MayBeGone;
    m_connection = connection;
    if (token && (m_seen != *token || m_known != Known::Holds) && m_onChange(*m_store, m_known)) {
        m_seen = *token;
        m_known = Known::Holds;
    }
}

void awaitWatchers(Connection& connection)
{
    // Where this cannot be told there may be one.
    if (hasLiveWriters(connection).value_or(true))
        std::this_thread::sleep_for(ChangeWatcher::kInterval + kReading);
}

} // namespace xp
