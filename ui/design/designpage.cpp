// SPDX-License-Identifier: Apache-2.0
#include "ui/design/designpage.h"

#include "ui/theme/styled.h"

#include <QLabel>
#include <QVBoxLayout>

namespace xp::ui {

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

} // namespace xp::ui
