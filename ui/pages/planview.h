// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

#include <QWidget>

class QGridLayout;

namespace xp::ui {

/// The experiment as it was planned, in words.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);
    void show(const Experiment& experiment);

private:
    void row(const QString& name, const QString& value, bool mono = false);

    QGridLayout* m_grid;
    Experiment m_shown;
};

} // namespace xp::ui
