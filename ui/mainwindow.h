// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "ui/home.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QLabel;
class QListView;
class QMenu;
class QSplitter;
class QToolButton;

namespace xp {
class DataFile;
struct QuerySource;
} // namespace xp

namespace xp::ui {

class Banner;
class DataPage;
class ExperimentPage;
class NavigationModel;
class PageStack;
class PeekingLab;
class PortfolioPage;
class SecretStore;
struct Draft;
class Session;
class StartPage;
class TableView;
struct Command;
struct Preferences;

/// Opens a backend for an address and a token, or says what is wrong with the address.
using BackendFactory = std::function<Result<std::unique_ptr<Backend>>(const QString& address, const QString& token)>;

/// Backends that need a database in this process. Where there is none, as in a browser, they are empty.
struct LocalSources
{
    /// `place` is the path of a SQLite file or the URL of a PostgreSQL database.
    std::function<Result<std::unique_ptr<Backend>>(const QString& place)> database;
    std::function<Result<std::unique_ptr<Backend>>()> demo;
    std::function<Reply<DataFile>(const QuerySource& source, const QString& password)> query = nullptr;
    std::shared_ptr<SecretStore> secrets = nullptr; ///< without: tokens are kept until the window is closed
};

/// The studio's window: navigation at the left, one page at the right, menus, and what is known of the connection.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(BackendFactory factory, Home home = Home::Desktop, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// How often the pages are brought up to date; for tests.
    void setRefreshInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    void connectTo(const QString& address, const QString& token);
    /// Whether the start page proposes to keep the token; see signedIn().
    void setRemembering(bool on);
    /// What this build can open beside services and tables; call it before the others.
    void offer(LocalSources sources);
    /// A file of one's own (a table, or a SQLite database), a `postgresql://` URL, else the address of a service.
    void openPlace(const QString& place, const QString& token = {});
    void openDemo();
    /// Asks for a file.
    void chooseTable();
    void chooseDatabase();
    /// Asks for a query of one's own database.
    void chooseQuery();
    /// Opened as soon as the list is there; by id or key.
    void openWhenLoaded(const QString& idOrKey) { m_wanted = idOrKey; }
    /// Opened now, if the list is there, else as soon as it is; empty: the portfolio.
    void open(const QString& idOrKey);

    /// A page or a tab of the experiment page by its name on the command line; false when there is none.
    bool showPage(const QString& name);

    Session* session() { return m_session.get(); }
    bool isConnected() const;

Q_SIGNALS:
    /// The page asked for shows its data.
    void settled();
    /// The service has accepted the token given to connectTo(); `remember` when it is to be kept beyond the tab.
    void signedIn(const QString& token, bool remember);
    /// Nothing of the token is to be kept.
    void signedOut();
    /// The experiment asked for is not there; said before the portfolio is shown in its place.
    void notFound(const QString& idOrKey);
    /// The page of this experiment is shown; an empty key: another page.
    void pageShown(const QString& experimentKey);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void rebuild();
    void makePages();
    QWidget* makeSidebar();
    bool isNarrow() const;
    void makeSidebarButton();
    void toggleSidebar();
    void updateSidebar();
    void makeMenus();
    void makeFileMenu();
    void makeViewMenu();
    void makeExperimentMenu();
    void addThemes(QMenu* view);
    void addLanguages(QMenu* view);
    void restoreWindow();
    void saveWindow();

    void onListArrived();
    void onConnectionChanged();
    void showPortfolio();
    void showExperiment(const QString& id);
    void showStart();
    void signOut();
    void showMissing(const QString& idOrKey);
    void showLab();
    void selectNothing();
    void step(int by);
    void select(const QString& id);
    void updateFooter();
    void updateMenus();
    void confirmTraffic(const QString& id);
    void confirmChange(const QString& id, StatusChange change);
    void confirmChanges(const QStringList& ids, StatusChange change);
    void showFailure(const Error& error);
    void leaveSession();
    void showSession();
    /// Goes over to another backend; `place` is what the list of recent ones keeps, empty for nothing.
    /// A service is signed in to with a token, which may be empty; what comes from elsewhere has none.
    void adopt(Result<std::unique_ptr<Backend>> backend, const QString& place,
               const std::optional<QString>& token = std::nullopt);
    void openFile(const DataFile& file);
    void showBundle(const DataFile& file);
    void showCheck();
    void showOffers();
    void showTable(const DataFile& file);
    void showAnalysed();
    void designExperiment();
    TableView* currentTable() const;
    QStringList chosenExperiments() const;
    void exportTable();
    void exportReport();
    void exportGrafana();
    void exportBundle();
    void copy();
    void copyAsMarkdown();
    void showAbout();
    void remember();
    void connectWith(const QString& address, const QString& token);
    void keepToken(const QString& address, const QString& token);
    std::vector<Command> commands();
    void showPalette();
    void showTerms();
    void showSettings();
    void apply(const Preferences& preferences);
    void openWizard(const Draft& start);
    void duplicateExperiment();

    BackendFactory m_factory;
    const Home m_home;
    LocalSources m_local;
    std::chrono::milliseconds m_interval;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<NavigationModel> m_navigationModel;
    QString m_address;
    /// What checking the opened bundle has found.
    struct BundleCheck
    {
        QString name;
        std::size_t numbers = 0;
        std::vector<Sentence> differences;
    };
    std::optional<BundleCheck> m_check;
    bool m_isNew = false;             ///< no list has come from it yet
    std::optional<QString> m_offered; ///< the token that the service has not answered to yet
    QString m_wanted;
    QString m_language;               ///< that the window was built in
    QString m_connecting;             ///< asked for last
    QHash<QString, QString> m_tokens; ///< by address, of this run

    QSplitter* m_splitter;
    QWidget* m_sidebar;
    QToolButton* m_sidebarButton = nullptr;
    bool m_wantsSidebar = true;     ///< where there is room for it
    bool m_wantsSidebarNow = false; ///< in a narrow window, until a page is chosen
    QListView* m_navigation;
    QLabel* m_footer;
    QWidget* m_connectionBox; ///< the banner and the room around it
    Banner* m_connectionBanner;
    QWidget* m_checkBox; ///< likewise
    Banner* m_checkBanner;
    PageStack* m_pages;
    StartPage* m_start;
    QWidget* m_labPage;
    PeekingLab* m_lab;
    DataPage* m_data;
    PortfolioPage* m_portfolio;
    ExperimentPage* m_experiment;
    std::vector<std::pair<StatusChange, QAction*>> m_changeActions;
    QAction* m_queryAction = nullptr;
    std::vector<QAction*> m_connectedActions; ///< only with a service
    std::vector<QAction*> m_changingActions;  ///< only where something can be changed
    QAction* m_trafficAction = nullptr;
    QAction* m_duplicateAction = nullptr;
    std::vector<std::pair<ThemeChoice, QAction*>> m_themeActions;
    std::vector<std::pair<QString, QAction*>> m_languageActions; ///< the language's code, empty for the system's
    QTimer m_footerTimer;
};

} // namespace xp::ui
