// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/preferences.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace xp::ui {

/// Changes the preferences; who opened it takes them over when it is accepted.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Preferences& preferences, QWidget* parent = nullptr);

    Preferences preferences() const;

private:
    QComboBox* m_theme;
    QSpinBox* m_refresh;
    QDoubleSpinBox* m_level;
};

} // namespace xp::ui
