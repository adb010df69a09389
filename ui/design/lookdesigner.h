// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/draft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace xp::ui {

class LooksCanvas;
class LooksModel;
class TableView;

/// The group-sequential designer: the looks as handles on the axis of the planned size or as a list, the spending
/// function, and what follows: the bounds, the level spent, where it is likely to stop.
class LookDesigner : public QWidget
{
    Q_OBJECT

public:
    explicit LookDesigner(QWidget* parent = nullptr);

    /// The draft's looks and what they mean at its size.
    void show(const Draft& draft, const SizePlan& plan);
    const LookDesign& design() const { return m_design; }

Q_SIGNALS:
    void edited();

private:
    QWidget* makeEntries();
    QWidget* makeList();
    void change(LookDesign design, std::size_t chosen);
    void choose(std::size_t look);
    void changeSpending();
    void showAll();
    QString sentenceOf(std::size_t look) const;
    QString summary() const;

    LookDesign m_design;
    LookDesign m_shown; ///< what m_bounds are of
    std::optional<LookBounds> m_bounds;
    double m_level = 0.05;
    double m_power = 0.8;
    double m_units = 0;
    double m_days = 0;
    std::size_t m_chosen = 0;
    bool m_showing = false;

    QComboBox* m_spending;
    QDoubleSpinBox* m_gamma;
    QSpinBox* m_even;
    QCheckBox* m_futility;
    QStackedWidget* m_views;
    LooksCanvas* m_canvas;
    LooksModel* m_model;
    TableView* m_list;
    QPushButton* m_add;
    QPushButton* m_remove;
    QLabel* m_sentence;
    QLabel* m_cost;
};

} // namespace xp::ui
