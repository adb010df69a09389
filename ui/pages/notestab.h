// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/linestab.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace xp::ui {

/// Notes of people, and the conclusion. A note marks its moment in the charts over time.
class NotesTab : public LinesTab
{
    Q_OBJECT

public:
    NotesTab();

protected:
    void clear() override;
    void ask() override;

private:
    void add();
    void removeSelected();

    LatestReply<std::vector<Note>> m_reply;
    QComboBox* m_kind;
    QLineEdit* m_text;
    QPushButton* m_add;
};

} // namespace xp::ui
