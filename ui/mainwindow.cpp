// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "core/domain/urlpassword.h"
#include "core/domain/version.h"
#include "ui/data/datapage.h"
#include "ui/design/experimentwizard.h"
#include "ui/design/keptdraft.h"
#include "ui/lab/peekinglab.h"
#include "ui/language/language.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/models/navigationmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/portfoliopage.h"
#include "ui/pages/startpage.h"
#include "ui/session.h"
#include "ui/settings/preferences.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/trafficdialog.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>

namespace xp::ui {

namespace {

constexpr int kSidebarWidth = 232;
constexpr int kMostRecent = 5;
const QString kRecentKey = QStringLiteral("recent");

QString stateText(const Backend& backend)
{
    const BackendConnection& connection = backend.connection();
    if (backend.isReadOnly()) // what a file says does not age
        return MainWindow::tr("from a file");
    switch (connection.state) {
    case BackendConnection::State::Connecting:
        return MainWindow::tr("connecting");
    case BackendConnection::State::Lost:
        return MainWindow::tr("lost");
    case BackendConnection::State::Refused:
        return MainWindow::tr("refused");
    case BackendConnection::State::Online:
        break;
    }
    return MainWindow::tr("live, %1").arg(ago(now() - connection.lastAnswer.value_or(now())));
}

Tone footerTone(const Backend& backend)
{
    const BackendConnection::State state = backend.connection().state;
    return backend.isReadOnly()                        ? Tone::Neutral
           : state == BackendConnection::State::Online ? Tone::Good
           : state == BackendConnection::State::Lost   ? Tone::Bad
                                                       : Tone::Warning;
}

/// A banner with the room around it, which goes with it.
QWidget* boxOf(Banner* banner)
{
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(24, 12, 24, 0);
    layout->addWidget(banner);
    box->hide();
    return box;
}

} // namespace

MainWindow::MainWindow(BackendFactory factory, Home home, QWidget* parent)
    : QMainWindow(parent), m_factory(std::move(factory)), m_home(home), m_interval(loadPreferences().refresh)
{
    connect(&m_footerTimer, &QTimer::timeout, this, &MainWindow::updateFooter);
    m_footerTimer.start(std::chrono::seconds(1));
    build();
    restoreWindow();
    showStart();
}

/// All that the window shows, in the language in use.
void MainWindow::build()
{
    m_language = languageInUse();
    setWindowTitle(tr("Experimentation Studio"));
    makePages();
    m_connectionBanner = new Banner;
    m_connectionBanner->setLoud(true);
    m_connectionBanner->setObjectName(QStringLiteral("connectionBanner"));
    connect(m_connectionBanner, &Banner::actionTriggered, this, &MainWindow::showStart);
    m_connectionBox = boxOf(m_connectionBanner);
    m_checkBanner = new Banner;
    m_checkBanner->setObjectName(QStringLiteral("checkBanner"));
    m_checkBox = boxOf(m_checkBanner);

    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_connectionBox);
    layout->addWidget(m_checkBox);
    // A page of a browser may be smaller than any window of a desktop.
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_pages);
    layout->addWidget(scroll, 1);
    m_sidebar = makeSidebar();
    m_splitter = new QSplitter;
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    makeMenus();
    showOffers();
}

void MainWindow::makePages()
{
    m_pages = new PageStack;
    m_start = new StartPage(m_home);
    m_labPage = new QWidget;
    m_lab = new PeekingLab;
    m_data = new DataPage;
    m_portfolio = new PortfolioPage;
    m_experiment = new ExperimentPage;
    auto* labLayout = new QVBoxLayout(m_labPage);
    labLayout->setContentsMargins(24, 16, 24, 16);
    labLayout->setSpacing(12);
    auto* labTitle = new QLabel(tr("Peeking lab"));
    setRole(labTitle, "title");
    labLayout->addWidget(labTitle);
    labLayout->addWidget(m_lab, 1);
    for (QWidget* page : std::initializer_list<QWidget*>{m_start, m_labPage, m_data, m_portfolio, m_experiment})
        m_pages->addWidget(page);

    connect(m_start, &StartPage::connectRequested, this, &MainWindow::openPlace);
    connect(m_start, &StartPage::tableRequested, this, &MainWindow::chooseTable);
    connect(m_start, &StartPage::databaseRequested, this, &MainWindow::chooseDatabase);
    connect(m_start, &StartPage::queryRequested, this, &MainWindow::chooseQuery);
    connect(m_start, &StartPage::demoRequested, this, &MainWindow::openDemo);
    connect(m_data, &DataPage::analysed, this, &MainWindow::showAnalysed);
    connect(m_start, &StartPage::labRequested, this, &MainWindow::showLab);
    connect(m_portfolio, &PortfolioPage::experimentOpened, this, &MainWindow::showExperiment);
    connect(m_portfolio, &PortfolioPage::newRequested, this, &MainWindow::designExperiment);
    connect(m_portfolio, &PortfolioPage::changeRequested, this, &MainWindow::confirmChanges);
    connect(m_portfolio, &PortfolioPage::reportRequested, this, &MainWindow::exportReport);
    connect(m_experiment, &ExperimentPage::changeRequested, this, &MainWindow::confirmChange);
    connect(m_experiment, &ExperimentPage::trafficRequested, this, &MainWindow::confirmTraffic);
    connect(m_experiment, &ExperimentPage::failed, this, &MainWindow::showFailure);
}

MainWindow::~MainWindow() = default;

void MainWindow::adopt(Result<std::unique_ptr<Backend>> backend, const QString& place,
                       const std::optional<QString>& token)
{
    m_connecting.clear();
    if (!backend) {
        m_start->showError(backend.error(), false, token && !token->isEmpty());
        showStart();
        return;
    }
    leaveSession();
    m_address = place;
    m_isNew = true;
    m_offered = token;
    m_check.reset();
    m_session = std::make_unique<Session>(std::move(*backend), m_interval);
    showSession();
    m_start->showConnecting(m_session->backend().place());
    showStart();

    connect(m_session.get(), &Session::listArrived, this, &MainWindow::onListArrived);
    connect(m_session.get(), &Session::connectionChanged, this, &MainWindow::onConnectionChanged);
    connect(m_session.get(), &Session::failed, this, &MainWindow::showFailure);
    connect(m_session.get(), &Session::statsArrived, this, [this](const QString& id) {
        if (m_pages->currentWidget() == m_experiment && id == m_experiment->experimentId())
            Q_EMIT settled();
    });
    updateFooter();
    updateMenus();
}

/// Nothing shows the session any more.
void MainWindow::leaveSession()
{
    m_experiment->setSession(nullptr);
    m_portfolio->setSession(nullptr);
    m_navigation->setModel(nullptr);
    m_navigationModel.reset();
}

void MainWindow::showSession()
{
    m_navigationModel = std::make_unique<NavigationModel>(m_session->experiments());
    m_navigation->setModel(m_navigationModel.get());
    m_portfolio->setSession(m_session.get());
    m_experiment->setSession(m_session.get());
    connect(m_navigation->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& row) {
        if (!row.isValid() || !isConnected())
            return;
        const QString id = row.data(role::Id).toString();
        if (id.isEmpty())
            showPortfolio();
        else
            showExperiment(id);
    });
}

bool MainWindow::isConnected() const
{
    return m_session && m_session->isLoaded();
}

void MainWindow::onListArrived()
{
    const bool first = std::exchange(m_isNew, false);
    if (first) {
        remember();
        m_start->showIdle();
    }
    if (const auto token = std::exchange(m_offered, std::nullopt)) {
        keepToken(m_address, *token);
        Q_EMIT signedIn(*token, m_start->wantsRemembering());
    }
    // Who comes back to the start page later stays there.
    if (first && m_pages->currentWidget() == m_start && m_wanted.isEmpty())
        showPortfolio();
    if (!m_wanted.isEmpty()) {
        const QString wanted = std::exchange(m_wanted, QString());
        if (const Experiment* experiment = m_session->experiments().findByKey(wanted.toStdString())) {
            showExperiment(text(experiment->id));
        } else {
            showMissing(wanted);
        }
    }
    const bool onExperiment = m_pages->currentWidget() == m_experiment;
    if (onExperiment && !m_session->experiments().find(m_experiment->experimentId().toStdString()))
        showPortfolio(); // it was deleted
    if (onExperiment || m_pages->currentWidget() == m_portfolio)
        select(m_pages->currentWidget() == m_experiment ? m_experiment->experimentId() : QString());
    updateFooter();
    updateMenus();
}

void MainWindow::onConnectionChanged()
{
    const BackendConnection& connection = m_session->backend().connection();
    const bool wrong =
        connection.state == BackendConnection::State::Lost || connection.state == BackendConnection::State::Refused;
    if (wrong && !m_session->isLoaded())
        m_start->showError(connection.error, connection.state == BackendConnection::State::Lost,
                           m_offered && !m_offered->isEmpty());
    updateFooter();
}

void MainWindow::showPortfolio()
{
    m_session->setFocus({});
    select({});
    m_wantsSidebarNow = false;
    m_pages->setCurrentWidget(m_portfolio);
    m_portfolio->table().setFocus();
    updateMenus();
    Q_EMIT pageShown({});
}

void MainWindow::open(const QString& idOrKey)
{
    if (!m_session || !m_session->isLoaded())
        return openWhenLoaded(idOrKey);
    const Experiment* experiment = m_session->experiments().findByKey(idOrKey.toStdString());
    if (experiment)
        showExperiment(text(experiment->id));
    else if (idOrKey.isEmpty())
        showPortfolio();
    else
        showMissing(idOrKey);
}

/// A link may be older than the experiment's end, or mistyped.
void MainWindow::showMissing(const QString& idOrKey)
{
    Q_EMIT notFound(idOrKey);
    showPortfolio();
    showFailure({ErrorCode::NotFound,
                 {"experiment_not_found",
                  {{"experiment", idOrKey.toStdString()}},
                  "There is no experiment '" + idOrKey.toStdString() + "'"},
                 {}});
}

void MainWindow::showExperiment(const QString& id)
{
    m_session->setInSight({});
    m_wantsSidebarNow = false;
    m_experiment->open(id);
    select(id); // first: the list at the left may get the focus of the page that goes, and would choose its first row
    m_pages->setCurrentWidget(m_experiment);
    updateMenus();
    if (const Experiment* experiment = m_session->experiments().find(id.toStdString()))
        Q_EMIT pageShown(text(experiment->key));
}

void MainWindow::showStart()
{
    QSettings settings;
    m_start->setRecent(m_home == Home::Desktop ? settings.value(kRecentKey).toStringList() : QStringList());
    m_pages->setCurrentWidget(m_start);
    selectNothing();
    m_start->setFocus();
    updateMenus();
}

bool MainWindow::showPage(const QString& name)
{
    if (name == QLatin1String("start")) {
        showStart();
        return true;
    }
    if (name == QLatin1String("lab")) {
        showLab();
        m_lab->finish();
        return true;
    }
    if (name == QLatin1String("portfolio")) {
        if (isConnected())
            showPortfolio();
        return isConnected();
    }
    if (name == QLatin1String("new")) {
        designExperiment();
        return true;
    }
    return m_experiment->showTab(name);
}

void MainWindow::showLab()
{
    m_pages->setCurrentWidget(m_labPage);
    selectNothing();
    m_lab->setFocus();
    updateMenus();
}

void MainWindow::select(const QString& id)
{
    if (!m_navigationModel)
        return;
    const QModelIndex index = m_navigationModel->indexOf(id);
    if (index == m_navigation->currentIndex())
        return;
    const QSignalBlocker quiet(m_navigation->selectionModel());
    m_navigation->setCurrentIndex(index);
    m_navigation->viewport()->update();
}

/// What is shown is none of the list's, all of which can be gone to.
void MainWindow::selectNothing()
{
    if (!m_navigationModel)
        return;
    const QSignalBlocker quiet(m_navigation->selectionModel());
    m_navigation->setCurrentIndex({});
    m_navigation->viewport()->update();
}

void MainWindow::step(int by)
{
    if (!isConnected())
        return;
    int row = m_navigation->currentIndex().row() + by;
    while (row >= 0 && row < m_navigationModel->rowCount()) {
        const QModelIndex index = m_navigationModel->index(row);
        if (index.flags() & Qt::ItemIsSelectable) {
            m_navigation->setCurrentIndex(index);
            return;
        }
        row += by;
    }
}

void MainWindow::updateFooter()
{
    if (!m_session) {
        m_footer->clear();
        m_connectionBox->hide();
        return;
    }
    const BackendConnection& connection = m_session->backend().connection();
    const QString place = m_session->backend().place();
    const int room = m_footer->width() - m_footer->contentsMargins().left() - m_footer->contentsMargins().right();
    const QString markup =
        QStringLiteral("%1<br><span style='color:%2'>●</span>&nbsp; %3")
            .arg(m_footer->fontMetrics().elidedText(place, Qt::ElideMiddle, std::max(room, 120)).toHtmlEscaped(),
                 Theme::tokens().of(footerTone(m_session->backend())).name(),
                 stateText(m_session->backend()).toHtmlEscaped());
    if (m_footer->text() != markup)
        m_footer->setText(markup);
    const bool wrong =
        connection.state == BackendConnection::State::Lost || connection.state == BackendConnection::State::Refused;
    m_connectionBox->setVisible(wrong && m_session->isLoaded());
    if (!wrong || !m_session->isLoaded())
        return;
    const QString age = ago(now() - connection.lastAnswer.value_or(now()));
    if (connection.state == BackendConnection::State::Lost)
        m_connectionBanner->show(Tone::Bad, tr("The service at %1 is lost.").arg(place),
                                 tr("What you see is from %1. The studio goes on trying.").arg(age));
    else
        m_connectionBanner->show(Tone::Warning, errorText(connection.error), tr("What you see is from %1.").arg(age));
    const bool refused = connection.state == BackendConnection::State::Refused;
    m_connectionBanner->setAction(m_home == Home::Desktop ? tr("Connect …") : refused ? tr("Sign in …") : QString());
}

void MainWindow::confirmChange(const QString& id, StatusChange change)
{
    confirmChanges({id}, change);
}

/// Asks once for all of these that can change so.
void MainWindow::confirmChanges(const QStringList& ids, StatusChange change)
{
    std::vector<Experiment> experiments;
    for (const QString& id : ids) {
        const Experiment* experiment = m_session->experiments().find(id.toStdString());
        const auto allowed = experiment ? ExperimentPage::changesFrom(experiment->status) : std::vector<StatusChange>();
        if (std::ranges::find(allowed, change) != allowed.end())
            experiments.push_back(*experiment);
    }
    if (experiments.empty())
        return;
    auto* dialog = new ConfirmDialog(experiments, change, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, experiments, change] {
        for (const Experiment& experiment : experiments)
            m_session->changeStatus(text(experiment.id), change, dialog->reason(), dialog->conclusion());
    });
    dialog->open();
}

void MainWindow::confirmTraffic(const QString& id)
{
    const Experiment* experiment = m_session->experiments().find(id.toStdString());
    if (!experiment)
        return;
    auto* dialog = new TrafficDialog(*experiment, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, version = experiment->version] {
        m_session->changeExperiment(id, {{"traffic_allocation", dialog->share()}}, dialog->reason(), version);
    });
    dialog->open();
}

void MainWindow::showFailure(const Error& error)
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("That did not work"), errorText(error), QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

/// What was left unfinished, else an empty draft.
void MainWindow::designExperiment()
{
    if (const auto kept = keptDraft())
        return openWizard(*kept);
    Draft draft;
    draft.experiment.significanceLevel = loadPreferences().level;
    openWizard(draft);
}

void MainWindow::duplicateExperiment()
{
    if (const Experiment* experiment = m_session->experiments().find(m_experiment->experimentId().toStdString()))
        openWizard(templateOf(*experiment));
}

void MainWindow::openWizard(const Draft& start)
{
    auto* wizard = new ExperimentWizard(this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->setDraft(start);
    if (m_session)
        wizard->offer(pastRates(m_session->experiments()));
    std::vector<Experiment> running;
    for (int row = 0; m_session && row < m_session->experiments().rowCount(); ++row) {
        const Experiment& other = m_session->experiments().at(row);
        if (other.status == Status::Running || other.status == Status::Paused)
            running.push_back(other);
    }
    wizard->offer(running);
    // Without a catalogue the metrics are new ones.
    if (m_session)
        m_session->backend().catalogue().then(
            wizard, [wizard, project = start.experiment.project](const Result<std::vector<CatalogueMetric>>& answer) {
                auto metrics = answer.value_or(std::vector<CatalogueMetric>{});
                std::erase_if(metrics, [&](const CatalogueMetric& metric) { return metric.project != project; });
                wizard->offer(metrics);
            });
    connect(wizard, &ExperimentWizard::createRequested, m_session.get(), [this, wizard](const Experiment& draft) {
        m_session->backend().createExperiment(draft).then(wizard, [this, wizard](const Result<Experiment>& answer) {
            if (!answer) {
                wizard->showFailure(answer.error());
                return;
            }
            forgetDraft();
            wizard->accept();
            m_session->experiments().putExperiment(*answer);
            showExperiment(text(answer->id));
        });
    });
    wizard->open();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About the studio"),
                                tr("<b>Experimentation Studio %1</b><br><br>Design, watch and decide experiments.<br>"
                                   "Apache License 2.0")
                                    .arg(QLatin1String(version())),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->open();
}

void MainWindow::setRemembering(bool on)
{
    m_start->setRemembering(on);
}

/// What was opened, for the next start; no secrets.
void MainWindow::remember()
{
    if (m_home != Home::Desktop || m_address.isEmpty())
        return;
    QSettings settings;
    QStringList recent = settings.value(kRecentKey).toStringList();
    // A file's name may look like anything, and has no password.
    const QString place =
        QFileInfo::exists(m_address) ? m_address : QString::fromStdString(withoutPassword(m_address.toStdString()));
    recent.removeAll(place);
    recent.prepend(place);
    settings.setValue(kRecentKey, QStringList(recent.mid(0, kMostRecent)));
}

void MainWindow::restoreWindow()
{
    QSettings settings;
    resize(1280, 820);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    if (!m_splitter->restoreState(settings.value(QStringLiteral("window/splitter")).toByteArray()))
        m_splitter->setSizes({kSidebarWidth, width() - kSidebarWidth});
    m_wantsSidebar = settings.value(QStringLiteral("window/sidebar"), true).toBool();
}

void MainWindow::saveWindow()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("window/sidebar"), m_wantsSidebar);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

} // namespace xp::ui
