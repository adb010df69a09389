// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/seriesfeed.h"

namespace xp::ui {

void SeriesFeed::clear()
{
    m_seriesReply.cancel();
    m_reportReply.cancel();
    m_auditReply.cancel();
    m_notesReply.cancel();
    m_missing = 0;
    m_rows.clear();
    m_now.clear();
    m_audit.clear();
    m_notes.clear();
}

void SeriesFeed::ask(Backend& backend, const QString& id)
{
    if (m_missing > 0)
        return;
    m_missing = 4;
    m_seriesReply.ask(backend.series(id), this, [this](const Result<std::vector<SeriesRow>>& answer) {
        if (answer)
            m_rows = *answer;
        arrived();
    });
    m_reportReply.ask(backend.report(id, {}), this, [this](const Result<Report>& answer) {
        if (answer)
            m_now = seriesRowsOf(*answer);
        arrived();
    });
    m_auditReply.ask(backend.audit(id, {}), this, [this](const Result<AuditLines>& answer) {
        if (answer)
            m_audit = answer->entries;
        arrived();
    });
    m_notesReply.ask(backend.notes(id), this, [this](const Result<std::vector<Note>>& answer) {
        if (answer)
            m_notes = *answer;
        arrived();
    });
}

/// Told once for all of them: each telling draws every chart.
void SeriesFeed::arrived()
{
    if (--m_missing == 0)
        Q_EMIT changed();
}

SeriesChoice SeriesFeed::choice(const Experiment& experiment, const std::string& metric,
                                const std::string& treatment) const
{
    SeriesChoice choice{.experiment = &experiment,
                        .rows = m_rows,
                        .metric = metric,
                        .treatment = treatment,
                        .marks = marksOf(experiment, m_audit, m_notes)};
    // What comes after the stop is the same for ever.
    const bool live = experiment.status == Status::Running || experiment.status == Status::Paused;
    if (live || choice.rows.empty())
        choice.rows.insert(choice.rows.end(), m_now.begin(), m_now.end());
    return choice;
}

} // namespace xp::ui
