// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"

#include <QDialog>

class QLineEdit;

namespace xp::ui {

/// Asks whether to change the life of an experiment, says what that means, and takes the reason for the audit log.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const Experiment& experiment, StatusChange change, QWidget* parent = nullptr);
    QString reason() const;

private:
    QLineEdit* m_reason;
};

} // namespace xp::ui
