// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection.h"
#include "core/storage/migrations.h"
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
