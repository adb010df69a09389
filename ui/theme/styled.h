// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>
#include <QWidget>

namespace xp::ui {

/// Sets a property that the style sheet selects by, and has it looked at again.
void setStyled(QWidget* widget, const char* property, const QVariant& value);

/// What a label or button is for, as the style sheet names it: title, note, secondary, ...
void setRole(QWidget* widget, const char* role);

} // namespace xp::ui
