// SPDX-License-Identifier: Apache-2.0
#include "core/storage/writing/commitwriter.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/units/momentstable.h"

#include <QRandomGenerator>
#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

namespace xp {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr Clock::duration kLongestBackOff = 2s;
constexpr Clock::duration kTouchEvery = 5s;
constexpr Clock::duration kCompactEvery = 5min;
constexpr Clock::duration kRevisitAfter = 500ms;   ///< what was overlooked counts after so long
constexpr Clock::duration kRevisitAgainAfter = 5s; ///< when others write without an end
constexpr std::size_t kMostOverlooked = 1'000'000; ///< beyond, the oldest are left to a recomputation
constexpr Clock::duration kConflictsFor = 5s; ///< a transaction that collides for longer is the client's to send again
constexpr int kLongestPause = 8;              ///< between two attempts: up to 500 us * 2^8
constexpr int kCommitsUntilRenewal = 500;     ///< of a writer's rows, where these grow slow: see renewedWriter()
/// How long a batch waits for company, at most; and never longer than this share of what the last commit took.
constexpr Clock::duration kLongestGathering = 2ms;
constexpr int kGatheringShare = 4;

/// Whether the database is, or the moment is a bad one. Where a later release has changed some tables, what needs the
/// others goes on.
bool isAway(const Error& error)
{
    return error.code == ErrorCode::Unavailable && !isSchemaChanged(error);
}

/// What of a command may be large; all else of it is small and bounded by the number of commands.
std::size_t bytesOf(const Command& command)
{
    const auto large = [](const auto& one) -> std::size_t {
        if constexpr (requires { one.properties; })
            return one.properties.size();
        else if constexpr (requires { one.context; })
            return one.context.size();
        else
            return 0;
    };
    return std::visit(large, command);
}

} // namespace

void CommitWriter::weigh(Request& request)
{
    for (const Command& command : request.commands)
        request.bytes += bytesOf(command);
}

/// With m_mutex held.
Result<void> CommitWriter::mayTake(const Request& request) const
{
    if (m_stopping)
        return fail(ErrorCode::Unavailable, "stopping", "The service is stopping; try another one");
    if (!m_available)
        return Failure(unavailable("waiting for the database to come back"));
    // What is larger than all that may wait would never be taken else.
    const bool isTooLarge = request.bytes > 0 && m_heldBytes > 0 && m_heldBytes + request.bytes > m_options.maxBytes;
    if (isTooLarge || m_queuedCommands + request.commands.size() > m_options.maxQueued)
        return fail(ErrorCode::Overloaded, "queue_full", "Too many writes are waiting; try again shortly",
                    {{"queued", m_queuedCommands}});
    return {};
}

/// With m_mutex held; whether the writer is to be woken.
bool CommitWriter::take(Request request)
{
    m_queuedCommands += request.commands.size();
    m_heldBytes += request.bytes;
    m_queue.push_back(std::move(request));
    return m_queuedCommands >= m_wakeAt;
}

Result<void> CommitWriter::submit(Request request)
{
    bool wake = false;
    weigh(request);
    {
        const std::lock_guard lock(m_mutex);
        if (auto allowed = mayTake(request); !allowed)
            return allowed;
        wake = take(std::move(request));
    }
    if (wake)
        m_wake.notify_one();
    return {};
}

Result<void> CommitWriter::submitAll(std::span<const std::unique_ptr<CommitWriter>> writers,
                                     std::vector<Request> requests)
{
    std::ranges::for_each(requests, weigh);
    std::vector<std::unique_lock<std::mutex>> locks; // in the order of the writers, as whoever else takes several
    for (const auto& writer : writers)
        locks.emplace_back(writer->m_mutex);
    for (std::size_t i = 0; i < writers.size(); ++i) {
        const bool isUsed = !requests[i].commands.empty();
        if (auto allowed = isUsed ? writers[i]->mayTake(requests[i]) : Result<void>(); !allowed)
            return allowed;
    }
    std::vector<CommitWriter*> toWake;
    for (std::size_t i = 0; i < writers.size(); ++i) {
        if (!requests[i].commands.empty() && writers[i]->take(std::move(requests[i])))
            toWake.push_back(writers[i].get());
    }
    locks.clear();
    for (CommitWriter* writer : toWake)
        writer->m_wake.notify_one();
    return {};
}

void CommitWriter::giveBack(std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_heldBytes -= bytes;
}

void CommitWriter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void CommitWriter::run()
{
    bool goesOn = true;
    while (goesOn) {
        // What was thrown may have left a transaction open. It goes with its connection, and the next batch gets
        // another.
        if (survives(m_options.onFault, [&] { goesOn = step(); }))
            continue;
        disconnect();
        m_retryAt = Clock::now() + kShortestBackOff;
    }
    if (m_store)
        survives(m_options.onFault, [this] { revisit(); });
    disconnect();
}

/// What there is to do; false when it is over.
bool CommitWriter::step()
{
    std::vector<Request> batch;
    if (!takeBatch(batch))
        return false;
    if (!m_store && Clock::now() >= m_retryAt)
        connect();
    if (!batch.empty()) {
        const Held held(*this, batch);
        commit(std::move(batch));
    }
    if (m_store && m_commits >= kCommitsUntilRenewal)
        renew();
    if (m_store && !m_overlooked.empty() && Clock::now() >= m_revisitAt)
        revisit();
    if (m_store && Clock::now() >= m_touchAt)
        keepHouse();
    return true;
}

void CommitWriter::disconnect()
{
    m_writer.reset();
    m_store.reset();
}

/// One whose answer throws is answered by what it holds going, and keeps nobody else from being answered.
void CommitWriter::tell(Request& request, Result<std::vector<Outcome>> outcomes) const
{
    survives(m_options.onFault, [&] { request.done(std::move(outcomes)); });
    request.done = nullptr;
}

/// Waits for work or for the time of a chore; false when it is over. An empty batch is a time for chores.
bool CommitWriter::takeBatch(std::vector<Request>& batch)
{
    std::unique_lock lock(m_mutex);
    Clock::time_point chores = m_store ? m_touchAt : m_retryAt;
    if (m_store && !m_overlooked.empty())
        chores = std::min(chores, m_revisitAt);
    m_wakeAt = 1;
    m_wake.wait_until(lock, chores, [this] { return m_stopping || !m_queue.empty(); });
    if (m_queue.empty())
        return !m_stopping;
    // Those who were just answered send their next request a moment later: as many as last time are worth a short wait,
    // or batches would be small and large by turns. A lonely client never waits.
    m_wakeAt = m_expected;
    m_wake.wait_for(lock, m_gathering, [this] { return m_stopping || m_queuedCommands >= m_wakeAt; });
    std::size_t commands = 0;
    while (!m_queue.empty() && (commands == 0 || commands + m_queue.front().commands.size() <= m_options.maxBatch)) {
        commands += m_queue.front().commands.size();
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_queuedCommands -= commands;
    return true;
}

void CommitWriter::commit(std::vector<Request> batch)
{
    if (!m_store && !connect()) {
        const Error error = unavailable("not connected");
        for (Request& request : batch)
            tell(request, Failure(error));
        return;
    }
    std::vector<Command> commands;
    std::vector<std::size_t> sizes;
    for (const Request& request : batch)
        sizes.push_back(request.commands.size());
    commands.reserve(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}));
    for (Request& request : batch)
        std::ranges::move(request.commands, std::back_inserter(commands));
    const auto started = Clock::now();
    auto outcomes = apply(commands);
    const auto took = Clock::now() - started;
    m_expected = std::min(commands.size(), m_options.maxBatch);
    m_gathering = std::min(took / kGatheringShare, kLongestGathering);
    // Something in it cannot be stored; it must not take the others along.
    const bool oneByOne = !outcomes && batch.size() > 1 && !isAway(outcomes.error());
    std::size_t first = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const std::span own = std::span(commands).subspan(first, sizes[i]);
        if (oneByOne)
            tell(batch[i], apply(own));
        else if (!outcomes)
            tell(batch[i], Failure(outcomes.error()));
        else
            tell(batch[i], std::vector<Outcome>(outcomes->begin() + static_cast<std::ptrdiff_t>(first),
                                                outcomes->begin() + static_cast<std::ptrdiff_t>(first + sizes[i])));
        first += sizes[i];
    }
    m_commits += outcomes ? 1 : 0;
    if (outcomes && m_options.observer)
        m_options.observer->committed(commands.size(), std::chrono::duration<double>(Clock::now() - started).count());
}

/// One transaction, again when it collided with another one; and once more on a new connection when the old one had
/// gone before the commit was sent.
Result<std::vector<Outcome>> CommitWriter::apply(std::span<const Command> commands)
{
    bool reconnected = false;
    const Clock::time_point started = Clock::now();
    for (int attempt = 1;; ++attempt) {
        if (!m_store)
            return Failure(unavailable("the connection was lost"));
        auto outcomes = applyOnce(commands);
        keepOverlooked();
        if (outcomes || !isAway(outcomes.error()))
            return outcomes;
        if (isTransactionConflict(outcomes.error())) {
            if (Clock::now() - started > kConflictsFor)
                return outcomes;
            // Of two that keep colliding one must wait longer than the other.
            const int longest = 500 << std::min(attempt, kLongestPause);
            std::this_thread::sleep_for(std::chrono::microseconds(QRandomGenerator::global()->bounded(longest)));
        } else if (reconnected || isCommitUnknown(outcomes.error()) || !connect()) {
            lose(outcomes.error());
            return outcomes;
        } else {
            reconnected = true;
        }
    }
}

/// What is thrown is the failure of these commands alone; the connection, which may be within a transaction, is made
/// anew.
Result<std::vector<Outcome>> CommitWriter::applyOnce(std::span<const Command> commands)
{
    bool isWell = false;
    auto outcomes = resultOf(m_options.onFault, [&] {
        auto applied = m_writer->apply(commands);
        isWell = true;
        return applied;
    });
    if (!isWell)
        connect();
    return outcomes;
}

bool CommitWriter::connect()
{
    const auto attempt = [this]() -> Result<void> {
        auto store = Store::open(m_url);
        if (!store)
            return Failure(std::move(store.error()));
        if (m_writerId == 0) {
            const auto writer = registerWriter((*store)->connection());
            if (!writer)
                return Failure(writer.error());
            m_writerId = *writer;
        } else if (auto touched = touchWriter((*store)->connection(), m_writerId); !touched) {
            return touched;
        }
        m_store = std::move(*store);
        if (auto tuned = m_store->connection().tuneForWriter(); !tuned)
            return tuned;
        m_known.belongTo(m_store->connection().serverRun());
        m_writer.emplace(m_store->connection(), m_writerId, &m_known);
        return {};
    };
    if (auto connected = attempt(); !connected) {
        lose(connected.error());
        return false;
    }
    m_backOff = kShortestBackOff;
    m_touchAt = Clock::now() + kTouchEvery;
    m_compactAt = Clock::now() + kCompactEvery;
    m_available = true;
    return true;
}

/// Starts (or goes on) being away: what waits is answered now, what comes is refused until a connection stands again.
void CommitWriter::lose(const Error& error)
{
    disconnect();
    m_retryAt = Clock::now() + m_backOff;
    m_backOff = std::min(2 * m_backOff, kLongestBackOff);
    refuseAll(error);
}

void CommitWriter::refuseAll(const Error& error)
{
    std::deque<Request> refused;
    {
        const std::lock_guard lock(m_mutex);
        m_available = false;
        refused.swap(m_queue);
        m_queuedCommands = 0;
        for (const Request& request : refused)
            m_heldBytes -= request.bytes;
    }
    for (Request& request : refused)
        tell(request, Failure(error));
}

void CommitWriter::keepHouse()
{
    m_touchAt = Clock::now() + kTouchEvery;
    auto done = touchWriter(m_store->connection(), m_writerId);
    if (done && m_keepsHouse && Clock::now() >= m_compactAt) {
        m_compactAt = Clock::now() + kCompactEvery;
        done = m_store->moments().compact(kWriterSilence);
    }
    if (!done && done.error().code == ErrorCode::Unavailable && !isTransactionConflict(done.error()))
        connect(); // was cut while nobody used it, most likely
}

void CommitWriter::renew()
{
    m_commits = 0;
    const auto writer = renewedWriter(m_store->connection(), m_writerId);
    if (writer && *writer != m_writerId)
        m_writer.emplace(m_store->connection(), m_writerId = *writer, &m_known);
}

void CommitWriter::keepOverlooked()
{
    std::vector<Command> found = m_writer ? m_writer->takeOverlooked() : std::vector<Command>();
    if (found.empty())
        return;
    if (m_overlooked.empty())
        m_revisitAt = Clock::now() + kRevisitAfter;
    std::ranges::move(found, std::back_inserter(m_overlooked));
    if (m_overlooked.size() > kMostOverlooked)
        m_overlooked.erase(m_overlooked.begin(), m_overlooked.end() - std::ptrdiff_t{kMostOverlooked});
}

/// What came in the same moment as an exposure by another writer; see UnitWriter::takeOverlooked(). What cannot be
/// done now is tried again later, though a history without an id counts within kMarksLast only.
void CommitWriter::revisit()
{
    m_revisitAt = Clock::now() + kRevisitAgainAfter;
    (void)revisitAll();
}

Result<void> CommitWriter::revisitAll()
{
    if (m_overlooked.empty())
        return {};
    const auto others = m_store->connection().run("SELECT 1 FROM writers WHERE id <> ? LIMIT 1", {param(m_writerId)});
    if (!others)
        return Failure(others.error());
    if (*others == 0)
        m_overlooked.clear();
    std::set<std::string_view> experiments;
    for (const Command& command : m_overlooked)
        experiments.insert(experimentOf(command)->experiment().id);
    if (auto ended = awaitWriters(m_store->connection(), experiments); !ended)
        return ended;
    while (!m_overlooked.empty()) {
        const std::size_t size = std::min(m_overlooked.size(), m_options.maxBatch);
        if (auto seen = m_writer->apply(std::span(m_overlooked).last(size)); !seen)
            return Failure(std::move(seen.error()));
        m_overlooked.resize(m_overlooked.size() - size);
    }
    return {};
}

} // namespace xp
