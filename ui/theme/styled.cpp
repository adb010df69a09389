// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/styled.h"

#include <QApplication>
#include <QStyle>

namespace xp::ui {

void setStyled(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setRole(QWidget* widget, const char* role)
{
    setStyled(widget, "role", QString::fromLatin1(role));
}

Undressed::Undressed() : m_sheet(qApp->styleSheet())
{
    qApp->setStyleSheet({});
}

Undressed::~Undressed()
{
    qApp->setStyleSheet(m_sheet);
}

} // namespace xp::ui
