// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/designpage.h"

class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace xp::ui {

/// What is compared, and how users are shared out.
class VariantsPage : public DesignPage
{
    Q_OBJECT

public:
    explicit VariantsPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;

private:
    struct Row
    {
        QLineEdit* name;
        QDoubleSpinBox* share; ///< per cent
        QLineEdit* config;
        QPushButton* remove;
    };

    void add(const Variant& variant);
    void removeRow(const QLineEdit* name);
    void splitEvenly();
    void updateButtons();

    QGridLayout* m_grid;
    QPushButton* m_add;
    std::vector<Row> m_rows;
};

} // namespace xp::ui
