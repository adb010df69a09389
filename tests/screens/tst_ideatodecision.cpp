// SPDX-License-Identifier: Apache-2.0
// From the idea to a running experiment, and from its page to the decision, in the real windows over a real database,
// as a person does it: what has to be typed and clicked is counted.
#include "core/local/localbackend.h"
#include "core/offline/offlinebackend.h"
#include "tests/analysis/databuilder.h"
#include "ui/design/experimentwizard.h"
#include "ui/mainwindow.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tableview.h"

#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace xp::ui;
using namespace xp::test;

namespace {

constexpr int kMostInputs = 25;

Result<std::unique_ptr<Backend>> noService(const QString&, const QString&)
{
    return fail(ErrorCode::Invalid, "bad_address", "There is no service here");
}

/// A person at the keyboard: an entry that is filled in is one input, and so is a click or a shortcut.
class Person
{
public:
    int inputs() const { return m_inputs; }

    void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        ++m_inputs;
        QTest::keyClick(&window, key, modifiers);
    }

    void click(QWidget& in, const char* text)
    {
        for (QPushButton* button : in.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text().startsWith(QLatin1String(text))) {
                ++m_inputs;
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(QStringLiteral("there is no button “%1”").arg(QLatin1String(text))));
    }

    void fill(QWidget& in, const char* entry, const char* text, int which = 0)
    {
        for (QWidget* widget : in.findChildren<QWidget*>()) {
            const bool takesText = qobject_cast<QLineEdit*>(widget) || qobject_cast<QDoubleSpinBox*>(widget);
            if (!takesText || widget->accessibleName() != QLatin1String(entry) || which-- > 0)
                continue;
            ++m_inputs;
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(widget, QLatin1String(text));
            return;
        }
        QFAIL(qPrintable(QStringLiteral("there is no entry “%1”").arg(QLatin1String(entry))));
    }

private:
    int m_inputs = 0;
};

/// A fortnight of a fixed plan that has found what it looked for.
Evidence finishedEvidence()
{
    Evidence evidence;
    Experiment& e = evidence.experiment;
    e = experimentWith({{"control", 0.5}, {"green", 0.5}});
    e.metrics = {conversion("purchase", MetricRole::Primary),
                 conversion("refund", MetricRole::Guardrail, Direction::Decrease)};
    e.targetSampleSize = 14'000;
    DataBuilder data;
    for (std::int16_t variant = 0; variant < 2; ++variant) {
        for (int day = 0; day < 14; ++day) {
            const DataBuilder::Place place{.variant = variant, .day = kFirstDay + day};
            data.addRate(place, 0, 1000, variant == 0 ? 100 : 116);
            data.addConverted(place, 1, 30);
        }
    }
    evidence.data = data.build();
    return evidence;
}

} // namespace

class TestIdeaToDecision : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Whether all of it lies within what a window of this page shows without scrolling.
    static bool isInFirstView(const QWidget& widget, const QWidget& window)
    {
        const QRect place(widget.mapTo(&window, QPoint(0, 0)), widget.size());
        return widget.isVisible() && window.rect().contains(place);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        Theme::instance().apply(ThemeChoice::Light);
    }

    void fromTheIdeaToARunningExperiment()
    {
        const auto url = parseDatabaseUrl("sqlite:///" + m_folder.filePath(QStringLiteral("shop.db")).toStdString());
        QVERIFY(url);
        MainWindow window(noService);
        window.offer({.database = [&](const QString&) -> Result<std::unique_ptr<Backend>> {
            return std::unique_ptr<Backend>(std::make_unique<LocalBackend>(*url, QStringLiteral("shop.db"), "anna"));
        }});
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openPlace(QStringLiteral("postgresql://only.a.name/x"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isConnected(), 60'000);

        Person anna;
        anna.press(window, Qt::Key_N, Qt::ControlModifier);
        const QPointer<ExperimentWizard> wizard = window.findChild<ExperimentWizard*>();
        QVERIFY(wizard);
        anna.fill(*wizard, "Name", "Green checkout button");
        anna.click(*wizard, "Next");
        anna.fill(*wizard, "Name of the variant", "green", 1);
        anna.click(*wizard, "Next");
        anna.fill(*wizard, "Event of the metric", "purchase");
        anna.click(*wizard, "Add a metric");
        anna.fill(*wizard, "Event of the metric", "refund", 1);
        anna.click(*wizard, "Next");
        anna.fill(*wizard, "Rate of the control today", "6.02");
        anna.fill(*wizard, "Smallest lift worth finding, relative", "8");
        anna.fill(*wizard, "Users a day", "6000");
        anna.click(*wizard, "Next");
        anna.click(*wizard, "Next");
        QCOMPARE(wizard->step(), DesignStep::Review);
        const std::string promised = fingerprintOf(*experimentOf(wizard->draft()).plan);
        anna.click(*wizard, "Create draft");
        auto* page = window.findChild<ui::ExperimentPage*>();
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible() && (!wizard || !wizard->isVisible()), 30'000);
        anna.click(*page, "Start");
        QTRY_VERIFY(window.findChild<ConfirmDialog*>());
        auto* confirm = window.findChild<ConfirmDialog*>();
        anna.fill(*confirm, "", "agreed with the shop"); // the reason, which has the focus
        anna.click(*confirm, "Start");
        const auto running = [&] {
            const Experiment* made = window.session()->experiments().find(page->experimentId().toStdString());
            return made && made->status == Status::Running;
        };
        QTRY_VERIFY_WITH_TIMEOUT(running(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(window.session()->report(page->experimentId()), 30'000);
        QCOMPARE(window.session()->report(page->experimentId())->fingerprint, promised); // as the review said
        qInfo("from the idea to a running experiment: %d inputs", anna.inputs());
        QVERIFY2(anna.inputs() <= kMostInputs, qPrintable(QString::number(anna.inputs())));
    }

    /// Sentence, interval and health stand in the first view, also of a small window.
    void theDecisionIsInTheFirstView()
    {
        MainWindow window([](const QString&, const QString&) -> Result<std::unique_ptr<Backend>> {
            std::vector<OfflineBackend::Item> items{{finishedEvidence(), {}, dayStart(kFirstDay + 15)}};
            return std::unique_ptr<Backend>(
                std::make_unique<OfflineBackend>(QStringLiteral("finished"), std::move(items)));
        });
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.connectTo(QStringLiteral("finished"), {});
        QTRY_VERIFY(window.isConnected());
        auto* page = window.findChild<ui::ExperimentPage*>();
        window.open(QString::fromStdString(finishedEvidence().experiment.id));
        auto* results = window.findChild<TableView*>(QStringLiteral("results"));
        QTRY_VERIFY(results->model()->rowCount() >= 4);
        const auto* decision = page->findChild<Banner*>(QStringLiteral("decision"));
        QTRY_VERIFY2(decision->text().startsWith(QLatin1String("Ship 'green'")), qPrintable(decision->text()));
        QVERIFY(isInFirstView(*decision, window));
        const auto cards = page->findChildren<Card*>();
        QCOMPARE(cards.size(), 5);
        for (const Card* card : cards) // the fourth is the sample ratio, the fifth the guardrails
            QVERIFY2(isInFirstView(*card, window), qPrintable(card->accessibleName()));
        QVERIFY(isInFirstView(*results, window)); // with the intervals
    }
};

QTEST_MAIN(TestIdeaToDecision)
#include "tst_ideatodecision.moc"
