// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/banner.h"

#include "ui/theme/styled.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace xp::ui {

Banner::Banner(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel), m_aside(new QLabel), m_action(new QPushButton)
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_aside, "secondary");
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 12, 16, 12);
    layout->setSpacing(16);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_aside);
    layout->addWidget(m_action);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void Banner::show(Tone tone, const QString& lead, const QString& wording, const QString& aside)
{
    m_tone = tone;
    // A number and its per cent sign stay on one line.
    QString sentence = wording;
    sentence.replace(QLatin1String(" %"), QStringLiteral("\u00a0%"));
    m_plain = lead.isEmpty() ? sentence : QString(lead + QLatin1Char(' ') + sentence);
    const QString rich =
        lead.isEmpty()
            ? sentence.toHtmlEscaped()
            : QString(QLatin1String("<b>") + lead.toHtmlEscaped() + QLatin1String("</b> ") + sentence.toHtmlEscaped());
    if (m_sentence->text() != rich)
        m_sentence->setText(rich);
    setAside(aside);
    setAccessibleName(m_plain);
    update();
}

void Banner::setAside(const QString& aside)
{
    m_aside->setText(aside);
    m_aside->setVisible(!aside.isEmpty());
}

void Banner::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setLoud(bool loud)
{
    m_loud = loud;
    update();
}

QString Banner::text() const
{
    return m_plain;
}

void Banner::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = Theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.fillPath(shape, m_loud ? tokens.softOf(m_tone) : tokens.surface);
    painter.setPen(m_loud ? Qt::transparent : tokens.hairline);
    painter.drawPath(shape);
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, 4, height()), tokens.of(m_tone));
}

} // namespace xp::ui
