// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/experimenttab.h"

namespace xp::ui {

class PlotView;
class SeriesFeed;
class TitledCard;

/// Under the table of results: how the lift and the evidence of the chosen row came to be, side by side.
class Trends : public ExperimentTab
{
    Q_OBJECT

public:
    explicit Trends(QWidget* parent = nullptr);

    /// By name; empty: the first primary metric, the first treatment.
    void choose(const std::string& metric, const std::string& treatment);
    /// Newcomers of the variant with the fewest, by whole days since the start; empty until they are known.
    std::vector<double> unitsByDay() const;

Q_SIGNALS:
    /// The snapshots are there, or there are more of them.
    void arrived();

protected:
    void clear() override;
    void ask() override;

private:
    void showPlots();

    SeriesFeed* m_feed;
    TitledCard* m_liftCard;
    TitledCard* m_evidenceCard;
    PlotView* m_lift;
    PlotView* m_evidence;
    std::string m_metric;
    std::string m_treatment;
};

} // namespace xp::ui
