// SPDX-License-Identifier: Apache-2.0
#include "ui/design/leavequestion.h"

#include "ui/theme/styled.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace xp::ui {

LeaveQuestion::LeaveQuestion(QWidget* parent) : BuiltDialog(parent)
{
    build();
}

void LeaveQuestion::build()
{
    setWindowTitle(tr("Leave the draft?"));
    auto* title = new QLabel(tr("Leave the draft?"));
    setRole(title, "heading");
    auto* meaning = new QLabel(tr("Keep it, and “New experiment” goes on where you are now."));
    meaning->setWordWrap(true);
    auto* buttons = new QDialogButtonBox;
    QPushButton* keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setDefault(true);
    keep->setProperty("primary", true);
    QPushButton* discard = buttons->addButton(tr("Discard"), QDialogButtonBox::DestructiveRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(keep, &QPushButton::clicked, this, [this] {
        Q_EMIT kept();
        accept();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        Q_EMIT discarded();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(meaning);
    layout->addSpacing(12);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

} // namespace xp::ui
