// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <limits>

using namespace xp;
using namespace xp::test;

namespace {

constexpr int kRows = 75; // two executions of many rows, and a rest

std::string nameOf(int i)
{
    return "unit-" + std::to_string(1000 + i);
}

} // namespace

/// Statements that take rows: the same on both engines, however many rows and whatever stands in them.
class TestSetwise : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Connection> withTable()
    {
        auto connection = must(Connection::open(m_databases.empty()));
        must(connection->runScript("CREATE TABLE t (name TEXT PRIMARY KEY, number BIGINT NOT NULL, real DOUBLE "
                                   "PRECISION NOT NULL, text TEXT NOT NULL);\n"));
        return connection;
    }
    static Result<std::int64_t> insert(Connection& connection, const RowSet& rows)
    {
        return connection.runFor(rows, "INSERT INTO t (name, number, real, text) {rows}");
    }

    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void rowsAreStoredAndReadBackAsTheyWere()
    {
        auto connection = withTable();
        std::vector<std::string> names;
        for (int i = 0; i < kRows; ++i)
            names.push_back(nameOf(i));
        RowSet rows({RowSet::Text, RowSet::Integer, RowSet::Real, RowSet::Text});
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        for (int i = 0; i < kRows; ++i)
            rows.add({std::string_view(names[static_cast<std::size_t>(i)]), kMost - i, 0.1 * i,
                      i % 2 ? std::string_view() : std::string_view("größer 中文")});
        QCOMPARE(must(insert(*connection, rows)), std::int64_t{kRows});

        RowSet wanted({RowSet::Integer, RowSet::Text});
        for (int i = 0; i < kRows; ++i)
            wanted.add({std::int64_t{i}, std::string_view(names[static_cast<std::size_t>(i)])});
        int read = 0;
        const auto found = connection->runFor(wanted,
                                              "WITH wanted (position, name) AS ({rows}) SELECT w.position, t.number,"
                                              " t.real, t.text FROM wanted w JOIN t ON t.name = w.name",
                                              [&](const Row& row) {
                                                  const int i = row.as<int>(0);
                                                  ++read;
                                                  QCOMPARE(row.integer(1), kMost - i);
                                                  QCOMPARE(row.real(2), 0.1 * i);
                                                  QVERIFY(!row.isNull(3)); // also where it is empty
                                                  QCOMPARE(row.text(3), std::string(i % 2 ? "" : "größer 中文"));
                                              });
        QCOMPARE(must(found), std::int64_t{kRows});
        QCOMPARE(read, kRows);
    }

    void whatIsUnknownIsNull()
    {
        const auto connection = must(Connection::open(m_databases.empty()));
        must(connection->runScript("CREATE TABLE t (id BIGINT PRIMARY KEY, number BIGINT, text TEXT);\n"));
        RowSet rows({RowSet::Integer, RowSet::Integer, RowSet::Text});
        for (std::int64_t i = 0; i < kRows; ++i) {
            rows.add({i, i % 2 ? RowSet::Cell(i) : RowSet::Null(),
                      i % 3 ? RowSet::Cell(std::string_view()) : RowSet::Null()});
        }
        QCOMPARE(must(connection->runFor(rows, "INSERT INTO t (id, number, text) {rows}")), std::int64_t{kRows});
        int read = 0;
        must(connection->run("SELECT id, number, text FROM t", {}, [&](const Row& row) {
            ++read;
            QCOMPARE(row.isNull(1), row.integer(0) % 2 == 0);
            QCOMPARE(row.isNull(2), row.integer(0) % 3 == 0);
            if (!row.isNull(1))
                QCOMPARE(row.integer(1), row.integer(0));
        }));
        QCOMPARE(read, kRows);
    }

    void aRowThatIsRefusedIsNamedAsSuchAndTheStatementServesOn()
    {
        auto connection = withTable();
        RowSet twice({RowSet::Text, RowSet::Integer, RowSet::Real, RowSet::Text});
        for (int i = 0; i < 2; ++i)
            twice.add({"one", std::int64_t{i}, 0.0, ""});
        must(connection->begin());
        const auto refused = insert(*connection, twice);
        connection->rollback();
        QVERIFY(!refused && isDuplicate(refused.error()));

        RowSet once({RowSet::Text, RowSet::Integer, RowSet::Real, RowSet::Text});
        once.add({"one", std::int64_t{7}, 0.5, "x"});
        QCOMPARE(must(insert(*connection, once)), std::int64_t{1});
        must(connection->run("SELECT count(*), max(number) FROM t", {}, [](const Row& row) {
            QCOMPARE(row.integer(0), std::int64_t{1});
            QCOMPARE(row.integer(1), std::int64_t{7});
        }));
    }

    void textThatIsNoUtf8IsRefused()
    {
        auto connection = withTable();
        RowSet rows({RowSet::Text, RowSet::Integer, RowSet::Real, RowSet::Text});
        rows.add({"one", std::int64_t{0}, 0.0, "\xff"});
        QVERIFY(!insert(*connection, rows));
        must(connection->run("SELECT count(*) FROM t", {},
                             [](const Row& row) { QCOMPARE(row.integer(0), std::int64_t{0}); }));
    }
};

QTEST_GUILESS_MAIN(TestSetwise)
#include "tst_setwise.moc"
