// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/rows.h"
#include "ui/design/designpage.h"

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace xp::ui {

/// What is measured, and which of it decides.
class MetricsPage : public DesignPage
{
    Q_OBJECT

public:
    explicit MetricsPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;
    QWidget* firstEntry() const override;
    /// Metrics that are defined for many experiments, to choose from.
    void offer(const std::vector<CatalogueMetric>& metrics);

protected:
    QWidget* entryOf(DesignEntry entry, std::size_t row) const override;

private:
    struct Row
    {
        QLineEdit* name;
        QComboBox* kind;
        QComboBox* role;
        QComboBox* direction;
        QDoubleSpinBox* margin; ///< of a guardrail
        QPushButton* remove;
        Metric metric; ///< as it came: what has no entry here is kept
    };

    void add(const Metric& metric, double margin);
    void addChosen(int position);
    void fillCatalogue();
    void removeRow(const QLineEdit* name);
    void updateButtons();

    QGridLayout* m_grid;
    QComboBox* m_catalogue; ///< hidden while there is nothing in it
    std::vector<CatalogueMetric> m_offered;
    std::vector<Row> m_rows;
};

} // namespace xp::ui
