// SPDX-License-Identifier: Apache-2.0
#include "ui/explore/exploretab.h"

#include "ui/charts/plotview.h"
#include "ui/explore/distribution.h"
#include "ui/explore/segmentview.h"
#include "ui/explore/whatifmodel.h"
#include "ui/models/linesmodel.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/text/sentencetext.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/stepslider.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/titledcard.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

namespace xp::ui {

namespace {

constexpr int kControlsWidth = 232;
constexpr int kOpinionRow = 38;
constexpr int kRest = 100;       ///< ms without a move before the other methods are asked, too
constexpr double kAsPlanned = 2; ///< of the cap: each metric as its plan says
constexpr double kNotCut = 1;

QString dayText(double day)
{
    return date(Timestamp(std::chrono::days(std::int64_t(day))));
}

QString capText(double cap)
{
    return cap >= kAsPlanned ? ExploreTab::tr("as planned")
           : cap >= kNotCut  ? ExploreTab::tr("not cut")
                             : ExploreTab::tr("above %1")
                                  .arg(percent(cap, cap > 0.999  ? 2
                                                    : cap > 0.99 ? 1
                                                                 : 0));
}

QComboBox* boxOf(const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->view()->setAccessibleName(name);
    return box;
}

QVBoxLayout* labelled(const QString& name, QWidget* widget)
{
    auto* label = new QLabel(name);
    setRole(label, "secondary");
    label->setBuddy(widget);
    auto* layout = new QVBoxLayout;
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(widget);
    return layout;
}

} // namespace

ExploreTab::ExploreTab(QWidget* parent)
    : ExperimentTab(parent), m_empty(new QLabel), m_model(new WhatIfModel(this)), m_opinions(nullptr)
{
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins({});
    columns->setSpacing(12);
    columns->addWidget(makeControls());
    columns->addWidget(makeAnswer(), 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setRole(m_empty, "secondary");
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, &ExploreTab::answer);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &ExploreTab::showOpinions);
}

QWidget* ExploreTab::makeControls()
{
    m_method = boxOf(tr("Method"));
    for (const Method method : {Method::Fixed, Method::GroupSequential, Method::AlwaysValid, Method::Bayesian})
        m_method->addItem(methodName(method), int(method));
    m_correction = boxOf(tr("Correction for several comparisons"));
    for (const CorrectionMethod correction : {CorrectionMethod::None, CorrectionMethod::Bonferroni,
                                              CorrectionMethod::Holm, CorrectionMethod::BenjaminiHochberg})
        m_correction->addItem(correctionName(correction), int(correction));
    m_level = new StepSlider(
        tr("Level"), {0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.2}, levelPercent);
    m_cap = new StepSlider(tr("Cut values"), {kAsPlanned, kNotCut, 0.9999, 0.9995, 0.999, 0.995, 0.99, 0.98, 0.95, 0.9},
                           capText);
    m_prior = new StepSlider(tr("Prior of the lift"), {0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0},
                             [](double deviation) { return tr("± %1").arg(percent(deviation, 1)); });
    m_first = new StepSlider(tr("Units exposed from"), {0}, dayText);
    m_last = new StepSlider(tr("to"), {0}, dayText);
    m_cuped = new QCheckBox(tr("Adjust by history (CUPED)"));
    m_reset = new QPushButton(tr("Back to the plan"));
    m_speed = new QLabel;
    m_speed->setWordWrap(true);
    setRole(m_speed, "note");

    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setFixedWidth(kControlsWidth);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    auto* title = new QLabel(tr("What if …"));
    setRole(title, "label");
    layout->addWidget(title);
    layout->addLayout(labelled(tr("Method"), m_method));
    layout->addWidget(m_level);
    layout->addLayout(labelled(tr("Correction"), m_correction));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_cap, m_prior, m_first, m_last, m_cuped})
        layout->addWidget(widget);
    layout->addSpacing(4);
    layout->addWidget(m_reset);
    layout->addWidget(m_speed);
    layout->addStretch(1);
    for (QComboBox* box : {m_method, m_correction})
        connect(box, &QComboBox::activated, this, &ExploreTab::readControls);
    for (StepSlider* slider : {m_level, m_cap, m_prior, m_first, m_last})
        connect(slider, &StepSlider::changed, this, &ExploreTab::readControls);
    connect(m_cuped, &QCheckBox::toggled, this, &ExploreTab::readControls);
    connect(m_reset, &QPushButton::clicked, this, [this] { tryOut(m_planned); });
    return card;
}

TitledCard* ExploreTab::makeDistribution()
{
    m_metric = boxOf(tr("Metric whose values are shown"));
    m_distribution = new PlotView;
    auto* spread = new QWidget;
    auto* inSpread = new QVBoxLayout(spread);
    inSpread->setContentsMargins({});
    inSpread->setSpacing(6);
    m_shape = new QLabel;
    setRole(m_shape, "secondary");
    m_shape->setWordWrap(true);
    m_shape->setTextFormat(Qt::PlainText);
    auto* about = new QHBoxLayout;
    about->setSpacing(12);
    about->addWidget(m_metric);
    about->addWidget(m_shape, 1);
    inSpread->addLayout(about);
    inSpread->addWidget(m_distribution, 1);
    return new TitledCard(tr("Distribution"), {}, spread);
}

QWidget* ExploreTab::makeAnswer()
{
    m_banner = new Banner;
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("whatIf"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("What if"));
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    connect(m_model, &QAbstractItemModel::modelReset, m_table, &TableView::fitToRows);
    auto* tableCard = new QFrame;
    tableCard->setProperty("card", true);
    auto* inTable = new QVBoxLayout(tableCard);
    inTable->setContentsMargins(8, 4, 8, 8);
    inTable->addWidget(m_table);

    QStringList headers{tr("Metric"), tr("Treatment")};
    for (const Method method : {Method::Fixed, Method::AlwaysValid, Method::GroupSequential, Method::Bayesian})
        headers << methodName(method);
    m_opinions = new LinesModel(headers, this);
    m_opinionTable = new TableView;
    m_opinionTable->setModel(m_opinions);
    m_opinionTable->setAccessibleName(tr("Second opinions"));
    m_opinionTable->verticalHeader()->setDefaultSectionSize(kOpinionRow);
    m_opinionTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_opinionTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column : {0, int(headers.size()) - 1}) // the shortest and the longest
        m_opinionTable->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_opinionTable->setMinimumHeight(120);
    auto* opinionCard = new TitledCard(tr("Second opinions"), tr("all methods, on all days"), m_opinionTable);

    m_distributionCard = makeDistribution();
    m_segments = new SegmentView;
    m_lower = new QTabBar;
    m_lower->setAccessibleName(tr("Segments or distribution"));
    m_lower->setExpanding(false);
    m_lower->addTab(tr("Segments"));
    m_lower->addTab(tr("Distribution"));
    connect(m_lower, &QTabBar::currentChanged, this, &ExploreTab::showLower);
    connect(m_metric, &QComboBox::activated, this, &ExploreTab::answer);

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(tableCard);
    layout->addWidget(opinionCard);
    layout->addWidget(m_lower);
    layout->addWidget(m_segments, 1);
    layout->addWidget(m_distributionCard, 1);
    showLower();
    layout->addStretch(0); // takes the room where there is no distribution
    for (QFrame* card : std::initializer_list<QFrame*>{tableCard, opinionCard})
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return page;
}

void ExploreTab::clear()
{
    m_reply.cancel();
    m_evidence.reset();
    m_segments->clear();
    m_empty->setText(tr("Loading …"));
    m_stack->setCurrentIndex(0);
}

/// Fetched once: what comes later is asked for when the experiment is opened anew, so that nothing moves but what the
/// sliders move.
void ExploreTab::ask()
{
    if (m_evidence || m_reply.isPending())
        return;
    m_reply.ask(backend().evidence(id()), this, [this](const Result<Evidence>& answer) {
        if (!answer) {
            m_empty->setText(errorText(answer.error()));
            return;
        }
        m_evidence = *answer;
        m_readAt = now();
        if (m_evidence->data.cells.empty()) {
            m_empty->setText(tr("What-if answers appear once units are assigned."));
            m_evidence.reset();
            return;
        }
        fillControls();
        m_segments->setExperiment(&backend(), m_evidence->experiment);
        m_model->setPlanned(answerOf(m_planned, *m_evidence, m_readAt));
        sizeColumns();
        m_stack->setCurrentIndex(1);
        tryOut(m_planned);
    });
}

void ExploreTab::fillControls()
{
    const Experiment& subject = m_evidence->experiment;
    m_planned = asPlanned(decidingPlan(subject));
    const auto [first, last] = exposureDays(m_evidence->data).value_or(std::pair{0, 0});
    std::vector<double> days;
    for (std::int32_t day = first; day <= last; ++day)
        days.push_back(day);
    for (StepSlider* slider : {m_first, m_last}) {
        slider->setSteps(days);
        slider->setEnabled(days.size() > 1);
    }
    m_cuped->setEnabled(!m_evidence->data.covariates.empty());
    m_cuped->setToolTip(m_cuped->isEnabled() ? QString() : tr("Nothing is known from before the exposure."));
    m_cap->setEnabled(m_evidence->data.histograms.has_value() && std::ranges::any_of(subject.metrics, hasShape));
    m_metric->clear();
    for (std::size_t i = 0; i < subject.metrics.size(); ++i) {
        if (hasShape(subject.metrics[i]))
            m_metric->addItem(text(subject.metrics[i].name), int(i));
    }
    m_lower->setTabVisible(1, m_metric->count() > 0);
    m_lower->setCurrentIndex(subject.segments.empty() && m_metric->count() > 0 ? 1 : 0);
    showLower();
    const auto primary = std::ranges::find(subject.metrics, MetricRole::Primary, &Metric::role);
    m_metric->setCurrentIndex(std::max(0, m_metric->findData(int(primary - subject.metrics.begin()))));
}

void ExploreTab::tryOut(const WhatIf& whatIf)
{
    if (!m_evidence)
        return;
    m_whatIf = whatIf;
    showControls();
    answer();
}

void ExploreTab::showControls()
{
    const auto [first, last] = exposureDays(m_evidence->data).value_or(std::pair{0, 0});
    const QSignalBlocker quiet(m_cuped);
    m_method->setCurrentIndex(m_method->findData(int(m_whatIf.method)));
    m_correction->setCurrentIndex(m_correction->findData(int(m_whatIf.correction)));
    m_level->setValue(m_whatIf.level);
    m_cap->setValue(m_whatIf.cap.value_or(kAsPlanned));
    m_prior->setValue(m_whatIf.priorDeviation);
    m_first->setValue(m_whatIf.range.firstDay.value_or(first));
    m_last->setValue(m_whatIf.range.lastDay.value_or(last));
    m_cuped->setChecked(m_whatIf.cuped);
}

void ExploreTab::readControls()
{
    if (!m_evidence)
        return;
    const auto [first, last] = exposureDays(m_evidence->data).value_or(std::pair{0, 0});
    // The end that was not moved gives way.
    if (m_first->value() > m_last->value())
        (sender() == m_first ? m_last : m_first)->setValue(sender() == m_first ? m_first->value() : m_last->value());
    const auto from = std::int32_t(m_first->value());
    const auto to = std::int32_t(m_last->value());
    m_whatIf = {.method = Method(m_method->currentData().toInt()),
                .level = m_level->value(),
                .correction = CorrectionMethod(m_correction->currentData().toInt()),
                .priorDeviation = m_prior->value(),
                .cuped = m_cuped->isChecked()};
    if (m_cap->value() < kAsPlanned)
        m_whatIf.cap = m_cap->value();
    if (from > first)
        m_whatIf.range.firstDay = from;
    if (to < last)
        m_whatIf.range.lastDay = to;
    m_due.start();
}

void ExploreTab::answer()
{
    if (!m_evidence)
        return;
    QElapsedTimer timer;
    timer.start();
    const ReportView view = answerOf(m_whatIf, *m_evidence, m_readAt);
    m_model->setView(view);
    showBanner(view);
    showDistribution(view);
    m_took = double(timer.nsecsElapsed()) / 1e6;
    m_rest.start();
    m_reset->setEnabled(m_whatIf != m_planned);
    m_speed->setText(tr("Answered in %1 ms from %2 sums that were fetched once. None of it becomes the plan.")
                         .arg(QLocale().toString(m_took, 'f', 1), count(std::int64_t(m_evidence->data.cells.size()))));
}

void ExploreTab::showBanner(const ReportView& view)
{
    const Verdict verdict =
        decisionVerdict(toString(view.decision), view.reasons.empty() ? "" : view.reasons.front().code);
    const QString sentence = view.reasons.empty() ? QString() : sentenceText(view.reasons.front());
    const auto [lead, rest] = leadOf(sentence, verdict.word);
    const bool planned = m_whatIf == m_planned;
    m_banner->show(planned ? verdict.tone : Tone::Neutral, planned ? lead : tr("What if: %1").arg(lead), rest,
                   planned ? tr("as planned") : tr("not the plan"));
}

void ExploreTab::showOpinions()
{
    if (!m_evidence)
        return;
    const std::vector<SecondOpinion> opinions = opinionsOf(m_whatIf, *m_evidence, m_readAt);
    std::vector<LinesModel::Line> lines;
    for (const SecondOpinion& opinion : opinions) {
        QStringList cells{text(opinion.metric), text(opinion.treatment)};
        for (const Opinion& one : opinion.opinions)
            cells << opinionText(one);
        lines.push_back({text(opinion.metric + '\n' + opinion.treatment), cells, {}});
    }
    m_opinionTable->setFixedHeight(36 + kOpinionRow * int(std::clamp<std::size_t>(lines.size(), 1, 5)));
    m_opinions->setLines(std::move(lines));
}

void ExploreTab::showDistribution(const ReportView& view)
{
    if (m_metric->count() == 0)
        return;
    const auto position = std::size_t(m_metric->currentData().toInt());
    const auto& shape = position < view.metrics.size() ? view.metrics[position].shape : std::nullopt;
    const Histograms* histograms = m_evidence->data.histograms ? &*m_evidence->data.histograms : nullptr;
    Distribution shown =
        distributionOf(m_evidence->experiment, histograms, position, shape ? shape->cap : std::nullopt);
    m_shape->setText(shown.note.replace(QStringLiteral(" · "), QStringLiteral("\n"))); // a line for each variant
    m_distribution->show(std::move(shown.plot));
}

void ExploreTab::showLower()
{
    m_segments->setVisible(m_lower->currentIndex() == 0);
    m_distributionCard->setVisible(m_lower->currentIndex() == 1);
}

void ExploreTab::sizeColumns()
{
    using Model = WhatIfModel;
    m_table->setColumnHidden(Model::Treatment, m_evidence->experiment.variants.size() <= 2);
    m_opinionTable->setColumnHidden(1, m_evidence->experiment.variants.size() <= 2);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Model::Lift, QHeaderView::Stretch);
    QStringList words;
    for (const Word word : {Word::TooEarly, Word::Undecided, Word::NonInferior, Word::Inferior})
        words << wordText(word);
    const int forWords = pillColumnWidth(words, 104);
    for (const auto& [column, width] :
         {std::pair{Model::Metric, 114}, std::pair{Model::Treatment, 100}, std::pair{Model::LiftText, 70},
          std::pair{Model::P, 86}, std::pair{Model::Chance, 70}, std::pair{Model::Verdict, forWords},
          std::pair{Model::Planned, forWords}})
        header->resizeSection(column, width);
}

} // namespace xp::ui
