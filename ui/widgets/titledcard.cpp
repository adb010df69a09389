// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/titledcard.h"

#include "ui/theme/styled.h"
#include "ui/widgets/card.h"

#include <QVBoxLayout>

namespace xp::ui {

TitledCard::TitledCard(const QString& title, const QString& note, QWidget* content, QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_note(new ElidedLabel), m_content(content)
{
    setProperty("card", true);
    setRole(m_title, "label");
    setRole(m_note, "secondary");
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_note, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(content, 1);
    setTitle(title);
    setNote(note);
}

void TitledCard::setTitle(const QString& title)
{
    m_title->setText(title);
}

void TitledCard::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setToolTip({});
}

} // namespace xp::ui
