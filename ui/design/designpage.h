// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/draft.h"
#include "ui/design/problems.h"

#include <QPointer>
#include <QWidget>

#include <utility>

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

    /// Says each beneath the entry that it is about, and marks the entry; what was said before is taken away.
    void showProblems(const std::vector<Problem>& problems);
    /// Puts the cursor into the first entry that is marked.
    void goToProblem();
    /// Where one begins; nullptr where there is nothing to enter.
    virtual QWidget* firstEntry() const { return nullptr; }

Q_SIGNALS:
    void edited();

protected:
    QVBoxLayout* content() { return m_content; }
    /// A label above an entry, which it names for screen readers as well.
    QWidget* field(const QString& label, QWidget* entry, const QString& note = {});
    /// The entry itself; nullptr where the page has none. In a grid the row beneath it is kept for what is said of it.
    virtual QWidget* entryOf(DesignEntry, std::size_t /*row*/) const { return nullptr; }

    void resizeEvent(QResizeEvent* event) override;

private:
    QVBoxLayout* m_content;
    std::vector<std::pair<QPointer<QWidget>, QPointer<QLabel>>> m_problems; ///< the entry and what is said of it
};

} // namespace xp::ui
