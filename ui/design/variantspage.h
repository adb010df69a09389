// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/designpage.h"

class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QSlider;

namespace xp::ui {

/// What is compared, and how users are shared out.
class VariantsPage : public DesignPage
{
    Q_OBJECT

public:
    explicit VariantsPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;
    QWidget* firstEntry() const override;

protected:
    QWidget* entryOf(DesignEntry entry, std::size_t row) const override;

private:
    struct Row
    {
        QLineEdit* name;
        QSlider* slider;       ///< hundredths of a percent
        QDoubleSpinBox* share; ///< per cent
        QLineEdit* config;
        QPushButton* remove;
    };

    void add(const Variant& variant);
    void removeRow(const QLineEdit* name);
    void splitEvenly();
    /// One share was set: the others give or take.
    void share(const QLineEdit* name, int hundredths);
    void show(const std::vector<int>& shares);
    void updateButtons();

    QGridLayout* m_grid;
    QPushButton* m_add;
    std::vector<Row> m_rows;
    bool m_sharing = false; ///< while all shares are being set
};

} // namespace xp::ui
