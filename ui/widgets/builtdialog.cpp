// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/builtdialog.h"

#include "ui/language/entries.h"

#include <QEvent>
#include <QLayout>
#include <QShortcut>

namespace xp::ui {

void BuiltDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    const Entries entries(*this);
    delete layout();
    qDeleteAll(findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly));
    for (auto* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow())
            delete child;
    }
    build();
    // Now, not when the layout comes to it: what is shown can have the focus.
    for (auto* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow() && !child->testAttribute(Qt::WA_WState_ExplicitShowHide))
            child->show();
    }
    entries.putBack(*this);
}

} // namespace xp::ui
