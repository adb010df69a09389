// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"

#include <QString>
#include <QWidget>

namespace xp::ui {

/// Each variant's units against the planned size, all on one scale with the target marked; a target of 0 is none.
class SampleSizeView : public QWidget
{
    Q_OBJECT

public:
    explicit SampleSizeView(QWidget* parent = nullptr);
    void show(const std::vector<VariantStats>& variants, std::int64_t target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row
    {
        QString variant;
        std::int64_t units = 0;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> m_rows;
    std::int64_t m_target = 0;
};

} // namespace xp::ui
