// SPDX-License-Identifier: Apache-2.0
// The assignment laboratory: what a million ids say of a hash.
#include "core/offline/offlinebackend.h"
#include "tests/ui/samples.h"
#include "ui/assignments/replay.h"
#include "ui/mainwindow.h"
#include "ui/pages/experimentpage.h"
#include "ui/text/format.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

Experiment salted(const char* salt, std::vector<double> shares)
{
    Experiment e = test::sampleExperiment(1, Status::Running, int(shares.size()) - 1);
    e.salt = salt;
    for (std::size_t i = 0; i < shares.size(); ++i)
        e.variants[i].allocation = shares[i];
    return e;
}

} // namespace

class TestAssignments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMillionIdsAreSplitAsPlanned()
    {
        Experiment e = salted("one", {0.5, 0.3, 0.2});
        e.trafficAllocation = 0.25;
        AssignmentReplay replay(e);
        QElapsedTimer timer;
        timer.start();
        int frames = 0;
        while (replay.advance(20'000))
            ++frames;
        qInfo("a million ids in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(frames, 49);
        QCOMPARE(replay.done(), AssignmentReplay::kIds);
        QVERIFY(*replay.splitPValue() > 0.001);
        QVERIFY(std::abs(double(replay.admitted()) / 1e6 - 0.25) < 0.003);
        QVERIFY(std::abs(double(replay.counts()[1]) / 1e6 - 0.3) < 0.003);
        QVERIFY(!replay.independencePValue());
    }

    void experimentsOfTheirOwnSaltAreIndependentAndOneOfTheSameIsNot()
    {
        const Experiment e = salted("one", {0.5, 0.5});
        AssignmentReplay independent(e, salted("two", {0.5, 0.5}));
        while (independent.advance(100'000)) {
        }
        QVERIFY(*independent.independencePValue() > 0.001);
        AssignmentReplay same(e, salted("one", {0.7, 0.3}));
        while (same.advance(100'000)) {
        }
        QVERIFY(*same.independencePValue() < 1e-12);
    }

    void anEmptyVariantIsNoMismatch()
    {
        AssignmentReplay replay(salted("one", {0.5, 0.5, 0.0}));
        while (replay.advance(100'000)) {
        }
        QVERIFY(replay.splitPValue() && *replay.splitPValue() > 0.001);
        QCOMPARE(replay.counts()[2], 0);
    }

    /// In the real window: why a user has a variant, and the laboratory to its verdict.
    void theTabExplainsAUserAndReplays()
    {
        Experiment e = salted("one", {0.5, 0.5});
        e.trafficAllocation = e.peakTraffic = 0.5;
        Experiment other = salted("two", {0.5, 0.5});
        other.id = "id-2";
        other.key = "second";
        std::vector<OfflineBackend::Item> items(2);
        items[0].evidence.experiment = e;
        items[1].evidence.experiment = other;
        MainWindow window([&](const QString&, const QString&) -> Result<std::unique_ptr<Backend>> {
            return std::unique_ptr<Backend>(std::make_unique<OfflineBackend>(QStringLiteral("test"), items));
        });
        window.resize(1280, 820);
        window.openWhenLoaded(text(e.key));
        window.connectTo(QStringLiteral("test"), {});
        window.show();
        auto* page = window.findChild<ExperimentPage*>();
        QTRY_VERIFY(page->isVisible());
        QVERIFY(window.showPage(QStringLiteral("assignments")));

        auto* user = window.findChild<QLineEdit*>(QStringLiteral("assignedUser"));
        auto* answer = window.findChild<QLabel*>(QStringLiteral("assignmentAnswer"));
        const Bucketing bucketing(e);
        for (const char* id : {"anna", "bert", "cleo", "dora", "emil"}) {
            user->clear();
            QTest::keyClicks(user, QLatin1String(id));
            QTest::keyClick(user, Qt::Key_Return);
            const QString name = text(e.variants[bucketing.variantOf(id)].name);
            QVERIFY2(answer->text().contains(u'“' + name + u'”'), qPrintable(answer->text()));
            QCOMPARE(answer->text().startsWith(QLatin1String("In the experiment")), bucketing.admits(id));
        }

        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("replay")), Qt::LeftButton);
        auto* verdict = window.findChild<QLabel*>(QStringLiteral("replayVerdict"));
        QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(QLatin1String("independent of")), 30'000);
        QVERIFY2(verdict->text().contains(QStringLiteral("✓ The split is as planned")), qPrintable(verdict->text()));
        QVERIFY2(verdict->text().contains(QStringLiteral("✓ It is independent")), qPrintable(verdict->text()));
    }
};

QTEST_MAIN(TestAssignments)
#include "tst_assignments.moc"
