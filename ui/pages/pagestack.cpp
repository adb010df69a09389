// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/pagestack.h"

#include <QVBoxLayout>

namespace xp::ui {

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
    currentWidget()->hide(); // a layout leaves out what is hidden
    m_current = position;
    currentWidget()->show();
}

QWidget* PageStack::currentWidget() const
{
    const QLayoutItem* item = m_pages->itemAt(m_current);
    return item ? item->widget() : nullptr;
}

} // namespace xp::ui
