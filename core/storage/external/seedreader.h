// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"
#include "core/storage/connection/databaseurl.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xp {

class Connection;

/// An experiment of the FastAPI service that this one replaces, as its table says it; ids are text whatever their type.
struct SeedExperiment
{
    std::string id;
    std::string name;
    std::string description;
    std::string hypothesis;
    std::string status;
    std::string variants; ///< JSON text
    std::string metrics;  ///< JSON text
    std::optional<std::int64_t> targetSampleSize;
    std::optional<double> significanceLevel;
    std::optional<double> trafficAllocation;
    std::optional<Timestamp> createdAt;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> stoppedAt;
};

struct SeedAssignment
{
    std::string experimentId;
    std::string user;
    std::string variant;
    std::string context; ///< JSON text or empty
    std::optional<Timestamp> assignedAt;
    bool repeated = false; ///< the user has an earlier row in this experiment
};

struct SeedEvent
{
    std::string id;
    std::string experimentId;
    std::string user;
    std::string variant;
    std::string name;
    std::optional<double> value;
    std::optional<Timestamp> time;
};

/// Reads the tables `experiments`, `assignments` and `events` of the replaced service in PostgreSQL, all as of one
/// moment and in bounded memory. Ids may be numbers, UUIDs or text; JSON may be json, jsonb or text; times with or
/// without a zone (then UTC). Nothing is written.
class SeedReader
{
public:
    /// Connects and fixes the moment that is read. Invalid `not_a_seed_database`: no PostgreSQL, or the tables or
    /// columns are not there.
    static Result<std::unique_ptr<SeedReader>> open(const DatabaseUrl& url);
    ~SeedReader();

    Result<std::vector<SeedExperiment>> experiments(); ///< oldest first
    // Errors of the database have its name as argument `database`: there is another one that is written to.

    /// In batches, ordered by experiment, user and time.
    Result<void> assignments(const std::function<Result<void>(std::vector<SeedAssignment>)>& onBatch);
    /// In batches, in no order.
    Result<void> events(const std::function<Result<void>(std::vector<SeedEvent>)>& onBatch);

private:
    template <typename T, typename Read>
    Result<void> inBatches(const std::string& select, Read read,
                           const std::function<Result<void>(std::vector<T>)>& onBatch);

    explicit SeedReader(std::unique_ptr<Connection> connection);
    Result<void> begin();

    std::unique_ptr<Connection> m_connection;
};

} // namespace xp
