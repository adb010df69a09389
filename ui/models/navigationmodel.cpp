// SPDX-License-Identifier: Apache-2.0
#include "ui/models/navigationmodel.h"

#include "ui/models/experimentlistmodel.h"
#include "ui/text/format.h"
#include "ui/text/verdict.h"

namespace xp::ui {

namespace {

constexpr std::array kGroups{Status::Running, Status::Paused, Status::Draft, Status::Stopped, Status::Archived};

QString groupTitle(Status status)
{
    switch (status) {
    case Status::Running:
        return NavigationModel::tr("Running");
    case Status::Paused:
        return NavigationModel::tr("Paused");
    case Status::Draft:
        return NavigationModel::tr("Drafts");
    case Status::Stopped:
        return NavigationModel::tr("Stopped");
    case Status::Archived:
        return NavigationModel::tr("Archived");
    }
    return {};
}

/// Of the dot before the name: what calls for somebody, else the state.
Tone dotTone(const Experiment& experiment, const Stats* stats)
{
    const bool live = experiment.status == Status::Running || experiment.status == Status::Paused;
    if (!live)
        return Tone::Neutral;
    const Tone decision = stats ? decisionVerdict(*stats).tone : Tone::Neutral;
    return decision == Tone::Neutral ? statusTone(experiment.status) : decision;
}

} // namespace

NavigationModel::NavigationModel(const ExperimentListModel& experiments, QObject* parent)
    : QAbstractListModel(parent), m_experiments(experiments)
{
    m_rows = rowsOf();
    connect(&experiments, &QAbstractItemModel::rowsInserted, this, &NavigationModel::update);
    connect(&experiments, &QAbstractItemModel::rowsRemoved, this, &NavigationModel::update);
    connect(&experiments, &QAbstractItemModel::dataChanged, this, &NavigationModel::update);
}

std::vector<NavigationModel::Row> NavigationModel::rowsOf() const
{
    std::array<std::vector<Row>, kGroups.size()> groups;
    int shown = 0;
    for (int i = 0; i < m_experiments.rowCount(); ++i) {
        const Experiment& experiment = m_experiments.at(i);
        const auto group = std::size_t(std::ranges::find(kGroups, experiment.status) - kGroups.begin());
        groups[group].push_back({Entry::Experiment, Status::Draft, experiment.id, text(experiment.name), 0,
                                 dotTone(experiment, m_experiments.stats(experiment.id))});
        shown += experiment.status == Status::Archived ? 0 : 1;
    }
    std::vector<Row> rows{{Entry::Portfolio, Status::Draft, {}, tr("Portfolio"), shown, Tone::Neutral}};
    for (std::size_t i = 0; i < kGroups.size(); ++i) {
        if (groups[i].empty())
            continue;
        rows.push_back({Entry::Heading, kGroups[i], {}, groupTitle(kGroups[i]), int(groups[i].size()), Tone::Neutral});
        std::ranges::move(groups[i], std::back_inserter(rows));
    }
    return rows;
}

void NavigationModel::update()
{
    std::vector<Row> next = rowsOf();
    const std::size_t common = std::min(m_rows.size(), next.size());
    std::size_t head = 0;
    while (head < common && m_rows[head].isSame(next[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < common - head && m_rows[m_rows.size() - 1 - tail].isSame(next[next.size() - 1 - tail]))
        ++tail;
    if (m_rows.size() > head + tail) {
        beginRemoveRows({}, int(head), int(m_rows.size() - tail) - 1);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(head), m_rows.end() - std::ptrdiff_t(tail));
        endRemoveRows();
    }
    if (next.size() > head + tail) {
        beginInsertRows({}, int(head), int(next.size() - tail) - 1);
        m_rows.insert(m_rows.begin() + std::ptrdiff_t(head), next.begin() + std::ptrdiff_t(head),
                      next.end() - std::ptrdiff_t(tail));
        endInsertRows();
    }
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (m_rows[i] == next[i])
            continue;
        m_rows[i] = next[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int NavigationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NavigationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.title;
    case role::Note:
        return row.count > 0 ? count(row.count) : QString();
    case role::Id:
        return text(row.id);
    case role::ToneOf:
        return QVariant::fromValue(row.tone);
    case EntryRole:
        return QVariant::fromValue(row.entry);
    default:
        return {};
    }
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows[std::size_t(index.row())].entry == Entry::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QModelIndex NavigationModel::indexOf(const QString& experimentId) const
{
    const std::string id = experimentId.toStdString();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].entry != Entry::Heading && m_rows[i].id == id)
            return index(int(i));
    }
    return {};
}

} // namespace xp::ui
