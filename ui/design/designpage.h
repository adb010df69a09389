// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/draft.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace xp::ui {

/// One page of the wizard: shows its part of a draft and writes it back. Pages keep no draft of their own.
class DesignPage : public QWidget
{
    Q_OBJECT

public:
    /// `title` is the question that the page asks, `hint` a sentence below it.
    DesignPage(const QString& title, const QString& hint, QWidget* parent = nullptr);

    virtual void show(const Draft& draft) = 0;
    virtual void store(Draft& draft) const = 0;

Q_SIGNALS:
    void edited();

protected:
    QVBoxLayout* content() { return m_content; }
    /// A label above an entry, which it names for screen readers as well.
    QWidget* field(const QString& label, QWidget* entry, const QString& note = {});

private:
    QVBoxLayout* m_content;
};

} // namespace xp::ui
