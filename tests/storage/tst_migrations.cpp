// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/schema/migrations.h"
#include "core/storage/units/totalsrow.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

using namespace xp;
using namespace xp::test;

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void emptyBecomesCurrentAndStaysSo()
    {
        const auto store = openStore(m_databases.empty());
        QCOMPARE(must(store->schemaState()), SchemaState::Empty);
        must(store->migrate());
        QCOMPARE(must(store->schemaState()), SchemaState::Current);
        must(store->experiments().insert(runningExperiment()));
        must(store->migrate());
        QCOMPARE(must(store->experiments().all()).size(), std::size_t(1));
    }

    void replicasMayStartTogether()
    {
        const DatabaseUrl url = m_databases.empty();
        std::atomic<int> migrated = 0;
        std::vector<std::thread> replicas;
        for (int i = 0; i < 8; ++i) {
            replicas.emplace_back([&] {
                auto store = Store::open(url);
                if (const auto done = store ? (*store)->migrate() : Failure(store.error()); done)
                    ++migrated;
                else
                    qWarning("%s", done.error().sentence.arguments.dump().c_str());
            });
        }
        for (std::thread& replica : replicas)
            replica.join();
        QCOMPARE(migrated.load(), 8);
        std::int64_t rows = 0;
        must(openStore(url)->connection().run("SELECT COUNT(*) FROM schema_version", {},
                                              [&](const Row& row) { rows = row.integer(0); }));
        QCOMPARE(rows, latestSchemaVersion());
    }

    /// Each total of schema 2, where one stood for itself, is where its position has its place now.
    void totalsKeepTheirPositions()
    {
        const auto store = openStore(m_databases.empty());
        Connection& connection = store->connection();
        must(xp::migrate(connection, 2));
        std::map<std::pair<std::string, std::int16_t>, UnitTotals> wanted;
        RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer});
        const std::vector<std::string> units{"a", "b", "c"};
        for (std::int64_t i = 0; i < 3 * 26; ++i) {
            const std::string& unit = units[static_cast<std::size_t>(i) / 26];
            const auto metric = static_cast<std::int16_t>(i % 26 / 2 - 1);
            const std::int16_t position = i % 2 == 0 || metric < 0 ? metric : covariatePosition(metric);
            if (unit == "b" && i % 5 > 0)
                continue; // has a few
            if (wanted.try_emplace({unit, position}, UnitTotals{i, {-i, i % 3}}).second)
                rows.add({"experiment", std::string_view(unit), std::int64_t{position}, i, -i, i % 3});
        }
        must(connection.runFor(rows,
                               "INSERT INTO unit_totals (experiment_id, unit_id, metric, count, sum_0, sum_1) {rows}"));
        must(store->migrate());
        std::map<std::pair<std::string, std::int16_t>, UnitTotals> found;
        must(connection.run("SELECT unit_id, " + totalsColumns() +
                                " FROM unit_totals WHERE experiment_id = 'experiment'",
                            {}, [&](const Row& row) {
                                eachTotals(row, 1, [&](std::int16_t position, const UnitTotals& is) {
                                    QVERIFY(found.try_emplace({row.text(0), position}, is).second);
                                });
                            }));
        QVERIFY(wanted.size() > 50);
        QCOMPARE(found, wanted);
    }

    /// A limit on statements is for requests: tables that are made anew take as long as they are large.
    void takesAsLongAsItTakes()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        const DatabaseUrl url = m_databases.empty();
        const auto store = openStore(url);
        must(store->connection().runScript("SET statement_timeout = '200ms'"));
        std::atomic<bool> isHeld = false;
        std::thread other([&] {
            const auto holds = openStore(url);
            must(holds->transaction([&] {
                return holds->connection()
                    .run("SELECT pg_advisory_xact_lock(?)", {param(std::int64_t{0x7870'6D69'6772'6174})})
                    .and_then([&](std::int64_t) {
                        isHeld = true;
                        return holds->connection().runScript("SELECT pg_sleep(1)");
                    });
            }));
        });
        while (!isHeld)
            std::this_thread::yield();
        const auto migrated = store->migrate();
        other.join();
        must(migrated);
        // And for this alone.
        QVERIFY(!store->connection().runScript("SELECT pg_sleep(1)"));
    }

    void tablesOfTheServiceReplacedAreLeftAlone()
    {
        const DatabaseUrl url = m_databases.empty();
        const auto store = openStore(url);
        must(store->connection().runScript("CREATE TABLE assignments (id TEXT PRIMARY KEY, user_id TEXT)"));
        QCOMPARE(must(store->schemaState()), SchemaState::Foreign);
        const auto refused = store->migrate();
        QCOMPARE(codeOf(refused), "foreign_schema");
        QVERIFY(refused.error().sentence.text.find("migrate-seed") != std::string::npos);
        QCOMPARE(must(store->schemaState()), SchemaState::Foreign);
    }

    void aLaterReleasesDatabaseIsRefused()
    {
        const auto store = openStore(m_databases.migrated());
        must(store->connection().run(
            "INSERT INTO schema_version (version, name, applied_at, checksum) VALUES (?, ?, ?, 'x')",
            {param(latestSchemaVersion() + 1), param("later"), param(now())}));
        QCOMPARE(must(store->schemaState()), SchemaState::Newer);
        QCOMPARE(codeOf(store->migrate()), "newer_schema");
    }

    void tablesOfAnotherBuildAreLeftAlone()
    {
        const auto store = openStore(m_databases.migrated());
        must(store->connection().run("UPDATE schema_version SET checksum = 'x' WHERE version = 1"));
        QCOMPARE(must(store->schemaState()), SchemaState::Altered);
        QCOMPARE(codeOf(store->migrate()), "altered_schema");
        must(store->connection().runScript("ALTER TABLE schema_version DROP COLUMN checksum"));
        QCOMPARE(codeOf(store->migrate()), "altered_schema");
    }

    void aMigrationThatWasCutShortIsRunAgain()
    {
        const DatabaseUrl url = m_databases.empty();
        {
            auto connection = must(Connection::open(url));
            must(connection->begin());
            must(connection->runScript("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY,"
                                       " name TEXT NOT NULL, applied_at BIGINT NOT NULL)"));
            must(connection->runScript("CREATE TABLE experiments (id TEXT PRIMARY KEY)"));
        } // gone before the commit
        const auto store = openStore(url);
        QCOMPARE(must(store->schemaState()), SchemaState::Empty);
        must(store->migrate());
        QCOMPARE(must(store->schemaState()), SchemaState::Current);
    }

    void aFileThatIsNoDatabaseIsLeftAsItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("notes.db"));
        const QByteArray text = QByteArray("These are notes, not a database.\n").repeated(100);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto refused = Store::open(must(parseDatabaseUrl("sqlite:///" + path.toStdString())));
        QCOMPARE(codeOf(refused), "database_corrupt");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void aFolderThatIsMissingIsUnavailable()
    {
        const auto refused = Store::open(must(parseDatabaseUrl("sqlite:////no/such/folder/x.db")));
        QCOMPARE(codeOf(refused), "database_unavailable");
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
