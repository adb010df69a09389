// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/preferences.h"
#include "ui/widgets/builtdialog.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace xp::ui {

/// Changes the preferences; who opened it takes them over when it is accepted.
class SettingsDialog : public BuiltDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Preferences& preferences, QWidget* parent = nullptr);

    Preferences preferences() const;

private:
    void build() override;
    void makeEntries();

    const Preferences m_before;
    QComboBox* m_theme = nullptr;
    QComboBox* m_language = nullptr;
    QSpinBox* m_refresh = nullptr;
    QDoubleSpinBox* m_level = nullptr;
};

} // namespace xp::ui
