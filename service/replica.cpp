// SPDX-License-Identifier: Apache-2.0
#include "service/replica.h"

#include "core/storage/connection/sqlerror.h"

namespace xp::service {

namespace {

constexpr int kLooksADeadline = 20;
constexpr auto kStopWithin = std::chrono::milliseconds(200); ///< for threads that do not hang

} // namespace

Replica::Replica(DatabaseUrl url, std::size_t threads, StorePool& database, Log& log, Span patience, Span leftAlone)
    : m_database(database)
    , m_log(log)
    , m_patience(patience)
    , m_leftAlone(leftAlone)
    , m_pool(std::move(url), threads, faultsTo(log, "replica"))
    , m_clock(std::make_unique<Periodic>(patience / kLooksADeadline, faultsTo(log, "replica's clock"),
                                         [this] { lookForLate(); }))
{
}

Replica::~Replica()
{
    stop();
}

/// A question to the replica; nullptr when it is left alone, and the database was asked.
std::shared_ptr<Replica::Question> Replica::begin(std::function<void()> askDatabase)
{
    auto question = std::make_shared<Question>();
    {
        const std::scoped_lock lock(m_mutex);
        const auto now = Clock::now();
        // While an earlier trial still waits for a thread of the pool they all hang.
        if (!m_isLeftAlone || (now >= m_tryAt && m_pool.queued() == 0)) {
            question->askDatabase = std::move(askDatabase);
            question->deadline = now + m_patience;
            question->isTrial = m_isLeftAlone;
            m_tryAt = now + m_leftAlone; // one tries
            m_waiting.push_back(question);
            return question;
        }
    }
    askDatabase();
    return nullptr;
}

/// Whether this is the answer, of a question that was taken; else the database is asked.
bool Replica::isAnswered(Question& question, const Error* error)
{
    const auto askDatabase = std::exchange(question.askDatabase, {});
    const bool isItsOwn = error && (error->code == ErrorCode::Unavailable || error->code == ErrorCode::Internal ||
                                    error->code == ErrorCode::Overloaded);
    if (isItsOwn) {
        // A conflict is of this one statement: what it read was being removed.
        if (!isTransactionConflict(*error))
            leaveAlone(*error);
        askDatabase();
        return false;
    }
    if (question.isTrial) {
        {
            const std::scoped_lock lock(m_mutex);
            m_isLeftAlone = false;
        }
        m_log.write(LogLevel::Info, "replica_back", "The replica answers again and is read");
    }
    return true;
}

void Replica::leaveAlone(const Error& error)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tryAt = Clock::now() + m_leftAlone;
        if (std::exchange(m_isLeftAlone, true))
            return;
    }
    m_log.write(LogLevel::Warning, "replica", "The replica gives no answer; the database is read instead",
                {{"detail", error.sentence.arguments.value("detail", error.sentence.text)}});
}

void Replica::lookForLate()
{
    std::vector<std::shared_ptr<Question>> late;
    {
        const std::scoped_lock lock(m_mutex);
        const auto now = Clock::now();
        while (!m_waiting.empty() && (m_waiting.front()->isTaken || m_waiting.front()->deadline <= now)) {
            late.push_back(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
    }
    const Error error = unavailable("nothing came within " + std::to_string(m_patience.count()) + " ms");
    for (const auto& question : late) {
        if (question->take())
            isAnswered(*question, &error);
    }
}

bool Replica::stop()
{
    m_clock.reset();
    std::deque<std::shared_ptr<Question>> waiting;
    {
        const std::scoped_lock lock(m_mutex);
        waiting.swap(m_waiting);
    }
    for (const auto& question : waiting) {
        if (question->take())
            std::exchange(question->askDatabase, {})();
    }
    while (const int left = *m_beingHandedOver) // of questions that an answer has taken
        m_beingHandedOver->wait(left);
    return m_pool.stop(kStopWithin);
}

} // namespace xp::service
