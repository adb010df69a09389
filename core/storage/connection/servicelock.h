// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace xp {

class Connection;

/// Held by the one service that may use a SQLite file: it answers from memory, so a second one would not hear of its
/// changes in time. Imports and backups beside it need none. Ends with the process, however that ends.
class ServiceLock
{
public:
    ServiceLock() = default;
    ServiceLock(ServiceLock&& other) noexcept : m_descriptors(std::move(other.m_descriptors)) {}
    ServiceLock& operator=(ServiceLock&& other) noexcept
    {
        std::swap(m_descriptors, other.m_descriptors);
        return *this;
    }
    ~ServiceLock();

    /// Closes it, which unlocks it, at the end.
    void hold(int descriptor) { m_descriptors.push_back(descriptor); }

private:
    std::vector<int> m_descriptors;
};

/// Beside a SQLite file.
std::string lockFileOf(const DatabaseUrl& url);

/// Conflict `database_in_use` when another service has the file, under this name or another one (links); nothing is
/// locked for PostgreSQL. A file that is not there is made, empty. To be called before this process has opened the
/// database, and to be held for longer than that: SQLite's own locks end with any descriptor of the file.
Result<ServiceLock> lockForService(const DatabaseUrl& url);

/// PostgreSQL: shows for as long as the session lasts, however that ends, that a service writes over it. By an advisory
/// lock that all share: names of sessions are the URL's, and another client may have the same.
Result<void> showService(Connection& connection);
/// How many sessions show that, of this database.
Result<std::int64_t> servicesShown(Connection& connection);

} // namespace xp
