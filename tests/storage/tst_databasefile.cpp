// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection.h"
#include "core/storage/databasefile.h"
#include "tests/support/testexperiments.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

using namespace xp;
using namespace xp::test;
namespace fs = std::filesystem;

/// Whether a SQLite file is as long as it says.
class TestDatabaseFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_path;

    DatabaseUrl urlOf(const std::string& path) const { return must(parseDatabaseUrl("sqlite:///" + path)); }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("real.db")).toStdString();
        for (const char* part : {"", "-wal", "-shm"})
            fs::remove(m_path + part);
        must(must(Connection::open(urlOf(m_path)))
                 ->runScript("CREATE TABLE t (x TEXT);\nINSERT INTO t VALUES ('y');\n"));
        QVERIFY(requireFullLength(urlOf(m_path)));
    }

    void aByteLessIsDamage()
    {
        fs::resize_file(m_path, fs::file_size(m_path) - 1);
        QCOMPARE(requireFullLength(urlOf(m_path)).error().sentence.code, std::string("database_corrupt"));
    }

    void anEmptyFileIsANewOne()
    {
        fs::resize_file(m_path, 0);
        QVERIFY(requireFullLength(urlOf(m_path)));
    }

    /// A checkpoint that was interrupted: the log has the rest. SQLite keeps it beside the file, not beside a link to
    /// it.
    void aLogHasTheRest()
    {
        const std::string link = m_folder.filePath(QStringLiteral("link.db")).toStdString();
        fs::create_symlink(m_path, link);
        fs::resize_file(m_path, fs::file_size(m_path) - 1);
        QVERIFY(!requireFullLength(urlOf(link)));
        std::ofstream(m_path + "-wal") << "pages";
        QVERIFY(requireFullLength(urlOf(m_path)));
        QVERIFY(requireFullLength(urlOf(link)));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
