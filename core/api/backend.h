// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/analysis/report.h"
#include "core/analysis/series.h"
#include "core/analysis/stats.h"
#include "core/api/reply.h"
#include "core/api/rows.h"
#include "core/domain/experiment.h"
#include "core/domain/note.h"

#include <QObject>
#include <QString>

namespace xp {

/// Which experiments a list is about; an empty field does not filter.
struct ExperimentFilter
{
    std::optional<Status> status;
    QString text; ///< searched in name, key, description and hypothesis
    QString project;
    QString environment;
};

/// What a person may do to the life of an experiment.
enum class StatusChange { Start, Pause, Resume, Stop, Archive };

/// How it stands with the service or the database behind a backend.
struct BackendConnection
{
    enum class State {
        Connecting, ///< not heard of yet
        Online,
        Lost,    ///< not reachable, or answers that it is out of order; tried again by itself
        Refused, ///< reachable, but the token is missing, unknown or has not the right
    };
    State state = State::Connecting;
    std::optional<Timestamp> lastAnswer; ///< when the data shown was last known to be true
    Error error;                         ///< why it is Lost or Refused
};

/// What the studio talks to: experiments and their results, wherever they are. Nothing here waits; every question
/// returns a Reply. Failures come as an Error, and those of the connection are also told by connectionChanged().
class Backend : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Where it is, for people: `127.0.0.1:8000`.
    virtual QString place() const = 0;

    /// Whether nothing can be changed through it, because it shows what a file says.
    virtual bool isReadOnly() const { return false; }

    /// All that match, newest first.
    virtual Reply<std::vector<Experiment>> listExperiments(const ExperimentFilter& filter) = 0;
    /// By id or key.
    virtual Reply<Experiment> experiment(const QString& id) = 0;
    virtual Reply<Stats> stats(const QString& id) = 0;

    /// Creates a draft from the fields that a person decides about; the answer carries those it was given.
    virtual Reply<Experiment> createExperiment(const Experiment& draft) = 0;
    /// `reason` goes to the audit log.
    virtual Reply<Experiment> changeStatus(const QString& id, StatusChange change, const QString& reason) = 0;

    // What a backend over plain data may lack: it then answers Unsupported `not_available_here`.

    /// Changes some fields, by their names on the wire (`{"traffic_allocation": 0.5, "reason": "..."}`); `version` is
    /// the one that was read.
    virtual Reply<Experiment> changeExperiment(const QString& id, const nlohmann::json& changes, std::int64_t version);
    virtual Reply<Report> report(const QString& id, const ReportRequest& request);
    /// The units by one attribute of what was known of them at the exposure; exploratory.
    virtual Reply<SegmentBreakdown> segments(const QString& id, const QString& attribute);
    /// All that the report is computed from, so that another plan's can be computed here.
    virtual Reply<Evidence> evidence(const QString& id);
    /// The rows of all snapshots, in order of time.
    virtual Reply<std::vector<SeriesRow>> series(const QString& id);
    /// Newest first; `cursor` is `next` of the page before, empty for the first.
    virtual Reply<AuditLines> audit(const QString& id, const QString& cursor);
    /// Those that arrived last, newest first.
    virtual Reply<std::vector<EventLine>> latestEvents(const QString& id, int limit);
    virtual Reply<std::vector<Note>> notes(const QString& id);
    virtual Reply<Note> addNote(const QString& id, const Note& note);
    virtual Reply<bool> removeNote(const QString& id, const QString& note);
    /// The metrics that experiments of their project may refer to, by project and key.
    virtual Reply<std::vector<CatalogueMetric>> catalogue();
    /// What the service says of one user, step by step, as it came; see docs/api.md.
    virtual Reply<nlohmann::json> explain(const QString& id, const QString& user);

    const BackendConnection& connection() const { return m_connection; }

Q_SIGNALS:
    /// The state changed; a newer lastAnswer alone is not told.
    void connectionChanged();

protected:
    void setConnection(BackendConnection connection);

private:
    BackendConnection m_connection;
};

} // namespace xp
