// SPDX-License-Identifier: Apache-2.0
#include "ui/lab/climbchart.h"

#include "ui/text/format.h"

#include <QPainter>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kLeft = 44;
constexpr int kRight = 118;
constexpr int kTop = 10;
constexpr int kBottom = 28;
constexpr double kLine = 17; ///< height of a label

} // namespace

QString ruleName(PeekingRule rule)
{
    switch (rule) {
    case PeekingRule::Fixed:
        return ClimbChart::tr("One look's test");
    case PeekingRule::GroupSequential:
        return ClimbChart::tr("Group sequential");
    case PeekingRule::AlwaysValid:
        return ClimbChart::tr("Always valid");
    case PeekingRule::Bayesian:
        return ClimbChart::tr("Bayesian");
    }
    return {};
}

Tone ruleTone(PeekingRule rule)
{
    switch (rule) {
    case PeekingRule::Fixed:
        return Tone::Bad;
    case PeekingRule::GroupSequential:
        return Tone::Accent;
    case PeekingRule::AlwaysValid:
        return Tone::Good;
    case PeekingRule::Bayesian:
        break;
    }
    return Tone::Warning;
}

ClimbChart::ClimbChart(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(260, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ClimbChart::restart(int looks, double level, bool hasEffect)
{
    m_looks = looks;
    m_level = level;
    m_hasEffect = hasEffect;
    for (auto& shares : m_shares)
        shares.clear();
    update();
}

void ClimbChart::add(const std::array<double, kPeekingRules>& shares)
{
    QStringList summary;
    for (std::size_t i = 0; i < kPeekingRules; ++i) {
        m_shares[i].push_back(shares[i]);
        summary << QStringLiteral("%1 %2").arg(ruleName(PeekingRule(i)), percent(shares[i], 1));
    }
    setAccessibleName(tr("Share called by look %1: %2").arg(m_shares[0].size()).arg(summary.join(QLatin1String("; "))));
    update();
}

double ClimbChart::highest() const
{
    return m_hasEffect ? 1.0 : 0.3;
}

void ClimbChart::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = Theme::tokens();
    const QRectF plot = QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
    const auto y = [&](double share) { return plot.bottom() - std::min(share, highest()) / highest() * plot.height(); };
    QPainter painter(this);
    painter.setFont(Theme::font(11));
    const double step = m_hasEffect ? 0.25 : 0.05;
    for (int i = 0; i * step <= highest() + 1e-9; ++i) {
        painter.setPen(tokens.grid);
        painter.drawLine(QPointF(plot.left(), y(i * step)), QPointF(plot.right(), y(i * step)));
        painter.setPen(tokens.secondary);
        painter.drawText(QRectF(0, y(i * step) - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         percent(i * step, 0));
    }
    painter.drawText(QRectF(plot.right() - 80, plot.bottom() + 6, 80, 16), Qt::AlignRight | Qt::AlignVCenter,
                     tr("look %1").arg(m_looks));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 6, 80, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("look %1").arg(1));
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_hasEffect) {
        painter.setPen(QPen(tokens.text, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(plot.left(), y(m_level)), QPointF(plot.right(), y(m_level)));
    }
    for (std::size_t rule = 0; rule < kPeekingRules; ++rule) {
        QList<QPointF> points;
        for (std::size_t look = 0; look < m_shares[rule].size(); ++look)
            points.append(
                {plot.left() + plot.width() * double(look) / std::max(1, m_looks - 1), y(m_shares[rule][look])});
        painter.setPen(QPen(tokens.of(ruleTone(PeekingRule(rule))), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(points.constData(), int(points.size()));
    }
    drawLabels(painter, plot);
}

/// Names at the lines' ends, moved apart where they would touch.
void ClimbChart::drawLabels(QPainter& painter, const QRectF& plot) const
{
    struct Label
    {
        std::size_t rule;
        double y;
    };
    std::vector<Label> labels;
    for (std::size_t rule = 0; rule < kPeekingRules; ++rule) {
        const double share = m_shares[rule].empty() ? 0 : m_shares[rule].back();
        labels.push_back({rule, plot.bottom() - std::min(share, highest()) / highest() * plot.height()});
    }
    std::ranges::sort(labels, {}, &Label::y);
    for (std::size_t i = labels.size(); i-- > 0;) {
        const double lowest = i + 1 < labels.size() ? labels[i + 1].y - kLine : plot.bottom() - 2;
        labels[i].y = std::min(labels[i].y, lowest);
    }
    painter.setFont(Theme::font(11, QFont::DemiBold));
    for (const Label& label : labels) {
        painter.setPen(Theme::tokens().of(ruleTone(PeekingRule(label.rule))));
        painter.drawText(QRectF(plot.right() + 8, label.y - kLine / 2, kRight - 8, kLine),
                         Qt::AlignLeft | Qt::AlignVCenter, ruleName(PeekingRule(label.rule)));
    }
}

} // namespace xp::ui
