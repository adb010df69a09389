// SPDX-License-Identifier: Apache-2.0
#include "ui/explore/segmentview.h"

#include "ui/explore/segmentmodel.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/theme/styled.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace xp::ui {

SegmentView::SegmentView(QWidget* parent)
    : QWidget(parent)
    , m_attribute(new QComboBox)
    , m_metric(new QComboBox)
    , m_note(new QLabel)
    , m_model(new SegmentModel(this))
    , m_table(new TableView)
{
    m_attribute->setEditable(true);
    m_attribute->lineEdit()->setAccessibleName(tr("Attribute of the units"));
    m_attribute->setInsertPolicy(QComboBox::NoInsert);
    m_attribute->setMinimumWidth(180);
    m_attribute->lineEdit()->setPlaceholderText(tr("an attribute, such as country"));
    for (const auto& [box, name] :
         {std::pair{m_attribute, tr("Attribute of the units")}, std::pair{m_metric, tr("Metric by segment")}}) {
        box->setAccessibleName(name);
        box->view()->setAccessibleName(name);
    }
    setRole(m_note, "note");
    m_note->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("segments"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Segments"));
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(8);
    choices->addWidget(m_attribute);
    choices->addWidget(m_metric);
    choices->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addLayout(choices);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    connect(m_attribute, &QComboBox::textActivated, this, &SegmentView::ask);
    connect(m_attribute->lineEdit(), &QLineEdit::returnPressed, this, &SegmentView::ask);
    connect(m_metric, &QComboBox::activated, this, &SegmentView::showBreakdown);
}

void SegmentView::setExperiment(Backend* backend, const Experiment& experiment)
{
    clear();
    m_backend = backend;
    m_experiment = experiment;
    for (const std::string& attribute : experiment.segments)
        m_attribute->addItem(text(attribute));
    int best = 0;
    for (const Metric& metric : experiment.metrics) {
        if (metric.role == MetricRole::Primary && best == 0)
            best = m_metric->count();
        m_metric->addItem(text(metric.name));
    }
    m_metric->setCurrentIndex(best);
    m_table->setColumnHidden(SegmentModel::Treatment, experiment.variants.size() <= 2);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(SegmentModel::Lift, QHeaderView::Stretch);
    QStringList words;
    for (const Word word : {Word::TooEarly, Word::Undecided, Word::NonInferior, Word::Inferior})
        words << wordText(word);
    for (const auto& [column, width] :
         {std::pair{SegmentModel::Segment, 130}, std::pair{SegmentModel::Treatment, 100},
          std::pair{SegmentModel::Units, 90}, std::pair{SegmentModel::LiftText, 80}, std::pair{SegmentModel::P, 70},
          std::pair{SegmentModel::Verdict, pillColumnWidth(words, 130)}})
        header->resizeSection(column, width);
    say(experiment.segments.empty()
            ? tr("Name what the units are told apart by, as it is known of them at their exposure.")
            : QString());
    if (isVisible())
        ask();
}

void SegmentView::clear()
{
    m_reply.cancel();
    m_breakdown.reset();
    m_asked.clear();
    m_backend = nullptr;
    m_attribute->clear();
    m_metric->clear();
    m_model->show({}, {});
    m_note->clear();
}

void SegmentView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    ask();
}

void SegmentView::ask()
{
    const QString attribute = m_attribute->currentText().trimmed();
    if (!m_backend || attribute.isEmpty() || attribute == m_asked)
        return;
    m_asked = attribute;
    say(tr("Loading …"));
    m_reply.ask(m_backend->segments(text(m_experiment.id), attribute), this,
                [this](const Result<SegmentBreakdown>& answer) {
                    if (!answer) {
                        m_asked.clear();
                        m_breakdown.reset();
                        m_model->show({}, {});
                        say(errorText(answer.error()), true);
                        return;
                    }
                    m_breakdown = *answer;
                    showBreakdown();
                });
}

void SegmentView::showBreakdown()
{
    if (!m_breakdown)
        return;
    const std::string metric = m_metric->currentText().toStdString();
    m_model->show(*m_breakdown, metric);
    if (m_model->rowCount() == 0) {
        say(tr("No unit has this attribute."));
        return;
    }
    QStringList notes{tr("Exploratory: corrected over the segments, and nothing here decides.")};
    for (const Heterogeneity& test : m_breakdown->heterogeneity) {
        if (test.metric == metric)
            notes << tr("That the effect of “%1” is the same in all of them has %2.")
                         .arg(text(test.treatment), pEquation(test.pValue));
    }
    if (const auto others = m_breakdown->unitsOfOthers + m_breakdown->unitsWithoutAny; others > 0)
        notes << tr("%1 units are in none of them.").arg(count(others));
    say(notes.join(QLatin1Char(' ')));
}

void SegmentView::say(const QString& words, bool wrong)
{
    setRole(m_note, wrong ? "error" : "note");
    m_note->setText(words);
}

} // namespace xp::ui
