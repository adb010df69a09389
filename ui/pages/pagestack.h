// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

namespace xp::ui {

/// Pages of which one is shown, and which are as large as that one: a long page does not make the short ones scroll.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
};

} // namespace xp::ui
