// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"

#include <QObject>
#include <QStringList>

namespace xp::ui {

/// Everything that a printed page about one experiment is made from.
struct ReportContent
{
    Experiment experiment;
    Stats stats;
    std::optional<Report> report; ///< with what follows: nothing where the backend has none
    std::vector<SeriesRow> series;
    std::vector<AuditLine> audit;
    std::vector<Note> notes;
};

/// Asks a backend for the contents of some experiments, one after the other. Goes away with its parent, also in the
/// middle.
class ReportCollector : public QObject
{
    Q_OBJECT

public:
    ReportCollector(Backend& backend, QStringList ids, QObject* parent);
    void start();

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(const std::vector<xp::ui::ReportContent>& contents);
    /// The experiment or its numbers did not come: there is no report then.
    void failed(const xp::Error& error);

private:
    void next();
    void askNumbers();
    void arrived();

    Backend& m_backend;
    QStringList m_ids;
    std::vector<ReportContent> m_contents;
    int m_missing = 0; ///< parts of the last content that are still to come
};

} // namespace xp::ui
