// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/designpage.h"

class QDoubleSpinBox;
class QLabel;

namespace xp::ui {

class CurveChart;

/// How many users, and how long: every entry shows its consequence at once, beside it.
class SizePage : public DesignPage
{
    Q_OBJECT

public:
    explicit SizePage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;
    void showPlan(const Draft& draft);

private:
    void showPowerChart(const Draft& draft, const SizePlan& plan);
    void showDaysChart(const Draft& draft, const SizePlan& plan);

    QDoubleSpinBox* m_baseline;
    QDoubleSpinBox* m_lift;
    QDoubleSpinBox* m_power;
    QDoubleSpinBox* m_level;
    QDoubleSpinBox* m_perDay;
    QLabel* m_units;
    QLabel* m_detail;
    QLabel* m_rates;
    CurveChart* m_powerChart;
    CurveChart* m_daysChart;
};

} // namespace xp::ui
