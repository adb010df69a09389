// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace xp::ui {

/// A chart or a picture on a card: its title, a few words about it, the content below. The words are cut where there is
/// no room.
class TitledCard : public QFrame
{
    Q_OBJECT

public:
    TitledCard(const QString& title, const QString& note, QWidget* content, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    QWidget* content() const { return m_content; }

private:
    QLabel* m_title;
    QLabel* m_note;
    QWidget* m_content;
};

} // namespace xp::ui
