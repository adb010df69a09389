// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>
#include <QWidget>

namespace xp::ui {

/// Sets a property that the style sheet selects by, and has it looked at again.
void setStyled(QWidget* widget, const char* property, const QVariant& value);

/// What a label or button is for, as the style sheet names it: title, note, secondary, ...
void setRole(QWidget* widget, const char* role);

/// While it lives the application has no style sheet: with one, a widget that is put together is dressed anew at every
/// level that it is put into. Afterwards each is dressed once.
class Undressed
{
public:
    Undressed();
    ~Undressed();
    Undressed(const Undressed&) = delete;
    Undressed& operator=(const Undressed&) = delete;

private:
    QString m_sheet;
};

} // namespace xp::ui
