// SPDX-License-Identifier: Apache-2.0
// The group-sequential designer: what the looks mean, how they are moved, and that it ends up in the plan.
#include "tests/ui/widgetsearch.h"
#include "ui/design/experimentwizard.h"
#include "ui/design/lookdesigner.h"
#include "ui/design/lookscanvas.h"
#include "ui/design/looksmodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QPointF>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace xp;
using namespace xp::ui;

namespace {

constexpr double kLevel = 0.05;
constexpr double kPower = 0.8;

bool near(double value, double expected, double within = 1e-3)
{
    return std::abs(value - expected) < within;
}

Draft fourLooks()
{
    Draft draft;
    draft.experiment.name = "Checkout button";
    draft.experiment.metrics.front().name = "purchase";
    draft.design.looks = evenLooks(4);
    return draft;
}

void open(ExperimentWizard& wizard)
{
    wizard.setDraft(fourLooks());
    wizard.goTo(DesignStep::Size);
    wizard.show();
}

} // namespace

class TestLooks : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    /// Lan and DeMets' two families at two even looks, as R's gsDesign and rpact print them.
    void boundsAreThoseOfTheBooks()
    {
        const auto obrien = boundsOf({{0.5, 1}}, kLevel, kPower);
        QVERIFY(obrien);
        QVERIFY(near(obrien->efficacy[0], 2.963) && near(obrien->efficacy[1], 1.969));
        QVERIFY(near(obrien->spent[1], kLevel, 1e-12));
        const auto pocock = boundsOf({{0.5, 1}, SpendingKind::Pocock}, kLevel, kPower);
        QVERIFY(pocock);
        QVERIFY(near(pocock->efficacy[0], 2.157) && near(pocock->efficacy[1], 2.201));
        QVERIFY(pocock->inflation > obrien->inflation && obrien->inflation > 1);
        for (const auto& bounds : {*obrien, *pocock}) {
            QVERIFY(near(std::accumulate(bounds.stopsHere.begin(), bounds.stopsHere.end(), 0.0), kPower, 1e-5));
            QCOMPARE(bounds.futility.size(), 1U);
            QVERIFY(bounds.powerWithFutility < kPower && bounds.powerWithFutility > kPower - 0.1);
        }
        QVERIFY(pocock->stopsHere[0] > obrien->stopsHere[0]); // early looks get more
    }

    void oneLookIsTheFixedTest()
    {
        const auto bounds = boundsOf({{1.0}}, kLevel, kPower);
        QVERIFY(bounds);
        QVERIFY(near(bounds->efficacy[0], 1.959964, 1e-5));
        QVERIFY(near(bounds->inflation, 1, 1e-4));
        QVERIFY(bounds->futility.empty());
    }

    void looksKeepTheirOrder()
    {
        const std::vector<double> looks = evenLooks(4);
        QCOMPARE(withLookAt(looks, 1, 0.6)[1], 0.6);
        QVERIFY(near(withLookAt(looks, 1, 0.9)[1], 0.74, 1e-9)); // its neighbour is in the way
        QVERIFY(near(withLookAt(looks, 0, -3)[0], 0.01, 1e-9));
        QCOMPARE(withLookAt(looks, 3, 0.9), looks); // the last one is the end
        QCOMPARE(withoutLook(looks, 0), (std::vector{0.5, 0.75, 1.0}));
        QCOMPARE(withoutLook(looks, 3), looks);
        QCOMPARE(withNewLook(looks, 0.6).size(), 5U);
        QCOMPARE(withNewLook(looks, 0.6)[2], 0.6);
        const auto beside = withNewLook(looks, 0.5);
        QCOMPARE(beside.size(), 5U);
        QVERIFY(std::ranges::is_sorted(beside) && std::ranges::adjacent_find(beside) == beside.end());
        QCOMPARE(widestGap({0.1, 0.7, 1}), 0.4);
        std::vector<double> many{1.0};
        for (int i = 0; i < 40; ++i)
            many = withNewLook(many, widestGap(many));
        QCOMPARE(many.size(), std::size_t(kMostLooks));
        QCOMPARE(many.back(), 1.0);
    }

    void aPlanOfWeeksHasALookAWeek()
    {
        QCOMPARE(weeklyLooks(27).size(), 4U);
        QCOMPARE(weeklyLooks(3).size(), 1U);
        QCOMPARE(weeklyLooks(0).size(), 4U);
        QCOMPARE(weeklyLooks(4000).size(), std::size_t(kMostLooks));
        Draft draft = fourLooks();
        draft.design.looks.clear();
        draft.baseline = 0.0602;
        draft.smallestLift = 0.08;
        draft.unitsPerDay = 3000; // 79,440 units of a single look take 27 days
        QCOMPARE(designOf(draft).looks, evenLooks(4));
        const SizePlan plan = planOf(draft);
        QVERIFY(plan.units > 79'440 && plan.units < 79'440 * 1.05);
        QVERIFY(plan.expectedShare < 1);
    }

    /// As the service reads it.
    void thePlanIsSent()
    {
        Draft draft = fourLooks();
        draft.design = {{0.4, 1}, SpendingKind::KimDeMets, 2};
        const Experiment sent = experimentOf(draft);
        QVERIFY(sent.plan);
        QVERIFY(sent.plan->method == Method::GroupSequential);
        QCOMPARE(sent.plan->looks, (std::vector{0.4, 1.0}));
        QVERIFY(sent.plan->spending == SpendingKind::KimDeMets);
        QCOMPARE(sent.plan->spendingGamma, 2.0);
        QCOMPARE(sent.plan->unitsPerVariant, std::optional(sent.targetSampleSize));
        QCOMPARE(sent.plan->smallestEffect, std::optional(draft.smallestLift));
        const auto read = planFromJson(toJson(*sent.plan), sent);
        QVERIFY(read);
        QCOMPARE(*read, *sent.plan);
        QCOMPARE(planOf(draft).costs.size(), 4U);
    }

    void keysMoveAddAndRemove()
    {
        ExperimentWizard wizard;
        open(wizard);
        auto* canvas = wizard.findChild<LooksCanvas*>();
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Home);
        QTest::keyClick(canvas, Qt::Key_Up);
        QTest::keyClick(canvas, Qt::Key_Right);
        QVERIFY(near(wizard.draft().design.looks[1], 0.51, 1e-9));
        QTest::keyClick(canvas, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(near(wizard.draft().design.looks[1], 0.46, 1e-9));
        QTest::keyClick(canvas, Qt::Key_Delete);
        QCOMPARE(wizard.draft().design.looks, (std::vector{0.25, 0.75, 1.0}));
        QTest::keyClick(canvas, Qt::Key_Insert);
        QCOMPARE(wizard.draft().design.looks, (std::vector{0.25, 0.5, 0.75, 1.0}));
        QVERIFY(canvas->accessibleName().contains(QStringLiteral("Chosen: look 2")));
        QCOMPARE(experimentOf(wizard.draft()).plan->looks, wizard.draft().design.looks);
    }

    void aHandleIsDragged()
    {
        ExperimentWizard wizard;
        open(wizard);
        auto* canvas = wizard.findChild<LooksCanvas*>();
        QTRY_VERIFY(canvas->width() > 200);
        const double perShare = canvas->handleAt(3).x() - canvas->handleAt(2).x(); // a quarter of the axis
        const QPointF from = canvas->handleAt(0);
        const QPoint to = (from + QPointF(perShare * 0.4, 0)).toPoint();
        const std::int64_t before = planOf(wizard.draft()).units;
        QTest::mousePress(canvas, Qt::LeftButton, {}, from.toPoint());
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
        QVERIFY(near(wizard.draft().design.looks[0], 0.35, 0.011));
        QVERIFY(planOf(wizard.draft()).units != before);
        const QPoint free = ((canvas->handleAt(1) + canvas->handleAt(2)) / 2).toPoint();
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, free);
        QCOMPARE(wizard.draft().design.looks.size(), 5U);
    }

    void theListIsEdited()
    {
        ExperimentWizard wizard;
        open(wizard);
        auto* model = wizard.findChild<LooksModel*>();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 4);
        QVERIFY(model->setData(model->index(1, LooksModel::Share), 60, Qt::EditRole));
        QCOMPARE(wizard.draft().design.looks[1], 0.6);
        QVERIFY(!model->setData(model->index(3, LooksModel::Share), 60, Qt::EditRole));
        QVERIFY(!model->setData(model->index(1, LooksModel::Share), QStringLiteral("much"), Qt::EditRole));
        named<QSpinBox>(wizard, QStringLiteral("Number of even looks"))->setValue(6);
        QCOMPARE(model->rowCount(), 6);
        QCOMPARE(wizard.draft().design.looks, evenLooks(6));
        auto* list = named<QTableView>(wizard, QStringLiteral("Looks"));
        QVERIFY(list->isColumnHidden(LooksModel::Futility));
        wizard.findChild<LookDesigner*>()->findChild<QCheckBox*>()->setChecked(true);
        QVERIFY(!list->isColumnHidden(LooksModel::Futility));
    }

    void theSpendingIsChosen()
    {
        ExperimentWizard wizard;
        open(wizard);
        auto* spending = named<QComboBox>(wizard, QStringLiteral("Spending function"));
        auto* gamma = named<QDoubleSpinBox>(wizard, QStringLiteral("Gamma of the spending function"));
        QVERIFY(gamma->isHidden());
        const std::int64_t before = planOf(wizard.draft()).units;
        const auto choose = [&](SpendingKind kind) {
            spending->setCurrentIndex(spending->findData(int(kind)));
            Q_EMIT spending->activated(spending->currentIndex());
        };
        choose(SpendingKind::Pocock);
        QVERIFY(wizard.draft().design.spending == SpendingKind::Pocock);
        QVERIFY(planOf(wizard.draft()).units > before);
        choose(SpendingKind::HwangShihDeCani);
        QVERIFY(!gamma->isHidden());
        gamma->setValue(-4);
        QCOMPARE(wizard.draft().design.gamma, -4.0);
        choose(SpendingKind::KimDeMets); // knows no gamma below 0
        QVERIFY(wizard.draft().design.gamma > 0);
        QVERIFY(planOf(wizard.draft()).problem.isEmpty());
    }

    void otherMethodsHaveNoLooks()
    {
        ExperimentWizard wizard;
        open(wizard);
        auto* method = named<QComboBox>(wizard, QStringLiteral("Judged by"));
        method->setCurrentIndex(method->findData(int(Method::Fixed)));
        Q_EMIT method->activated(method->currentIndex());
        QVERIFY(!wizard.findChild<LookDesigner*>()->isVisible());
        const auto plan = experimentOf(wizard.draft()).plan;
        QVERIFY(plan->method == Method::Fixed);
        QVERIFY(plan->looks.empty());
    }
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
