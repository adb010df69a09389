// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/pagestack.h"

#include <QVBoxLayout>

namespace xp::ui {

namespace {

/// Where the cursor was on the page, else the first entry that Tab comes to from `before` on.
QWidget* entryOf(QWidget* page, QWidget* before)
{
    if (page->focusWidget())
        return page->focusWidget();
    for (QWidget* next = before->nextInFocusChain(); next && next != before; next = next->nextInFocusChain()) {
        const bool takesFocus = (next->focusPolicy() & Qt::TabFocus) && !next->focusProxy() && next->isEnabled();
        if (takesFocus && page->isAncestorOf(next) && next->isVisibleTo(page))
            return next;
    }
    return page;
}

} // namespace

PageStack::PageStack(QWidget* parent) : QWidget(parent), m_pages(new QVBoxLayout(this))
{
    m_pages->setContentsMargins({});
    m_pages->setSpacing(0);
}

void PageStack::addWidget(QWidget* page)
{
    if (m_pages->count() != m_current)
        page->hide();
    m_pages->addWidget(page);
}

void PageStack::setCurrentIndex(int position)
{
    if (position == m_current || position < 0 || position >= m_pages->count())
        return;
    QWidget* before = currentWidget();
    QWidget* focused = window()->focusWidget();
    const bool takesFocus = focused && (focused == before || before->isAncestorOf(focused));
    if (takesFocus)
        setFocus(); // for this moment: what is hidden would hand it to whatever is next in the window
    // First: a layout leaves out what is hidden, and the next page shall be in its place when it is shown. Who reads
    // the screen to somebody is told where things are as they appear.
    before->hide();
    m_current = position;
    currentWidget()->show();
    if (takesFocus)
        entryOf(currentWidget(), focused)->setFocus();
}

void PageStack::setCurrentWidget(QWidget* page)
{
    setCurrentIndex(m_pages->indexOf(page));
}

QWidget* PageStack::currentWidget() const
{
    const QLayoutItem* item = m_pages->itemAt(m_current);
    return item ? item->widget() : nullptr;
}

} // namespace xp::ui
