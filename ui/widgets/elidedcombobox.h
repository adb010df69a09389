// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace xp::ui {

/// A choice that ends its text in an ellipsis where it is cut, and then shows all of it as a tool tip.
class ElidedComboBox : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace xp::ui
