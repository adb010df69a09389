// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/assigner.h"
#include "core/engine/catalog.h"
#include "core/engine/simulator.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace xp {

/// A database of its own in a temporary folder, which goes with it.
class TemporaryDatabase
{
public:
    /// Unavailable when there is no room for temporary files.
    static Result<std::unique_ptr<TemporaryDatabase>> make();
    const DatabaseUrl& url() const { return m_url; }

private:
    QTemporaryDir m_folder;
    DatabaseUrl m_url;
};

/// Tells the lessons into a database, then feeds those that still run with visitors until it is destroyed.
class DemoFeed
{
public:
    /// Takes a few seconds; gives up (Unavailable) soon after `stop` is set.
    static Result<std::unique_ptr<DemoFeed>> start(Store& store, const DatabaseUrl& url, const std::atomic<bool>& stop);

private:
    explicit DemoFeed(const DatabaseUrl& url);

    Catalog m_catalog;
    GroupCommit m_commits;
    Assigner m_assigner;
    std::unique_ptr<Simulator> m_simulator;
};

} // namespace xp
