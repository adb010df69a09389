// SPDX-License-Identifier: Apache-2.0
// What the window opens beside services: databases, tables, evidence bundles and the demo.
#include "ui/mainwindow.h"

#include "core/files/bundlecheck.h"
#include "core/offline/offlinebackend.h"
#include "ui/data/datapage.h"
#include "ui/data/querydialog.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/portfoliopage.h"
#include "ui/pages/startpage.h"
#include "ui/session.h"
#include "ui/text/format.h"
#include "ui/text/sentencetext.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace xp::ui {

namespace {

/// What SQLite files begin with.
constexpr QByteArrayView kSqlite("SQLite format 3");

/// And zip files, which evidence bundles are.
constexpr QByteArrayView kZip("PK\x03\x04");
constexpr qint64 kMostOfABundle = qint64{256} << 20;
constexpr std::size_t kDifferencesShown = 5;

bool isDatabaseUrl(const QString& place)
{
    return place.startsWith(QLatin1String("postgresql://")) || place.startsWith(QLatin1String("postgres://"));
}

bool isDatabaseFile(const QString& place)
{
    const auto beginning = DataFile::onDisk(place).beginning(kSqlite.size());
    const QString suffix = QFileInfo(place).suffix().toLower();
    return (beginning && beginning->startsWith(kSqlite)) || suffix == QLatin1String("sqlite") ||
           suffix == QLatin1String("db");
}

bool isBundle(const DataFile& file)
{
    const auto beginning = file.beginning(kZip.size());
    return beginning && beginning->startsWith(kZip);
}

/// What in a bundle is not what it says, for people.
QString differencesText(const std::vector<Sentence>& differences)
{
    QStringList lines;
    for (const Sentence& difference : differences) {
        if (lines.size() < int(kDifferencesShown))
            lines << sentenceText(difference);
    }
    if (const int more = int(differences.size()) - int(lines.size()); more > 0)
        lines << MainWindow::tr("… and %n more", nullptr, more);
    return lines.join(QStringLiteral("\n"));
}

QFileDialog* dialogFor(QWidget* parent, const QString& title, const QString& filters)
{
    auto* dialog = new QFileDialog(parent, title, QString(), filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    return dialog;
}

} // namespace

void MainWindow::offer(LocalSources sources)
{
    m_local = std::move(sources);
    showOffers();
}

void MainWindow::showOffers()
{
    m_start->offer({.databases = bool(m_local.database), .demo = bool(m_local.demo), .queries = bool(m_local.query)});
    m_queryAction->setVisible(bool(m_local.query));
    if (m_local.secrets)
        m_start->offerKeychain();
}

void MainWindow::openPlace(const QString& place, const QString& token)
{
    const bool isFile = QFileInfo(place).isFile();
    if (!isDatabaseUrl(place) && !isFile)
        return connectTo(place, token);
    if (isFile && !isDatabaseFile(place))
        return openFile(DataFile::onDisk(place));
    if (m_local.database)
        return adopt(m_local.database(place), place);
    adopt(fail(ErrorCode::Unsupported, "no_databases", "This build of the studio cannot open databases"), place);
}

void MainWindow::openDemo()
{
    if (m_local.demo)
        adopt(m_local.demo(), {});
}

void MainWindow::chooseTable()
{
    const QString filters = tr("Tables and evidence bundles (*.csv *.tsv *.txt *.tab *.zip);;All files (*)");
#ifdef Q_OS_WASM
    QFileDialog::getOpenFileContent(filters, [this](const QString& name, const QByteArray& content) {
        if (!name.isEmpty())
            openFile(DataFile::inMemory(name, content));
    });
#else
    QFileDialog* dialog = dialogFor(this, tr("Open a file"), filters);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { openPlace(path); });
    dialog->open();
#endif
}

void MainWindow::chooseDatabase()
{
    QFileDialog* dialog =
        dialogFor(this, tr("Open a database"), tr("Databases (*.sqlite *.sqlite3 *.db);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { openPlace(path); });
    dialog->open();
}

void MainWindow::chooseQuery()
{
    if (!m_local.query)
        return;
    auto* dialog = new QueryDialog(m_local.query, m_local.secrets, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QueryDialog::ready, this, [this](const DataFile& table) {
        m_data->open(table);
        m_pages->setCurrentWidget(m_data);
        selectNothing();
        m_data->setFocus();
        updateMenus();
        m_address.clear(); // the table is gone with the window
    });
    dialog->open();
}

void MainWindow::openFile(const DataFile& file)
{
    if (isBundle(file))
        showBundle(file);
    else
        showTable(file);
}

/// Every number in it is computed again before it is shown.
void MainWindow::showBundle(const DataFile& file)
{
    auto checked = file.beginning(kMostOfABundle).and_then([](const QByteArray& bytes) {
        return checkBundle({bytes.constData(), std::size_t(bytes.size())});
    });
    if (!checked)
        return showFailure(checked.error()); // what was being looked at stays
    Bundle& bundle = checked->bundle;
    m_wanted = QString::fromStdString(bundle.evidence.experiment.key);
    std::vector<OfflineBackend::Item> items;
    items.push_back({std::move(bundle.evidence), {}, bundle.at});
    const bool same = checked->differences.empty();
    const QString place = same ? tr("%1, checked").arg(file.name()) : tr("%1, not as written").arg(file.name());
    adopt(std::unique_ptr<Backend>(std::make_unique<OfflineBackend>(place, std::move(items))), file.path());
    m_check = BundleCheck{file.name(), checked->numbers, std::move(checked->differences)};
    showCheck();
    if (same)
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("This bundle is not as it was written"),
                                tr("What you see is computed from its sums. The bundle says otherwise:"),
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(differencesText(m_check->differences));
    box->open();
}

/// Above the pages that show what was checked.
void MainWindow::showCheck()
{
    const QWidget* page = m_pages->currentWidget();
    m_checkBox->setVisible(m_check && (page == m_portfolio || page == m_experiment));
    if (!m_check)
        return;
    const bool same = m_check->differences.empty();
    m_checkBanner->setLoud(!same);
    if (same)
        m_checkBanner->show(
            Tone::Good, tr("Every number recomputed and equal."),
            tr("The %1 numbers in %2 follow from its sums.").arg(count(std::int64_t(m_check->numbers)), m_check->name));
    else
        m_checkBanner->show(Tone::Bad, tr("%1 is not as it was written.").arg(m_check->name),
                            sentenceText(m_check->differences.front()));
}

void MainWindow::showTable(const DataFile& file)
{
    m_data->open(file);
    m_pages->setCurrentWidget(m_data);
    selectNothing();
    m_data->setFocus();
    updateMenus();
    m_address = file.path();
    remember();
}

/// The same page as for any other experiment, over what was found in the file.
void MainWindow::showAnalysed()
{
    AnalysedFile file = m_data->take();
    m_wanted = QString::fromStdString(file.evidence.experiment.key);
    std::vector<OfflineBackend::Item> items;
    items.push_back({std::move(file.evidence), std::move(file.segments)});
    adopt(std::unique_ptr<Backend>(std::make_unique<OfflineBackend>(m_data->fileName(), std::move(items))), {});
}

} // namespace xp::ui
