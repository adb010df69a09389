// SPDX-License-Identifier: Apache-2.0
// What the window hands out: tables, reports, dashboards.
#include "ui/mainwindow.h"

#include "core/dashboards/experimentdashboard.h"
#include "core/domain/version.h"
#include "core/files/bundle.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/portfoliopage.h"
#include "ui/report/pdfreport.h"
#include "ui/session.h"
#include "ui/share/savefile.h"
#include "ui/text/format.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace xp::ui {

namespace {

/// The numbers of more experiments than this are not printed with the portfolio: its table stands alone then.
constexpr qsizetype kMostPrinted = 100;

} // namespace

TableView* MainWindow::currentTable() const
{
    if (m_pages->currentWidget() == m_experiment)
        return m_experiment->currentTable();
    return m_pages->currentWidget() == m_portfolio ? &m_portfolio->table() : nullptr;
}

void MainWindow::exportTable()
{
    if (TableView* table = currentTable())
        table->saveAsCsv();
}

void MainWindow::copy()
{
    if (auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget()))
        return line->copy();
    if (auto* edit = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()))
        return edit->copy();
    if (TableView* table = currentTable())
        table->copySelection();
}

void MainWindow::copyAsMarkdown()
{
    if (TableView* table = currentTable())
        table->copyAsMarkdown();
}

QStringList MainWindow::chosenExperiments() const
{
    return m_pages->currentWidget() == m_experiment ? QStringList{m_experiment->experimentId()}
                                                    : m_portfolio->selectedIds();
}

/// The open experiment, or the portfolio: those that are selected, else all that are shown.
void MainWindow::exportReport()
{
    const bool one = m_pages->currentWidget() == m_experiment;
    QStringList ids = chosenExperiments();
    if (ids.isEmpty())
        ids = m_portfolio->shownIds();
    const bool alone = !one && ids.size() > kMostPrinted;
    auto* collector = new ReportCollector(m_session->backend(), alone ? QStringList() : ids, m_session.get());
    connect(collector, &ReportCollector::failed, this, &MainWindow::showFailure);
    connect(collector, &ReportCollector::failed, collector, &QObject::deleteLater);
    connect(collector, &ReportCollector::finished, this,
            [this, collector, one](const std::vector<ReportContent>& contents) {
                collector->deleteLater();
                const QString name = one ? text(contents.front().experiment.key) : tr("portfolio");
                saveFile(this, {tr("Save the report"), fileNameOf(name) + QLatin1String(".pdf"), tr("PDF (*.pdf)"),
                                [this, one, contents] {
                                    return one ? experimentPdf(contents.front(), now())
                                               : portfolioPdf(*m_portfolio->table().model(), contents, now());
                                }});
            });
    collector->start();
}

/// Grafana's import takes one dashboard a file.
void MainWindow::exportGrafana()
{
    std::vector<NamedFile> files;
    for (const QString& id : chosenExperiments()) {
        const Experiment* experiment = m_session->experiments().find(id.toStdString());
        if (!experiment)
            continue;
        const std::string dashboard = experimentDashboard(*experiment).dump(2) + "\n";
        files.push_back(
            {fileNameOf(text(experiment->key)) + QLatin1String("-grafana.json"), QByteArray::fromStdString(dashboard)});
    }
    if (files.size() == 1)
        saveFile(this, {tr("Save the Grafana dashboard"), files.front().name, tr("Grafana dashboard (*.json)"),
                        [content = files.front().content] { return content; }});
    else if (!files.empty())
        saveFiles(this, tr("Folder for the dashboards"), std::move(files));
}

/// The open experiment's evidence, as the service's own bundle holds it: `xp-service verify` computes it again.
void MainWindow::exportBundle()
{
    if (m_pages->currentWidget() != m_experiment)
        return;
    m_session->backend().evidence(m_experiment->experimentId()).then(this, [this](const Result<Evidence>& evidence) {
        if (!evidence)
            return showFailure(evidence.error());
        const auto zip = writeBundle({*evidence, now(), version()});
        if (!zip)
            return showFailure(zip.error());
        saveFile(this,
                 {tr("Save the evidence bundle"),
                  fileNameOf(text(evidence->experiment.key)) + QLatin1String("-evidence.zip"),
                  tr("Evidence bundle (*.zip)"), [content = QByteArray::fromStdString(*zip)] { return content; }});
    });
}

} // namespace xp::ui
