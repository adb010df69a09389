// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"
#include "core/storage/faults.h"
#include "core/storage/units/assignmentcache.h"
#include "core/storage/writing/unitwriter.h"

#include <atomic>
#include <functional>
#include <memory>

namespace xp {

class CommitWriter;

/// What the queue has done since the start, for the metrics page.
struct CommitObserver
{
    virtual ~CommitObserver() = default;
    virtual void committed(std::size_t commands, double seconds) = 0; ///< on a writer's thread
};

/// Writers, each a thread that owns a connection and commits whatever has arrived together in one transaction.
/// Thread-safe.
class GroupCommit
{
public:
    /// Called once, on a writer's thread: the outcomes of the request's commands, or why there are none
    /// (Unavailable: the database is away; the request may be sent again).
    using Done = std::function<void(Result<std::vector<Outcome>>)>;

    struct Options
    {
        std::size_t maxQueued = 50000; ///< commands waiting; more are refused
        /// Of the contexts and properties of commands that wait or are being written; more are refused, but for a
        /// request that is alone. The number of commands says little: one may hold 64 KiB.
        std::size_t maxBytes = std::size_t{256} << 20;
        std::size_t maxBatch = 10000; ///< commands in one transaction (a larger single request goes alone)
        std::size_t writers = 2;      ///< on PostgreSQL: while one waits for the disk, another works. SQLite takes one
        CommitObserver* observer = nullptr;
        OnFault onFault = {}; ///< of what `done` throws, or a writer: its thread goes on
    };

    GroupCommit(DatabaseUrl url, Options options);
    ~GroupCommit(); ///< stop()

    /// Overloaded at once when the queue is full, then `done` is not
    /// called. While the database is away, requests are answered Unavailable at once rather than queued. A request of
    /// many commands may be stored in several transactions, of which a unit's commands have one; when one of them
    /// fails, the answer is its error, though others may be stored.
    Result<void> submit(std::vector<Command> commands, Done done);
    std::size_t queued() const;
    const Pseudonyms& pseudonyms() const; ///< the database's
    bool available() const;               ///< whether the last attempt reached the database
    /// What the writers, and whoever they answer, know of units.
    AssignmentCache& known() { return m_known; }
    const AssignmentCache& known() const { return m_known; }

    /// Commits what is queued, then ends the threads. Requests submitted later are refused.
    void stop();

private:
    std::size_t writerFor(const Command& command) const;
    Result<void> divide(std::vector<Command> commands, Done done);

    AssignmentCache m_known;
    std::vector<std::unique_ptr<CommitWriter>> m_writers;
    std::atomic<std::size_t> m_turn{0};
};

} // namespace xp
