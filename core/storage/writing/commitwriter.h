// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"
#include "core/storage/writing/groupcommit.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace xp {

/// One of a GroupCommit's writers: a thread with a connection, and the queue before it. What threads share is guarded
/// by m_mutex; the rest belongs to the writer's thread.
class CommitWriter
{
public:
    /// One of several keeps the house for all.
    CommitWriter(DatabaseUrl url, GroupCommit::Options options, AssignmentCache& known, bool keepsHouse)
        : m_url(std::move(url)), m_options(options), m_known(known), m_keepsHouse(keepsHouse), m_thread([this] {
            run();
        })
    {
    }
    ~CommitWriter() { stop(); }

    /// What one writer is to store.
    struct Request
    {
        std::vector<Command> commands;
        GroupCommit::Done done;
        std::size_t bytes = 0; ///< of the commands: see bytesOf()
    };

    Result<void> submit(Request request);
    /// Several requests, each to its writer: all of them or none.
    static Result<void> submitAll(std::span<const std::unique_ptr<CommitWriter>> writers,
                                  std::vector<Request> requests);
    std::size_t queued() const
    {
        const std::lock_guard lock(m_mutex);
        return m_queuedCommands;
    }
    bool available() const { return m_available; }
    const Pseudonyms& pseudonyms() const { return m_url.pseudonyms; }
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    static constexpr Clock::duration kShortestBackOff = std::chrono::milliseconds(50);

    /// What a batch holds until it is written, or has failed.
    class Held
    {
    public:
        Held(CommitWriter& writer, std::span<const Request> batch) : m_writer(writer)
        {
            for (const Request& request : batch)
                m_bytes += request.bytes;
        }
        ~Held() { m_writer.giveBack(m_bytes); }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

    private:
        CommitWriter& m_writer;
        std::size_t m_bytes = 0;
    };

    static void weigh(Request& request);
    Result<void> mayTake(const Request& request) const;
    void giveBack(std::size_t bytes);
    bool take(Request request);
    void run();
    bool step();
    bool takeBatch(std::vector<Request>& batch);
    void commit(std::vector<Request> batch);
    void tell(Request& request, Result<std::vector<Outcome>> outcomes) const;
    Result<std::vector<Outcome>> apply(std::span<const Command> commands);
    Result<std::vector<Outcome>> applyOnce(std::span<const Command> commands);
    bool connect();
    void disconnect();
    void lose(const Error& error);
    void refuseAll(const Error& error);
    void keepHouse();
    void renew();
    void keepOverlooked();
    void revisit();
    Result<void> revisitAll();

    const DatabaseUrl m_url;
    const GroupCommit::Options m_options;
    AssignmentCache& m_known;
    const bool m_keepsHouse;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Request> m_queue;
    std::size_t m_queuedCommands = 0;
    std::size_t m_heldBytes = 0; ///< of what is queued and what is being written
    std::size_t m_wakeAt = 1;    ///< commands that must be queued before the writer is woken
    bool m_stopping = false;
    std::atomic<bool> m_available{true};

    std::unique_ptr<Store> m_store;
    std::optional<UnitWriter> m_writer;
    std::int64_t m_writerId = 0;
    int m_commits = 0;          ///< since it was last asked for a renewed one
    std::size_t m_expected = 1; ///< commands of the last batch
    Clock::duration m_gathering{};
    Clock::duration m_backOff = kShortestBackOff; ///< before the next attempt to connect
    Clock::time_point m_retryAt{};
    Clock::time_point m_touchAt{};
    Clock::time_point m_compactAt{};
    Clock::time_point m_revisitAt{};
    std::vector<Command> m_overlooked; ///< perhaps, see UnitWriter::takeOverlooked()
    std::thread m_thread;              ///< last: it uses all of the above
};

} // namespace xp
