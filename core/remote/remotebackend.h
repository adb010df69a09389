// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "core/remote/httpclient.h"

#include <QTimer>

namespace xp {

/// The address of a service from what a person types: `example.org:8000`, `http://127.0.0.1:8000/`, with or without
/// the path of the API. An error says what is wrong with it.
Result<QUrl> serviceUrl(const QString& text);

/// The backend over a service's REST API.
class RemoteBackend : public Backend
{
    Q_OBJECT

public:
    /// `service` is the root, as serviceUrl() returns it; the token may be empty.
    RemoteBackend(const QUrl& service, const QString& token, HttpLimits limits = {}, QObject* parent = nullptr);

    QString place() const override;
    Reply<std::vector<Experiment>> listExperiments(const ExperimentFilter& filter) override;
    Reply<Experiment> experiment(const QString& id) override;
    Reply<Stats> stats(const QString& id) override;
    Reply<Experiment> createExperiment(const Experiment& draft) override;
    Reply<Experiment> changeStatus(const QString& id, StatusChange change, const QString& reason) override;
    Reply<Experiment> changeExperiment(const QString& id, const nlohmann::json& changes, std::int64_t version) override;
    Reply<Report> report(const QString& id, const ReportRequest& request) override;
    Reply<SegmentBreakdown> segments(const QString& id, const QString& attribute) override;
    Reply<Evidence> evidence(const QString& id) override;
    Reply<std::vector<SeriesRow>> series(const QString& id) override;
    Reply<AuditLines> audit(const QString& id, const QString& cursor) override;
    Reply<std::vector<EventLine>> latestEvents(const QString& id, int limit) override;
    Reply<std::vector<Note>> notes(const QString& id) override;
    Reply<Note> addNote(const QString& id, const Note& note) override;
    Reply<bool> removeNote(const QString& id, const QString& note) override;
    Reply<std::vector<CatalogueMetric>> catalogue() override;
    Reply<nlohmann::json> explain(const QString& id, const QString& user) override;

private:
    struct Listing;

    template <typename T, typename Read>
    Reply<T> typed(const Reply<nlohmann::json>& raw, Read read);
    void nextPage(const std::shared_ptr<Listing>& listing);
    void heard(const Result<nlohmann::json>& answer);
    void probe();

    HttpClient m_http;
    QTimer m_probe; ///< asks a lost service whether it is back, ever more rarely
    std::chrono::milliseconds m_probeWait;
};

} // namespace xp
