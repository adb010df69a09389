// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/scenes.h"

#include "core/local/localbackend.h"
#include "ui/data/datapage.h"
#include "ui/data/querydialog.h"
#include "ui/design/experimentwizard.h"
#include "ui/design/leavequestion.h"
#include "ui/lab/peekinglab.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/session.h"
#include "ui/widgets/confirmdialog.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTest>

namespace xp::test {

namespace {

using namespace ui;

constexpr const char* kShip = "one-page-checkout";
constexpr const char* kHarm = "express-sign-up";
constexpr const char* kInvalid = "landing-page-redirect";
constexpr const char* kSeveral = "onboarding-tour";

const Experiment* byKey(MainWindow& window, std::string_view key)
{
    const ExperimentListModel& all = window.session()->experiments();
    for (int row = 0; row < all.rowCount(); ++row) {
        if (all.at(row).key == key)
            return &all.at(row);
    }
    return nullptr;
}

/// Where the scene before has scrolled is not where one begins.
void scrollTo(QWidget& within, bool end)
{
    for (auto* scroll : within.findChildren<QScrollArea*>()) {
        QScrollBar* bar = scroll->verticalScrollBar();
        bar->setValue(end ? bar->maximum() : 0);
    }
}

/// The experiment's page at one of its tabs.
std::function<QWidget*(MainWindow&)> tab(const char* key, const char* name)
{
    return [key, name](MainWindow& window) -> QWidget* {
        window.open(QLatin1String(key));
        const bool isThere = window.showPage(QLatin1String(name));
        scrollTo(window, false);
        return isThere ? &window : nullptr;
    };
}

/// A lower tab of one of its tabs.
std::function<QWidget*(MainWindow&)> lowerTab(const char* key, const char* name, const char* widget, int index)
{
    return [show = tab(key, name), widget, index](MainWindow& window) -> QWidget* {
        QWidget* shown = show(window);
        for (auto* candidate : window.findChildren<QWidget*>()) {
            auto* tabs = candidate->inherits(widget) ? candidate->findChild<QTabBar*>() : nullptr;
            if (!tabs || !candidate->isVisible())
                continue;
            settle();
            tabs->setCurrentIndex(index);
            settle();
            scrollTo(window, true);
            return shown;
        }
        return nullptr;
    };
}

std::function<QWidget*(MainWindow&)> page(const char* name)
{
    return [name](MainWindow& window) -> QWidget* { return window.showPage(QLatin1String(name)) ? &window : nullptr; };
}

/// What a menu entry opens over the page of an experiment.
std::function<QWidget*(MainWindow&)> dialog(const char* action)
{
    return [action](MainWindow& window) -> QWidget* {
        window.open(QLatin1String(kShip));
        window.showPage(QStringLiteral("results"));
        settle();
        for (QAction* candidate : window.findChildren<QAction*>()) {
            if (candidate->objectName() == QLatin1String(action))
                candidate->trigger();
        }
        for (auto* open : window.findChildren<QDialog*>()) {
            if (open->isVisible())
                return open;
        }
        return nullptr;
    };
}

/// What is asked before an experiment changes its state.
std::function<QWidget*(MainWindow&)> confirmation(StatusChange change)
{
    return [change](MainWindow& window) -> QWidget* {
        window.open(QLatin1String(kShip));
        const Experiment* experiment = byKey(window, kShip);
        if (!experiment)
            return nullptr;
        auto* dialog = new ConfirmDialog({*experiment}, change, &window);
        dialog->open();
        return dialog;
    };
}

/// An experiment that has just been started: nobody has come yet.
QWidget* newborn(MainWindow& window)
{
    constexpr const char* kKey = "shorter-checkout";
    Session& session = *window.session();
    if (!byKey(window, kKey)) {
        Experiment draft;
        draft.key = kKey;
        draft.name = "Shorter checkout";
        draft.hypothesis = "Asking for less on the last page makes more visitors buy.";
        draft.variants = {{.name = "control", .allocation = 0.5}, {.name = "short", .allocation = 0.5}};
        draft.metrics = {{.name = "purchase", .role = MetricRole::Primary, .event = "purchase"}};
        draft.targetSampleSize = 5000;
        session.backend().createExperiment(draft).then(&window, [&](const Result<Experiment>& made) {
            if (made)
                session.changeStatus(QString::fromStdString(made->id), StatusChange::Start, {});
        });
    }
    const auto hasBegun = [&] {
        const Experiment* found = byKey(window, kKey);
        return found && found->status == Status::Running && session.experiments().stats(found->id);
    };
    return QTest::qWaitFor(hasBegun, 20'000) ? tab(kKey, "results")(window) : nullptr;
}

/// The peeking lab at the size and looks of a plan, with its run at the end.
QWidget* labOfPlan(MainWindow& window)
{
    window.open(QLatin1String(kShip));
    auto* shown = window.findChild<ui::ExperimentPage*>();
    if (!shown || !shown->showTab(QStringLiteral("lab")))
        return nullptr;
    settle();
    for (auto* lab : shown->findChildren<ui::PeekingLab*>())
        lab->finish();
    scrollTo(window, false);
    return &window;
}

/// The wizard, filled in up to one of its pages.
std::function<QWidget*(MainWindow&)> wizard(DesignStep step)
{
    return [step](MainWindow& window) -> QWidget* {
        window.showPage(QStringLiteral("new"));
        auto* wizard = window.findChild<ExperimentWizard*>();
        if (!wizard)
            return nullptr;
        Draft draft;
        draft.experiment.name = "Shorter checkout";
        draft.experiment.hypothesis = "Asking for less on the last page makes more visitors buy.";
        draft.experiment.metrics = {
            {.name = "purchase", .role = MetricRole::Primary, .event = "purchase"},
            {.name = "refund", .role = MetricRole::Guardrail, .direction = Direction::Decrease, .event = "refund"}};
        draft.baseline = 0.0602;
        draft.smallestLift = 0.08;
        draft.unitsPerDay = 6000;
        wizard->setDraft(draft);
        wizard->goTo(step);
        return wizard;
    };
}

/// Its size page, with the curves in place of the looks.
QWidget* powerCurves(MainWindow& window)
{
    QWidget* shown = wizard(DesignStep::Size)(window);
    auto* tabs = shown ? shown->findChild<QTabBar*>(QStringLiteral("planViews")) : nullptr;
    if (!tabs)
        return nullptr;
    tabs->setCurrentIndex(1);
    return shown;
}

/// What leaving the wizard asks.
QWidget* leaving(MainWindow& window)
{
    auto* shown = qobject_cast<QDialog*>(wizard(DesignStep::Metrics)(window));
    if (!shown)
        return nullptr;
    shown->reject();
    return shown->findChild<LeaveQuestion*>();
}

/// The dialog of queries, with one filled in.
QWidget* query(MainWindow& window)
{
    window.findChild<QAction*>(QStringLiteral("query"))->trigger();
    auto* dialog = window.findChild<QueryDialog*>();
    if (dialog)
        dialog->fill({.name = "Shop checkout",
                      .database = "postgresql://analyst@warehouse.example.org/shop",
                      .exposures = "SELECT user_id, variant, first_seen, country\nFROM exposures\n"
                                   "WHERE experiment = 'checkout' AND first_seen >= {{since}}",
                      .facts = "SELECT user_id, 1 AS orders, amount AS revenue\nFROM orders"});
    return dialog;
}

/// A table of 4,000 users, as one exports it from elsewhere.
QWidget* ownData(MainWindow& window)
{
    const QDir folder = QFileInfo(QSettings().fileName()).absoluteDir();
    folder.mkpath(QStringLiteral("."));
    const QString path = folder.filePath(QStringLiteral("sign-up.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return nullptr;
    file.write("user;group;country;visits;spend;signed_up\n");
    static constexpr const char* kCountries[] = {"Austria", "France", "Italy"};
    for (int i = 0; i < 4000; ++i) {
        const bool treated = i % 2;
        const bool signedUp = (i / 2) % 100 < (treated ? 14 : 11);
        file.write(QStringLiteral("u-%1;%2;%3;%4;%5;%6\n")
                       .arg(10'000 + i)
                       .arg(treated ? QStringLiteral("short form") : QStringLiteral("control"),
                            QLatin1String(kCountries[(i / 7) % 3]))
                       .arg(i % 9)
                       .arg(signedUp ? 4.5 + i % 11 : 0)
                       .arg(signedUp ? 1 : 0)
                       .toUtf8());
    }
    file.close();
    window.openPlace(path);
    return &window;
}

/// What is made of that table.
QWidget* ownVerdict(MainWindow& window)
{
    auto* page = ownData(window) ? window.findChild<DataPage*>() : nullptr;
    const auto isReady = [&] {
        auto* analyse = page->findChild<QPushButton*>(QStringLiteral("analyse"));
        return analyse && analyse->isEnabled();
    };
    if (!page || !QTest::qWaitFor(isReady, 20'000))
        return nullptr;
    page->findChild<QPushButton*>(QStringLiteral("analyse"))->click();
    const auto isAnalysed = [&] {
        return window.isConnected() && window.session()->experiments().rowCount() == 1 &&
               window.session()->experiments().stats(window.session()->experiments().at(0).id);
    };
    return QTest::qWaitFor(isAnalysed, 20'000) ? &window : nullptr;
}

/// An address that is none.
QWidget* noAddress(MainWindow& window)
{
    window.showPage(QStringLiteral("start"));
    window.connectTo(QStringLiteral("experiments at our shop"), QString());
    return &window;
}

} // namespace

const std::vector<Scene>& scenes()
{
    static const std::vector<Scene> s_scenes{
        {"start", page("start")},
        {"portfolio", page("portfolio")},
        {"experiment", tab(kShip, "results")},
        {"experiment-harm", tab(kHarm, "results")},
        {"experiment-invalid", tab(kInvalid, "results")},
        {"experiment-several", tab(kSeveral, "results")},
        {"over-time", tab(kShip, "over-time")},
        {"explore", tab(kShip, "explore")},
        {"explore-distribution", lowerTab(kShip, "explore", "xp::ui::ExploreTab", 1)},
        {"health", tab(kInvalid, "health")},
        {"assignments", tab(kShip, "assignments")},
        {"events", tab(kShip, "events")},
        {"notes", tab(kShip, "notes")},
        {"audit", tab(kShip, "audit")},
        {"plan", tab(kShip, "plan")},
        {"experiment-lab", labOfPlan},
        {"lab", page("lab")},
        {"wizard-question", wizard(DesignStep::Question)},
        {"wizard-variants", wizard(DesignStep::Variants)},
        {"wizard-metrics", wizard(DesignStep::Metrics)},
        {"wizard", wizard(DesignStep::Size)},
        {"wizard-power", powerCurves},
        {"wizard-traffic", wizard(DesignStep::Traffic)},
        {"wizard-review", wizard(DesignStep::Review)},
        {"dialog-leave", leaving},
        {"dialog-start", confirmation(StatusChange::Start)},
        {"dialog-pause", confirmation(StatusChange::Pause)},
        {"dialog-resume", confirmation(StatusChange::Resume)},
        {"dialog-stop", confirmation(StatusChange::Stop)},
        {"dialog-archive", confirmation(StatusChange::Archive)},
        {"dialog-traffic", dialog("traffic")},
        {"dialog-settings", dialog("settings")},
        {"dialog-commands", dialog("commands")},
        {"dialog-terms", dialog("terms")},
        {"dialog-about", dialog("about")},
        {"dialog-query", query},
        {"experiment-new", newborn}, // from here on the demo is not what it was
        {"start-refused", noAddress},
        {"own-data", ownData},
        {"own-verdict", ownVerdict},
    };
    return s_scenes;
}

std::unique_ptr<ui::MainWindow> demoWindow(const QString& folder)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QCoreApplication::setApplicationName(QStringLiteral("screens"));
    auto window = std::make_unique<MainWindow>([](const QString&, const QString&) -> Result<std::unique_ptr<Backend>> {
        return fail(ErrorCode::Invalid, "bad_address", "an address looks like http://127.0.0.1:8000");
    });
    window->offer({.database = {},
                   .demo = [] { return LocalBackend::demo(QStringLiteral("Demo"), "anna"); },
                   .query = [](const QuerySource&, const QString&) { return Reply<DataFile>(); }});
    window->resize(1280, 860);
    window->show();
    window->openDemo();
    const auto complete = [&] {
        if (!window->isConnected())
            return false;
        const ExperimentListModel& all = window->session()->experiments();
        for (int row = 0; row < all.rowCount(); ++row) {
            if (!all.stats(all.at(row).id))
                return false;
        }
        return all.rowCount() > 0;
    };
    // Telling the lessons is seconds of work, which a machine that does other things stretches.
    return QTest::qWaitFor(complete, 300'000) ? std::move(window) : nullptr;
}

void settle()
{
    QTest::qWait(700); // answers of the database arrive, then layouts and charts take a turn or two
}

void closeDialogs(ui::MainWindow& window)
{
    for (auto* dialog : window.findChildren<QDialog*>()) {
        dialog->hide(); // without the question that the wizard would ask
        dialog->deleteLater();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace xp::test
