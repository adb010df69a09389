// SPDX-License-Identifier: Apache-2.0
// The wizard's pages in use: where they say what is wrong, where the cursor is, what a small screen holds.
#include "tests/ui/widgetsearch.h"
#include "ui/design/experimentwizard.h"
#include "ui/design/problems.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace xp;
using namespace xp::ui;

namespace {

Draft checkoutDraft()
{
    Draft draft;
    draft.experiment.name = "Checkout button";
    draft.experiment.metrics.front().name = "purchase";
    draft.baseline = 0.0602;
    draft.smallestLift = 0.08;
    draft.unitsPerDay = 6000;
    draft.method = Method::Fixed;
    return draft;
}

Draft draftWith(int mistake)
{
    Draft draft = checkoutDraft();
    Experiment& e = draft.experiment;
    switch (mistake) {
    case 0:
        e.name.clear();
        break;
    case 1:
        e.variants[1].name = e.variants[0].name;
        break;
    case 2:
        e.variants[1].allocation = 0.4;
        break;
    case 3:
        e.variants[1].config = nlohmann::json::parse("{\"a\":", nullptr, false);
        break;
    case 4:
        e.metrics[0].name.clear();
        break;
    case 5:
        e.metrics.push_back(e.metrics[0]);
        break;
    default:
        draft.smallestLift = 9; // of a rate above a tenth there is no tenfold one
        draft.baseline = 0.5;
        break;
    }
    return draft;
}

} // namespace

class TestWizardPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeChoice::Light); }

    void everyPageSaysWhatIsWrong_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("mistake");
        QTest::newRow("no name") << int(DesignStep::Question) << 0;
        QTest::newRow("twice the same variant") << int(DesignStep::Variants) << 1;
        QTest::newRow("shares") << int(DesignStep::Variants) << 2;
        QTest::newRow("not JSON") << int(DesignStep::Variants) << 3;
        QTest::newRow("unnamed metric") << int(DesignStep::Metrics) << 4;
        QTest::newRow("twice the same metric") << int(DesignStep::Metrics) << 5;
        QTest::newRow("no size") << int(DesignStep::Size) << 6;
    }

    /// The sentence stands beneath the entry that it is about, which is marked, said to a screen reader and has the
    /// cursor; nothing of it is left once the entry is right.
    void everyPageSaysWhatIsWrong()
    {
        QFETCH(int, step);
        QFETCH(int, mistake);
        for (int i = 0; i < kDesignSteps; ++i)
            QVERIFY(problemsOf(checkoutDraft(), DesignStep(i)).empty());
        const Draft draft = draftWith(mistake);
        const auto problems = problemsOf(draft, DesignStep(step));
        QCOMPARE(problems.size(), 1U);
        ExperimentWizard wizard;
        wizard.show();
        wizard.setDraft(draft);
        wizard.goTo(DesignStep::Review);
        QCOMPARE(int(wizard.step()), step);
        QWidget* entry = nullptr;
        for (QWidget* candidate : wizard.findChildren<QWidget*>()) {
            if (candidate->property("invalid").toBool())
                entry = candidate;
        }
        QVERIFY(entry);
        QCOMPARE(entry->accessibleDescription(), problems.front().text);
        QCOMPARE(wizard.focusWidget(), entry);
        QLabel* said = nullptr;
        for (QLabel* label : wizard.findChildren<QLabel*>()) {
            if (label->text() == problems.front().text) {
                QVERIFY(!said); // once
                said = label;
            }
        }
        QVERIFY(said);
        QTRY_VERIFY(said->isVisible());
        const QRect above(entry->mapTo(&wizard, QPoint()), entry->size());
        const QRect below(said->mapTo(&wizard, QPoint()), said->size());
        QVERIFY(below.top() >= above.bottom() && below.top() - above.bottom() < 12);
        QVERIFY(below.left() <= above.right() && above.left() <= below.right());
        wizard.setDraft(checkoutDraft());
        wizard.goTo(DesignStep(step));
        QVERIFY(!says(wizard, problems.front().text));
        QVERIFY(!entry->property("invalid").toBool() || !entry->isVisible());
    }

    /// Nobody is scolded for what was not filled in yet; a mistake is told while it is made.
    void whatIsMissingIsNoMistakeYet()
    {
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.goTo(DesignStep::Variants);
        auto* name = named<QLineEdit>(wizard, QStringLiteral("Name of the variant"), 1);
        name->clear();
        Q_EMIT name->textEdited({});
        QVERIFY(!says(wizard, QStringLiteral("Every variant needs a name")));
        wizard.goTo(DesignStep::Metrics);
        QVERIFY(says(wizard, QStringLiteral("Every variant needs a name")));
        name = named<QLineEdit>(wizard, QStringLiteral("Name of the variant"), 1);
        QTest::keyClicks(name, QStringLiteral("control"));
        QVERIFY(!says(wizard, QStringLiteral("Every variant needs a name")));
        QVERIFY(says(wizard, QStringLiteral("Two variants are called")));
    }

    void whatAServiceRefusesStandsBesideItsEntry()
    {
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.goTo(DesignStep::Review);
        wizard.showFailure(failInvalid({{"variants[1].config", "too_long", "The configuration is too long"}}).value());
        QCOMPARE(wizard.step(), DesignStep::Variants);
        QVERIFY(says(wizard, QStringLiteral("The configuration is too long")));
        QVERIFY(
            named<QLineEdit>(wizard, QStringLiteral("Configuration of the variant"), 1)->property("invalid").toBool());
        QVERIFY(
            !named<QLineEdit>(wizard, QStringLiteral("Configuration of the variant"), 0)->property("invalid").toBool());
        wizard.goTo(DesignStep::Review);
        wizard.showFailure(fail(ErrorCode::Conflict, "key_taken", "Another experiment has the id 'checkout'").value());
        QCOMPARE(wizard.step(), DesignStep::Question);
        wizard.goTo(DesignStep::Review);
        wizard.showFailure(fail(ErrorCode::Overloaded, "overloaded", "Too many requests are waiting").value());
        QCOMPARE(wizard.step(), DesignStep::Review); // about no entry
        QVERIFY(!problemOf(failInvalid({{"layer", "type", "Not a text"}}).value()));
    }

    /// On a small screen the pages give way or scroll; what leads on is in sight on each of them.
    void aSmallScreenHoldsTheWholeWizard()
    {
        constexpr QSize kSmall(790, 565); // of 800 x 600 a window has less than that
        ExperimentWizard wizard;
        Draft draft = checkoutDraft();
        draft.method = Method::GroupSequential;
        wizard.setDraft(draft);
        wizard.resize(kSmall);
        wizard.show();
        for (int step = 0; step < kDesignSteps; ++step) {
            wizard.goTo(DesignStep(step));
            QCOMPARE(int(wizard.step()), step);
            QTRY_COMPARE(wizard.size(), kSmall);
            const QPushButton* on =
                button(wizard, step + 1 < kDesignSteps ? QStringLiteral("Next:") : QStringLiteral("Create draft"));
            QVERIFY(on && wizard.rect().contains(QRect(on->mapTo(&wizard, QPoint()), on->size())));
            QTRY_COMPARE(wizard.findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
        }
        wizard.resize(1080, 700);
        wizard.goTo(DesignStep::Size); // has room enough in the size that it opens with
        QTRY_COMPARE(wizard.findChild<QScrollArea*>()->verticalScrollBar()->maximum(), 0);
    }

    /// Not larger than the screen from the moment on in which it appears.
    void itOpensWithinTheScreen()
    {
        ExperimentWizard wizard;
        const QSize room = wizard.screen()->availableSize();
        wizard.resize(room + QSize(300, 300));
        wizard.show();
        QVERIFY(wizard.width() < room.width() && wizard.height() < room.height());
        ExperimentWizard small;
        small.resize(760, 520);
        small.show();
        QCOMPARE(small.size(), QSize(760, 520));
    }

    void theCursorIsWhereOneBegins()
    {
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.show();
        const auto at = [&] { return wizard.focusWidget() ? wizard.focusWidget()->accessibleName() : QString(); };
        QCOMPARE(at(), QStringLiteral("Name"));
        wizard.goTo(DesignStep::Variants);
        QCOMPARE(at(), QStringLiteral("Name of the variant"));
        wizard.goTo(DesignStep::Metrics);
        QCOMPARE(at(), QStringLiteral("Event of the metric"));
        wizard.goTo(DesignStep::Question);
        QCOMPARE(at(), QStringLiteral("Name"));
    }

    /// Tab goes through the rows, then to what is below them, then on.
    void tabGoesDownThePage()
    {
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.show();
        for (const auto& [step, entry, adds] :
             {std::tuple{DesignStep::Variants, "Name of the variant", "Add a variant"},
              std::tuple{DesignStep::Metrics, "Event of the metric", "Add a metric"}}) {
            wizard.goTo(step);
            const QWidget* first = named<QLineEdit>(wizard, QLatin1String(entry));
            QCOMPARE(wizard.focusWidget(), first);
            std::vector<const QWidget*> order{first};
            while (order.size() < 40 && order.back() != button(wizard, QStringLiteral("Next:"))) {
                QTest::keyClick(wizard.focusWidget(), Qt::Key_Tab);
                order.push_back(wizard.focusWidget());
            }
            QVERIFY(order.size() < 40);
            const auto add = std::ranges::find(order, button(wizard, QLatin1String(adds)));
            QVERIFY(add != order.end());
            for (int row = 0; const auto* other = named<QLineEdit>(wizard, QLatin1String(entry), row); ++row)
                QVERIFY(std::ranges::find(order, other) < add);
        }
    }
};

QTEST_MAIN(TestWizardPages)
#include "tst_wizardpages.moc"
