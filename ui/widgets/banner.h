// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace xp::ui {

/// One sentence that matters, with a bar in its tone at the left.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// `lead` is bold and comes first; `aside` is small and stands at the right.
    void show(Tone tone, const QString& lead, const QString& sentence, const QString& aside = {});
    void setAside(const QString& aside);
    /// A button at the right; an empty text takes it away.
    void setAction(const QString& text);
    /// On a ground of its tone, for what is wrong.
    void setLoud(bool loud);

    QString text() const; ///< all of it, for tests and screen readers

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sentence;
    QLabel* m_aside;
    QPushButton* m_action;
    Tone m_tone = Tone::Neutral;
    bool m_loud = false;
    QString m_plain;
};

} // namespace xp::ui
