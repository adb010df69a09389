// SPDX-License-Identifier: Apache-2.0
// The vectors of tests/vectors, and the rule by which all vectors are compared.
#include "vectorcheck.h"

#include <QTest>

class OwnVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseAgrees_data();
    void everyCaseAgrees();
    void ruleRefusesWrongNumbers();
};

void OwnVectorsTest::everyCaseAgrees_data()
{
    QTest::addColumn<QString>("path");
    const std::filesystem::path root(qgetenv("XP_SOURCE_DIR").toStdString());
    const auto files = vectorFiles(root / "tests" / "vectors");
    QVERIFY(!files.empty());
    for (const auto& file : files)
        QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
}

void OwnVectorsTest::everyCaseAgrees()
{
    QFETCH(QString, path);
    QStringList wrong;
    for (const std::string& what : differences(path.toStdString()))
        wrong << QString::fromStdString(what);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void OwnVectorsTest::ruleRefusesWrongNumbers()
{
    QVERIFY(agrees(1.0, 1.0 + 1e-9, "lower", 1e-8, 0));
    QVERIFY(!agrees(1.0, 1.0 + 1e-7, "lower", 1e-8, 0));
    QVERIFY(!agrees(2e-200, 1e-200, "p_value", 1e-8, 1e-12));
    QVERIFY(agrees(2e-200, 1e-200, "lower", 1e-8, 1e-12));
    QVERIFY(agrees(1e-310, 0.0, "p_value", 1e-8, 1e-12));
    QVERIFY(!agrees(nlohmann::json::array({1.0}), nlohmann::json::array({1.0, 2.0}), "adjusted", 1e-8, 0));
    QVERIFY(!agrees(true, false, "bounded", 1e-8, 0));
    QVERIFY(!agrees(nullptr, 1.0, "lower", 1e-8, 0));
}

QTEST_APPLESS_MAIN(OwnVectorsTest)
#include "tst_ownvectors.moc"
