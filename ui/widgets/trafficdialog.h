// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

#include <QDialog>

class QLineEdit;
class QSlider;

namespace xp::ui {

/// Asks for another share of traffic while an experiment runs, says what that means, and takes the reason.
class TrafficDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TrafficDialog(const Experiment& experiment, QWidget* parent = nullptr);
    double share() const; ///< 0..1
    QString reason() const;

private:
    QSlider* m_share;
    QLineEdit* m_reason;
};

} // namespace xp::ui
