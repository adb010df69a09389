// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "ui/charts/seriesplots.h"

#include <QObject>

namespace xp::ui {

/// What the charts over time of one experiment are made from, asked for anew whenever new data may be there.
class SeriesFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void clear();
    /// Nothing while the question before is still open.
    void ask(Backend& backend, const QString& id);
    bool isEmpty() const { return m_rows.empty() && m_now.empty(); }
    /// As they were kept, without the present.
    const std::vector<SeriesRow>& snapshots() const { return m_rows; }
    /// Up to the present, which is the last point while the experiment lives.
    SeriesChoice choice(const Experiment& experiment, const std::string& metric, const std::string& treatment) const;

Q_SIGNALS:
    /// All that was asked for has come, or failed to.
    void changed();

private:
    void arrived();

    LatestReply<std::vector<SeriesRow>> m_seriesReply;
    LatestReply<Report> m_reportReply;
    LatestReply<AuditLines> m_auditReply;
    LatestReply<std::vector<Note>> m_notesReply;
    int m_missing = 0; ///< answers that are still to come
    std::vector<SeriesRow> m_rows;
    std::vector<SeriesRow> m_now;
    std::vector<AuditLine> m_audit;
    std::vector<Note> m_notes;
};

} // namespace xp::ui
