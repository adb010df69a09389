// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/filepreview.h"

#include <QObject>

class QComboBox;
class QGridLayout;

namespace xp::ui {

/// One column of a file in the form that says what it is: how it looks, what it is used as and, for a metric, how it
/// is measured. The widgets belong to the grid's owner.
class ColumnRow : public QObject
{
    Q_OBJECT

public:
    enum class Use { Unused, Unit, Variant, Time, Metric, Covariate, Segment };

    ColumnRow(const ColumnLook& look, QGridLayout* grid, int row, QObject* parent);

    const std::string& name() const { return m_look.name; }
    const ColumnLook& look() const { return m_look; }
    Use use() const;
    void setUse(Use use);
    /// Meaningful while it is used as a metric.
    ImportMetric metric() const;
    void setMetric(const ImportMetric& metric);

    static QString word(Use use);

Q_SIGNALS:
    void edited();

private:
    void showState();

    ColumnLook m_look;
    QComboBox* m_use;
    QComboBox* m_kind;
    QComboBox* m_role;
    QComboBox* m_direction;
};

} // namespace xp::ui
