// SPDX-License-Identifier: Apache-2.0
#include "service/http/memorybudget.h"

#include <algorithm>

namespace xp::service {

MemoryBudget::Held& MemoryBudget::Held::operator=(Held&& other) noexcept
{
    if (this != &other) {
        release();
        m_budget = std::move(other.m_budget);
        m_bytes = std::exchange(other.m_bytes, 0);
    }
    return *this;
}

void MemoryBudget::Held::release()
{
    if (m_budget)
        m_budget->m_sum -= std::exchange(m_bytes, 0);
}

MemoryBudget::Share::Share(std::shared_ptr<MemoryBudget> budget, std::function<void()> tell)
    : m_budget(std::move(budget)), m_tell(std::move(tell))
{
}

bool MemoryBudget::Share::set(std::size_t bytes)
{
    const std::size_t before = m_bytes;
    if (bytes == before)
        return true;
    if (!m_isLarge && bytes <= m_budget->m_little) { // most are: without the lock
        m_bytes = bytes;
        m_budget->m_sum += bytes - before;
        if (bytes > before && m_budget->isExceeded()) {
            const std::lock_guard lock(m_budget->m_mutex);
            m_budget->makeRoom();
        }
        return true;
    }
    const std::lock_guard lock(m_budget->m_mutex);
    m_bytes = bytes;
    if (m_isTold) {
        m_isTold = m_isLarge = bytes > 0;
        return true;
    }
    m_budget->m_sum += bytes - before;
    if (bytes <= m_budget->m_little)
        m_budget->unlist(*this);
    else if (!m_isLarge)
        m_budget->list(*this);
    if (bytes > before)
        m_budget->makeRoom();
    return !m_isTold;
}

bool MemoryBudget::Share::mustGiveUp() const
{
    const std::lock_guard lock(m_budget->m_mutex);
    return m_isTold;
}

MemoryBudget::Held MemoryBudget::Share::take()
{
    if (m_isLarge) {
        const std::lock_guard lock(m_budget->m_mutex);
        if (m_isTold) // too late
            m_budget->m_sum += m_bytes;
        m_budget->unlist(*this);
    }
    return Held(m_budget, std::exchange(m_bytes, 0));
}

/// Called under the lock.
void MemoryBudget::makeRoom()
{
    while (isExceeded() && !m_large.empty()) {
        const Share::Clock::time_point now = Share::Clock::now();
        const auto weight = [now](const Share* share) {
            return static_cast<double>(share->m_bytes) * std::chrono::duration<double>(now - share->m_since).count();
        };
        Share& heaviest = **std::ranges::max_element(m_large, {}, weight);
        std::erase(m_large, &heaviest); // its owner alone changes m_isLarge, which it reads without the lock
        m_sum -= heaviest.m_bytes;
        heaviest.m_isTold = true;
        heaviest.m_tell();
    }
}

void MemoryBudget::list(Share& share)
{
    share.m_isLarge = true;
    share.m_since = Share::Clock::now();
    m_large.push_back(&share);
}

void MemoryBudget::unlist(Share& share)
{
    std::erase(m_large, &share);
    share.m_isLarge = share.m_isTold = false;
}

} // namespace xp::service
