// SPDX-License-Identifier: Apache-2.0
// The vectors of the conformance folder, which is not part of the repository.
#include "vectorcheck.h"

#include <QTest>

class VectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseAgrees_data();
    void everyCaseAgrees();
};

void VectorsTest::everyCaseAgrees_data()
{
    QTest::addColumn<QString>("path");
    const std::filesystem::path root(qgetenv("XP_CONFORMANCE_DIR").toStdString());
    const auto files = vectorFiles(root / "vectors");
    if (files.empty())
        QTest::newRow("skipped: no data") << QString();
    for (const auto& file : files)
        QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
}

void VectorsTest::everyCaseAgrees()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("skipped: no data");
    QStringList wrong;
    for (const std::string& what : differences(path.toStdString()))
        wrong << QString::fromStdString(what);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(VectorsTest)
#include "tst_vectors.moc"
