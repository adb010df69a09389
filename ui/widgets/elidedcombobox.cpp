// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/elidedcombobox.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace xp::ui {

void ElidedComboBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(currentText(), Qt::ElideRight, room.width());
    const QString tip = option.currentText == currentText() ? QString() : currentText();
    if (toolTip() != tip)
        setToolTip(tip);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace xp::ui
