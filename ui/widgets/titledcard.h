// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/share/picture.h"

#include <QFrame>

class QLabel;

namespace xp::ui {

/// A chart on a card: its title, a few words about it (cut where there is no room), the chart below. A button and the
/// context menu hand it out as a picture.
class TitledCard : public QFrame
{
    Q_OBJECT

public:
    TitledCard(const QString& title, const QString& note, QWidget* content, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    QWidget* content() const { return m_content; }

public Q_SLOTS:
    void copyPicture();
    void savePng();
    void saveSvg();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    Picture picture() const;
    void openMenu(const QPoint& at);

    QLabel* m_title;
    QLabel* m_note;
    QWidget* m_content;
};

} // namespace xp::ui
