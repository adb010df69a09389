// SPDX-License-Identifier: Apache-2.0
#include "ui/models/experimentlistmodel.h"

#include "core/api/statscodec.h"
#include "ui/text/format.h"
#include "ui/text/sentencetext.h"
#include "ui/text/verdict.h"

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

Duration ageOf(const Experiment& experiment)
{
    const Timestamp end = experiment.stoppedAt.value_or(now());
    return end - experiment.startedAt.value_or(experiment.createdAt);
}

LiftMark markOf(const Stats& stats)
{
    const Verdict verdict = decisionVerdict(stats);
    LiftMark mark{.tone = verdict.tone};
    if (const auto lift = headlineLift(stats)) {
        mark.estimate = lift->lift;
        mark.interval = drawnInterval(lift->interval);
    }
    return mark;
}

bool hasData(const Stats* stats)
{
    return stats && stats->sampleSizePerVariant > 0;
}

CellKind kindOf(int column)
{
    switch (column) {
    case ExperimentListModel::Name:
        return CellKind::TwoLines;
    case ExperimentListModel::Sample:
        return CellKind::Progress;
    case ExperimentListModel::Lift:
        return CellKind::Interval;
    case ExperimentListModel::Health:
        return CellKind::Word;
    case ExperimentListModel::State:
    case ExperimentListModel::Decision:
        return CellKind::Pill;
    default:
        return CellKind::Text;
    }
}

/// What it asks, and its tags.
QString aboutText(const Experiment& experiment)
{
    QStringList lines;
    if (!experiment.hypothesis.empty())
        lines << text(experiment.hypothesis);
    QStringList tags;
    for (const std::string& tag : experiment.tags)
        tags << text(tag);
    if (!tags.isEmpty())
        lines << ExperimentListModel::tr("Tags: %1").arg(tags.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

/// Why the numbers cannot be trusted, in a word; empty where they can, as far as the results tell.
QString distrustOf(const Stats& stats)
{
    if (stats.sampleRatio.mismatch)
        return ExperimentListModel::tr("! ratio");
    if (stats.decision != "invalid")
        return {};
    const std::string reason = decisionReason(stats).code;
    if (reason == "several_variants")
        return ExperimentListModel::tr("! crossed");
    if (reason == "merges_unbalanced")
        return ExperimentListModel::tr("! joined");
    if (reason == "pre_period_imbalance")
        return ExperimentListModel::tr("! before");
    return ExperimentListModel::tr("! data");
}

QString healthText(const Stats* stats)
{
    if (!hasData(stats))
        return {};
    const QString distrust = distrustOf(*stats);
    return distrust.isEmpty() ? QStringLiteral("✓") : distrust;
}

} // namespace

void ExperimentListModel::setExperiments(std::vector<Experiment> experiments)
{
    // Almost always the same rows, or a few new ones at one end: what differs in the middle is replaced.
    const std::size_t oldSize = m_rows.size();
    const std::size_t newSize = experiments.size();
    const std::size_t common = std::min(oldSize, newSize);
    std::size_t head = 0;
    while (head < common && m_rows[head].experiment.id == experiments[head].id)
        ++head;
    std::size_t tail = 0;
    while (tail < common - head && m_rows[oldSize - 1 - tail].experiment.id == experiments[newSize - 1 - tail].id)
        ++tail;

    std::unordered_map<std::string, Row> known;
    for (std::size_t i = head; i < oldSize - tail; ++i)
        known.emplace(m_rows[i].experiment.id, m_rows[i]);
    if (oldSize > head + tail) {
        beginRemoveRows({}, int(head), int(oldSize - tail) - 1);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(head), m_rows.end() - std::ptrdiff_t(tail));
        reindex();
        endRemoveRows();
    }
    if (newSize > head + tail) {
        std::vector<Row> inserted;
        for (std::size_t i = head; i < newSize - tail; ++i) {
            Row row = known.contains(experiments[i].id) ? known[experiments[i].id] : Row{};
            row.experiment = experiments[i];
            inserted.push_back(std::move(row));
        }
        beginInsertRows({}, int(head), int(newSize - tail) - 1);
        m_rows.insert(m_rows.begin() + std::ptrdiff_t(head), std::make_move_iterator(inserted.begin()),
                      std::make_move_iterator(inserted.end()));
        reindex();
        endInsertRows();
    }
    for (std::size_t i = 0; i < newSize; ++i) {
        if (m_rows[i].experiment == experiments[i])
            continue;
        m_rows[i].experiment = std::move(experiments[i]);
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
    }
}

void ExperimentListModel::setStats(const Stats& stats)
{
    const int row = rowOf(stats.experimentId);
    if (row < 0)
        return;
    Row& entry = m_rows[std::size_t(row)];
    if (entry.stats && toJson(*entry.stats) == toJson(stats))
        return;
    entry.stats = std::make_shared<const Stats>(stats);
    entry.mark = markOf(stats);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    updateAxis();
}

void ExperimentListModel::putExperiment(const Experiment& experiment)
{
    const int row = rowOf(experiment.id);
    if (row >= 0) {
        m_rows[std::size_t(row)].experiment = experiment;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.insert(m_rows.begin(), Row{experiment, {}, {}});
    reindex();
    endInsertRows();
}

const Experiment* ExperimentListModel::find(const std::string& id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows[std::size_t(row)].experiment;
}

const Experiment* ExperimentListModel::findByKey(const std::string& idOrKey) const
{
    if (const Experiment* experiment = find(idOrKey))
        return experiment;
    const auto it = std::ranges::find_if(m_rows, [&](const Row& row) { return row.experiment.key == idOrKey; });
    return it == m_rows.end() ? nullptr : &it->experiment;
}

const Stats* ExperimentListModel::stats(const std::string& id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : m_rows[std::size_t(row)].stats.get();
}

int ExperimentListModel::rowOf(const std::string& id) const
{
    const auto it = m_rowById.find(id);
    return it == m_rowById.end() ? -1 : it->second;
}

int ExperimentListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExperimentListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExperimentListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        if (column == Decision && row.stats)
            return decisionVerdict(*row.stats).help;
        if (column == Health && row.stats && !distrustOf(*row.stats).isEmpty())
            return sentenceText(row.stats->recommendation);
        return column == Name ? QVariant(aboutText(row.experiment)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == Age || column == LiftText || column == Traffic ? Qt::AlignRight : Qt::AlignLeft) |
                          Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                display(row, column).toString());
    case role::Kind:
        return QVariant::fromValue(kindOf(column));
    case role::Sort:
        return sortKey(row, column);
    case role::Exact:
        return exact(row, column);
    case role::Note:
        return text(row.experiment.key);
    case role::Fraction:
        return row.stats ? row.stats->progress.fraction : 0.0;
    case role::Mark:
        return QVariant::fromValue(row.mark);
    case role::Axis:
        return QVariant::fromValue(m_axis);
    case role::Id:
        return text(row.experiment.id);
    case role::StatusOf:
        return int(row.experiment.status);
    case role::DecisionOf:
        return row.stats && hasUnits(*row.stats) ? text(row.stats->decision) : QString();
    case role::ToneOf:
        if (column == State)
            return QVariant::fromValue(statusTone(row.experiment.status));
        if (column == Health)
            return QVariant::fromValue(hasData(row.stats.get()) && !distrustOf(*row.stats).isEmpty() ? Tone::Warning
                                                                                                     : Tone::Good);
        if (column == Sample)
            return QVariant::fromValue(row.stats && row.stats->plannedLook ? Tone::Good : Tone::Accent);
        return QVariant::fromValue(row.stats ? decisionVerdict(*row.stats).tone : Tone::Neutral);
    default:
        return {};
    }
}

QVariant ExperimentListModel::display(const Row& row, int column) const
{
    const Stats* stats = row.stats.get();
    switch (column) {
    case Name:
        return text(row.experiment.name);
    case State:
        return statusWord(row.experiment.status);
    case Age:
        return row.experiment.startedAt && !row.experiment.imported ? timeSpan(ageOf(row.experiment)) : none();
    case Sample:
        return stats ? percent(stats->progress.fraction, 0) : QString();
    case Lift:
        return row.mark.interval ? percentInterval(*row.mark.interval) : QString();
    case LiftText:
        return hasData(stats) ? signedPercent(row.mark.estimate) : QString();
    case Health:
        return healthText(stats);
    case Decision:
        return stats && row.experiment.status != Status::Draft ? decisionVerdict(*stats).word : QString();
    case Traffic:
        return row.experiment.imported ? none() : percent(row.experiment.trafficAllocation, 0);
    case Owner:
        return text(row.experiment.owner);
    default:
        return {};
    }
}

QVariant ExperimentListModel::sortKey(const Row& row, int column) const
{
    const Stats* stats = row.stats.get();
    switch (column) {
    case State:
        return int(row.experiment.status);
    case Age:
        return row.experiment.startedAt ? qlonglong(ageOf(row.experiment).count()) : qlonglong(-1);
    case Sample:
        return stats ? stats->progress.fraction : -1.0;
    case Lift:
    case LiftText:
        return row.mark.estimate.value_or(-1e300);
    case Traffic:
        return row.experiment.trafficAllocation;
    default:
        return display(row, column);
    }
}

QVariant ExperimentListModel::exact(const Row& row, int column) const
{
    const Stats* stats = row.stats.get();
    switch (column) {
    case Age: // in days
        if (!row.experiment.startedAt || row.experiment.imported)
            return QString();
        return std::round(std::chrono::duration<double>(ageOf(row.experiment)).count() / 864) / 100;
    case Sample:
        return stats ? QVariant(stats->progress.fraction) : QVariant(QString());
    case LiftText:
        return row.mark.estimate ? QVariant(*row.mark.estimate) : QVariant(QString());
    case Health:
        if (!hasData(stats))
            return QString();
        if (stats->sampleRatio.mismatch)
            return tr("sample ratio mismatch");
        return distrustOf(*stats).isEmpty() ? tr("passed") : distrustOf(*stats).mid(2);
    case Traffic:
        return row.experiment.imported ? QVariant(QString()) : QVariant(row.experiment.trafficAllocation);
    default:
        return {};
    }
}

QVariant ExperimentListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (section == Age || section == LiftText || section == Traffic ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter));
    if (role == role::Axis && section == Lift)
        return QVariant::fromValue(m_axis);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Experiment");
    case State:
        return tr("Status");
    case Age:
        return tr("Age");
    case Sample:
        return tr("Sample");
    case Lift:
        return tr("Lift with its interval");
    case LiftText:
        return tr("Lift");
    case Health:
        return tr("Health");
    case Decision:
        return tr("Decision");
    case Traffic:
        return tr("Traffic");
    case Owner:
        return tr("Owner");
    default:
        return {};
    }
}

void ExperimentListModel::reindex()
{
    m_rowById.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowById.emplace(m_rows[i].experiment.id, int(i));
}

void ExperimentListModel::updateAxis()
{
    std::vector<LiftMark> marks;
    marks.reserve(m_rows.size());
    for (const Row& row : m_rows)
        marks.push_back(row.mark);
    const LiftAxis axis = axisFor(marks);
    if (axis == m_axis)
        return;
    m_axis = axis;
    Q_EMIT dataChanged(index(0, Lift), index(int(m_rows.size()) - 1, Lift), {role::Axis, role::Mark});
    Q_EMIT headerDataChanged(Qt::Horizontal, Lift, Lift);
}

} // namespace xp::ui
