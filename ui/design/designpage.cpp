// SPDX-License-Identifier: Apache-2.0
#include "ui/design/designpage.h"

#include "ui/theme/styled.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kNarrow = 700;
constexpr int kColumnsOfAProblem = 3; ///< in a grid: a sentence is longer than its entry

/// Beneath the entry, in the layout that it lies in.
void putBeneath(QWidget* entry, QLabel* label)
{
    QLayout* around = entry->parentWidget()->layout();
    if (auto* box = qobject_cast<QVBoxLayout*>(around); box && box->indexOf(entry) >= 0) {
        box->insertWidget(box->indexOf(entry) + 1, label);
        return;
    }
    for (auto* grid : entry->parentWidget()->findChildren<QGridLayout*>()) {
        const int at = grid->indexOf(entry);
        if (at < 0)
            continue;
        int row = 0;
        int column = 0;
        int spannedRows = 0;
        int spannedColumns = 0;
        grid->getItemPosition(at, &row, &column, &spannedRows, &spannedColumns);
        grid->addWidget(label, row + 1, column, 1, std::min(kColumnsOfAProblem, grid->columnCount() - column));
    }
}

} // namespace

DesignPage::DesignPage(const QString& title, const QString& hint, QWidget* parent)
    : QWidget(parent), m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(28, 24, 28, 16);
    m_content->setSpacing(8);
    auto* heading = new QLabel(title);
    setRole(heading, "title");
    m_content->addWidget(heading);
    auto* below = new QLabel(hint);
    setRole(below, "secondary");
    below->setWordWrap(true);
    m_content->addWidget(below);
    m_content->addSpacing(8);
}

void DesignPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int side = width() < kNarrow ? 16 : 28;
    m_content->setContentsMargins(side, 24, side, 16);
}

QWidget* DesignPage::field(const QString& label, QWidget* entry, const QString& note)
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(4);
    auto* name = new QLabel(label);
    setRole(name, "label");
    name->setBuddy(entry);
    entry->setAccessibleName(label);
    layout->addWidget(name);
    layout->addWidget(entry);
    if (!note.isEmpty()) {
        auto* below = new QLabel(note);
        setRole(below, "note");
        below->setWordWrap(true);
        layout->addWidget(below);
    }
    return box;
}

void DesignPage::showProblems(const std::vector<Problem>& problems)
{
    for (const auto& [entry, label] : std::exchange(m_problems, {})) {
        delete label.data();
        if (!entry)
            continue;
        setStyled(entry, "invalid", false);
        entry->setAccessibleDescription({});
    }
    for (const Problem& problem : problems) {
        QWidget* entry = entryOf(problem.entry, problem.row);
        if (!entry ||
            std::ranges::find(m_problems, entry, [](const auto& one) { return one.first.data(); }) != m_problems.end())
            continue; // one sentence at a time
        auto* label = new QLabel(problem.text);
        setRole(label, "error");
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        putBeneath(entry, label);
        setStyled(entry, "invalid", true);
        entry->setAccessibleDescription(problem.text);
        m_problems.emplace_back(entry, label);
    }
}

void DesignPage::goToProblem()
{
    if (!m_problems.empty() && m_problems.front().first)
        m_problems.front().first->setFocus();
}

} // namespace xp::ui
