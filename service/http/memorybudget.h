// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace xp::service {

/// What clients make the server keep of one kind, in bytes, all threads together. Who keeps little is always let.
/// Beyond the most, that client gives up which has kept the most for the longest, bytes times time: who sends or reads
/// as fast as others do is not it.
class MemoryBudget
{
public:
    MemoryBudget(std::size_t most, std::size_t little) : m_most(most), m_little(little) {}
    MemoryBudget(const MemoryBudget&) = delete;
    MemoryBudget& operator=(const MemoryBudget&) = delete;

    /// Bytes that nobody can be made to give up, counted as long as it lives.
    class Held
    {
    public:
        Held() = default;
        Held(std::shared_ptr<MemoryBudget> budget, std::size_t bytes) : m_budget(std::move(budget)), m_bytes(bytes) {}
        Held(Held&& other) noexcept : m_budget(std::move(other.m_budget)), m_bytes(std::exchange(other.m_bytes, 0)) {}
        Held& operator=(Held&& other) noexcept;
        ~Held() { release(); }

    private:
        void release();

        std::shared_ptr<MemoryBudget> m_budget;
        std::size_t m_bytes = 0;
    };

    /// What one client makes the server keep. It belongs to one thread; any other may tell it to give up.
    class Share
    {
    public:
        /// `tell` is called from any thread, under a lock: it must do no more than let the owner's thread know.
        Share(std::shared_ptr<MemoryBudget> budget, std::function<void()> tell);
        ~Share() { set(0); }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

        /// False: the owner is the one to give up.
        bool set(std::size_t bytes);
        /// It has been told, and has not been set to 0 since.
        bool mustGiveUp() const;
        /// Leaves what is kept to somebody who works with it.
        Held take();

    private:
        friend class MemoryBudget;
        using Clock = std::chrono::steady_clock;

        std::shared_ptr<MemoryBudget> m_budget;
        std::function<void()> m_tell;
        std::size_t m_bytes = 0;
        Clock::time_point m_since{}; ///< it is large
        bool m_isLarge = false;
        bool m_isTold = false; ///< and counted no more
    };

private:
    bool isExceeded() const { return m_sum.load() > m_most; }
    void makeRoom();
    void list(Share& share);
    void unlist(Share& share);

    const std::size_t m_most;
    const std::size_t m_little;
    std::atomic<std::size_t> m_sum{0};
    std::mutex m_mutex;
    std::vector<Share*> m_large; ///< those that can be told
};

} // namespace xp::service
