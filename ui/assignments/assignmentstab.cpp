// SPDX-License-Identifier: Apache-2.0
#include "ui/assignments/assignmentstab.h"

#include "ui/models/experimentlistmodel.h"
#include "ui/models/linesmodel.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace xp::ui {

namespace {

constexpr std::int64_t kIdsAFrame = 20'000; ///< a few milliseconds
constexpr int kRowHeight = 36;
constexpr int kFewestRows = 3;
constexpr double kMismatch = 0.001;

QLabel* labelOf(const QString& words, const char* role)
{
    auto* label = new QLabel(words);
    label->setWordWrap(true);
    setRole(label, role);
    return label;
}

QFrame* cardOf(QVBoxLayout*& layout)
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    return card;
}

/// Where a hash has put a user.
QString placeOf(const Draw& draw)
{
    return AssignmentsTab::tr("%1 of %2").arg(count(draw.bucket), count(draw.buckets));
}

/// What the traffic hash says of a user.
QString admissionOf(const Experiment& experiment, const Bucketing& bucketing, const std::string& unit)
{
    const QString place = placeOf(bucketing.trafficDraw(unit));
    const QString share = percent(experiment.trafficAllocation, 1);
    if (bucketing.admits(unit))
        return AssignmentsTab::tr("In the experiment: place %1 of the traffic hash lies within the share of %2.")
            .arg(place, share);
    if (bucketing.everAdmitted(unit))
        return AssignmentsTab::tr("Left out by the present traffic of %2 (place %1), but not by an earlier share: a "
                                  "user who came then is in the experiment still.")
            .arg(place, share);
    return AssignmentsTab::tr("Not in the experiment: place %1 of the traffic hash lies beyond the share of %2.")
        .arg(place, share);
}

/// The same of the split hash: the part of the places that each variant has.
QString splitOf(const Experiment& experiment, const Bucketing& bucketing, const std::string& unit)
{
    const QString variant = text(experiment.variants[bucketing.variantOf(unit)].name);
    const QString place = placeOf(bucketing.splitDraw(unit));
    return bucketing.admits(unit)
               ? AssignmentsTab::tr(
                     "Variant “%1”: place %2 of the split hash, which knows nothing of the first, lies in "
                     "its part of the allocations.")
                     .arg(variant, place)
               : AssignmentsTab::tr("With more traffic it would be “%1” (place %2 of the split hash).")
                     .arg(variant, place);
}

/// What decides for a user, step by step, in sentences.
QString explanationOf(const Experiment& experiment, const QString& user)
{
    if (experiment.imported)
        return AssignmentsTab::tr("The users of an imported experiment were assigned elsewhere.");
    const Bucketing bucketing(experiment);
    const std::string unit = user.toStdString();
    QStringList said;
    if (experiment.status != Status::Running)
        said << AssignmentsTab::tr("The experiment does not run, so nobody new is assigned; who was assigned before "
                                   "keeps the variant.");
    said << admissionOf(experiment, bucketing, unit) << splitOf(experiment, bucketing, unit);
    if (experiment.epochs.size() > 1)
        said << AssignmentsTab::tr("The split was changed: a user who was assigned before keeps the variant of then.");
    return said.join(QLatin1Char('\n'));
}

} // namespace

AssignmentsTab::AssignmentsTab(QWidget* parent) : ExperimentTab(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(makeLookUp());
    layout->addWidget(makeLaboratory());
    layout->addStretch(1);
    m_frames.setInterval(0);
    connect(&m_frames, &QTimer::timeout, this, &AssignmentsTab::onFrame);
}

QWidget* AssignmentsTab::makeLookUp()
{
    QVBoxLayout* layout = nullptr;
    QFrame* card = cardOf(layout);
    m_user = new QLineEdit;
    m_user->setPlaceholderText(tr("Id of a user, as your application sends it"));
    m_user->setAccessibleName(tr("Id of a user"));
    m_user->setObjectName(QStringLiteral("assignedUser"));
    m_user->setClearButtonEnabled(true);
    auto* look = new QPushButton(tr("Look up"));
    auto* entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_user, 1);
    entry->addWidget(look);
    m_answer = labelOf({}, "secondary");
    m_answer->setObjectName(QStringLiteral("assignmentAnswer"));
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(labelOf(tr("Why this variant?"), "label"));
    layout->addLayout(entry);
    layout->addWidget(m_answer);
    connect(look, &QPushButton::clicked, this, &AssignmentsTab::lookUp);
    connect(m_user, &QLineEdit::returnPressed, this, &AssignmentsTab::lookUp);
    return card;
}

QWidget* AssignmentsTab::makeLaboratory()
{
    QVBoxLayout* layout = nullptr;
    QFrame* card = cardOf(layout);
    m_other = new QComboBox;
    m_other->setAccessibleName(tr("Experiment to compare with"));
    m_other->view()->setAccessibleName(m_other->accessibleName());
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(28);
    m_run = new QPushButton(tr("Replay %1 ids").arg(count(AssignmentReplay::kIds)));
    m_run->setProperty("primary", true);
    m_run->setObjectName(QStringLiteral("replay"));
    m_progress = new ProgressBar;
    auto* entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_run);
    entry->addWidget(new QLabel(tr("independent of")));
    entry->addWidget(m_other);
    entry->addWidget(m_progress, 1);
    m_counts = new LinesModel({tr("Variant"), tr("Planned"), tr("Ids"), tr("Share")}, this);
    m_counts->setNumeric({1, 2, 3});
    m_table = new TableView;
    m_table->setModel(m_counts);
    m_table->setAccessibleName(tr("Replayed ids by variant"));
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_verdict = labelOf({}, "secondary");
    m_verdict->setObjectName(QStringLiteral("replayVerdict"));
    layout->addWidget(labelOf(tr("Assignment laboratory"), "label"));
    layout->addWidget(
        labelOf(tr("Made-up ids go through this experiment's own hash: the split must be the planned one, "
                   "and tell nothing about the variant of another experiment."),
                "secondary"));
    layout->addLayout(entry);
    layout->addWidget(m_table);
    layout->addWidget(m_verdict);
    connect(m_run, &QPushButton::clicked, this, &AssignmentsTab::replay);
    connect(m_other, &QComboBox::activated, this, &AssignmentsTab::forget);
    return card;
}

/// What was replayed holds for another question.
void AssignmentsTab::forget()
{
    m_frames.stop();
    m_replay.reset();
    showCounts();
}

void AssignmentsTab::clear()
{
    m_frames.stop();
    m_replay.reset();
    m_answer->setText(tr("The answer is computed here, from the experiment's hash and shares; nothing is assigned."));
    m_user->clear();
    m_other->clear();
    m_counts->setLines({});
    m_verdict->clear();
    m_progress->setFraction(0, Tone::Accent);
}

void AssignmentsTab::ask()
{
    const Experiment* subject = experiment();
    if (!subject || m_other->count() > 0)
        return;
    m_other->addItem(tr("no other experiment"));
    const ExperimentListModel& all = session()->experiments();
    for (int row = 0; row < all.rowCount(); ++row) {
        const Experiment& other = all.at(row);
        if (other.id != subject->id && !other.imported && other.variants.size() > 1)
            m_other->addItem(text(other.name), text(other.id));
    }
    m_other->setCurrentIndex(m_other->count() > 1 ? 1 : 0);
    m_run->setEnabled(!subject->imported);
    m_table->setFixedHeight(36 + kRowHeight * std::max(kFewestRows, int(subject->variants.size())));
    showCounts();
}

void AssignmentsTab::lookUp()
{
    const Experiment* subject = experiment();
    const QString user = m_user->text().trimmed();
    if (!subject || subject->variants.empty())
        return;
    m_answer->setText(user.isEmpty() ? tr("Enter the id of a user first.") : explanationOf(*subject, user));
}

void AssignmentsTab::replay()
{
    const Experiment* subject = experiment();
    if (!subject)
        return;
    const Experiment* other = session()->experiments().find(m_other->currentData().toString().toStdString());
    m_replay =
        other ? std::make_unique<AssignmentReplay>(*subject, *other) : std::make_unique<AssignmentReplay>(*subject);
    m_frames.start();
}

void AssignmentsTab::onFrame()
{
    if (!m_replay->advance(kIdsAFrame))
        m_frames.stop();
    showCounts();
}

void AssignmentsTab::showCounts()
{
    const Experiment* subject = experiment();
    if (!subject)
        return;
    std::vector<LinesModel::Line> lines;
    for (std::size_t i = 0; i < subject->variants.size(); ++i) {
        const Variant& variant = subject->variants[i];
        const std::int64_t ids = m_replay ? m_replay->counts()[i] : 0;
        const bool any = m_replay && m_replay->done() > 0;
        lines.push_back({text(variant.name),
                         {text(variant.name), percent(variant.allocation, 2), any ? count(ids) : none(),
                          any ? percent(double(ids) / double(m_replay->done()), 2) : none()},
                         {}});
    }
    m_counts->setLines(std::move(lines));
    const bool over = m_replay && !m_frames.isActive();
    m_progress->setFraction(m_replay ? double(m_replay->done()) / double(AssignmentReplay::kIds) : 0,
                            over ? Tone::Good : Tone::Accent);
    if (!over)
        return m_verdict->setText(m_replay ? tr("Replaying …") : QString());
    QStringList said{tr("%1 of the ids are admitted, %2 planned.")
                         .arg(percent(double(m_replay->admitted()) / double(m_replay->done()), 2),
                              percent(subject->trafficAllocation, 2))};
    if (const auto p = m_replay->splitPValue())
        said << (*p < kMismatch ? tr("! The split differs from the plan (%1).") : tr("✓ The split is as planned (%1)."))
                    .arg(pEquation(p));
    if (const auto p = m_replay->independencePValue())
        said << (*p < kMismatch ? tr("! It depends on “%2” (%1).") : tr("✓ It is independent of “%2” (%1)."))
                    .arg(pEquation(p), m_other->currentText());
    m_verdict->setText(said.join(QLatin1Char(' ')));
}

} // namespace xp::ui
