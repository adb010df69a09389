// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "ui/session.h"

#include <QPointer>
#include <QWidget>

namespace xp::ui {

/// One tab of the experiment page that asks for its own data: when it is shown, and again at every turn while it is.
class ExperimentTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Another experiment; what the tab shows of the one before goes.
    void setSubject(Session* session, const QString& id);
    /// New data may be there.
    void refresh();

Q_SIGNALS:
    void failed(const xp::Error& error);

protected:
    virtual void clear() = 0;
    virtual void ask() = 0;

    QString id() const { return m_id; }
    Session* session() const { return m_session; }
    Backend& backend() const { return m_session->backend(); }
    const Experiment* experiment() const;

    void showEvent(QShowEvent* event) override;

private:
    QPointer<Session> m_session;
    QString m_id;
};

} // namespace xp::ui
