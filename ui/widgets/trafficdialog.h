// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "ui/widgets/builtdialog.h"

class QLineEdit;
class QSlider;

namespace xp::ui {

/// Asks for another share of traffic while an experiment runs, says what that means, and takes the reason.
class TrafficDialog : public BuiltDialog
{
    Q_OBJECT

public:
    explicit TrafficDialog(const Experiment& experiment, QWidget* parent = nullptr);
    double share() const; ///< 0..1
    QString reason() const;

private:
    void build() override;

    const Experiment m_experiment;
    QSlider* m_share = nullptr;
    QLineEdit* m_reason = nullptr;
};

} // namespace xp::ui
