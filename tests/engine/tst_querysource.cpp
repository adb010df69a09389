// SPDX-License-Identifier: Apache-2.0
// Queries of a database of one's own: the table they make, what they may not do, and that its numbers are the file's.
#include "core/api/evidencecodec.h"
#include "core/engine/dailytable.h"
#include "core/files/querysource.h"
#include "core/offline/fileanalysis.h"
#include "core/storage/connection/connection.h"
#include "tests/support/testdatabases.h"

#include <QBuffer>
#include <QFile>
#include <QTest>
#include <thread>

using namespace xp;
using namespace xp::test;
using namespace std::chrono_literals;

namespace {

/// Ten users of two variants, one exposed each day of May, and what some of them bought.
constexpr const char* kShop =
    "CREATE TABLE exposed (who TEXT, arm TEXT, seen TEXT, vip INTEGER);\n"
    "INSERT INTO exposed VALUES"
    " ('u0','a','2026-05-01 10:00:00',1), ('u1','b','2026-05-02 10:00:00',0), ('u2','a','2026-05-03 10:00:00',NULL),"
    " ('u3','b','2026-05-04 10:00:00',0), ('u4','a','2026-05-05 10:00:00',1), ('u5','b','2026-05-06 10:00:00',1);\n"
    "CREATE TABLE bought (who TEXT, euros DOUBLE PRECISION);\n"
    "INSERT INTO bought VALUES ('u0', 0.1), ('u0', 0.2), ('u3', 7), ('nobody', 9), ('u3', NULL);\n";

QuerySource shop()
{
    return {.name = "shop",
            .database = {},
            .exposures = "SELECT who, arm, seen, vip FROM exposed WHERE seen >= {{since}} ORDER BY who",
            .facts = "SELECT who, euros, 1 AS orders FROM bought"};
}

QByteArray textOf(const Result<std::int64_t>& rows, const QBuffer& out)
{
    return rows ? out.data() : "error: " + QByteArray::fromStdString(rows.error().sentence.text);
}

Result<AnalysedFile> analysed(const DataFile& file, const ImportOptions& options, Timestamp at)
{
    FileAnalysis analysis(file, options, at);
    for (;;) {
        const auto done = analysis.advance(1h);
        if (!done)
            return Failure(done.error());
        if (*done)
            return analysis.take();
    }
}

} // namespace

class TestQuerySource : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

    /// A database with these tables in it.
    DatabaseUrl with(const std::string& script)
    {
        const DatabaseUrl url = m_databases.empty();
        auto connection = Connection::open(url);
        const auto done = connection ? (*connection)->runScript(script) : Failure(connection.error());
        if (!done)
            qWarning("%s", done.error().sentence.text.c_str());
        return url;
    }

    QByteArray table(const DatabaseUrl& url, const QuerySource& source, const ReadLimits& limits = {})
    {
        auto reader = ExternalReader::open(url, limits);
        if (!reader)
            return "error: " + QByteArray::fromStdString(reader.error().sentence.text);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        return textOf(writeTable(**reader, source, "0001-01-01", out), out);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void makesOneRowOfEachUnit()
    {
        const DatabaseUrl url = with(kShop);
        QCOMPARE(table(url, shop()), "who,arm,seen,vip,euros,orders\n"
                                     "u0,a,2026-05-01 10:00:00,1,0.3,2\n"
                                     "u1,b,2026-05-02 10:00:00,0,0,0\n"
                                     "u2,a,2026-05-03 10:00:00,,0,0\n"
                                     "u3,b,2026-05-04 10:00:00,0,7.0,2\n"
                                     "u4,a,2026-05-05 10:00:00,1,0,0\n"
                                     "u5,b,2026-05-06 10:00:00,1,0,0\n");
        QuerySource alone = shop();
        alone.facts.clear();
        QVERIFY(table(url, alone).startsWith("who,arm,seen,vip\nu0,a,2026-05-01 10:00:00,1\n"));
    }

    void writesValuesAsFilesHaveThem()
    {
        QFETCH_GLOBAL(QString, engine);
        const bool postgres = engine.startsWith(QLatin1String("postgres"), Qt::CaseInsensitive);
        const DatabaseUrl url = with("");
        const std::string sql = postgres ? "SELECT TRUE AS yes, TIMESTAMPTZ '2026-05-01 12:00:00.25+02' AS at,"
                                           " DATE '2026-05-01' AS day, 0.1::float8 + 0.2::float8 AS x, 'a,\"b' AS words"
                                         : "SELECT 'true' AS yes, '2026-05-01T10:00:00.25Z' AS at,"
                                           " '2026-05-01' AS day, 0.1 + 0.2 AS x, 'a,\"b' AS words";
        QCOMPARE(table(url, {.name = {}, .database = {}, .exposures = sql, .facts = {}}),
                 "yes,at,day,x,words\ntrue,2026-05-01T10:00:00.25Z,2026-05-01,0.30000000000000004,\"a,\"\"b\"\n");
    }

    /// The file of issue 2, loaded into a database, is worth what the file is worth.
    void theRealFileHasTheSameNumbers()
    {
        const QString path = qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/data/cookie_cats.csv");
        if (!QFile::exists(path))
            QSKIP("skipped: no data");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::string script = "CREATE TABLE cats (userid BIGINT, version TEXT, sum_gamerounds BIGINT,"
                             " retention_1 TEXT, retention_7 TEXT);\n";
        file.readLine();
        for (int row = 0; !file.atEnd(); ++row) {
            const QList<QByteArray> cells = file.readLine().trimmed().split(',');
            script += row % 1000 == 0 ? (row ? ";\nINSERT INTO cats VALUES " : "INSERT INTO cats VALUES ") : ",";
            const QByteArray values =
                "(" + cells[0] + ",'" + cells[1] + "'," + cells[2] + ",'" + cells[3] + "','" + cells[4] + "')";
            script += values.toStdString();
        }
        const DatabaseUrl url = with(script + ";\n");
        const QByteArray read = table(url, {.name = {},
                                            .database = {},
                                            .exposures = "SELECT userid, version, retention_1, retention_7 FROM cats",
                                            .facts = "SELECT userid, sum_gamerounds FROM cats"});
        ImportOptions options{.path = {}, .key = "cats", .unitColumn = "userid", .variantColumn = "version"};
        for (const char* metric : {"retention_1", "retention_7", "sum_gamerounds"})
            options.metrics.push_back(parseImportMetric(metric));
        options.control = "gate_30"; // whatever the database's order
        const Timestamp at = now();
        auto ofTable = analysed(DataFile::inMemory(QStringLiteral("t"), read), options, at);
        const auto ofFile = analysed(DataFile::onDisk(path), options, at);
        QVERIFY2(ofTable, ofTable ? "" : ofTable.error().sentence.text.c_str());
        QVERIFY(ofFile);
        QCOMPARE(ofTable->units, 90'189);
        ofTable->evidence.experiment.id = ofFile->evidence.experiment.id; // drawn anew for each
        ofTable->evidence.experiment.salt = ofFile->evidence.experiment.salt;
        QCOMPARE(toJson(ofTable->evidence).dump(), toJson(ofFile->evidence).dump());
    }

    void whatIsWrongIsSaidOfItsField_data()
    {
        QTest::addColumn<QString>("exposures");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("field");
        const QString right = QString::fromStdString(shop().exposures);
        QTest::newRow("syntax") << "SELEKT 1"
                                << ""
                                << "exposures";
        QTest::newRow("no such column") << "SELECT nothing FROM exposed"
                                        << ""
                                        << "exposures";
        QTest::newRow("empty") << " "
                               << ""
                               << "exposures";
        QTest::newRow("writes") << "DELETE FROM exposed"
                                << ""
                                << "exposures";
        QTest::newRow("two statements") << "SELECT who FROM exposed; DELETE FROM exposed"
                                        << ""
                                        << "exposures";
        QTest::newRow("out of its transaction") << "COMMIT; DELETE FROM exposed"
                                                << ""
                                                << "exposures";
        QTest::newRow("facts that are none") << right << "SELECT who, seen FROM exposed"
                                             << "facts";
        QTest::newRow("facts of whom") << right << "SELECT who AS buyer, euros FROM bought"
                                       << "facts";
        QTest::newRow("facts without numbers") << right << "SELECT who FROM bought"
                                               << "facts";
    }

    void whatIsWrongIsSaidOfItsField()
    {
        QFETCH(QString, exposures);
        QFETCH(QString, facts);
        QFETCH(QString, field);
        const DatabaseUrl url = with(kShop);
        QuerySource source = shop();
        source.exposures = exposures.toStdString();
        source.facts = facts.toStdString();
        auto reader = ExternalReader::open(url);
        QVERIFY(reader);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto rows = writeTable(**reader, source, "0001-01-01", out);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Invalid);
        QCOMPARE(rows.error().errors.size(), 1U);
        QCOMPARE(QString::fromStdString(rows.error().errors.front().field), field);
        QVERIFY(!rows.error().errors.front().message.empty());
        reader->reset();
        QVERIFY(table(url, shop()).contains("u5")); // nothing was written
    }

    void theLimitsHold()
    {
        const DatabaseUrl url = with(kShop);
        QVERIFY(table(url, shop(), {.rows = 6}).startsWith("who,"));
        QVERIFY(table(url, shop(), {.rows = 5}).contains("more than 5 rows"));
        QuerySource slow = shop();
        slow.facts.clear();
        slow.exposures = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
                         " SELECT count(*) FROM n";
        QVERIFY(table(url, slow, {.time = 200ms}).contains("took longer than"));
    }

    void aReadingIsCancelled()
    {
        const DatabaseUrl url = with(kShop);
        auto reader = ExternalReader::open(url);
        QVERIFY(reader);
        QuerySource slow = shop();
        slow.facts.clear();
        slow.exposures = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
                         " SELECT i FROM n";
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        Result<std::int64_t> rows;
        std::atomic<bool> ended = false;
        std::thread reading([&] {
            rows = writeTable(**reader, slow, "0001-01-01", out);
            ended = true;
        });
        while (!ended) { // whenever it comes, before the statement or within it
            (*reader)->cancel();
            std::this_thread::sleep_for(5ms);
        }
        reading.join();
        QVERIFY(!rows);
        QCOMPARE(rows.error().sentence.code, "cancelled");
    }

    void aDatabaseThatIsNotThereIsTold()
    {
        QFETCH_GLOBAL(QString, engine);
        const char* nowhere = engine.startsWith(QLatin1String("postgres"), Qt::CaseInsensitive)
                                  ? "postgresql://nobody@127.0.0.1:1/nothing"
                                  : "sqlite:////nowhere/at/all.db";
        const auto url = parseDatabaseUrl(nowhere);
        QVERIFY(url);
        const auto reader = ExternalReader::open(*url);
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::Unavailable);
        QCOMPARE(reader.error().errors.front().field, "database");
    }

    /// Days that are over are not read again; what changed in the last days is.
    void readsByTheDay()
    {
        const DatabaseUrl url = with(kShop);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("table.csv"));
        const auto refreshed = [&] {
            auto reader = ExternalReader::open(url);
            return refreshTable(**reader, shop(), path, "seen", 48h);
        };
        const auto first = refreshed();
        QVERIFY2(first, first ? "" : first.error().sentence.text.c_str());
        QCOMPARE(first->rowsRead, 6);
        QCOMPARE(first->since, "");
        {
            auto connection = Connection::open(url);
            QVERIFY((*connection)
                        ->runScript("INSERT INTO exposed VALUES ('u6','a','2026-05-07 10:00:00',0);\n"
                                    "UPDATE exposed SET vip = 5;\n"));
        }
        const auto second = refreshed();
        QVERIFY2(second, second ? "" : second.error().sentence.text.c_str());
        QCOMPARE(second->since, "2026-05-04");
        QCOMPARE(second->rowsKept, 3);
        QCOMPARE(second->rowsRead, 4);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count('\n'), 8);
        QVERIFY(text.contains("u1,b,2026-05-02 10:00:00,0,")); // as it was then
        QVERIFY(text.contains("u4,a,2026-05-05 10:00:00,5,"));
        QVERIFY(text.contains("u6,a,2026-05-07 10:00:00,5,"));
    }

    void sourcesAreKeptWithoutPasswords()
    {
        const QTemporaryDir folder;
        qputenv("XP_SOURCES", folder.filePath(QStringLiteral("sources")).toUtf8());
        QuerySource source = shop();
        source.name = "Shop, May";
        QVERIFY(!writeQuerySource(source)); // a comma
        source.name = "Shop May";
        source.database = "postgresql://anna:s3cret@db.example.org:5433,db2.example.org/shop?sslmode=require";
        source.rowLimit = 1000;
        source.timeOut = 20s;
        QVERIFY(writeQuerySource(source));
        QCOMPARE(querySourceNames(), QStringList{QStringLiteral("Shop May")});
        const auto read = readQuerySource(QStringLiteral("Shop May"));
        QVERIFY(read);
        source.database = "postgresql://anna@db.example.org:5433,db2.example.org/shop?sslmode=require";
        QCOMPARE(*read, source);
        QVERIFY(removeQuerySource(QStringLiteral("Shop May")));
        QVERIFY(!readQuerySource(QStringLiteral("Shop May")));
        const auto wrong = querySourceFromJson({{"database", "x"}, {"exposures", ""}, {"row_limit", 0}, {"who", 1}});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().errors.size(), 3U);
    }
};

QTEST_GUILESS_MAIN(TestQuerySource)
#include "tst_querysource.moc"
