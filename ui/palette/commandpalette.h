// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/commandmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace xp::ui {

/// Everything that can be done or opened, by typing a part of its name. Arrow keys choose, Return does it.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(std::vector<Command> commands, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void onTextChanged(const QString& text);
    void run();

    CommandModel* m_model;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_nothing;
};

} // namespace xp::ui
