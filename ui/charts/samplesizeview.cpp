// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/samplesizeview.h"

#include "ui/text/format.h"
#include "ui/widgets/painting.h"

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kRowHeight = 44;
constexpr int kAxisHeight = 30;
constexpr int kWidestName = 150;
constexpr int kNameGap = 16;
constexpr int kLabelWidth = 136;
constexpr int kRight = 8; ///< as far from the card's edge as what stands at the left
constexpr double kBarHeight = 10;

} // namespace

SampleSizeView::SampleSizeView(QWidget* parent) : QWidget(parent) {}

void SampleSizeView::show(const std::vector<VariantStats>& variants, std::int64_t target)
{
    std::vector<Row> rows;
    QStringList summary;
    for (const VariantStats& variant : variants) {
        rows.push_back({text(variant.variant), variant.sampleSize});
        summary << (target > 0 ? tr("%1 %2 of %3").arg(text(variant.variant), count(variant.sampleSize), count(target))
                               : tr("%1 %2").arg(text(variant.variant), count(variant.sampleSize)));
    }
    if (rows == m_rows && target == m_target)
        return;
    m_rows = std::move(rows);
    m_target = target;
    setAccessibleName(tr("Units of each variant against the target: %1").arg(summary.join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

QSize SampleSizeView::sizeHint() const
{
    return {400, kAxisHeight + kRowHeight * std::max(2, int(m_rows.size()))};
}

void SampleSizeView::paintEvent(QPaintEvent*)
{
    if (m_rows.empty())
        return;
    const Tokens& tokens = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(Theme::font());
    int widest = 0;
    for (const Row& row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.variant));
    const int nameRoom = std::min({widest, kWidestName, width() / 3});
    const int names = nameRoom + kNameGap;
    const QRectF plot(names, 0, std::max(10, width() - names - kLabelWidth), height() - kAxisHeight);
    std::int64_t most = m_target;
    for (const Row& row : m_rows)
        most = std::max(most, row.units);
    const double scale = plot.width() / (double(std::max<std::int64_t>(most, 1)) * 1.04);
    const double rowHeight = plot.height() / double(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const double y = plot.top() + (double(i) + 0.5) * rowHeight;
        const QRectF line(0, y - rowHeight / 2, width(), rowHeight);
        painter.setFont(Theme::font());
        painter.setPen(tokens.text);
        painter.drawText(QRectF(0, line.top(), nameRoom + 1, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_rows[i].variant, Qt::ElideRight, nameRoom + 1));
        const double fraction = m_target > 0 ? double(m_rows[i].units) / double(m_target) : 0;
        const Tone tone = m_target > 0 && fraction >= 1 ? Tone::Good : Tone::Accent;
        drawProgress(painter, {plot.left(), y - kBarHeight / 2, double(m_target) * scale, kBarHeight}, 0, tone);
        drawProgress(painter, {plot.left(), y - kBarHeight / 2, double(m_rows[i].units) * scale, kBarHeight},
                     m_rows[i].units > 0 ? 1 : 0, tone);
        painter.setFont(Theme::font(Theme::kText, QFont::DemiBold));
        painter.setPen(tokens.of(tone));
        const QString shown =
            m_target > 0 ? tr("%1  ·  %2").arg(count(m_rows[i].units), percent(fraction, 0)) : count(m_rows[i].units);
        painter.drawText(QRectF(plot.right() + 12, line.top(), kLabelWidth - 12 - kRight, rowHeight),
                         Qt::AlignRight | Qt::AlignVCenter, shown);
    }
    if (m_target <= 0)
        return;
    const double x = std::floor(plot.left() + double(m_target) * scale) + 0.5;
    painter.setPen(QPen(tokens.zero, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setFont(Theme::font(11));
    painter.setPen(tokens.secondary);
    const QString label = tr("target %1").arg(count(m_target));
    const double width = painter.fontMetrics().horizontalAdvance(label);
    const double left = std::clamp(x - width / 2, plot.left(), plot.right() - width + 40);
    painter.drawText(QRectF(left, plot.bottom() + 4, width + 2, 18), Qt::AlignLeft | Qt::AlignVCenter, label);
}

} // namespace xp::ui
