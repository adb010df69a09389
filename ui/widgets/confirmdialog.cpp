// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/confirmdialog.h"

#include "ui/text/format.h"
#include "ui/theme/styled.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace xp::ui {

namespace {

struct Wording
{
    QString title;
    QString meaning;
    QString button;
};

Wording wordingOf(StatusChange change, const QString& name)
{
    switch (change) {
    case StatusChange::Start:
        return {
            ConfirmDialog::tr("Start %1?").arg(name),
            ConfirmDialog::tr("New users are assigned from now on. Variants, metrics and level cannot be changed any "
                              "more."),
            ConfirmDialog::tr("Start")};
    case StatusChange::Pause:
        return {
            ConfirmDialog::tr("Pause %1?").arg(name),
            ConfirmDialog::tr("No new users are assigned. Those who are keep their variant, and their events count."),
            ConfirmDialog::tr("Pause")};
    case StatusChange::Resume:
        return {ConfirmDialog::tr("Resume %1?").arg(name), ConfirmDialog::tr("New users are assigned again."),
                ConfirmDialog::tr("Resume")};
    case StatusChange::Stop:
        return {
            ConfirmDialog::tr("Stop %1?").arg(name),
            ConfirmDialog::tr("The experiment ends for good: no new users, and later events do not count. Users keep "
                              "their variant."),
            ConfirmDialog::tr("Stop")};
    case StatusChange::Archive:
        return {ConfirmDialog::tr("Archive %1?").arg(name),
                ConfirmDialog::tr("It leaves the lists and the metrics. Nothing is deleted."),
                ConfirmDialog::tr("Archive")};
    }
    return {};
}

constexpr int kNamed = 6;

QString nameOf(const std::vector<Experiment>& experiments)
{
    return experiments.size() == 1 ? ConfirmDialog::tr("“%1”").arg(text(experiments.front().name))
                                   : ConfirmDialog::tr("%n experiments", nullptr, int(experiments.size()));
}

QString listOf(const std::vector<Experiment>& experiments)
{
    QStringList lines;
    for (const Experiment& experiment : experiments) {
        if (lines.size() < kNamed)
            lines << QStringLiteral("\n• ") + text(experiment.name);
    }
    if (const auto more = experiments.size() - std::size_t(lines.size()); more > 0)
        lines << ConfirmDialog::tr("\n… and %n more", nullptr, int(more));
    return lines.join(QString());
}

} // namespace

ConfirmDialog::ConfirmDialog(const std::vector<Experiment>& experiments, StatusChange change, QWidget* parent)
    : BuiltDialog(parent), m_experiments(experiments), m_change(change)
{
    build();
}

void ConfirmDialog::build()
{
    m_reason = new QLineEdit;
    m_conclusion = new QPlainTextEdit;
    const Wording wording = wordingOf(m_change, nameOf(m_experiments));
    setWindowTitle(wording.button);
    auto* title = new QLabel(wording.title);
    setRole(title, "heading");
    title->setWordWrap(true);
    auto* meaning = new QLabel(m_experiments.size() > 1 ? QString(wording.meaning + u'\n' + listOf(m_experiments))
                                                        : wording.meaning);
    meaning->setWordWrap(true);
    auto* label = new QLabel(tr("Reason, for the audit log"));
    setRole(label, "label");
    label->setBuddy(m_reason);
    m_reason->setPlaceholderText(tr("optional"));
    auto* buttons = new QDialogButtonBox;
    QPushButton* yes = buttons->addButton(wording.button, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    yes->setDefault(true);
    yes->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(meaning);
    layout->addSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    auto* learnt = new QLabel(tr("Conclusion: what was learnt"));
    setRole(learnt, "label");
    learnt->setBuddy(m_conclusion);
    m_conclusion->setPlaceholderText(tr("kept with the notes of the experiment"));
    m_conclusion->setAccessibleName(tr("Conclusion"));
    m_conclusion->setFixedHeight(76);
    m_conclusion->setTabChangesFocus(true);
    layout->addSpacing(8);
    layout->addWidget(learnt);
    layout->addWidget(m_conclusion);
    for (QWidget* widget : std::initializer_list<QWidget*>{learnt, m_conclusion})
        widget->setVisible(m_change == StatusChange::Stop);
    layout->addSpacing(12);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(420);
    m_reason->setFocus();
}

QString ConfirmDialog::reason() const
{
    return m_reason->text().trimmed();
}

QString ConfirmDialog::conclusion() const
{
    return m_conclusion->toPlainText().trimmed();
}

} // namespace xp::ui
