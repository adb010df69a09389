// SPDX-License-Identifier: Apache-2.0
// How a SQLite file gives way to another one, on file systems with links and without.
#include "core/storage/backup/backup.h"
#include "core/storage/connection/connection.h"
#include "tests/storage/filecalls.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <filesystem>

using namespace xp;
using namespace xp::test;

class TestBackup : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_databases = 0;

    /// In a folder of its own; holds one experiment of that name.
    DatabaseUrl databaseWith(const std::string& name)
    {
        const std::string folder = m_folder.path().toStdString() + "/" + std::to_string(++m_databases);
        std::filesystem::create_directory(folder);
        const DatabaseUrl url = must(parseDatabaseUrl("sqlite:///" + folder + "/live.db"));
        const auto store = openStore(url);
        must(store->migrate());
        Experiment experiment = runningExperiment();
        experiment.name = name;
        must(store->experiments().insert(experiment));
        return url;
    }

    static std::string nameIn(const std::string& file)
    {
        const auto found = must(openStore(must(parseDatabaseUrl("sqlite:///" + file)))->experiments().all());
        return found.size() == 1 ? found.front().name : std::string();
    }

    std::string backupOf(const DatabaseUrl& url)
    {
        must(backupDatabase(url, url.path + ".backup"));
        return url.path + ".backup";
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("links");
        QTest::newRow("links") << true;
        QTest::newRow("copies") << false;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, links);
        fileCalls() = {.refusesLinks = !links};
    }

    void cleanup() { fileCalls() = {}; }

    void theDatabaseGoesAtNoMoment()
    {
        const DatabaseUrl live = databaseWith("old");
        const std::string file = backupOf(databaseWith("new"));
        fileCalls().watched = live.path;
        const std::string kept = must(restoreDatabase(live, file, RestoreInto::Anything));
        QVERIFY(!fileCalls().watchedWentAway);
        QCOMPARE(nameIn(live.path), std::string("new"));
        QCOMPARE(nameIn(kept), std::string("old"));
    }

    void afterAFailureTheNamesAreAsTheyWere()
    {
        const DatabaseUrl live = databaseWith("kept");
        const std::string file = backupOf(databaseWith("refused"));
        fileCalls().refusesNewFileAt = live.path;
        const auto restored = restoreDatabase(live, file, RestoreInto::Anything);
        QVERIFY(!restored);
        QVERIFY2(restored.error().sentence.text.ends_with("What the database was is " + live.path),
                 restored.error().sentence.text.c_str());
        QCOMPARE(nameIn(live.path), std::string("kept"));
        for (const char* end : {".before-restore", ".before-restore-wal", ".before-restore-shm", ".restoring"})
            QVERIFY2(!std::filesystem::exists(live.path + end), end);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
