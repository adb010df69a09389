// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/builtdialog.h"

#include "ui/language/entries.h"
#include "ui/language/language.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QShortcut>

namespace xp::ui {

BuiltDialog::BuiltDialog(QWidget* parent) : QDialog(parent), m_language(languageInUse()) {}

void BuiltDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || m_language == languageInUse())
        return;
    m_language = languageInUse();
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

void BuiltDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    QSize room = screen()->availableSize();
    if (const QWidget* parent = parentWidget())
        room = room.expandedTo(parent->window()->size());
    room -= frameGeometry().size() - size();
    resize(size().boundedTo(room));
}

} // namespace xp::ui
