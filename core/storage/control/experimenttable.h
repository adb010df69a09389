// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experimentcodec.h"

#include <map>
#include <set>

namespace xp {

class Connection;

/// A page of the experiments that match.
struct ExperimentQuery
{
    std::optional<Status> status;
    std::string text;        ///< found in name, key or description, case-insensitive; empty: all
    std::string project;     ///< empty: all
    std::string environment; ///< empty: all
    std::int64_t skip = 0;
    std::int64_t limit = 100;
};

class ExperimentTable
{
public:
    explicit ExperimentTable(Connection& connection) : m_connection(connection) {}

    /// Conflict `key_taken` when another experiment has the key (or the id).
    Result<void> insert(const Experiment& experiment);
    /// In a transaction: no other change, and no write about the experiment, until it ends. Before anything else that
    /// changes hold (the change token, the audit log): who waits here must not keep all other changes waiting.
    Result<void> hold(const std::string& id);
    /// Stores everything; the stored version must be `experiment.version - 1`, else Conflict `stale_version`.
    Result<void> update(const Experiment& experiment);
    /// Removes the experiment and all its rows in the data tables. The audit log stays.
    Result<void> remove(const std::string& id);

    /// NotFound `experiment_not_found`.
    Result<Experiment> find(const std::string& idOrKey);
    /// Newest first.
    Result<ExperimentPage> list(const ExperimentQuery& filter);
    Result<std::vector<Experiment>> all();
    /// Those of a project that have not ended and whose enrolment holds this piece of JSON, as nlohmann::json writes
    /// it, wherever: the caller knows what it means there. Newest first.
    Result<std::vector<Experiment>> openWith(const std::string& project, const std::string& piece);
    /// Of every experiment its id and version, which every change raises.
    Result<std::vector<std::pair<std::string, std::int64_t>>> versions();
    /// Those that are there, in any order.
    Result<std::vector<Experiment>> withIds(const std::vector<std::string>& ids);
    /// The keys that begin with this one and a '-'.
    Result<std::set<std::string>> keysFrom(const std::string& key);
    Result<std::map<Status, std::int64_t>> countByStatus();
    /// How often an experiment has ever entered each status (for `experimentation_experiments_total`).
    Result<std::map<Status, std::int64_t>> entriesByStatus();
    Result<void> countEntry(Status status);

    /// A number that grows with every committed change of any experiment or key, whoever made it; cheap to read.
    Result<std::int64_t> changeToken();

private:
    Connection& m_connection;
};

} // namespace xp
