// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/holdout.h"

#include <vector>

namespace xp {

class Connection;

/// The holdouts of all projects. Every change moves the change token, so that all replicas hear of it.
class HoldoutTable
{
public:
    explicit HoldoutTable(Connection& connection) : m_connection(connection) {}

    /// Conflict `holdout_taken` when the project has one of this key.
    Result<void> insert(const Holdout& holdout);
    Result<void> update(const Holdout& holdout);
    Result<void> remove(const std::string& project, const std::string& key);
    /// NotFound `holdout_not_found`.
    Result<Holdout> find(const std::string& project, const std::string& key);
    /// By project and key; `project` empty: of all.
    Result<std::vector<Holdout>> all(const std::string& project);

private:
    Connection& m_connection;
};

} // namespace xp
