// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overtimetab.h"

#include "ui/charts/plotview.h"
#include "ui/pages/seriesfeed.h"
#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/titledcard.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace xp::ui {

OverTimeTab::OverTimeTab(QWidget* parent)
    : ExperimentTab(parent), m_feed(new SeriesFeed(this)), m_metric(new QComboBox), m_treatment(new QComboBox)
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
    connect(m_feed, &SeriesFeed::changed, this, &OverTimeTab::showPlots);
}

void OverTimeTab::clear()
{
    m_feed->clear();
    m_metric->clear();
    m_treatment->clear();
    for (PlotView* view : m_views)
        view->setView(std::nullopt);
}

void OverTimeTab::ask()
{
    fillChoices();
    m_feed->ask(backend(), id());
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
    const SeriesChoice choice = m_feed->choice(*shown, m_metric->currentData().toString().toStdString(),
                                               m_treatment->currentData().toString().toStdString());
    m_views[0]->show(liftPlot(choice));
    m_views[1]->show(evidencePlot(choice));
    m_views[2]->show(boundsPlot(choice));
    m_views[3]->show(unitsPlot(choice));
}

} // namespace xp::ui
