// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/api/backend.h"
#include "core/domain/breakdowns.h"

namespace xp {

/// The backend over what is in memory: experiments with all that their reports are computed from, out of a file. It
/// needs neither database nor network nor threads, and nothing in it can be changed.
class OfflineBackend : public Backend
{
    Q_OBJECT

public:
    struct Item
    {
        Evidence evidence;
        std::vector<SegmentStatistics> segments;
        std::optional<Timestamp> at = {}; ///< the moment its reports are of; without one, the present
    };

    /// `place` is where the data came from, for people: the file's name.
    OfflineBackend(QString place, std::vector<Item> items, QObject* parent = nullptr);

    QString place() const override { return m_place; }
    bool isReadOnly() const override { return true; }
    Reply<std::vector<Experiment>> listExperiments(const ExperimentFilter& filter) override;
    Reply<Experiment> experiment(const QString& id) override;
    Reply<Stats> stats(const QString& id) override;
    Reply<Report> report(const QString& id, const ReportRequest& request) override;
    Reply<SegmentBreakdown> segments(const QString& id, const QString& attribute) override;
    Reply<Evidence> evidence(const QString& id) override;
    Reply<std::vector<SeriesRow>> series(const QString& id) override;
    Reply<AuditLines> audit(const QString& id, const QString& cursor) override;
    Reply<std::vector<EventLine>> latestEvents(const QString& id, int limit) override;
    Reply<std::vector<Note>> notes(const QString& id) override;
    Reply<Experiment> createExperiment(const Experiment& draft) override;
    Reply<Experiment> changeStatus(const QString& id, StatusChange change, const QString& reason) override;

private:
    const Item* find(const QString& idOrKey) const;
    /// What `make` makes of the item, or NotFound.
    template <typename T, typename Make>
    Reply<T> of(const QString& idOrKey, Make make) const;

    QString m_place;
    std::vector<Item> m_items;
};

} // namespace xp
