// SPDX-License-Identifier: Apache-2.0
#include "core/storage/external/seedreader.h"

#include "core/storage/connection/connection.h"

namespace xp {

namespace {

/// PostgreSQL writes `2026-11-24 04:08:57.123456+00`, and no zone for a time without one.
std::optional<Timestamp> timeOf(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : parseIso8601(row.text(column));
}

std::optional<double> realOf(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

Failure naming(const DatabaseUrl& url, Error error)
{
    error.sentence.arguments["database"] = url.display;
    return Failure(std::move(error));
}

} // namespace

SeedReader::SeedReader(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

SeedReader::~SeedReader() = default;

Result<std::unique_ptr<SeedReader>> SeedReader::open(const DatabaseUrl& url)
{
    if (url.engine != DatabaseUrl::Engine::Postgres)
        return fail(ErrorCode::Invalid, "not_a_seed_database",
                    "The replaced service keeps its data in PostgreSQL; " + url.display + " is none");
    auto connection = Connection::open(url);
    if (!connection)
        return naming(url, std::move(connection.error()));
    std::unique_ptr<SeedReader> reader(new SeedReader(std::move(*connection)));
    if (auto begun = reader->begin(); !begun)
        return naming(url, std::move(begun.error()));
    return reader;
}

Result<void> SeedReader::begin()
{
    if (auto begun = m_connection->begin(); !begun)
        return begun;
    // Sorting a large table may take long, and so may storing a batch elsewhere.
    auto prepared = m_connection->runScript("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;\n"
                                            "SET LOCAL statement_timeout = 0;\n"
                                            "SET LOCAL idle_in_transaction_session_timeout = 0;\n"
                                            "SET LOCAL datestyle = 'ISO';\n"
                                            "SET LOCAL extra_float_digits = 1;\n");
    if (!prepared)
        return prepared;
    std::int64_t columns = 0;
    auto counted = m_connection->run(
        "SELECT COUNT(*) FROM (VALUES ('experiments', 'hypothesis'), ('experiments', 'traffic_allocation'),"
        " ('assignments', 'user_id'), ('assignments', 'variant'), ('events', 'assignment_id'), ('events', "
        "'event_name'))"
        " AS wanted (tab, col) JOIN pg_attribute a ON a.attrelid = to_regclass(wanted.tab) AND a.attname = wanted.col"
        " AND NOT a.attisdropped",
        {}, [&](const Row& row) { columns = row.integer(0); });
    if (!counted)
        return Failure(std::move(counted.error()));
    if (columns != 6)
        return fail(ErrorCode::Invalid, "not_a_seed_database",
                    "The database to migrate from does not hold the tables experiments, assignments and events of the "
                    "replaced service");
    return {};
}

Result<std::vector<SeedExperiment>> SeedReader::experiments()
{
    std::vector<SeedExperiment> experiments;
    auto done = m_connection->run(
        "SELECT CAST(id AS TEXT), COALESCE(name, ''), COALESCE(description, ''), COALESCE(hypothesis, ''), CAST(status "
        "AS TEXT),"
        " CAST(variants AS TEXT), CAST(metrics AS TEXT), CAST(target_sample_size AS BIGINT),"
        " CAST(significance_level AS DOUBLE PRECISION), CAST(traffic_allocation AS DOUBLE PRECISION),"
        " CAST(created_at AS TEXT), CAST(started_at AS TEXT), CAST(stopped_at AS TEXT)"
        " FROM experiments ORDER BY created_at, id",
        {}, [&](const Row& row) {
            experiments.push_back({.id = row.text(0),
                                   .name = row.text(1),
                                   .description = row.text(2),
                                   .hypothesis = row.text(3),
                                   .status = row.text(4),
                                   .variants = row.text(5),
                                   .metrics = row.text(6),
                                   .targetSampleSize = row.isNull(7) ? std::nullopt : std::optional(row.integer(7)),
                                   .significanceLevel = realOf(row, 8),
                                   .trafficAllocation = realOf(row, 9),
                                   .createdAt = timeOf(row, 10),
                                   .startedAt = timeOf(row, 11),
                                   .stoppedAt = timeOf(row, 12)});
        });
    if (!done)
        return naming(m_connection->url(), std::move(done.error()));
    return experiments;
}

/// Reads through a cursor: the driver would otherwise hold the whole table in memory.
template <typename T, typename Read>
Result<void> SeedReader::inBatches(const std::string& select, Read read,
                                   const std::function<Result<void>(std::vector<T>)>& onBatch)
{
    if (auto declared = m_connection->runScript("DECLARE seed NO SCROLL CURSOR FOR " + select + ";\n"); !declared)
        return naming(m_connection->url(), std::move(declared.error()));
    for (;;) {
        std::vector<T> batch;
        auto fetched = m_connection->runUnprepared("FETCH FORWARD 5000 FROM seed",
                                                   [&](const Row& row) { batch.push_back(read(row)); });
        if (!fetched)
            return naming(m_connection->url(), std::move(fetched.error()));
        if (*fetched == 0)
            return m_connection->runScript("CLOSE seed;\n");
        if (auto taken = onBatch(std::move(batch)); !taken)
            return taken;
    }
}

Result<void> SeedReader::assignments(const std::function<Result<void>(std::vector<SeedAssignment>)>& onBatch)
{
    const auto read = [](const Row& row) {
        return SeedAssignment{.experimentId = row.text(0),
                              .user = row.text(1),
                              .variant = row.text(2),
                              .context = row.text(3),
                              .assignedAt = timeOf(row, 4),
                              .repeated = row.integer(5) > 1};
    };
    return inBatches<SeedAssignment>("SELECT COALESCE(CAST(experiment_id AS TEXT), ''), COALESCE(CAST(user_id AS "
                                     "TEXT), ''), COALESCE(CAST(variant AS TEXT), ''),"
                                     " COALESCE(CAST(context AS TEXT), ''), CAST(assigned_at AS TEXT),"
                                     " ROW_NUMBER() OVER (PARTITION BY experiment_id, user_id ORDER BY assigned_at, id)"
                                     " FROM assignments",
                                     read, onBatch);
}

Result<void> SeedReader::events(const std::function<Result<void>(std::vector<SeedEvent>)>& onBatch)
{
    const auto read = [](const Row& row) {
        return SeedEvent{.id = row.text(0),
                         .experimentId = row.text(1),
                         .user = row.text(2),
                         .variant = row.text(3),
                         .name = row.text(4),
                         .value = realOf(row, 5),
                         .time = timeOf(row, 6)};
    };
    return inBatches<SeedEvent>(
        "SELECT CAST(id AS TEXT), COALESCE(CAST(experiment_id AS TEXT), ''), COALESCE(CAST(user_id AS TEXT), ''),"
        " COALESCE(CAST(variant AS TEXT), ''), COALESCE(CAST(event_name AS TEXT), ''),"
        " CAST(value AS DOUBLE PRECISION), CAST(\"timestamp\" AS TEXT)"
        " FROM events",
        read, onBatch);
}

} // namespace xp
