// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "tests/support/testexperiments.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace xp;
using namespace xp::test;

namespace {

constexpr int kRows = 4000; // a page each

/// Calls of this thread that write.
std::int64_t writesSoFar()
{
    QFile file(QStringLiteral("/proc/thread-self/io"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const auto begin = text.indexOf("syscw:") + 6;
    return text.mid(begin, text.indexOf('\n', begin) - begin).trimmed().toLongLong();
}

} // namespace

/// SQLite's log is written in large pieces, and means the same.
class TestLogWrites : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Connection> open() const
    {
        const QString url = QStringLiteral("sqlite:///") + m_folder.filePath(QStringLiteral("x.db"));
        return must(Connection::open(must(parseDatabaseUrl(url.toStdString()))));
    }
    static void write(Connection& connection, const std::string& text)
    {
        must(connection.run("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " +
                            std::to_string(kRows) + ") INSERT INTO t (text) SELECT printf('%3000s', '" + text +
                            "') FROM n"));
    }
    /// How many rows hold the text; -1: the file is not whole.
    static std::int64_t rowsOf(Connection& connection, const std::string& text)
    {
        std::int64_t count = -1;
        std::string verdict;
        must(connection.run("SELECT count(*) FROM t WHERE text = printf('%3000s', '" + text + "')", {},
                            [&](const Row& row) { count = row.integer(0); }));
        must(connection.run("PRAGMA integrity_check(1)", {}, [&](const Row& row) { verdict = row.text(0); }));
        return verdict == "ok" ? count : -1;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        QFile::remove(m_folder.filePath(QStringLiteral("x.db")));
        must(open()->runScript("CREATE TABLE t (text TEXT NOT NULL);\n"));
    }

    void aTransactionTakesFewCalls()
    {
        const auto connection = open();
        must(connection->runScript("PRAGMA cache_size = -64000;\nPRAGMA wal_autocheckpoint = 0;\n"));
        const std::int64_t before = writesSoFar();
        QVERIFY(before >= 0);
        must(connection->atomically([&] {
            write(*connection, "one");
            return Result<void>();
        }));
        const std::int64_t calls = writesSoFar() - before;
        QVERIFY2(calls > 0 && calls < kRows / 10, qPrintable(QString::number(calls)));
        QCOMPARE(rowsOf(*open(), "one"), std::int64_t{kRows});
    }

    /// What did not fit the cache is in the log, or on its way there, when the transaction is given up.
    void whatIsRolledBackWritesOverNobody()
    {
        const auto one = open();
        const auto other = open();
        must(one->runScript("PRAGMA cache_size = 10;\n"));
        for (int i = 0; i < 3; ++i) {
            must(one->begin());
            write(*one, "given up");
            one->rollback();
            must(other->atomically([&] {
                write(*other, "kept");
                return Result<void>();
            }));
            QCOMPARE(rowsOf(*one, "given up"), std::int64_t{0});
            QCOMPARE(rowsOf(*one, "kept"), std::int64_t{(i + 1) * kRows});
            QCOMPARE(rowsOf(*open(), "kept"), std::int64_t{(i + 1) * kRows});
        }
    }

    /// A connection that never syncs, such as an operator's may be, hides nothing from others either.
    void othersSeeATransactionAtOnce()
    {
        const auto one = open();
        const auto other = open();
        must(one->runScript("PRAGMA synchronous = OFF;\nPRAGMA wal_autocheckpoint = 0;\n"));
        std::int64_t rows = 0;
        for (int pages = 1; pages < 70; ++pages) { // with any page the last of a piece, or parted from its header
            must(one->run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                          std::to_string(pages) + ") INSERT INTO t (text) SELECT printf('%3000s', 'seen') FROM n"));
            rows += pages;
            QCOMPARE(rowsOf(*other, "seen"), rows);
        }
    }

    /// No room: the transaction fails, and nothing of it is there once there is room again.
    void aFullDiskFailsTheTransaction()
    {
        const auto connection = open();
        write(*connection, "before");
        rlimit most{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &most), 0);
        const rlimit small{20'000'000, most.rlim_max};
        ::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        must(connection->begin());
        bool failed = false;
        for (int i = 0; i < 3 && !failed; ++i)
            failed = !connection->run("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)"
                                      " INSERT INTO t (text) SELECT printf('%3000s', 'lost') FROM n");
        failed = !connection->commit() || failed;
        connection->rollback();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &most), 0);
        QVERIFY(failed);
        QCOMPARE(rowsOf(*connection, "lost"), std::int64_t{0});
        QCOMPARE(rowsOf(*connection, "before"), std::int64_t{kRows});
        write(*connection, "after");
        QCOMPARE(rowsOf(*open(), "after"), std::int64_t{kRows});
        QCOMPARE(rowsOf(*open(), "lost"), std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestLogWrites)
#include "tst_logwrites.moc"
