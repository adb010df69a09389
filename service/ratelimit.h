// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/options.h"

#include <array>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace xp::service {

/// Counts the requests of each client and says when one has had enough: the generic cell rate algorithm, which lets a
/// client spend its allowance at once and get it back evenly. Thread-safe; its memory is bounded, however many clients
/// there are.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    /// Who is let in has room of their own: strangers, of whom one may have any number of addresses, do not take it.
    enum class Kind { Stranger, Known };

    explicit RateLimiter(RateLimit limit);

    bool isOn() const { return m_interval.count() > 0; }
    /// Takes one request of the client's allowance; without any left, how long it is to wait.
    std::optional<Clock::duration> refuse(std::string_view client, Clock::time_point now, Kind kind = Kind::Stranger);

    /// Whom a request without a known token is counted for: the address it comes from. Of an IPv6 address the network
    /// (the first 64 bits), as one client has as many addresses in it as it likes; one that stands for an IPv4 address
    /// is that address.
    static std::string clientAt(const std::string& peer);

private:
    static constexpr std::size_t kShards = 64; ///< of each kind
    static constexpr std::size_t kClientsOfShard = 4096;

    struct Shard
    {
        std::mutex mutex;
        /// When the client would have used nothing, by a hash of its name.
        std::unordered_map<std::uint64_t, Clock::time_point> clients;
        Clock::time_point cleanedAt{};
    };

    static bool hasRoom(Shard& shard, Clock::time_point now);

    Clock::duration m_interval{0};                      ///< between two requests that come evenly
    Clock::duration m_burst{0};                         ///< how far a client may be ahead
    std::array<std::array<Shard, kShards>, 2> m_shards; ///< by kind
};

} // namespace xp::service
