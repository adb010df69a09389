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
