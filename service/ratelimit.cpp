// SPDX-License-Identifier: Apache-2.0
#include "service/ratelimit.h"

#include <QByteArrayView>
#include <QHashFunctions>
#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>

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

std::string RateLimiter::clientAt(const std::string& peer)
{
    constexpr std::size_t kNetworkBytes = 8, kMappedBytes = 12;
    in6_addr address{};
    // What follows % is the interface that a link-local address was met on.
    if (inet_pton(AF_INET6, peer.substr(0, peer.find('%')).c_str(), &address) != 1)
        return peer;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (IN6_IS_ADDR_V4MAPPED(&address)) {
        inet_ntop(AF_INET, address.s6_addr + kMappedBytes, text.data(), text.size());
        return text.data();
    }
    std::fill(std::begin(address.s6_addr) + kNetworkBytes, std::end(address.s6_addr), std::uint8_t{0});
    inet_ntop(AF_INET6, &address, text.data(), text.size());
    return std::string(text.data()) + "/64";
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

std::optional<RateLimiter::Clock::duration> RateLimiter::refuse(std::string_view client, Clock::time_point now,
                                                                Kind kind)
{
    if (!isOn())
        return std::nullopt;
    std::uint64_t hash = hashOf(client);
    Shard& shard = m_shards[static_cast<std::size_t>(kind)][(hash >> 32) % kShards];
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
