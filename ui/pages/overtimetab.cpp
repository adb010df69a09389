// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overtimetab.h"

#include "ui/charts/plotview.h"
#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/titledcard.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace xp::ui {

OverTimeTab::OverTimeTab(QWidget* parent) : ExperimentTab(parent), m_metric(new QComboBox), m_treatment(new QComboBox)
{
    m_metric->setAccessibleName(tr("Metric"));
    m_treatment->setAccessibleName(tr("Treatment"));
    for (QComboBox* box : {m_metric, m_treatment})
        box->view()->setAccessibleName(box->accessibleName());
    auto* hint = new QLabel(tr("Ctrl and the wheel zoom, dragging moves, a double click shows all"));
    setRole(hint, "note");
    auto* choices = new QHBoxLayout;
    choices->setSpacing(8);
    choices->addWidget(m_metric);
    choices->addWidget(m_treatment);
    choices->addStretch(1);
    choices->addWidget(hint);
    const std::array titles{tr("Lift over time"), tr("Evidence"), tr("Bounds"), tr("Units")};
    const std::array notes{tr("with its interval"), tr("p-value, logarithmic"), tr("z by share of the planned size"),
                           tr("in each variant")};
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_views[i] = new PlotView;
        grid->addWidget(new TitledCard(titles[i], notes[i], m_views[i]), int(i / 2), int(i % 2));
    }
    // Charts of the same time move together.
    const std::array overTime{m_views[0], m_views[1], m_views[3]};
    for (PlotView* one : overTime) {
        for (PlotView* other : overTime) {
            if (one == other)
                continue;
            connect(one, &PlotView::viewChanged, other, &PlotView::setView);
            connect(one, &PlotView::pointerMoved, other, &PlotView::setPointer);
        }
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addLayout(choices);
    layout->addLayout(grid, 1);
    for (QComboBox* box : {m_metric, m_treatment})
        connect(box, &QComboBox::activated, this, &OverTimeTab::showPlots);
}

void OverTimeTab::clear()
{
    m_rows.clear();
    m_now.clear();
    m_audit.clear();
    m_notes.clear();
    m_metric->clear();
    m_treatment->clear();
    for (PlotView* view : m_views)
        view->setView(std::nullopt);
}

void OverTimeTab::ask()
{
    if (m_seriesReply.isPending())
        return;
    fillChoices();
    m_seriesReply.ask(backend().series(id()), this, [this](const Result<std::vector<SeriesRow>>& answer) {
        if (answer)
            m_rows = *answer;
        showPlots();
    });
    m_reportReply.ask(backend().report(id(), {}), this, [this](const Result<Report>& answer) {
        if (answer)
            m_now = seriesRowsOf(*answer);
        showPlots();
    });
    m_auditReply.ask(backend().audit(id(), {}), this, [this](const Result<AuditLines>& answer) {
        if (answer)
            m_audit = answer->entries;
        showPlots();
    });
    m_notesReply.ask(backend().notes(id()), this, [this](const Result<std::vector<Note>>& answer) {
        if (answer)
            m_notes = *answer;
        showPlots();
    });
}

void OverTimeTab::fillChoices()
{
    const Experiment* shown = experiment();
    if (!shown || m_metric->count() > 0)
        return;
    for (const Metric& metric : shown->metrics)
        m_metric->addItem(QStringLiteral("%1 · %2").arg(text(metric.name), roleWord(metric.role)), text(metric.name));
    const auto primary = std::ranges::find(shown->metrics, MetricRole::Primary, &Metric::role);
    m_metric->setCurrentIndex(primary == shown->metrics.end() ? 0 : int(primary - shown->metrics.begin()));
    for (std::size_t i = 1; i < shown->variants.size(); ++i)
        m_treatment->addItem(text(shown->variants[i].name), text(shown->variants[i].name));
    m_treatment->setVisible(shown->variants.size() > 2);
}

void OverTimeTab::showPlots()
{
    const Experiment* shown = experiment();
    if (!shown)
        return;
    SeriesChoice choice{.experiment = shown,
                        .rows = m_rows,
                        .metric = m_metric->currentData().toString().toStdString(),
                        .treatment = m_treatment->currentData().toString().toStdString(),
                        .marks = marksOf(*shown, m_audit, m_notes)};
    // What comes after the stop is the same for ever.
    const bool live = shown->status == Status::Running || shown->status == Status::Paused;
    if (live || choice.rows.empty())
        choice.rows.insert(choice.rows.end(), m_now.begin(), m_now.end());
    m_views[0]->show(liftPlot(choice));
    m_views[1]->show(evidencePlot(choice));
    m_views[2]->show(boundsPlot(choice));
    m_views[3]->show(unitsPlot(choice));
}

} // namespace xp::ui
