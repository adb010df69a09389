// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/replayedlog.h"
#include "tests/support/testexperiments.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <filesystem>
#include <fstream>

using namespace xp;
using namespace xp::test;
namespace fs = std::filesystem;

/// Whether a SQLite file is as long as it says, and the log beside it its own.
class TestDatabaseFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_path;

    DatabaseUrl urlOf(const std::string& path) const { return must(parseDatabaseUrl("sqlite:///" + path)); }

    std::string codeOf(const std::string& path) const
    {
        const auto whole = requireWholeFile(urlOf(path));
        return whole ? std::string() : whole.error().sentence.code;
    }

    /// The file and its log, as a process that is killed at this moment leaves them.
    std::string copied(const std::string& path, const char* name) const
    {
        const std::string copy = m_folder.filePath(QLatin1String(name)).toStdString();
        for (const char* part : {"", "-wal"}) {
            fs::remove(copy + part);
            if (fs::exists(path + part))
                fs::copy_file(path + part, copy + part);
        }
        return copy;
    }

    /// Taken into the file, as the connection ends.
    void commit(const std::string& path, std::string_view script) const
    {
        must(must(Connection::open(urlOf(path)))->runScript(script));
    }

    static std::uint32_t counterOf(const std::string& path)
    {
        std::array<unsigned char, 4> bytes{};
        std::ifstream(path, std::ios::binary).seekg(24).read(reinterpret_cast<char*>(bytes.data()), bytes.size());
        return bigEndian(bytes);
    }

    /// What a process leaves that is killed after this.
    std::string killedWriter(const std::string& path, std::string_view script) const
    {
        const auto connection = must(Connection::open(urlOf(path)));
        must(connection->runScript(script));
        return copied(path, "killed");
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("real.db")).toStdString();
        for (const char* part : {"", "-wal", "-shm"})
            fs::remove(m_path + part);
        commit(m_path, "CREATE TABLE t (x TEXT);\nINSERT INTO t VALUES ('y');\n");
        QVERIFY(requireWholeFile(urlOf(m_path)));
    }

    void aByteLessIsDamage()
    {
        fs::resize_file(m_path, fs::file_size(m_path) - 1);
        QCOMPARE(requireWholeFile(urlOf(m_path)).error().sentence.code, std::string("database_corrupt"));
    }

    void anEmptyFileIsANewOne()
    {
        fs::resize_file(m_path, 0);
        QVERIFY(requireWholeFile(urlOf(m_path)));
    }

    /// A checkpoint that was interrupted: the log has the rest. SQLite keeps it beside the file, not beside a link to
    /// it.
    void aLogHasTheRest()
    {
        const std::string link = m_folder.filePath(QStringLiteral("link.db")).toStdString();
        fs::remove(link);
        fs::create_symlink(m_path, link);
        const std::string cut = killedWriter(m_path, "INSERT INTO t VALUES (zeroblob(100000))");
        fs::resize_file(cut, fs::file_size(cut) - 1);
        QVERIFY(requireWholeFile(urlOf(cut)));
        fs::copy_file(cut, m_path, fs::copy_options::overwrite_existing);
        QVERIFY(!requireWholeFile(urlOf(link)));
        fs::copy_file(cut + "-wal", m_path + "-wal");
        QVERIFY(requireWholeFile(urlOf(link)));
    }

    void aLogThatIsNotReplayedHasNothing()
    {
        const std::string killed = killedWriter(m_path, "INSERT INTO t VALUES (zeroblob(100000))");
        std::fstream(killed + "-wal", std::ios::in | std::ios::out | std::ios::binary).seekp(100).put('!');
        QVERIFY(requireWholeFile(urlOf(killed)));
        fs::resize_file(killed, fs::file_size(killed) - 1);
        QCOMPARE(codeOf(killed), std::string("database_corrupt"));
    }

    /// Commits of several connections, checkpoints between them, and what a process that was killed leaves.
    void itsOwnLogIsReplayed()
    {
        const auto first = must(Connection::open(urlOf(m_path)));
        const auto second = must(Connection::open(urlOf(m_path)));
        for (int round = 0; round < 12; ++round) {
            Connection& writer = round % 3 == 0 ? *second : *first;
            must(writer.runScript("INSERT INTO t VALUES (zeroblob(9000));\nPRAGMA user_version = " +
                                  std::to_string(round)));
            if (round % 4 == 1)
                must(first->runScript("PRAGMA wal_checkpoint(PASSIVE)"));
            if (round % 5 == 2)
                must(second->runScript("DELETE FROM t"));
            QVERIFY(requireWholeFile(urlOf(copied(m_path, "killed"))));
        }
    }

    /// Of two copies of one file that went apart after a single commit each; then of the latter's log beside the
    /// former.
    void aLogOfAnotherCopyIsRefused_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("log");
        const std::string large = "INSERT INTO t VALUES (zeroblob(100000))";
        QTest::newRow("fewer pages") << large << std::string("INSERT INTO t VALUES (zeroblob(9000))");
        QTest::newRow("an older schema") << std::string("CREATE TABLE u (x)") << large;
        QTest::newRow("other pages, the first is none of them") << large << std::string("UPDATE t SET x = 'z'");
    }

    void aLogOfAnotherCopyIsRefused()
    {
        QFETCH(const std::string, file);
        QFETCH(const std::string, log);
        const std::string former = copied(m_path, "former");
        commit(former, file);
        const std::string latter = killedWriter(m_path, log);
        QVERIFY(requireWholeFile(urlOf(latter)));
        fs::copy_file(latter + "-wal", former + "-wal");
        QCOMPARE(codeOf(former), std::string("foreign_log"));
    }

    /// As large as the file, or larger: the counters in the first page do not follow each other.
    void aLogOfANewerCopyIsRefused()
    {
        const std::string backup = copied(m_path, "backup");
        for (int round = 0; round < 3; ++round)
            commit(m_path, "INSERT INTO t VALUES (zeroblob(100000))");
        const std::string killed = killedWriter(m_path, "INSERT INTO t VALUES (zeroblob(100000))");
        QVERIFY(requireWholeFile(urlOf(killed)));
        fs::copy_file(killed + "-wal", backup + "-wal");
        QCOMPARE(codeOf(backup), std::string("foreign_log"));
    }

    /// All else is as if it followed the file.
    void aLogOfOtherPagesIsRefused()
    {
        const std::string other = copied(m_path, "other");
        commit(other, "PRAGMA journal_mode = DELETE;\nPRAGMA page_size = 1024;\nVACUUM;\nPRAGMA journal_mode = WAL");
        while (counterOf(m_path) != counterOf(other)) {
            const std::string& behind = counterOf(m_path) < counterOf(other) ? m_path : other;
            commit(behind, "PRAGMA user_version = " + std::to_string(counterOf(behind)));
        }
        const std::string killed = killedWriter(other, "INSERT INTO t VALUES (zeroblob(100000))");
        QVERIFY(requireWholeFile(urlOf(killed)));
        fs::copy_file(killed + "-wal", m_path + "-wal");
        QCOMPARE(codeOf(m_path), std::string("foreign_log"));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
