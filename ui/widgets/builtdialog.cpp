// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/builtdialog.h"

#include "ui/language/entries.h"
#include "ui/language/language.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr QSize kFrame(8, 36); ///< around a dialog, with its title: not known before it is shown

} // namespace

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
    layout()->activate();
    if (layout()->hasHeightForWidth()) // longer words may take more lines
        resize(width(), std::max(height(), std::min(layout()->totalHeightForWidth(width()),
                                                    screen()->availableSize().height() - kFrame.height())));
}

void BuiltDialog::setVisible(bool visible)
{
    if (visible && !isVisible()) {
        QSize room = screen()->availableSize();
        if (const QWidget* parent = parentWidget())
            room = room.expandedTo(parent->window()->size());
        room -= kFrame;
        const QSize wanted = testAttribute(Qt::WA_Resized) ? size() : sizeHint();
        if (const QSize fitting = wanted.boundedTo(room); fitting != wanted)
            resize(fitting);
    }
    QDialog::setVisible(visible);
}

} // namespace xp::ui
