// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/connection/servercheck.h"
#include "core/storage/events/eventmonths.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

class TestServerCheck : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

    DatabaseUrl newDatabase() { return must(parseDatabaseUrl(m_databases.postgres().newDatabase().toStdString())); }

    static std::string textOf(Connection& connection, const char* sql)
    {
        std::string text;
        must(connection.run(sql, {}, [&](const Row& row) { text = row.text(0); }));
        return text;
    }

private Q_SLOTS:
    void aDatabaseMustHoldEveryText()
    {
        DatabaseUrl url = newDatabase();
        const auto store = openStore(url);
        must(requireUtf8(store->connection()));
        must(store->connection().runScript("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"));
        url.database = "latin";
        const auto refused = requireUtf8(openStore(url)->connection());
        QCOMPARE(codeOf(refused), "wrong_encoding");
        QVERIFY(refused.error().sentence.text.find("the encoding LATIN1") != std::string::npos);
        QVERIFY(refused.error().sentence.text.find("ENCODING 'UTF8' TEMPLATE template0") != std::string::npos);
    }

    void whatIsReadMustBeACopy()
    {
        const DatabaseUrl url = newDatabase();
        const auto store = openStore(url);
        must(requireReplicaOf(store->connection(), url));
        const auto refused = requireReplicaOf(store->connection(), newDatabase());
        QCOMPARE(codeOf(refused), "no_replica");
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        must(requireReplicaOf(store->connection(), must(parseDatabaseUrl("postgresql://postgres@127.0.0.1:1/gone"))));
    }

    /// Another cluster's database has the same name, most often.
    void anotherClusterIsNoCopy()
    {
        PrivatePostgres other;
        QCOMPARE(other.start(), QString());
        const DatabaseUrl theirs = must(parseDatabaseUrl(other.newDatabase().toStdString()));
        DatabaseUrl ours = newDatabase();
        ours.database = theirs.database;
        QCOMPARE(codeOf(requireReplicaOf(openStore(ours)->connection(), theirs)), "no_replica");
    }

    void theServersSettingsChangeNothing()
    {
        const DatabaseUrl url = newDatabase();
        must(openStore(url)->connection().runScript("ALTER DATABASE \"" + url.database +
                                                    "\" SET extra_float_digits = -3;\nALTER DATABASE \"" +
                                                    url.database + "\" SET standard_conforming_strings = off;\n"));
        const auto store = openStore(url);
        QCOMPARE(textOf(store->connection(), "SELECT (0.1::float8 + 0.2::float8)::text"),
                 std::string("0.30000000000000004"));
        // A backslash of a person's; and the months of events, which are found by a pattern.
        std::string text;
        must(store->connection().run("SELECT CAST(? AS TEXT)", {param(std::string("a\\(b"))},
                                     [&](const Row& row) { text = row.text(0); }));
        QCOMPARE(text, std::string("a\\(b"));
        must(store->migrate());
        must(makeEventMonths(store->connection(), now()));
        QVERIFY(must(dropEventMonths(store->connection(), now() + std::chrono::days(400))) > 0);
    }
};

QTEST_GUILESS_MAIN(TestServerCheck)
#include "tst_servercheck.moc"
