// SPDX-License-Identifier: Apache-2.0
#include "core/offline/offlinebackend.h"

#include "core/analysis/segments.h"

#include <algorithm>

namespace xp {

namespace {

Failure readOnly()
{
    return fail(ErrorCode::Unsupported, "read_only", "What was opened from a file cannot be changed");
}

bool matches(const Experiment& experiment, const ExperimentFilter& filter)
{
    const auto holds = [&](const std::string& text) {
        return QString::fromStdString(text).contains(filter.text, Qt::CaseInsensitive);
    };
    return (!filter.status || *filter.status == experiment.status) &&
           (filter.project.isEmpty() || filter.project.toStdString() == experiment.project) &&
           (filter.environment.isEmpty() || filter.environment.toStdString() == experiment.environment) &&
           (filter.text.isEmpty() || holds(experiment.name) || holds(experiment.key) || holds(experiment.description) ||
            holds(experiment.hypothesis));
}

} // namespace

OfflineBackend::OfflineBackend(QString place, std::vector<Item> items, QObject* parent)
    : Backend(parent), m_place(std::move(place)), m_items(std::move(items))
{
    setConnection({BackendConnection::State::Online, now(), {}});
}

const OfflineBackend::Item* OfflineBackend::find(const QString& idOrKey) const
{
    const std::string name = idOrKey.toStdString();
    const auto found = std::ranges::find_if(m_items, [&](const Item& item) {
        return item.evidence.experiment.id == name || item.evidence.experiment.key == name;
    });
    return found == m_items.end() ? nullptr : &*found;
}

template <typename T, typename Make>
Reply<T> OfflineBackend::of(const QString& idOrKey, Make make) const
{
    if (const Item* item = find(idOrKey))
        return Reply<T>::of(make(*item));
    return Reply<T>::of(fail(ErrorCode::NotFound, "experiment_not_found",
                             "There is no experiment '" + idOrKey.toStdString() + "'",
                             {{"experiment", idOrKey.toStdString()}}));
}

Reply<std::vector<Experiment>> OfflineBackend::listExperiments(const ExperimentFilter& filter)
{
    std::vector<Experiment> experiments;
    for (const Item& item : m_items) {
        if (matches(item.evidence.experiment, filter))
            experiments.push_back(item.evidence.experiment);
    }
    std::ranges::stable_sort(experiments, std::ranges::greater{}, &Experiment::createdAt);
    return Reply<std::vector<Experiment>>::of(std::move(experiments));
}

Reply<Experiment> OfflineBackend::experiment(const QString& id)
{
    return of<Experiment>(id, [](const Item& item) { return item.evidence.experiment; });
}

Reply<Stats> OfflineBackend::stats(const QString& id)
{
    return of<Stats>(id, [](const Item& item) {
        const Timestamp at = item.at.value_or(now());
        return statsOf(item.evidence, reportOf(item.evidence, at), at);
    });
}

Reply<Report> OfflineBackend::report(const QString& id, const ReportRequest& request)
{
    return of<Report>(id, [&](const Item& item) { return reportOf(item.evidence, item.at.value_or(now()), request); });
}

Reply<SegmentBreakdown> OfflineBackend::segments(const QString& id, const QString& attribute)
{
    return of<SegmentBreakdown>(id, [name = attribute.toStdString()](const Item& item) -> Result<SegmentBreakdown> {
        const auto found = std::ranges::find(item.segments, name, &SegmentStatistics::attribute);
        if (found == item.segments.end())
            return failInvalid({{"segment", "unknown", "The file has no segment '" + name + "'"}});
        const Experiment& experiment = item.evidence.experiment;
        return breakdownOf(experiment, decidingPlan(experiment).level, *found);
    });
}

Reply<Evidence> OfflineBackend::evidence(const QString& id)
{
    return of<Evidence>(id, [](const Item& item) { return item.evidence; });
}

// A file has no past: what a service keeps of it is empty here, not missing.

Reply<std::vector<SeriesRow>> OfflineBackend::series(const QString& id)
{
    return of<std::vector<SeriesRow>>(id, [](const Item&) { return std::vector<SeriesRow>(); });
}

Reply<AuditLines> OfflineBackend::audit(const QString& id, const QString&)
{
    return of<AuditLines>(id, [](const Item&) { return AuditLines(); });
}

Reply<std::vector<EventLine>> OfflineBackend::latestEvents(const QString& id, int)
{
    return of<std::vector<EventLine>>(id, [](const Item&) { return std::vector<EventLine>(); });
}

Reply<std::vector<Note>> OfflineBackend::notes(const QString& id)
{
    return of<std::vector<Note>>(id, [](const Item&) { return std::vector<Note>(); });
}

Reply<Experiment> OfflineBackend::createExperiment(const Experiment&)
{
    return Reply<Experiment>::of(readOnly());
}

Reply<Experiment> OfflineBackend::changeStatus(const QString&, StatusChange, const QString&)
{
    return Reply<Experiment>::of(readOnly());
}

} // namespace xp
