// SPDX-License-Identifier: Apache-2.0
#include "core/storage/writing/groupcommit.h"

#include "core/storage/writing/commitwriter.h"
#include "core/storage/writing/joinedanswer.h"

#include <algorithm>
#include <numeric>

namespace xp {

namespace {

constexpr std::size_t kWorthDividing = 64; ///< commands of a request

} // namespace

GroupCommit::GroupCommit(DatabaseUrl url, Options options)
{
    const std::size_t writers =
        url.engine == DatabaseUrl::Engine::Postgres ? std::max<std::size_t>(options.writers, 1) : 1;
    options.maxQueued /= writers;
    options.maxBytes /= writers;
    for (std::size_t i = 0; i < writers; ++i)
        m_writers.push_back(std::make_unique<CommitWriter>(url, options, m_known, i == 0));
}

GroupCommit::~GroupCommit()
{
    stop(); // all, before the first goes: what one answers may submit again
}

std::size_t GroupCommit::writerFor(const Command& command) const
{
    const auto unitOf = [](const auto& one) { return std::string_view(one.unit); };
    return std::hash<std::string_view>{}(std::visit(unitOf, command)) % m_writers.size();
}

/// The commands of one unit, and those of many units, come to the writer of each unit: two would wait for each other's
/// transaction at each unit that both have. A few commands about several units are not worth several transactions.
/// These may meet another writer's at a unit, and so may two ids of one person, as those of two replicas do.
Result<void> GroupCommit::submit(std::vector<Command> commands, Done done)
{
    if (m_writers.size() > 1 && commands.size() >= kWorthDividing)
        return divide(std::move(commands), std::move(done));
    std::size_t writer = 0;
    if (m_writers.size() > 1)
        writer = commands.size() == 1 ? writerFor(commands.front())
                                      : m_turn.fetch_add(1, std::memory_order_relaxed) % m_writers.size();
    return m_writers[writer]->submit({.commands = std::move(commands), .done = std::move(done)});
}

Result<void> GroupCommit::divide(std::vector<Command> commands, Done done)
{
    std::vector<CommitWriter::Request> parts(m_writers.size());
    std::vector<std::vector<std::size_t>> places(m_writers.size()); // of a part's commands in the whole
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const std::size_t writer = writerFor(commands[i]);
        places[writer].push_back(i);
        parts[writer].commands.push_back(std::move(commands[i]));
    }
    const auto used = std::ranges::count_if(places, [](const auto& own) { return !own.empty(); });
    const auto whole = std::make_shared<JoinedAnswer>(commands.size(), used, std::move(done));
    for (std::size_t writer = 0; writer < parts.size(); ++writer) {
        parts[writer].done = [whole, own = std::move(places[writer])](Result<std::vector<Outcome>> outcomes) {
            whole->take(own, std::move(outcomes));
        };
    }
    return CommitWriter::submitAll(m_writers, std::move(parts));
}

std::size_t GroupCommit::queued() const
{
    return std::accumulate(m_writers.begin(), m_writers.end(), std::size_t{0},
                           [](std::size_t sum, const auto& writer) { return sum + writer->queued(); });
}

const Pseudonyms& GroupCommit::pseudonyms() const
{
    return m_writers.front()->pseudonyms();
}

bool GroupCommit::available() const
{
    return std::ranges::all_of(m_writers, [](const auto& writer) { return writer->available(); });
}

void GroupCommit::stop()
{
    for (const auto& writer : m_writers)
        writer->stop();
}

} // namespace xp
