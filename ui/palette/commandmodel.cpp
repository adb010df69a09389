// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/commandmodel.h"

#include <algorithm>
#include <optional>

namespace xp::ui {

namespace {

/// 0 is best; nothing when a word is not there.
std::optional<int> rankOf(const QString& title, const QStringList& words)
{
    int rank = 0;
    for (const QString& word : words) {
        const auto at = title.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        const bool beginsAWord = at > 0 && title.contains(QString(u' ' + word), Qt::CaseInsensitive);
        rank = std::max(rank, at == 0 ? 0 : beginsAWord ? 1 : 2);
    }
    return rank;
}

} // namespace

CommandModel::CommandModel(std::vector<Command> commands, QObject* parent)
    : QAbstractListModel(parent), m_commands(std::move(commands))
{
    setText({});
}

void CommandModel::setText(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (const auto rank = rankOf(m_commands[i].title, words))
            found.emplace_back(*rank, i);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, std::size_t>::first);
    beginResetModel();
    m_shown.clear();
    for (const auto& [rank, i] : found) {
        if (m_shown.size() < kMost)
            m_shown.push_back(i);
    }
    endResetModel();
}

int CommandModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return at(index.row()).title;
    case HintRole:
        return at(index.row()).hint;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(at(index.row()).title, at(index.row()).hint);
    default:
        return {};
    }
}

} // namespace xp::ui
