// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QLabel>

#include <optional>

namespace xp::ui {

class HelpButton;

/// A bar filled to a fraction.
class ProgressBar : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressBar(QWidget* parent = nullptr);
    void setFraction(double fraction, Tone tone);
    QSize sizeHint() const override { return {80, 6}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = 0;
    Tone m_tone = Tone::Accent;
};

/// One number: what it is, the number, what to know of it.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    struct Content
    {
        QString label;
        QString value;
        QString suffix; ///< small, after the value
        QString note;
        std::optional<Tone> tone; ///< of the value; plain text without
        std::optional<double> fraction;
        QString term; ///< of the glossary, explained by the question mark
    };
    void show(const Content& content);
    /// For narrow windows.
    void setCompact(bool compact);

private:
    QLabel* m_label;
    HelpButton* m_help;
    QLabel* m_value;
    QLabel* m_suffix;
    QLabel* m_note;
    ProgressBar* m_bar;
};

/// A word on the ground of its tone, as a widget.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(QWidget* parent = nullptr);
    void show(const QString& word, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_word;
    Tone m_tone = Tone::Neutral;
};

/// A label that cuts its one line at its width and shows the whole text as a tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace xp::ui
