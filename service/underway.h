// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace xp::service {

/// What is under way, by name: a task that comes around again and again is not begun anew before the last one has
/// ended, or the pool would fill with it while the database is slow. Thread-safe.
class UnderWay
{
public:
    using Ticket = std::shared_ptr<void>;

    /// It is under way as long as the ticket is held, by whatever does the work. nullptr: it is already.
    Ticket begin(const std::string& name)
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (!m_shared->names.insert(name).second)
            return nullptr;
        return {m_shared.get(), [shared = m_shared, name](void*) {
                    const std::scoped_lock ending(shared->mutex);
                    shared->names.erase(name);
                }};
    }

private:
    struct Shared
    {
        std::mutex mutex;
        std::set<std::string> names;
    };
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>(); ///< tickets may outlive this object
};

} // namespace xp::service
