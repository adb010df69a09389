// SPDX-License-Identifier: Apache-2.0
// rawinsert URL [seconds]: rows as wide as an event, in plain durable batches of 1,000 into one table with one key,
// over one connection: the limit that the service's track:batch is a share of. Prints rows a second.

#include "core/storage/connection/connection.h"
#include "tests/support/testexperiments.h"

#include <QCoreApplication>
#include <cstdio>
#include <random>

using namespace xp;
using namespace xp::test;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc < 2)
        return 2;
    const double seconds = argc > 2 ? std::atof(argv[2]) : 5;
    auto connection = must(Connection::open(must(parseDatabaseUrl(argv[1]))));
    must(connection->runScript(std::string("CREATE TABLE IF NOT EXISTS raw_floor (experiment_id TEXT NOT NULL,"
                                           " received_at BIGINT NOT NULL, unit_id TEXT NOT NULL, name TEXT NOT NULL,"
                                           " value DOUBLE PRECISION NOT NULL,"
                                           " PRIMARY KEY (experiment_id, received_at, unit_id))") +
                               (connection->isPostgres() ? "" : " WITHOUT ROWID")));
    const std::string experiment = "0192f0c1-2345-7abc-8def-0123456789ab";
    std::mt19937_64 random(1);
    std::int64_t done = 0;
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    while (elapsed() < seconds) {
        RowSet rows({RowSet::Text, RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Real});
        std::vector<std::string> units;
        for (int i = 0; i < 1000; ++i)
            units.push_back("user-" + std::to_string(random() % 4294967291u));
        for (const std::string& unit : units)
            rows.add({experiment, ++done, unit, std::string_view("conversion"), 1.0});
        must(connection->atomically([&] {
            return connection->runFor(
                rows, "INSERT INTO raw_floor (experiment_id, received_at, unit_id, name, value) {rows}");
        }));
    }
    std::printf("%.0f\n", static_cast<double>(done) / elapsed());
    return 0;
}
