// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/peeking.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace xp::ui {

QString ruleName(PeekingRule rule);
Tone ruleTone(PeekingRule rule);

/// What share of the experiments each rule has called by each look: one line a rule, labelled at its end.
class ClimbChart : public QWidget
{
    Q_OBJECT

public:
    explicit ClimbChart(QWidget* parent = nullptr);

    void restart(int looks, double level, bool hasEffect);
    /// After a look: the share called so far, by rule.
    void add(const std::array<double, kPeekingRules>& shares);
    QSize sizeHint() const override { return {360, 380}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double highest() const;
    void drawLabels(QPainter& painter, const QRectF& plot) const;

    int m_looks = 21;
    double m_level = 0.05;
    bool m_hasEffect = false;
    std::array<std::vector<double>, kPeekingRules> m_shares;
};

} // namespace xp::ui
