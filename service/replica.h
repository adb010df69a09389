// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/storepool.h"
#include "core/storage/connection/servercheck.h"
#include "service/log.h"
#include "service/periodic.h"

#include <atomic>
#include <deque>

namespace xp::service {

/// A streaming replica of the database, for reading many rows, and the database itself where the replica gives no
/// answer: it is away, refuses, or hangs. It is then left alone for a while, so that not everybody waits for it, and
/// what waits there does not pile up; one question tries whether it is back. Thread-safe.
class Replica
{
public:
    using Span = std::chrono::milliseconds;
    /// What waits for longer than this is asked of the database. Pages take a fraction of a second; people give up
    /// after some.
    static constexpr Span kPatience = std::chrono::seconds(5);
    /// Long against kPatience, as somebody waits in vain each time that it is tried; short against a restart.
    static constexpr Span kLeftAlone = std::chrono::seconds(30);

    Replica(DatabaseUrl url, std::size_t threads, StorePool& database, Log& log, Span patience = kPatience,
            Span leftAlone = kLeftAlone);
    ~Replica(); ///< stop()

    /// Runs `work(Store&)`, which only reads and holds by itself all that it needs, on the replica or else on the
    /// database, and hands its Result to `done`, once.
    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        using Answer = decltype(work(std::declval<Store&>()));
        auto shared = std::make_shared<Done>(std::move(done));
        const auto question = begin(
            [this, work, shared] { m_database.run(work, [shared](Answer answer) { (*shared)(std::move(answer)); }); });
        if (!question)
            return;
        const auto accepted =
            m_pool.run([this, question, work, shared, count = m_beingHandedOver](Result<Store*> store) mutable {
                if (question->isTaken)
                    return;
                std::exception_ptr thrown;
                const auto askStandby = [&work](Store& standby) -> Answer {
                    auto is = requireStandby(standby.connection()); // in the middle of a session one is promoted
                    return is ? work(standby) : Answer(Failure(std::move(is.error())));
                };
                Answer answer = StorePool::answerOf(askStandby, std::move(store), thrown);
                const HandOver handOver(*count);
                // Nothing of this object is touched by an answer that comes too late: it may be gone.
                const bool isOurs = question->take();
                // What the work throws here it would throw there, and says nothing of the replica.
                if (isOurs && (thrown || isAnswered(*question, answer ? nullptr : &answer.error())))
                    (*shared)(std::move(answer));
                if (thrown)
                    std::rethrow_exception(thrown);
            });
        if (!accepted && question->take())
            isAnswered(*question, &accepted.error());
    }

    /// Hands what is not answered to the database, and does not wait for a replica that hangs. False: threads are left
    /// behind that do.
    bool stop();

private:
    using Clock = std::chrono::steady_clock;

    /// Belongs to whoever takes it first: the replica's answer or the deadline.
    struct Question
    {
        std::function<void()> askDatabase;
        Clock::time_point deadline;
        bool isTrial = false; ///< whether the replica is back
        std::atomic<bool> isTaken = false;

        bool take() { return !isTaken.exchange(true); }
    };

    /// The end waits for these: they use what it takes away.
    class HandOver
    {
    public:
        explicit HandOver(std::atomic<int>& count) : m_count(count) { ++m_count; }
        ~HandOver()
        {
            --m_count;
            m_count.notify_all();
        }
        HandOver(const HandOver&) = delete;
        HandOver& operator=(const HandOver&) = delete;

    private:
        std::atomic<int>& m_count;
    };

    std::shared_ptr<Question> begin(std::function<void()> askDatabase);
    bool isAnswered(Question& question, const Error* error);
    void leaveAlone(const Error& error);
    void lookForLate();

    StorePool& m_database;
    Log& m_log;
    const Span m_patience;
    const Span m_leftAlone;
    std::mutex m_mutex;
    std::deque<std::shared_ptr<Question>> m_waiting; ///< in the order of their deadlines
    bool m_isLeftAlone = false;
    Clock::time_point m_tryAt{}; ///< while it is left alone
    /// Answers of the replica. Outlives this object with the threads that are left behind.
    std::shared_ptr<std::atomic<int>> m_beingHandedOver = std::make_shared<std::atomic<int>>(0);
    StorePool m_pool;
    std::unique_ptr<Periodic> m_clock; ///< last: it uses all of the above
};

} // namespace xp::service
