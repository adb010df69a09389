// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/connection.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/testexperiments.h"

#include <QString>
#include <memory>

namespace xp::test {

/// The tables as the replaced service made them, but for the types of the columns that differ between its versions.
inline std::string seedTables(const char* idType, const char* jsonType, const char* timeType)
{
    const QString text = QStringLiteral(
        "CREATE TABLE experiments (id %1 PRIMARY KEY, name VARCHAR NOT NULL, description TEXT, hypothesis TEXT,"
        " status VARCHAR, variants %2, metrics %2, target_sample_size INTEGER, significance_level FLOAT,"
        " traffic_allocation FLOAT, created_at %3, started_at %3, stopped_at %3);\n"
        "CREATE TABLE assignments (id SERIAL PRIMARY KEY, experiment_id %1, user_id VARCHAR, variant VARCHAR,"
        " context %2, assigned_at %3);\n"
        "CREATE TABLE events (id SERIAL PRIMARY KEY, experiment_id %1, assignment_id INTEGER, user_id VARCHAR,"
        " variant VARCHAR, event_name VARCHAR, value FLOAT, \"timestamp\" %3);\n");
    return text.arg(QLatin1String(idType), QLatin1String(jsonType), QLatin1String(timeType)).toStdString();
}

inline constexpr const char* kHalves =
    R"([{"name":"control","allocation":0.5,"config":{}},{"name":"new","allocation":0.5,"config":{"a":1}}])";

/// The replaced service's database.
class Seed
{
public:
    explicit Seed(PrivatePostgres& postgres, const char* idType = "VARCHAR", const char* jsonType = "JSON",
                  const char* timeType = "TIMESTAMP")
        : m_url(must(parseDatabaseUrl(postgres.newDatabase().toStdString())))
        , m_connection(must(Connection::open(m_url)))
    {
        must(m_connection->runScript(seedTables(idType, jsonType, timeType)));
    }

    const DatabaseUrl& url() const { return m_url; }

    void run(const std::string& script) { must(m_connection->runScript(script + ";\n")); }

    void experiment(const std::string& id, const std::string& status = "running", double traffic = 1,
                    const std::string& variants = kHalves, const std::string& metrics = R"(["click","buy"])")
    {
        const std::string started = status == "draft" ? "NULL" : "'2026-01-02 00:00:00'";
        const std::string stopped = status == "stopped" ? "'2026-01-20 00:00:00'" : "NULL";
        run("INSERT INTO experiments VALUES ('" + id + "', 'Experiment " + id + "', 'what', 'why', '" + status +
            "', '" + variants + "', '" + metrics + "', 500, 0.01, " + std::to_string(traffic) +
            ", '2026-01-01 00:00:00', " + started + ", " + stopped + ")");
    }
    void assign(const std::string& experiment, const std::string& user, const std::string& variant,
                const std::string& at = "2026-01-03 10:00:00", const std::string& context = "{\"country\":\"DE\"}")
    {
        run("INSERT INTO assignments (experiment_id, user_id, variant, context, assigned_at) VALUES ('" + experiment +
            "', '" + user + "', '" + variant + "', '" + context + "', '" + at + "')");
    }
    void track(const std::string& experiment, const std::string& user, const std::string& variant,
               const std::string& event, const std::string& value = "1", const std::string& at = "2026-01-04 10:00:00")
    {
        run("INSERT INTO events (experiment_id, user_id, variant, event_name, value, \"timestamp\") VALUES ('" +
            experiment + "', '" + user + "', '" + variant + "', '" + event + "', " + value + ", '" + at + "')");
    }

private:
    DatabaseUrl m_url;
    std::unique_ptr<Connection> m_connection;
};

} // namespace xp::test
