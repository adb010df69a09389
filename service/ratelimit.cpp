// SPDX-License-Identifier: Apache-2.0
#include "service/ratelimit.h"

#include <QByteArrayView>
#include <QHashFunctions>
#include <algorithm>

namespace xp::service {

namespace {

/// All clients that there is no room for share what this one has.
constexpr std::uint64_t kOverflow = 0;
constexpr std::chrono::milliseconds kCleanEvery{500};

/// With a seed of the process's own: nobody can choose names that collide.
std::uint64_t hashOf(std::string_view client)
{
    const QByteArrayView bytes(client.data(), static_cast<qsizetype>(client.size()));
    return qHash(bytes, QHashSeed::globalSeed()) | 1u;
}

} // namespace

RateLimiter::RateLimiter(RateLimit limit)
{
    if (limit.requests == 0)
        return;
    m_burst = limit.period;
    m_interval = m_burst / limit.requests;
}

std::string_view RateLimiter::clientOf(std::string_view token, std::string_view peer)
{
    if (!token.empty())
        return token;
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end != std::string_view::npos; ++groups)
        end = peer.find(':', end + (groups > 0 ? 1 : 0));
    return peer.find('.') == std::string_view::npos ? peer.substr(0, end) : peer;
}

/// Those who have used nothing lately need no place. Looking for them takes long, so it is not done for every newcomer.
bool RateLimiter::hasRoom(Shard& shard, Clock::time_point now)
{
    if (shard.clients.size() >= kClientsOfShard && now - shard.cleanedAt >= kCleanEvery) {
        shard.cleanedAt = now;
        std::erase_if(shard.clients, [&](const auto& client) { return client.second <= now; });
    }
    return shard.clients.size() < kClientsOfShard;
}

std::optional<RateLimiter::Clock::duration> RateLimiter::refuse(std::string_view client, Clock::time_point now)
{
    if (!isOn())
        return std::nullopt;
    std::uint64_t hash = hashOf(client);
    Shard& shard = m_shards[(hash >> 32) % kShards];
    const std::lock_guard lock(shard.mutex);
    if (!shard.clients.contains(hash) && !hasRoom(shard, now))
        hash = kOverflow;
    Clock::time_point& used = shard.clients[hash];
    const Clock::time_point next = std::max(used, now) + m_interval;
    if (next > now + m_burst)
        return next - (now + m_burst);
    used = next;
    return std::nullopt;
}

} // namespace xp::service
