// SPDX-License-Identifier: Apache-2.0
#include "ui/report/reportcontent.h"

#include <utility>

namespace xp::ui {

ReportCollector::ReportCollector(Backend& backend, QStringList ids, QObject* parent)
    : QObject(parent), m_backend(backend), m_ids(std::move(ids))
{
}

void ReportCollector::start()
{
    next();
}

void ReportCollector::next()
{
    const auto done = int(m_contents.size());
    Q_EMIT progressed(done, int(m_ids.size()));
    if (done == m_ids.size()) {
        Q_EMIT finished(m_contents);
        return;
    }
    m_backend.experiment(m_ids[done]).then(this, [this](const Result<Experiment>& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_contents.push_back({.experiment = *answer});
        askNumbers();
    });
}

void ReportCollector::askNumbers()
{
    const QString id = QString::fromStdString(m_contents.back().experiment.id);
    m_missing = 5;
    m_backend.stats(id).then(this, [this](const Result<Stats>& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_contents.back().stats = *answer;
        arrived();
    });
    // What follows may be missing: the pages say less then.
    m_backend.report(id, {}).then(this, [this](const Result<Report>& answer) {
        if (answer)
            m_contents.back().report = *answer;
        arrived();
    });
    m_backend.series(id).then(this, [this](const Result<std::vector<SeriesRow>>& answer) {
        m_contents.back().series = answer.value_or(std::vector<SeriesRow>{});
        arrived();
    });
    m_backend.audit(id, {}).then(this, [this](const Result<AuditLines>& answer) {
        m_contents.back().audit = answer.value_or(AuditLines{}).entries;
        arrived();
    });
    m_backend.notes(id).then(this, [this](const Result<std::vector<Note>>& answer) {
        m_contents.back().notes = answer.value_or(std::vector<Note>{});
        arrived();
    });
}

void ReportCollector::arrived()
{
    if (--m_missing == 0)
        next();
}

} // namespace xp::ui
