// SPDX-License-Identifier: Apache-2.0
// Every page and dialog is kept as a picture, light, dark and in German, and the tour names all of them.
#include "tests/screens/scenes.h"

#include <QDir>
#include <QImageReader>
#include <QTest>

using namespace xp;

namespace {

QDir docs()
{
    return QDir(qEnvironmentVariable("XP_SOURCE_DIR") + QStringLiteral("/docs"));
}

QString tour()
{
    QFile file(docs().filePath(QStringLiteral("studio.md")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList picturesOf(const test::Scene& scene)
{
    QStringList names;
    for (const char* look : {"", "-dark", "-de"})
        names << QLatin1String(scene.name) + QLatin1String(look) + QStringLiteral(".png");
    return names;
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySceneIsKept_data()
    {
        QTest::addColumn<QStringList>("names");
        for (const test::Scene& scene : test::scenes())
            QTest::newRow(scene.name) << picturesOf(scene);
    }
    void everySceneIsKept()
    {
        QFETCH(const QStringList, names);
        const QString text = tour();
        for (const QString& name : names) {
            QImageReader picture(docs().filePath(QStringLiteral("screens/") + name));
            QVERIFY2(picture.canRead(), qPrintable(name + QStringLiteral(" is missing: ./xp screens renders it")));
            QVERIFY2(text.contains(QStringLiteral("](screens/%1)").arg(name)),
                     qPrintable(name + QStringLiteral(" is not in docs/studio.md")));
        }
    }

    /// A picture that no page gives any more would show what is not there.
    void nothingElseIsKept()
    {
        const QStringList kept = QDir(docs().filePath(QStringLiteral("screens"))).entryList({QStringLiteral("*.png")});
        QStringList expected;
        for (const test::Scene& scene : test::scenes())
            expected << picturesOf(scene);
        QVERIFY(!kept.isEmpty());
        for (const QString& name : kept)
            QVERIFY2(expected.contains(name) || name.startsWith(QLatin1String("browser-")), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
