// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace xp::ui {

/// Pages of which one is shown, and which are as large as that one: a long page does not make the short ones scroll,
/// nor a wide one the narrow ones. No QStackedWidget: its layout answers for its largest page whatever the widget says.
class PageStack : public QWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget* parent = nullptr);

    /// The first one is shown.
    void addWidget(QWidget* page);
    /// Positions are in the order in which the pages were added; one that is none changes nothing. The focus goes
    /// along.
    void setCurrentIndex(int position);
    void setCurrentWidget(QWidget* page);
    int currentIndex() const { return m_current; }
    QWidget* currentWidget() const;

private:
    QVBoxLayout* m_pages;
    int m_current = 0;
};

} // namespace xp::ui
