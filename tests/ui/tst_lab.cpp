// SPDX-License-Identifier: Apache-2.0
#include "ui/lab/peekinglab.h"
#include "ui/text/format.h"

#include <QLabel>
#include <QTest>

using namespace xp;
using namespace xp::ui;

class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    /// What is said of the experiments is what came out of these: with few looks few are called.
    void saysHowManyAreCalled_data()
    {
        QTest::addColumn<int>("looks");
        QTest::newRow("one") << 1;
        QTest::newRow("four") << 4;
        QTest::newRow("daily") << 21;
    }
    void saysHowManyAreCalled()
    {
        QFETCH(int, looks);
        PeekingLab lab;
        PeekingSetup setup;
        setup.looks = looks;
        setup.level = 0.025;
        lab.setPlan(setup, 0);
        lab.finish();
        const double share = double(lab.simulation().called(PeekingRule::Fixed)) / setup.experiments;
        const QString wanted = QStringLiteral("tests at %1 at each look").arg(levelPercent(setup.level));
        const QString called = QStringLiteral("calls %1 of them a success").arg(percent(share, 1));
        QStringList said;
        for (const QLabel* label : lab.findChildren<QLabel*>())
            said << label->text();
        const QString all = said.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(wanted) && all.contains(called), qPrintable(all));
    }
};

QTEST_MAIN(TestLab)
#include "tst_lab.moc"
