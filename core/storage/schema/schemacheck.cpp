// SPDX-License-Identifier: Apache-2.0
#include "core/storage/schema/schemacheck.h"

#include "core/storage/connection/connection.h"
#include "core/storage/schema/migrations.h"
#include "core/storage/schema/schemarehearsal.h"

#include <QRegularExpression>

namespace xp {

namespace {

constexpr const char* kSchema = "xp_schema_check";
constexpr int kPartitions = 3;

/// The first and second word that each match of a pattern captures.
std::vector<std::pair<std::string, std::string>> matchesOf(const std::string& text, const char* pattern)
{
    std::vector<std::pair<std::string, std::string>> found;
    const QString subject = QString::fromStdString(text);
    for (const QRegularExpressionMatch& match : QRegularExpression(QLatin1String(pattern)).globalMatch(subject))
        found.emplace_back(match.captured(1).toStdString(), match.captured(2).toStdString());
    return found;
}

class Check
{
public:
    Check(Connection& connection, const Distribution& distribution)
        : m_connection(connection), m_distribution(distribution)
    {
    }

    Result<std::vector<std::string>> run()
    {
        auto done = m_connection.runScript(std::string("CREATE SCHEMA ") + kSchema + ";\nSET LOCAL search_path TO " +
                                           kSchema + ";\n");
        done = done.and_then([&] { return migrate(m_connection); }).and_then([&] { return lookForFaults(); });
        done = done.and_then([&] { return partitionAll(); });
        if (done && m_faults.empty()) // else the transaction may be over
            done = rehearse();
        return done.map([&] { return std::move(m_faults); });
    }

private:
    /// Tables that have no place, and places without a table; then each table.
    Result<void> partitionAll()
    {
        std::set<std::string> tables;
        auto read =
            m_connection.run("SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(?)"
                             " AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'schema_version'",
                             {param(kSchema)}, [&](const Row& row) { tables.insert(row.text(0)); });
        if (!read)
            return Failure(std::move(read.error()));
        for (const std::string& table : tables) {
            if (!m_distribution.columns.contains(table) && !m_distribution.copied.contains(table))
                m_faults.push_back("The table " + table + " has no place: neither distributed nor copied");
        }
        for (const auto& [table, column] : m_distribution.columns) {
            if (!tables.contains(table))
                m_faults.push_back("There is no table " + table);
            else if (auto done = partition(table, column); !done)
                return done;
            if (!m_faults.empty())
                return {};
        }
        return {};
    }

    Result<void> partition(const std::string& table, const std::string& column)
    {
        std::vector<std::string> indexes;
        auto read = m_connection.run("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = to_regclass(?)",
                                     {param(table)}, [&](const Row& row) { indexes.push_back(row.text(0)); });
        if (!read)
            return Failure(std::move(read.error()));
        std::string script = "ALTER TABLE " + table + " RENAME TO plain;\nCREATE TABLE " + table +
                             " (LIKE plain INCLUDING DEFAULTS) PARTITION BY HASH (" + column +
                             ");\nDROP TABLE plain CASCADE;\n";
        for (const std::string& index : indexes) {
            const auto parts = matchesOf(index, "^(CREATE (?:UNIQUE )?INDEX \\w+ ON ).* USING (btree .*)$");
            if (!parts.empty())
                script += parts[0].first + table + " USING " + parts[0].second + ";\n";
        }
        for (int i = 0; i < kPartitions; ++i)
            script += "CREATE TABLE " + table + "_part" + std::to_string(i) + " PARTITION OF " + table +
                      " FOR VALUES WITH (MODULUS " + std::to_string(kPartitions) + ", REMAINDER " + std::to_string(i) +
                      ");\n";
        if (auto done = m_connection.runScript(script); !done) {
            if (done.error().code == ErrorCode::Unavailable)
                return done;
            m_faults.push_back("The table " + table + " cannot be spread by " + column + ": " +
                               done.error().sentence.arguments.value("detail", done.error().sentence.text));
        }
        return {};
    }

    /// What Citus refuses and PostgreSQL does not.
    Result<void> lookForFaults()
    {
        for (const auto& [query, what] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"SELECT conname, conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint"
                  " WHERE contype = 'f' AND conparentid = 0 AND connamespace = to_regnamespace(?)",
                  "foreign key"},
                 {"SELECT tgname, '', '' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                  " WHERE NOT tgisinternal AND c.relnamespace = to_regnamespace(?)",
                  "trigger"},
                 {"SELECT rulename, '', '' FROM pg_rules WHERE schemaname = ?", "rule"},
                 {"SELECT relname, '', '' FROM pg_class WHERE relkind = 'S' AND relnamespace = to_regnamespace(?)",
                  "sequence"}}) {
            const bool isForeign = std::string_view(what) == "foreign key"; // among copied tables they are fine
            auto read = m_connection.run(query, {param(kSchema)}, [&](const Row& row) {
                if (!isForeign || m_distribution.columns.contains(row.text(1)) ||
                    m_distribution.columns.contains(row.text(2)))
                    m_faults.push_back(std::string("The ") + what + " " + row.text(0) + " cannot be there");
            });
            if (!read)
                return Failure(std::move(read.error()));
        }
        return {};
    }

    Result<void> rehearse()
    {
        auto played = playEverything(m_connection);
        if (played || played.error().code == ErrorCode::Unavailable)
            return played;
        m_faults.push_back("A statement does not run: " +
                           played.error().sentence.arguments.value("detail", played.error().sentence.text));
        return {};
    }

    Connection& m_connection;
    const Distribution& m_distribution;
    std::vector<std::string> m_faults;
};

} // namespace

Distribution distributionOf(const std::string& script)
{
    Distribution distribution;
    for (auto& [table, column] : matchesOf(script, "create_distributed_table\\('(\\w+)', '(\\w+)'"))
        distribution.columns.emplace(table, column);
    for (const auto& [table, rest] : matchesOf(script, "create_reference_table\\('(\\w+)'\\)"))
        distribution.copied.insert(table);
    return distribution;
}

Distribution spreadBy(Distribution distribution, const std::string& from, const std::string& to)
{
    for (auto& [table, column] : distribution.columns) {
        // What was told without an experiment has none.
        if (column == from && table != "user_events")
            column = to;
    }
    return distribution;
}

Result<std::vector<std::string>> checkDistribution(const DatabaseUrl& url, const Distribution& distribution)
{
    if (url.engine != DatabaseUrl::Engine::Postgres)
        return fail(ErrorCode::Invalid, "postgres_needed", "This needs a PostgreSQL database, any one");
    const auto connection = Connection::open(url);
    if (!connection)
        return Failure(connection.error());
    if (auto begun = (*connection)->begin(); !begun)
        return Failure(std::move(begun.error()));
    auto faults = Check(**connection, distribution).run();
    (*connection)->rollback();
    return faults;
}

} // namespace xp
