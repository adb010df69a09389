// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <optional>
#include <string>
#include <vector>

namespace xp {

class Connection;

/// An id that turned out to be another one's.
struct Identity
{
    std::string project;
    std::string alias;
    std::string unit; ///< never an alias itself
    Timestamp linkedAt{};
};

/// Which ids of a project mean the same person.
class IdentityTable
{
public:
    explicit IdentityTable(Connection& connection) : m_connection(connection) {}

    /// The unit that an id means: itself unless it is an alias.
    Result<std::string> unitOf(const std::string& project, const std::string& id);
    /// The other ids that mean the same unit, the unit itself first; empty where there are none.
    Result<std::vector<std::string>> othersOf(const std::string& project, const std::string& id);
    /// The time of the latest link; 0 where there is none.
    Result<Timestamp> latest();
    /// Links by whichever replica since latest() was this, and some from shortly before.
    Result<std::vector<Identity>> since(Timestamp latest);

    /// Makes `alias` and all that meant it mean `unit`. In the caller's transaction, under lock(). Its time comes after
    /// the latest, whatever the clocks of replicas say, so that since() finds it.
    Result<void> link(const std::string& project, const std::string& alias, const std::string& unit, Timestamp at);
    /// Removes what leads to a unit.
    Result<void> forget(const std::string& project, const std::string& unit);
    /// One change of a project's identities at a time, while no batch relies on them.
    Result<void> lock(const std::string& project);
    /// What a batch shares, as it does the lock of an experiment, before it asks what ids mean.
    static std::string lockName(std::string_view project);

private:
    Connection& m_connection;
};

} // namespace xp
