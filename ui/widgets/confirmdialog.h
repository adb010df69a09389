// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "ui/widgets/builtdialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace xp::ui {

/// Asks whether to change the life of an experiment, says what that means, and takes the reason for the audit log.
class ConfirmDialog : public BuiltDialog
{
    Q_OBJECT

public:
    /// One or more; all of them can change so.
    ConfirmDialog(const std::vector<Experiment>& experiments, StatusChange change, QWidget* parent = nullptr);
    QString reason() const;
    /// What was learnt; asked for when an experiment stops.
    QString conclusion() const;

private:
    void build() override;

    const std::vector<Experiment> m_experiments;
    const StatusChange m_change;
    QLineEdit* m_reason = nullptr;
    QPlainTextEdit* m_conclusion = nullptr;
};

} // namespace xp::ui
