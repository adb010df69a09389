// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace xp::ui {

/// A header that draws the axis of lifts over the column that has one, and marks the sorted column with an arrow.
class AxisHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit AxisHeader(QWidget* parent = nullptr);

    static constexpr int kHeight = 34;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

} // namespace xp::ui
