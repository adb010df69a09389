// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsdialog.h"

#include "ui/language/language.h"
#include "ui/theme/styled.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace xp::ui {

namespace {

void addField(QVBoxLayout* layout, const QString& title, QWidget* entry, const QString& about)
{
    auto* label = new QLabel(title);
    setRole(label, "label");
    label->setBuddy(entry);
    entry->setAccessibleName(title);
    entry->setAccessibleDescription(about);
    auto* note = new QLabel(about);
    setRole(note, "note");
    note->setWordWrap(true);
    layout->addWidget(label);
    layout->addWidget(entry);
    layout->addWidget(note);
    layout->addSpacing(12);
}

} // namespace

SettingsDialog::SettingsDialog(const Preferences& preferences, QWidget* parent)
    : BuiltDialog(parent), m_before(preferences)
{
    build();
}

void SettingsDialog::makeEntries()
{
    m_theme = new QComboBox;
    m_theme->addItem(tr("As the system"), int(ThemeChoice::System));
    m_theme->addItem(tr("Light"), int(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(m_before.theme)));
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_before.language)));
    m_refresh = new QSpinBox;
    m_refresh->setRange(1, 300);
    m_refresh->setSuffix(tr(" s"));
    m_refresh->setValue(int(m_before.refresh.count()));
    m_level = new QDoubleSpinBox;
    m_level->setRange(0.1, 20);
    m_level->setDecimals(1);
    m_level->setSingleStep(0.5);
    m_level->setSuffix(tr(" %"));
    m_level->setValue(m_before.level * 100);
    for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{m_refresh, m_level})
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
}

void SettingsDialog::build()
{
    setWindowTitle(tr("Settings"));
    makeEntries();
    auto* title = new QLabel(tr("Settings"));
    setRole(title, "heading");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addSpacing(8);
    addField(layout, tr("Theme"), m_theme, tr("Colours of the studio; charts that are saved are always light."));
    addField(layout, tr("Language"), m_language, tr("Of texts, numbers and dates; changes at once."));
    addField(layout, tr("Refresh"), m_refresh, tr("How often what is open asks for new numbers."));
    addField(layout, tr("Significance level of new experiments"), m_level,
             tr("The share of false alarms that you are willing to live with. Each experiment can have its own."));
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

Preferences SettingsDialog::preferences() const
{
    return {.theme = ThemeChoice(m_theme->currentData().toInt()),
            .language = m_language->currentData().toString(),
            .refresh = std::chrono::seconds(m_refresh->value()),
            .level = m_level->value() / 100};
}

} // namespace xp::ui
