// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "core/engine/storepool.h"
#include "core/local/demofeed.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace xp {

/// The backend over a database: the engine of the service in this process, on threads of its own. It may work beside a
/// service that has the same database; each sees the other's changes at its next look.
class LocalBackend : public Backend
{
    Q_OBJECT

public:
    /// Opens (and brings up) the database behind the scenes; connection() tells how that went. `place` is for people;
    /// `actor` is who the audit log says acts.
    LocalBackend(const DatabaseUrl& url, QString place, std::string actor, QObject* parent = nullptr);
    /// The lessons, told into a temporary database and fed live.
    static Result<std::unique_ptr<Backend>> demo(const QString& place, const std::string& actor);
    ~LocalBackend() override;

    QString place() const override { return m_place; }
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

private:
    struct Waiting
    {
        virtual ~Waiting() = default;
    };
    template <typename T>
    struct WaitingFor;

    LocalBackend(std::unique_ptr<TemporaryDatabase> temporary, const DatabaseUrl& url, QString place, std::string actor,
                 QObject* parent);

    /// Runs `work(Store&)`, a Result<T>, on a thread of the pool once the database is open.
    template <typename T, typename Work>
    Reply<T> ask(Work work);
    /// Likewise `work(Store&, const Experiment&)` with the experiment of that id or key.
    template <typename T, typename Work>
    Reply<T> askOf(const QString& id, Work work);
    template <typename T>
    void answer(std::uint64_t number, Result<T> result);
    /// Hands a call over to this thread's event loop.
    void later(std::function<void()> call);
    void prepare();
    void onPrepared(const Result<void>& done);
    void heard(const Error* error);
    void keepUp(const Experiment& experiment);

    const QString m_place;
    const Actor m_actor;
    std::unique_ptr<TemporaryDatabase> m_temporary; ///< of the demo
    const DatabaseUrl m_url;
    std::unique_ptr<DemoFeed> m_feed; ///< made by the pool while nothing else runs there
    enum class State { Preparing, Ready, Failed } m_state = State::Preparing;
    Error m_failure;                                             ///< why it is Failed
    std::vector<std::function<void()>> m_postponed;              ///< while Preparing
    std::map<std::uint64_t, std::unique_ptr<Waiting>> m_waiting; ///< questions under way; touched by this thread only
    std::uint64_t m_lastNumber = 0;
    QTimer m_retry;
    std::map<std::string, Timestamp> m_keptUp; ///< when, by experiment
    std::atomic<bool> m_keepingUp = false;
    std::atomic<bool> m_stopping = false;
    StorePool m_pool; ///< last: its threads end before what they use goes
};

} // namespace xp
