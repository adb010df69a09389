// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/explore/whatif.h"
#include "ui/pages/experimenttab.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTabBar;

namespace xp::ui {

class Banner;
class LinesModel;
class PlotView;
class SegmentView;
class StepSlider;
class TableView;
class TitledCard;
class WhatIfModel;

/// What another plan would have said of the same data: sliders that answer at once, from sums that were fetched once;
/// other methods' opinions; how a metric's values are spread.
class ExploreTab : public ExperimentTab
{
    Q_OBJECT

public:
    explicit ExploreTab(QWidget* parent = nullptr);

    const WhatIf& whatIf() const { return m_whatIf; }
    /// As the sliders do; for tests and scripts.
    void tryOut(const WhatIf& whatIf);
    /// How long the last answer took, in milliseconds.
    double lastAnswer() const { return m_took; }

protected:
    void clear() override;
    void ask() override;

private:
    QWidget* makeControls();
    QWidget* makeAnswer();
    TitledCard* makeDistribution();
    void fillControls();
    void showControls();
    void readControls();
    void answer();
    void showBanner(const ReportView& view);
    void showOpinions();
    void showDistribution(const ReportView& view);
    void sizeColumns();
    void showLower();

    std::optional<Evidence> m_evidence;
    Timestamp m_readAt{}; ///< what-ifs answer as of then: nothing matures among sums that stand still
    LatestReply<Evidence> m_reply;
    WhatIf m_planned;
    WhatIf m_whatIf;
    double m_took = 0;
    QTimer m_due;  ///< moves that come in one turn are answered together
    QTimer m_rest; ///< the second opinions follow once the sliders rest

    QStackedLayout* m_stack;
    QLabel* m_empty;
    QComboBox* m_method;
    QComboBox* m_correction;
    StepSlider* m_level;
    StepSlider* m_cap;
    StepSlider* m_prior;
    StepSlider* m_first;
    StepSlider* m_last;
    QCheckBox* m_cuped;
    QPushButton* m_reset;
    QLabel* m_speed;
    Banner* m_banner;
    WhatIfModel* m_model;
    TableView* m_table;
    LinesModel* m_opinions;
    TableView* m_opinionTable;
    QComboBox* m_metric;
    QLabel* m_shape; ///< what the distribution is in numbers
    PlotView* m_distribution;
    TitledCard* m_distributionCard;
    SegmentView* m_segments;
    QTabBar* m_lower; ///< which of the two is shown
};

} // namespace xp::ui
