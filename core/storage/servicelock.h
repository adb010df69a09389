// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/databaseurl.h"

#include <utility>

namespace xp {

/// Held by the one service that may use a SQLite file: it answers from memory, so a second one would not hear of its
/// changes in time. Imports and backups beside it need none. Ends with the process, however that ends.
class ServiceLock
{
public:
    ServiceLock() = default;
    explicit ServiceLock(int descriptor) : m_descriptor(descriptor) {}
    ServiceLock(ServiceLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ServiceLock& operator=(ServiceLock&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~ServiceLock();

private:
    int m_descriptor = -1;
};

/// Conflict `database_in_use` when another service has the file; nothing is locked for PostgreSQL.
Result<ServiceLock> lockForService(const DatabaseUrl& url);

} // namespace xp
