// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <optional>
#include <vector>

namespace xp {

class Connection;

/// A document with the number of times it has been written; 0 and null when it never was.
struct VersionedDocument
{
    std::int64_t version = 0;
    nlohmann::json document;
};

struct SeriesPoint
{
    Timestamp at{};
    nlohmann::json document;
};

/// What is kept of reports: their history, and their results over time.
class ReportTable
{
public:
    explicit ReportTable(Connection& connection) : m_connection(connection) {}

    Result<VersionedDocument> history(const std::string& experimentId);
    /// Writes the history that follows `version`; false when somebody else was quicker, then nothing is written.
    Result<bool> saveHistory(const std::string& experimentId, std::int64_t version, const nlohmann::json& document);

    /// The looks and crossings so far: what begins anew has had none.
    Result<void> forget(const std::string& experimentId);

    /// Keeps a point unless there is one of this moment already: replicas may take the same one.
    Result<void> addPoint(const std::string& experimentId, const SeriesPoint& point);
    /// In order of time, both ends included.
    Result<std::vector<SeriesPoint>> points(const std::string& experimentId, Timestamp from, Timestamp to);
    Result<std::optional<Timestamp>> lastPoint(const std::string& experimentId);

private:
    Connection& m_connection;
};

} // namespace xp
