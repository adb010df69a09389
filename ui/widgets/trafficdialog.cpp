// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/trafficdialog.h"

#include "ui/text/format.h"
#include "ui/theme/styled.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace xp::ui {

namespace {

constexpr double kSteps = 100; ///< of the slider, in the whole traffic

} // namespace

TrafficDialog::TrafficDialog(const Experiment& experiment, QWidget* parent)
    : BuiltDialog(parent), m_experiment(experiment)
{
    build();
}

void TrafficDialog::build()
{
    m_share = new QSlider(Qt::Horizontal);
    m_reason = new QLineEdit;
    setWindowTitle(tr("Traffic"));
    auto* title = new QLabel(tr("How many take part in “%1”?").arg(text(m_experiment.name)));
    setRole(title, "heading");
    title->setWordWrap(true);
    auto* meaning = new QLabel(tr("Those who take part already stay, and keep their variant. Only newcomers are "
                                  "concerned; the split between the variants stays as it is."));
    meaning->setWordWrap(true);
    auto* shown = new QLabel;
    setRole(shown, "value");
    m_share->setRange(0, int(kSteps));
    m_share->setPageStep(5);
    m_share->setAccessibleName(tr("Share of all users"));
    m_reason->setPlaceholderText(tr("optional"));
    m_reason->setAccessibleName(tr("Reason"));
    auto* label = new QLabel(tr("Reason, for the audit log"));
    setRole(label, "label");
    label->setBuddy(m_reason);
    auto* buttons = new QDialogButtonBox;
    QPushButton* yes = buttons->addButton(tr("Change traffic"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    yes->setProperty("primary", true);
    yes->setDefault(true);
    const auto changed = [this, shown, yes, was = m_experiment.trafficAllocation] {
        shown->setText(tr("%1 → %2 of all users").arg(percent(was, 0), percent(share(), 0)));
        yes->setEnabled(std::abs(share() - was) > 1e-9);
    };
    connect(m_share, &QSlider::valueChanged, this, changed);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_share->setValue(int(std::lround(m_experiment.trafficAllocation * kSteps)));
    changed();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{title, meaning, shown, m_share, label, m_reason})
        layout->addWidget(widget);
    layout->addSpacing(12);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

double TrafficDialog::share() const
{
    return m_share->value() / kSteps;
}

QString TrafficDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace xp::ui
