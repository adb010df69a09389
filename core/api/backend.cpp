// SPDX-License-Identifier: Apache-2.0
#include "core/api/backend.h"

namespace xp {

namespace {

template <typename T>
Reply<T> unavailable()
{
    return Reply<T>::of(fail(ErrorCode::Unsupported, "not_available_here", "this is not available here"));
}

} // namespace

Reply<Experiment> Backend::changeExperiment(const QString&, const nlohmann::json&, std::int64_t)
{
    return unavailable<Experiment>();
}

Reply<Report> Backend::report(const QString&, const ReportRequest&)
{
    return unavailable<Report>();
}

Reply<SegmentBreakdown> Backend::segments(const QString&, const QString&)
{
    return unavailable<SegmentBreakdown>();
}

Reply<Evidence> Backend::evidence(const QString&)
{
    return unavailable<Evidence>();
}

Reply<std::vector<SeriesRow>> Backend::series(const QString&)
{
    return unavailable<std::vector<SeriesRow>>();
}

Reply<AuditLines> Backend::audit(const QString&, const QString&)
{
    return unavailable<AuditLines>();
}

Reply<std::vector<EventLine>> Backend::latestEvents(const QString&, int)
{
    return unavailable<std::vector<EventLine>>();
}

Reply<std::vector<Note>> Backend::notes(const QString&)
{
    return unavailable<std::vector<Note>>();
}

Reply<Note> Backend::addNote(const QString&, const Note&)
{
    return unavailable<Note>();
}

Reply<bool> Backend::removeNote(const QString&, const QString&)
{
    return unavailable<bool>();
}

Reply<std::vector<CatalogueMetric>> Backend::catalogue()
{
    return unavailable<std::vector<CatalogueMetric>>();
}

Reply<nlohmann::json> Backend::explain(const QString&, const QString&)
{
    return unavailable<nlohmann::json>();
}

void Backend::setConnection(BackendConnection connection)
{
    if (!connection.lastAnswer)
        connection.lastAnswer = m_connection.lastAnswer;
    const bool changed = connection.state != m_connection.state;
    m_connection = std::move(connection);
    if (changed)
        Q_EMIT connectionChanged();
}

} // namespace xp
