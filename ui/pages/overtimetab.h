// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/experimenttab.h"

#include <array>

class QComboBox;

namespace xp::ui {

class PlotView;
class SeriesFeed;

/// Significance over time: lift with its band, evidence, z between its bounds, units. The last point is now.
class OverTimeTab : public ExperimentTab
{
    Q_OBJECT

public:
    explicit OverTimeTab(QWidget* parent = nullptr);

protected:
    void clear() override;
    void ask() override;

private:
    void fillChoices();
    void showPlots();

    SeriesFeed* m_feed;
    QComboBox* m_metric;
    QComboBox* m_treatment;
    std::array<PlotView*, 4> m_views{}; ///< lift, evidence, bounds, units
};

} // namespace xp::ui
