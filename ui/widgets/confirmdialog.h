// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace xp::ui {

/// Asks whether to change the life of an experiment, says what that means, and takes the reason for the audit log.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// One or more; all of them can change so.
    ConfirmDialog(const std::vector<Experiment>& experiments, StatusChange change, QWidget* parent = nullptr);
    QString reason() const;
    /// What was learnt; asked for when an experiment stops.
    QString conclusion() const;

private:
    QLineEdit* m_reason;
    QPlainTextEdit* m_conclusion;
};

} // namespace xp::ui
