// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/card.h"

#include "ui/help/termsdialog.h"
#include "ui/theme/styled.h"
#include "ui/widgets/painting.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace xp::ui {

namespace {

QString toneName(std::optional<Tone> tone)
{
    if (!tone)
        return {};
    switch (*tone) {
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Bad:
        return QStringLiteral("bad");
    case Tone::Neutral:
        return QStringLiteral("neutral");
    case Tone::Accent:
        break;
    }
    return {};
}

} // namespace

ProgressBar::ProgressBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setFraction(double fraction, Tone tone)
{
    m_fraction = fraction;
    m_tone = tone;
    update();
}

void ProgressBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawProgress(painter, rect(), m_fraction, m_tone);
}

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_label(new ElidedLabel)
    , m_help(new HelpButton)
    , m_value(new QLabel)
    , m_suffix(new ElidedLabel)
    , m_note(new QLabel)
    , m_bar(new ProgressBar)
{
    setProperty("card", true);
    setRole(m_label, "note");
    setRole(m_value, "value");
    setRole(m_suffix, "note");
    setRole(m_note, "note");
    m_note->setWordWrap(true);
    auto* values = new QHBoxLayout;
    values->setSpacing(6);
    values->addWidget(m_value);
    values->addWidget(m_suffix, 1, Qt::AlignBottom);
    values->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_label, 1);
    top->addWidget(m_help);
    layout->addLayout(top);
    layout->addLayout(values);
    layout->addStretch(1);
    layout->addWidget(m_note);
    layout->addWidget(m_bar);
    layout->addSpacing(2);
}

void Card::show(const Content& content)
{
    m_label->setText(content.label);
    m_value->setText(content.value);
    m_suffix->setText(content.suffix);
    m_suffix->setVisible(!content.suffix.isEmpty());
    // What belongs together goes to the next line together.
    QString note = content.note;
    note.replace(QLatin1String("< "), QStringLiteral("<\u00a0"));
    note.replace(QStringLiteral(" … "), QStringLiteral("\u00a0…\u00a0"));
    m_note->setText(note);
    m_note->setVisible(!content.fraction);
    m_bar->setVisible(content.fraction.has_value());
    if (content.fraction)
        m_bar->setFraction(*content.fraction, *content.fraction >= 1 ? Tone::Good : Tone::Accent);
    setStyled(m_value, "tone", toneName(content.tone));
    setToolTip(termText(content.term));
    m_help->setTerm(content.term);
    setAccessibleName(QStringLiteral("%1: %2 %3, %4").arg(content.label, content.value, content.suffix, content.note));
}

void Card::setCompact(bool compact)
{
    setRole(m_value, compact ? "compactvalue" : "value");
    const int side = compact ? 12 : 16;
    layout()->setContentsMargins(side, 12, side, 12);
}

Pill::Pill(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::show(const QString& word, Tone tone)
{
    m_word = word;
    m_tone = tone;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {m_word.isEmpty() ? 0 : pillWidth(m_word), 24};
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawPill(painter, rect(), m_word, m_tone);
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    constexpr int kNarrowestUseful = 40;
    if (width() < kNarrowestUseful)
        return;
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    if (toolTip() != text() && shown != text())
        setToolTip(text());
    style()->drawItemText(&painter, contentsRect(), int(alignment()), palette(), isEnabled(), shown, foregroundRole());
}

} // namespace xp::ui
