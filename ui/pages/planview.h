// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/experiment.h"

#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace xp::ui {

/// The experiment as it was planned, in words, under its fingerprint and what departs from it.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);
    /// With what the report says of the plan, once it is known.
    void show(const Experiment& experiment, const Report* report = nullptr);

private:
    void row(const QString& name, const QString& value, bool mono = false);

    QGridLayout* m_grid;
    Experiment m_shown;
    QStringList m_departures; ///< that are shown
    QString m_fingerprint;
};

} // namespace xp::ui
