// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/charts/seriesplots.h"
#include "ui/pages/experimenttab.h"

#include <array>

class QComboBox;

namespace xp::ui {

class PlotView;

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

    std::vector<SeriesRow> m_rows;
    std::vector<SeriesRow> m_now; ///< of the present report
    std::vector<AuditLine> m_audit;
    std::vector<Note> m_notes;
    LatestReply<std::vector<SeriesRow>> m_seriesReply;
    LatestReply<Report> m_reportReply;
    LatestReply<AuditLines> m_auditReply;
    LatestReply<std::vector<Note>> m_notesReply;
    QComboBox* m_metric;
    QComboBox* m_treatment;
    std::array<PlotView*, 4> m_views{}; ///< lift, evidence, bounds, units
};

} // namespace xp::ui
