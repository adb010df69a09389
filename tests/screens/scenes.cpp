// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/scenes.h"

#include "core/local/localbackend.h"
#include "ui/data/datapage.h"
#include "ui/data/querydialog.h"
#include "ui/design/experimentwizard.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/session.h"

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
#include <QSettings>
#include <QTest>

namespace xp::test {

namespace {

using namespace ui;

constexpr const char* kShip = "one-page-checkout";
constexpr const char* kHarm = "express-sign-up";
constexpr const char* kInvalid = "landing-page-redirect";
constexpr const char* kSeveral = "onboarding-tour";

/// The experiment's page at one of its tabs.
std::function<QWidget*(MainWindow&)> tab(const char* key, const char* name)
{
    return [key, name](MainWindow& window) -> QWidget* {
        window.open(QLatin1String(key));
        return window.showPage(QLatin1String(name)) ? &window : nullptr;
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
        {"health", tab(kInvalid, "health")},
        {"assignments", tab(kShip, "assignments")},
        {"events", tab(kShip, "events")},
        {"notes", tab(kShip, "notes")},
        {"audit", tab(kShip, "audit")},
        {"plan", tab(kShip, "plan")},
        {"lab", page("lab")},
        {"wizard-question", wizard(DesignStep::Question)},
        {"wizard-variants", wizard(DesignStep::Variants)},
        {"wizard-metrics", wizard(DesignStep::Metrics)},
        {"wizard", wizard(DesignStep::Size)},
        {"wizard-traffic", wizard(DesignStep::Traffic)},
        {"wizard-review", wizard(DesignStep::Review)},
        {"dialog-stop", dialog("stop")},
        {"dialog-traffic", dialog("traffic")},
        {"dialog-settings", dialog("settings")},
        {"dialog-commands", dialog("commands")},
        {"dialog-terms", dialog("terms")},
        {"dialog-about", dialog("about")},
        {"dialog-query", query},
        {"own-data", ownData}, // last: it leaves the demo behind
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
        return fail(ErrorCode::Invalid, "bad_address", "There is no service here");
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
