// SPDX-License-Identifier: Apache-2.0
#include "ui/report/pageflow.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QTextLayout>

namespace xp::ui {

namespace {

constexpr int kResolution = 1200;
constexpr double kScreen = 96;
constexpr int kFoot = 40; ///< height at the bottom

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace

PageFlow::PageFlow(QIODevice& out, const QString& title, const QString& footer)
    : m_writer(&out), m_title(title), m_footer(footer)
{
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    m_writer.setResolution(kResolution);
    m_writer.setTitle(title);
    m_writer.setCreator(QCoreApplication::translate("Report", "Experimentation Studio"));
    m_painter.begin(&m_writer);
    m_painter.scale(kResolution / kScreen, kResolution / kScreen);
    drawFoot();
}

PageFlow::~PageFlow()
{
    m_painter.end();
}

void PageFlow::drawFoot()
{
    const Tokens& tokens = Theme::tokens();
    const QRect foot(kMargin, kHeight - kFoot, kContentWidth, 20);
    m_painter.setPen(tokens.hairline);
    m_painter.drawLine(foot.topLeft(), foot.topRight());
    m_painter.setPen(tokens.secondary);
    m_painter.setFont(Theme::font(10));
    const QString number = Words::tr("page %1").arg(count(m_page));
    m_painter.drawText(foot, int(Qt::AlignRight | Qt::AlignVCenter), number);
    const int room = foot.width() - m_painter.fontMetrics().horizontalAdvance(number) - 16;
    const QString words = m_footer.isEmpty() ? m_title : QString(m_title + QStringLiteral(" · ") + m_footer);
    m_painter.drawText(foot, int(Qt::AlignLeft | Qt::AlignVCenter),
                       m_painter.fontMetrics().elidedText(words, Qt::ElideRight, room));
}

void PageFlow::newPage()
{
    m_writer.newPage();
    ++m_page;
    m_y = kMargin;
    drawFoot();
}

bool PageFlow::fits(int height) const
{
    return m_y + height <= kHeight - kFoot - 12;
}

QRect PageFlow::take(int height)
{
    if (!fits(height) && m_y > kMargin)
        newPage();
    const QRect place(kMargin, m_y, kContentWidth, height);
    m_y += height;
    return place;
}

void PageFlow::paragraph(const QString& text, const QFont& font, const QColor& color, int indent)
{
    for (const QString& part : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(part, font);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
            line.setLineWidth(kContentWidth - indent);
        layout.endLayout();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const QRect place = take(int(line.height() * 1.2));
            m_painter.setFont(font);
            m_painter.setPen(color);
            m_painter.drawText(QPointF(place.left() + indent, place.top() + line.ascent()),
                               part.mid(line.textStart(), line.textLength()).trimmed());
        }
    }
}

void PageFlow::heading(const QString& text)
{
    constexpr int kWithFollowing = 90; // a heading is not left alone at the foot of a page
    if (!fits(kWithFollowing))
        newPage();
    space(m_y > kMargin ? 18 : 0);
    const QRect place = take(22);
    m_painter.setFont(Theme::font(14, QFont::DemiBold));
    m_painter.setPen(Theme::tokens().text);
    m_painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), text);
    space(4);
}

} // namespace xp::ui
