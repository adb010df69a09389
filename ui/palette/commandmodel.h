// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace xp::ui {

/// Something that can be done or gone to, by its name.
struct Command
{
    QString title;
    QString hint; ///< its keys, or what kind of thing it is
    std::function<void()> run;
};

/// The commands that have every word of a text in their title, those first whose title or one of whose words begins
/// with it.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CommandModel(std::vector<Command> commands, QObject* parent = nullptr);

    void setText(const QString& text);
    const Command& at(int row) const { return m_commands[m_shown[std::size_t(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    enum : int { HintRole = Qt::UserRole + 1 };
    static constexpr std::size_t kMost = 100; ///< shown at once: nobody reads on

private:
    std::vector<Command> m_commands;
    std::vector<std::size_t> m_shown;
};

} // namespace xp::ui
