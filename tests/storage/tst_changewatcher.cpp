// SPDX-License-Identifier: Apache-2.0
#include "core/storage/changewatcher.h"
#include "core/storage/connection/connection.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <atomic>

using namespace xp;
using namespace xp::test;

using Known = ChangeWatcher::Known;

class TestChangeWatcher : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void changesOfOthersAreSeenWithinASecond()
    {
        const DatabaseUrl url = m_databases.migrated();
        std::atomic<int> calls = 0;
        const ChangeWatcher watcher(url, [&](Store&, Known) { return ++calls, Result<void>(); });
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 1, 5000); // what it found
        QTest::qWait(700);
        QCOMPARE(calls.load(), 1);
        Experiment experiment = runningExperiment();
        must(openStore(url)->experiments().insert(experiment));
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 2, 1000);
    }

    void aChangeThatCouldNotBeTakenInIsToldAgain()
    {
        std::atomic<int> calls = 0;
        const ChangeWatcher watcher(
            m_databases.migrated(),
            [&](Store&, Known) -> Result<void> {
                if (++calls < 3)
                    return fail(ErrorCode::Unavailable, "database_unavailable", "not yet");
                return {};
            },
            std::chrono::milliseconds(50));
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 3, 5000);
        QTest::qWait(300);
        QCOMPARE(calls.load(), 3);
    }

    void whatIsThrownIsAFailureLikeAnother()
    {
        std::atomic<int> calls = 0;
        std::atomic<int> faults = 0;
        const ChangeWatcher watcher(
            m_databases.migrated(),
            [&](Store&, Known) -> Result<void> {
                if (++calls < 3)
                    throw std::runtime_error("odd");
                return {};
            },
            std::chrono::milliseconds(50), [&](const std::string&) { ++faults; });
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 3, 5000);
        QCOMPARE(faults.load(), 2);
    }

    /// As after a fail-over to a standby that lacked some changes, until others had been made in their place.
    void whatIsKnownOfADatabaseThatWasAwayIsReadAnew()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        const DatabaseUrl url = m_databases.migrated();
        std::atomic<int> calls = 0;
        std::atomic<int> anew = 0;
        const ChangeWatcher watcher(
            url,
            [&](Store&, Known known) {
                anew += known == Known::MayBeGone ? 1 : 0;
                return ++calls, Result<void>();
            },
            std::chrono::milliseconds(50));
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 1, 5000);
        QCOMPARE(anew.load(), 0);
        m_databases.postgres().crash();
        QCOMPARE(m_databases.postgres().start(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(anew.load(), 1, 5000); // though the token is the same
        QTest::qWait(300);
        QCOMPARE(calls.load(), 2);
    }

    /// An import waits for services beside it, and for none that is long gone.
    void writersAreAliveForAWhile()
    {
        const auto store = openStore(m_databases.migrated());
        Connection& connection = store->connection();
        QVERIFY(!must(hasLiveWriters(connection)));
        must(registerWriter(connection));
        QVERIFY(must(hasLiveWriters(connection)));
        must(connection.run("UPDATE writers SET seen_at = ?",
                            {param(now() - kWriterSilence - std::chrono::seconds(1))}));
        QVERIFY(!must(hasLiveWriters(connection)));
    }

    void aDatabaseThatWasAwayIsWatchedAgain()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        const DatabaseUrl url = m_databases.migrated();
        std::atomic<int> calls = 0;
        const ChangeWatcher watcher(
            url, [&](Store&, Known) { return ++calls, Result<void>(); }, std::chrono::milliseconds(50));
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 1, 5000);
        m_databases.postgres().crash();
        QTest::qWait(200);
        QCOMPARE(m_databases.postgres().start(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 2, 5000); // it may be another one now
        must(openStore(url)->experiments().insert(runningExperiment()));
        QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 3, 5000);
    }
};

QTEST_GUILESS_MAIN(TestChangeWatcher)
#include "tst_changewatcher.moc"
