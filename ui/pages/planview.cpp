// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/planview.h"

#include "ui/text/format.h"
#include "ui/text/planlines.h"
#include "ui/text/sentencetext.h"
#include "ui/theme/styled.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>

namespace xp::ui {

PlanView::PlanView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(16, 16, 16, 16);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(1, 1);
}

void PlanView::show(const Experiment& experiment, const Report* report)
{
    QStringList departures;
    for (const Sentence& departure : report ? report->departures : std::vector<Sentence>())
        departures << sentenceText(departure);
    // A draft's plan is not frozen yet.
    const QString fingerprint = report && experiment.startedAt ? text(report->fingerprint) : QString();
    if (m_grid->count() > 0 && experiment == m_shown && departures == m_departures && fingerprint == m_fingerprint)
        return;
    m_shown = experiment;
    m_departures = departures;
    m_fingerprint = fingerprint;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!fingerprint.isEmpty()) {
        row(tr("Fingerprint"), fingerprint, true);
        row(tr("As viewed"), departures.isEmpty() ? tr("✓ As planned: nothing departs from it.")
                                                  : QStringLiteral("!  ") + departures.join(QLatin1String("\n!  ")));
    }
    for (const auto& [name, words] : planLines(experiment))
        row(name, words, words == text(experiment.id));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void PlanView::row(const QString& name, const QString& value, bool mono)
{
    const int at = m_grid->rowCount();
    auto* label = new QLabel(name);
    setRole(label, "secondary");
    auto* content = new QLabel(value);
    content->setWordWrap(true);
    content->setTextFormat(Qt::PlainText);
    content->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    content->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    if (mono)
        content->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_grid->addWidget(label, at, 0, Qt::AlignTop);
    m_grid->addWidget(content, at, 1);
}

} // namespace xp::ui
