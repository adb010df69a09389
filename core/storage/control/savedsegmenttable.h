// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace xp {

class Connection;

/// A condition that experiments of a project refer to by its name.
struct SavedSegment
{
    std::string project;
    std::string name;
    std::string description;
    nlohmann::json condition;
    std::int64_t version = 1;
    Timestamp createdAt{};
};

class SavedSegmentTable
{
public:
    explicit SavedSegmentTable(Connection& connection) : m_connection(connection) {}

    /// Holds off other writers of experiments and segments until the transaction ends: a segment must not change
    /// between the moment an experiment takes it over and the moment that is stored.
    Result<void> lock();
    /// Conflict `segment_taken` when the project has one of this name.
    Result<void> insert(const SavedSegment& segment);
    Result<void> update(const SavedSegment& segment);
    Result<void> remove(const std::string& project, const std::string& name);
    /// NotFound `segment_not_found`.
    Result<SavedSegment> find(const std::string& project, const std::string& name);
    /// By project and name; `project` empty: of all.
    Result<std::vector<SavedSegment>> all(const std::string& project);

private:
    Connection& m_connection;
};

} // namespace xp
