// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <functional>

namespace xp::ui {

/// A4 pages of a PDF, filled from top to bottom. Lengths are pixels of 1/96 inch, as on the screen, so that what draws
/// there draws here; letters and lines stay what they are at any resolution. Colours are those of the light theme.
class PageFlow
{
public:
    /// `title` and `footer` stand at the foot of every page.
    PageFlow(QIODevice& out, const QString& title, const QString& footer);
    ~PageFlow();
    PageFlow(const PageFlow&) = delete;
    PageFlow& operator=(const PageFlow&) = delete;

    static constexpr int kWidth = 794;
    static constexpr int kHeight = 1123;
    static constexpr int kMargin = 56;
    static constexpr int kContentWidth = kWidth - 2 * kMargin;

    QPainter& painter() { return m_painter; }
    /// Room of this height at the place where the next thing goes; on a new page where this one has none left.
    QRect take(int height);
    void space(int height) { m_y += height; }
    void newPage();
    /// Whether something of this height still fits on the page.
    bool fits(int height) const;

    /// Words with line breaks; a text longer than a page goes on on the next.
    void paragraph(const QString& text, const QFont& font, const QColor& color, int indent = 0);
    void heading(const QString& text);

private:
    void drawFoot();

    LightTheme m_light;
    QPdfWriter m_writer;
    QPainter m_painter;
    QString m_title;
    QString m_footer;
    int m_page = 1;
    int m_y = kMargin;
};

} // namespace xp::ui
