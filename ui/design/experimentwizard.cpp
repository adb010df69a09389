// SPDX-License-Identifier: Apache-2.0
#include "ui/design/experimentwizard.h"

#include "ui/design/keptdraft.h"
#include "ui/design/leavequestion.h"
#include "ui/design/metricspage.h"
#include "ui/design/problems.h"
#include "ui/design/questionpage.h"
#include "ui/design/sizepage.h"
#include "ui/design/trafficpage.h"
#include "ui/design/variantspage.h"
#include "ui/pages/pagestack.h"
#include "ui/text/errortext.h"
#include "ui/theme/styled.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace xp::ui {

namespace {

constexpr int kStepsWidth = 216;
constexpr int kNarrowStepsWidth = 180;
constexpr int kNarrow = 960;

} // namespace

ExperimentWizard::ExperimentWizard(QWidget* parent) : BuiltDialog(parent)
{
    resize(1080, 700);
    build();
}

/// The page that is open keeps nothing of its own: the draft is put into the new ones.
void ExperimentWizard::build()
{
    m_pages = {new QuestionPage, new VariantsPage, new MetricsPage, new SizePage, new TrafficPage, new ReviewPage};
    m_stack = new PageStack;
    m_problem = new QLabel;
    m_lastEdited.clear();
    setWindowTitle(tr("New experiment"));
    for (DesignPage* page : m_pages) {
        m_stack->addWidget(page);
        page->show(m_draft);
        connect(page, &DesignPage::edited, this, &ExperimentWizard::onEdited);
    }
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    // On a small screen the page scrolls, and what leads on stays in sight.
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_stack);
    right->addWidget(scroll, 1);
    right->addWidget(makeButtons());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    makeSteps();
    layout->addWidget(m_steps);
    layout->addLayout(right, 1);
    offer(m_rates);
    offer(m_catalogue);
    offer(m_running);
    showDraft();
    begin();
}

void ExperimentWizard::makeSteps()
{
    m_steps = new QFrame;
    m_steps->setObjectName(QStringLiteral("sidebar"));
    m_steps->setFixedWidth(width() < kNarrow ? kNarrowStepsWidth : kStepsWidth);
    auto* layout = new QVBoxLayout(m_steps);
    layout->setContentsMargins(8, 20, 9, 16);
    layout->setSpacing(2);
    auto* title = new QLabel(tr("New experiment"));
    setRole(title, "brand");
    title->setContentsMargins(10, 0, 0, 8);
    layout->addWidget(title);
    for (int i = 0; i < kDesignSteps; ++i) {
        auto* button = new QPushButton;
        button->setProperty("step", true);
        button->setCheckable(true);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { goTo(DesignStep(i)); });
        layout->addWidget(button);
        m_stepButtons[std::size_t(i)] = button;
    }
    layout->addStretch(1);
}

/// In a browser a window that becomes active chooses an entry by itself.
bool ExperimentWizard::event(QEvent* event)
{
    if (event->type() == QEvent::WindowActivate && !std::exchange(m_begun, true))
        QMetaObject::invokeMethod(this, &ExperimentWizard::begin, Qt::QueuedConnection);
    return BuiltDialog::event(event);
}

void ExperimentWizard::resizeEvent(QResizeEvent* event)
{
    BuiltDialog::resizeEvent(event);
    m_steps->setFixedWidth(width() < kNarrow ? kNarrowStepsWidth : kStepsWidth);
}

QWidget* ExperimentWizard::makeButtons()
{
    auto* bar = new QFrame;
    bar->setProperty("buttonbar", true);
    auto* cancel = new QPushButton(tr("Cancel"));
    m_undo = new QPushButton(tr("Undo"));
    m_undo->setAutoDefault(false);
    connect(m_undo, &QPushButton::clicked, this, &ExperimentWizard::undo);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &ExperimentWizard::undo);
    m_back = new QPushButton(tr("Back"));
    m_next = new QPushButton;
    cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    m_next->setProperty("primary", true);
    m_next->setMinimumWidth(184);
    setRole(m_problem, "error");
    m_problem->setWordWrap(true);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(28, 12, 28, 12);
    layout->setSpacing(12);
    layout->addWidget(cancel);
    layout->addWidget(m_undo);
    layout->addWidget(m_problem, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_next);
    connect(cancel, &QPushButton::clicked, this, &ExperimentWizard::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(DesignStep(int(m_step) - 1)); });
    connect(m_next, &QPushButton::clicked, this, &ExperimentWizard::next);
    return bar;
}

void ExperimentWizard::setDraft(const Draft& draft)
{
    m_draft = draft;
    m_past.clear();
    m_step = m_furthest = DesignStep::Question;
    m_asked = false;
    showDraft();
    begin();
}

/// Entries that are filled in tell of it as if a person had; nobody did.
void ExperimentWizard::showDraft()
{
    m_showing = true;
    for (DesignPage* page : m_pages)
        page->show(m_draft);
    m_showing = false;
    m_stack->setCurrentIndex(int(m_step));
    m_problem->clear();
    showProblems();
    showState();
}

/// The cursor is where one goes on.
void ExperimentWizard::begin()
{
    QWidget* first = m_pages[std::size_t(m_step)]->firstEntry();
    (first ? first : m_next)->setFocus();
}

/// Beside the entries. What is only missing is none before one wants to go on.
void ExperimentWizard::showProblems()
{
    std::vector<Problem> problems = problemsOf(m_draft, m_step);
    if (!m_asked)
        std::erase_if(problems, [](const Problem& problem) { return problem.isMissing; });
    m_pages[std::size_t(m_step)]->showProblems(problems);
}

void ExperimentWizard::offer(const std::vector<PastRate>& rates)
{
    m_rates = rates;
    if (auto* page = qobject_cast<SizePage*>(m_pages[std::size_t(DesignStep::Size)]))
        page->offer(rates);
}

void ExperimentWizard::offer(const std::vector<CatalogueMetric>& metrics)
{
    m_catalogue = metrics;
    if (auto* page = qobject_cast<MetricsPage*>(m_pages[std::size_t(DesignStep::Metrics)]))
        page->offer(metrics);
}

void ExperimentWizard::offer(const std::vector<Experiment>& running)
{
    m_running = running;
    if (auto* page = qobject_cast<ReviewPage*>(m_pages[std::size_t(DesignStep::Review)]))
        page->offer(running);
}

void ExperimentWizard::undo()
{
    if (m_past.empty())
        return;
    m_asked = false;
    m_draft = m_past.back().draft;
    m_step = m_past.back().step;
    m_past.pop_back();
    m_lastEdited.clear();
    showDraft();
}

void ExperimentWizard::onEdited()
{
    if (m_showing)
        return;
    Draft before = m_draft;
    m_pages[std::size_t(m_step)]->store(m_draft);
    QWidget* entry = QApplication::focusWidget();
    if (!(before == m_draft) && (!entry || entry != m_lastEdited))
        m_past.push_back({std::move(before), m_step});
    m_lastEdited = entry;
    if (auto* size = qobject_cast<SizePage*>(m_pages[std::size_t(m_step)]))
        size->showPlan(m_draft);
    if (auto* traffic = qobject_cast<TrafficPage*>(m_pages[std::size_t(m_step)]))
        traffic->showConsequence(m_draft);
    m_problem->clear();
    showProblems();
    showState();
}

bool ExperimentWizard::isRight(DesignStep step) const
{
    return problemsOf(m_draft, step).empty();
}

void ExperimentWizard::goTo(DesignStep step)
{
    m_pages[std::size_t(m_step)]->store(m_draft);
    int reached = 0;
    while (reached < int(step) && isRight(DesignStep(reached)))
        ++reached;
    m_step = DesignStep(reached);
    m_furthest = std::max(m_furthest, m_step);
    m_pages[std::size_t(m_step)]->show(m_draft);
    m_stack->setCurrentIndex(int(m_step));
    m_problem->clear();
    m_asked = m_step != step;
    showProblems();
    showState();
    begin();
    if (m_asked)
        m_pages[std::size_t(m_step)]->goToProblem();
}

void ExperimentWizard::next()
{
    if (m_step != DesignStep::Review) {
        goTo(DesignStep(int(m_step) + 1));
        return;
    }
    m_next->setEnabled(false);
    Q_EMIT createRequested(experimentOf(m_draft));
}

void ExperimentWizard::showFailure(const Error& error)
{
    const auto problem = problemOf(error);
    if (problem) {
        goTo(stepOf(problem->entry));
        m_pages[std::size_t(m_step)]->showProblems({*problem});
        m_pages[std::size_t(m_step)]->goToProblem();
    } else {
        m_problem->setText(errorText(error));
    }
    m_next->setEnabled(true);
}

void ExperimentWizard::showState()
{
    for (int i = 0; i < kDesignSteps; ++i) {
        QPushButton* button = m_stepButtons[std::size_t(i)];
        const auto step = DesignStep(i);
        const bool done = step < m_furthest && step != m_step && isRight(step);
        const QString sign = done ? QStringLiteral("✓") : QString::number(i + 1);
        button->setText(QStringLiteral("%1   %2").arg(sign, titleOf(step)));
        button->setChecked(step == m_step);
        button->setEnabled(step <= m_furthest);
    }
    m_undo->setEnabled(!m_past.empty());
    m_back->setEnabled(m_step != DesignStep::Question);
    m_next->setEnabled(true);
    m_next->setText(m_step == DesignStep::Review ? tr("Create draft")
                                                 : tr("Next: %1").arg(titleOf(DesignStep(int(m_step) + 1))));
}

void ExperimentWizard::reject()
{
    // Only an empty draft goes without a question.
    if (m_draft.experiment.name.empty() && m_step == DesignStep::Question) {
        QDialog::reject();
        return;
    }
    auto* question = new LeaveQuestion(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &LeaveQuestion::kept, this, [this] { keepDraft(m_draft); });
    connect(question, &LeaveQuestion::discarded, this, [] { forgetDraft(); });
    connect(question, &QDialog::accepted, this, [this] { QDialog::reject(); });
    question->open();
}

} // namespace xp::ui
