// SPDX-License-Identifier: Apache-2.0
#include "core/storage/schema/schemacheck.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QFile>
#include <QTest>

using namespace xp;
using namespace xp::test;

/// That the check finds what is wrong; that nothing is wrong is shown by tests/service/scale.
class TestSchemaCheck : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    Distribution m_right;

    bool finds(const Distribution& distribution, std::string_view what)
    {
        const auto faults = must(checkDistribution(m_databases.empty(), distribution));
        for (const std::string& fault : faults) {
            if (fault.find(what) != std::string::npos)
                return true;
            qWarning("%s", fault.c_str());
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("postgres") << QStringLiteral("postgres");
    }

    void initTestCase()
    {
        QFile script(qEnvironmentVariable("XP_SOURCE_DIR") + QStringLiteral("/resources/sql/distribute.sql"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        m_right = distributionOf(script.readAll().toStdString());
    }

    void theScriptIsRead()
    {
        QCOMPARE(m_right.columns.at("events"), "unit_id");
        QCOMPARE(m_right.columns.at("identities"), "anonymous_id");
        QVERIFY(m_right.copied.contains("experiments"));
        const Distribution other = spreadBy(m_right, "unit_id", "experiment_id");
        QCOMPARE(other.columns.at("events"), "experiment_id");
        QCOMPARE(other.columns.at("user_events"), "unit_id");
    }

    void aRightOneHasNoFaults()
    {
        QCOMPARE(must(checkDistribution(m_databases.empty(), m_right)), std::vector<std::string>{});
        QCOMPARE(must(checkDistribution(m_databases.migrated(), m_right)), std::vector<std::string>{});
    }

    void whatIsWrongIsNamed()
    {
        Distribution wrong = m_right;
        wrong.columns["assignments"] = "variant"; // not in the key
        QVERIFY(finds(wrong, "The table assignments cannot be spread by variant"));
        wrong = m_right;
        wrong.columns.erase("moments");
        QVERIFY(finds(wrong, "The table moments has no place"));
        wrong = m_right;
        wrong.columns["none"] = "unit_id";
        QVERIFY(finds(wrong, "There is no table none"));
        wrong = m_right; // its key is referred to
        wrong.copied.erase("notes");
        wrong.columns["notes"] = "experiment_id";
        QVERIFY(finds(wrong, "The foreign key"));
    }

    void anotherDatabaseIsRefused()
    {
        QCOMPARE(codeOf(checkDistribution(must(parseDatabaseUrl("sqlite:///x.db")), m_right)), "postgres_needed");
    }
};

QTEST_GUILESS_MAIN(TestSchemaCheck)
#include "tst_schemacheck.moc"
