// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/peeking.h"

#include <QAbstractButton>

namespace xp::ui {

/// One method's count: its name, the share it has called, and what to think of that. Checked: its bounds are shown.
class RuleCounter : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RuleCounter(PeekingRule rule, QWidget* parent = nullptr);

    void show(double share, const QString& note);
    QSize sizeHint() const override { return {200, 92}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PeekingRule m_rule;
    double m_share = 0;
    QString m_note;
};

} // namespace xp::ui
