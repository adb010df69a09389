// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/experimenttab.h"

#include "ui/models/experimentlistmodel.h"

namespace xp::ui {

void ExperimentTab::setSubject(Session* session, const QString& id)
{
    m_session = session;
    m_id = id;
    clear();
    refresh();
}

void ExperimentTab::refresh()
{
    if (m_session && !m_id.isEmpty() && isVisible())
        ask();
}

const Experiment* ExperimentTab::experiment() const
{
    return m_session ? m_session->experiments().find(m_id.toStdString()) : nullptr;
}

void ExperimentTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace xp::ui
