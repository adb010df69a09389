// SPDX-License-Identifier: Apache-2.0
#include "ui/share/picture.h"

#include "ui/theme/theme.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QWidget>

namespace xp::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kHeader = 36;
constexpr int kGap = 8;
constexpr double kPixelRatio = 2;
constexpr int kDotsPerInch = 96;

} // namespace

QSize Picture::size() const
{
    return chart->size() + QSize(2 * kMargin, kHeader + kMargin);
}

void Picture::paint(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    painter.fillRect(QRect(QPoint(0, 0), size()), tokens.surface);
    const QRect header(kMargin, 8, chart->width(), kHeader - 16);
    painter.setFont(Theme::font(Theme::kText, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(header, int(Qt::AlignLeft | Qt::AlignVCenter), title);
    const int used = painter.fontMetrics().horizontalAdvance(title) + kGap;
    painter.setFont(Theme::font());
    painter.setPen(tokens.secondary);
    painter.drawText(header.adjusted(used, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(note, Qt::ElideRight, header.width() - used));
    painter.save();
    painter.translate(kMargin, kHeader);
    chart->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.restore();
}

QByteArray pngOf(const Picture& picture)
{
    QImage image(picture.size() * kPixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPixelRatio);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const Picture& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kDotsPerInch);
    generator.setSize(picture.size());
    generator.setViewBox(QRect(QPoint(0, 0), picture.size()));
    generator.setTitle(picture.title);
    generator.setDescription(picture.note);
    QPainter painter(&generator);
    picture.paint(painter);
    painter.end();
    return bytes;
}

} // namespace xp::ui
