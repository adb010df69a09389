// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/designpage.h"
#include "ui/design/pastrates.h"

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace xp::ui {

class CurveChart;
class LookDesigner;

/// How many users, and how long: every entry shows its consequence at once, beside it.
class SizePage : public DesignPage
{
    Q_OBJECT

public:
    explicit SizePage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;
    QWidget* firstEntry() const override;
    void showPlan(const Draft& draft);
    /// Rates to begin with, beside those of a table and what is typed.
    void offer(const std::vector<PastRate>& rates);
    /// Offers those of a table; a single one is taken over at once.
    void takeRates(const DataFile& table);

protected:
    void resizeEvent(QResizeEvent* event) override;
    QWidget* entryOf(DesignEntry entry, std::size_t row) const override;

private:
    QWidget* makeEntries();
    QWidget* makeAnswer();
    QWidget* makeViews();
    void showMethods(const SizePlan& plan);
    void showView();
    void chooseTable();
    Method method() const;
    void showPowerChart(const Draft& draft, const SizePlan& plan);
    void showDaysChart(const Draft& draft, const SizePlan& plan);

    QBoxLayout* m_columns;
    QComboBox* m_method;
    QDoubleSpinBox* m_baseline;
    QComboBox* m_past;
    QLabel* m_pastProblem;
    QDoubleSpinBox* m_lift;
    QDoubleSpinBox* m_power;
    QDoubleSpinBox* m_level;
    QDoubleSpinBox* m_perDay;
    QLabel* m_units;
    QLabel* m_detail;
    QLabel* m_rates;
    CurveChart* m_powerChart;
    CurveChart* m_daysChart;
    LookDesigner* m_looks;
    QTabBar* m_tabs; ///< looks or curves, where there are looks
    QStackedWidget* m_views;
    bool m_ownLooks = false; ///< and not one a week
};

} // namespace xp::ui
