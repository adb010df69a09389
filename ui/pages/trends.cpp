// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/trends.h"

#include "core/analysis/projection.h"
#include "ui/charts/plotview.h"
#include "ui/pages/seriesfeed.h"
#include "ui/text/format.h"
#include "ui/widgets/titledcard.h"

#include <QHBoxLayout>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kChartHeight = 190;

} // namespace

Trends::Trends(QWidget* parent)
    : ExperimentTab(parent), m_feed(new SeriesFeed(this)), m_lift(new PlotView), m_evidence(new PlotView)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    m_liftCard = new TitledCard(tr("Lift over time"), {}, m_lift);
    m_evidenceCard = new TitledCard(tr("Evidence"), {}, m_evidence);
    for (TitledCard* card : {m_liftCard, m_evidenceCard})
        layout->addWidget(card, 1);
    for (PlotView* view : {m_lift, m_evidence})
        view->setMinimumHeight(kChartHeight);
    connect(m_lift, &PlotView::viewChanged, m_evidence, &PlotView::setView);
    connect(m_evidence, &PlotView::viewChanged, m_lift, &PlotView::setView);
    connect(m_lift, &PlotView::pointerMoved, m_evidence, &PlotView::setPointer);
    connect(m_evidence, &PlotView::pointerMoved, m_lift, &PlotView::setPointer);
    connect(m_feed, &SeriesFeed::changed, this, &Trends::showPlots);
    connect(m_feed, &SeriesFeed::changed, this, &Trends::arrived);
}

void Trends::choose(const std::string& metric, const std::string& treatment)
{
    if (metric == m_metric && treatment == m_treatment)
        return;
    m_metric = metric;
    m_treatment = treatment;
    showPlots();
}

std::vector<double> Trends::unitsByDay() const
{
    const Experiment* shown = experiment();
    return shown ? xp::unitsByDay(*shown, m_feed->snapshots()) : std::vector<double>{};
}

void Trends::clear()
{
    m_feed->clear();
    m_metric.clear();
    m_treatment.clear();
    for (PlotView* view : {m_lift, m_evidence})
        view->setView(std::nullopt);
}

void Trends::ask()
{
    m_feed->ask(backend(), id());
}

void Trends::showPlots()
{
    const Experiment* shown = experiment();
    if (!shown || shown->variants.size() < 2 || shown->metrics.empty())
        return;
    const auto primary = std::ranges::find(shown->metrics, MetricRole::Primary, &Metric::role);
    const std::string metric = !m_metric.empty()                 ? m_metric
                               : primary != shown->metrics.end() ? primary->name
                                                                 : shown->metrics.front().name;
    const std::string treatment = m_treatment.empty() ? shown->variants[1].name : m_treatment;
    const SeriesChoice choice = m_feed->choice(*shown, metric, treatment);
    m_lift->show(liftPlot(choice));
    m_evidence->show(evidencePlot(choice));
    const QString about = shown->variants.size() > 2 ? tr("%1, %2").arg(text(metric), text(treatment)) : text(metric);
    m_liftCard->setNote(tr("%1, with its interval").arg(about));
    m_evidenceCard->setNote(tr("p-value, logarithmic"));
}

} // namespace xp::ui
