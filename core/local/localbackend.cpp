// SPDX-License-Identifier: Apache-2.0
#include "core/local/localbackend.h"

#include "core/api/reportcodec.h"
#include "core/domain/storedvariant.h"
#include "core/engine/evidencereader.h"
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/metriccatalogue.h"
#include "core/engine/notes.h"
#include "core/engine/opendatabase.h"
#include "core/engine/results.h"
#include "core/engine/unitpasses.h"

namespace xp {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kThreads = 3;
constexpr std::int64_t kPage = 1000;
constexpr std::int64_t kAuditPage = 100;
constexpr auto kRetry = 3s;
constexpr auto kKeepUpEvery = 60s;

Transition transitionOf(StatusChange change)
{
    switch (change) {
    case StatusChange::Start:
        return Transition::Start;
    case StatusChange::Pause:
        return Transition::Pause;
    case StatusChange::Resume:
        return Transition::Resume;
    case StatusChange::Stop:
        return Transition::Stop;
    case StatusChange::Archive:
        return Transition::Archive;
    }
    return Transition::Archive;
}

Result<std::vector<Experiment>> readAll(Store& store, ExperimentQuery query)
{
    std::vector<Experiment> all;
    for (;;) {
        query.skip = static_cast<std::int64_t>(all.size());
        query.limit = kPage;
        auto page = store.experiments().list(query);
        if (!page)
            return Failure(std::move(page.error()));
        const bool more = !page->experiments.empty();
        std::ranges::move(page->experiments, std::back_inserter(all));
        if (!more || static_cast<std::int64_t>(all.size()) >= page->total)
            return all;
    }
}

AuditLines linesOf(const std::vector<AuditEntry>& entries)
{
    AuditLines lines;
    for (const AuditEntry& entry : entries)
        lines.entries.push_back({entry.id, entry.at, entry.actor, entry.action, entry.changes, entry.reason});
    if (static_cast<std::int64_t>(entries.size()) == kAuditPage)
        lines.next = entries.back().id;
    return lines;
}

/// What a reader may see without the experiment being stored anew: `xp-service` answers the same.
Result<Experiment> acceptedOf(Result<AcceptedExperiment> accepted)
{
    return std::move(accepted).map([](AcceptedExperiment&& made) { return std::move(made.experiment); });
}

} // namespace

template <typename T>
struct LocalBackend::WaitingFor : Waiting
{
    Reply<T> reply;
};

LocalBackend::LocalBackend(const DatabaseUrl& url, QString place, std::string actor, QObject* parent)
    : LocalBackend(nullptr, url, std::move(place), std::move(actor), parent)
{
}

LocalBackend::LocalBackend(std::unique_ptr<TemporaryDatabase> temporary, const DatabaseUrl& url, QString place,
                           std::string actor, QObject* parent)
    : Backend(parent)
    , m_place(std::move(place))
    , m_actor{.name = std::move(actor), .role = Role::Admin}
    , m_temporary(std::move(temporary))
    , m_url(url)
    , m_pool(url, kThreads)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetry);
    connect(&m_retry, &QTimer::timeout, this, &LocalBackend::prepare);
    prepare();
}

Result<std::unique_ptr<Backend>> LocalBackend::demo(const QString& place, const std::string& actor)
{
    auto temporary = TemporaryDatabase::make();
    if (!temporary)
        return Failure(std::move(temporary.error()));
    const DatabaseUrl url = (*temporary)->url();
    return std::unique_ptr<Backend>(new LocalBackend(std::move(*temporary), url, place, actor, nullptr));
}

LocalBackend::~LocalBackend()
{
    m_stopping = true;
    m_pool.stop();
}

void LocalBackend::later(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void LocalBackend::prepare()
{
    m_state = State::Preparing;
    m_pool.run(
        [this](Store& store) -> Result<void> {
            if (auto ready = prepareDatabase(store, m_url); !ready)
                return ready;
            if (!m_temporary || m_feed)
                return {};
            return DemoFeed::start(store, m_url, m_stopping).map([this](std::unique_ptr<DemoFeed>&& feed) {
                m_feed = std::move(feed);
            });
        },
        [this](const Result<void>& done) { later([this, done] { onPrepared(done); }); });
}

void LocalBackend::onPrepared(const Result<void>& done)
{
    m_state = done ? State::Ready : State::Failed;
    if (!done)
        m_failure = done.error();
    heard(done ? nullptr : &done.error());
    for (const auto& question : std::exchange(m_postponed, {}))
        question();
}

/// Anything but a database that is away has been heard of it.
void LocalBackend::heard(const Error* error)
{
    if (m_state == State::Failed || (error && error->code == ErrorCode::Unavailable)) {
        const bool willPass = error && error->code == ErrorCode::Unavailable;
        setConnection(
            {willPass ? BackendConnection::State::Lost : BackendConnection::State::Refused, std::nullopt, *error});
        if (willPass && !m_retry.isActive())
            m_retry.start();
        return;
    }
    setConnection({BackendConnection::State::Online, xp::now(), {}});
}

template <typename T, typename Work>
Reply<T> LocalBackend::ask(Work work)
{
    Reply<T> reply;
    if (m_state == State::Failed) {
        reply.finish(Failure(m_failure));
        return reply;
    }
    const std::uint64_t number = ++m_lastNumber;
    auto waiting = std::make_unique<WaitingFor<T>>();
    waiting->reply = reply;
    m_waiting.emplace(number, std::move(waiting));
    auto question = [this, number, work = std::move(work)] {
        if (m_state == State::Failed)
            return answer<T>(number, Failure(m_failure));
        m_pool.run(
            [this, work](Store& store) -> Result<T> {
                if (m_stopping)
                    return fail(ErrorCode::Unavailable, "stopping", "The database is being closed");
                return work(store);
            },
            [this, number](Result<T> result) {
                later([this, number, result = std::move(result)] { answer<T>(number, result); });
            });
    };
    if (m_state == State::Preparing)
        m_postponed.push_back(std::move(question));
    else
        question();
    return reply;
}

template <typename T>
void LocalBackend::answer(std::uint64_t number, Result<T> result)
{
    const auto waiting = m_waiting.extract(number);
    if (waiting.empty())
        return;
    if (m_state == State::Ready)
        heard(result ? nullptr : &result.error());
    static_cast<WaitingFor<T>&>(*waiting.mapped()).reply.finish(std::move(result));
}

template <typename T, typename Work>
Reply<T> LocalBackend::askOf(const QString& id, Work work)
{
    return ask<T>([id = id.toStdString(), work = std::move(work)](Store& store) -> Result<T> {
        const auto experiment = store.experiments().find(id);
        if (!experiment)
            return Failure(experiment.error());
        return work(store, *experiment);
    });
}

Reply<std::vector<Experiment>> LocalBackend::listExperiments(const ExperimentFilter& filter)
{
    const ExperimentQuery query{.status = filter.status,
                                .text = filter.text.toStdString(),
                                .project = filter.project.toStdString(),
                                .environment = filter.environment.toStdString()};
    return ask<std::vector<Experiment>>([query](Store& store) { return readAll(store, query); });
}

Reply<Experiment> LocalBackend::experiment(const QString& id)
{
    return askOf<Experiment>(id, [](Store&, const Experiment& found) { return Result<Experiment>(found); });
}

Reply<Stats> LocalBackend::stats(const QString& id)
{
    return askOf<Stats>(id, [this](Store& store, const Experiment& experiment) {
        return readStats(store, experiment, xp::now()).map([&](ReadStats&& read) {
            later([this, experiment] { keepUp(experiment); });
            return std::move(read.stats);
        });
    });
}

/// What a service does beside its traffic: snapshots over time, passes over the units. Only of experiments that
/// somebody looks at.
void LocalBackend::keepUp(const Experiment& experiment)
{
    Timestamp& last = m_keptUp[experiment.id];
    if (!experiment.startedAt || xp::now() - last < kKeepUpEvery || m_keepingUp.exchange(true))
        return;
    last = xp::now();
    m_pool.run(
        [this, experiment](Store& store) -> Result<void> {
            const bool isRunning = experiment.status == Status::Running;
            // Without them charts have a gap; the next turn tries again.
            if (!m_stopping && isRunning)
                (void)takeSnapshot(store, experiment, xp::now());
            if (!m_stopping && isRunning)
                (void)refreshHistograms(store, experiment, xp::now(), false, &m_stopping);
            if (!m_stopping)
                (void)refreshMatured(store, experiment, xp::now(), &m_stopping);
            if (!m_stopping && isRunning)
                (void)refreshAges(store, experiment, xp::now(), &m_stopping);
            return {};
        },
        [this](const Result<void>&) { m_keepingUp = false; });
}

Reply<Experiment> LocalBackend::createExperiment(const Experiment& draft)
{
    return ask<Experiment>([body = draftToJson(draft), actor = m_actor](Store& store) {
        return acceptedOf(xp::createExperiment(store, body, actor));
    });
}

Reply<Experiment> LocalBackend::changeStatus(const QString& id, StatusChange change, const QString& reason)
{
    return ask<Experiment>(
        [id = id.toStdString(), transition = transitionOf(change), reason = reason.toStdString(),
         actor = m_actor](Store& store) { return xp::changeStatus(store, id, transition, reason, actor); });
}

Reply<Experiment> LocalBackend::changeExperiment(const QString& id, const nlohmann::json& changes, std::int64_t version)
{
    return ask<Experiment>([id = id.toStdString(), changes, version, actor = m_actor](Store& store) {
        return acceptedOf(updateExperiment(store, id, changes, version, actor));
    });
}

Reply<Report> LocalBackend::report(const QString& id, const ReportRequest& request)
{
    return askOf<Report>(id, [request](Store& store, const Experiment& experiment) {
        return readReport(store, experiment, request, xp::now()).map([](ReadReport&& read) {
            return std::move(read.report);
        });
    });
}

Reply<SegmentBreakdown> LocalBackend::segments(const QString& id, const QString& attribute)
{
    return askOf<SegmentBreakdown>(id, [name = attribute.toStdString()](Store& store, const Experiment& experiment) {
        return readSegmentedReport(store, experiment, {}, name, xp::now()).map([](ReadReport&& read) {
            return read.report.segments.value_or(SegmentBreakdown{});
        });
    });
}

Reply<Evidence> LocalBackend::evidence(const QString& id)
{
    return askOf<Evidence>(id, [](Store& store, const Experiment& experiment) {
        return readEvidence(store, experiment, xp::now()).map([](ReadEvidence&& read) {
            return std::move(read.evidence);
        });
    });
}

Reply<std::vector<SeriesRow>> LocalBackend::series(const QString& id)
{
    return askOf<std::vector<SeriesRow>>(id, [](Store& store, const Experiment& experiment) {
        return readSeries(store, experiment, Timestamp{}, xp::now()).and_then(seriesFromJson);
    });
}

Reply<AuditLines> LocalBackend::audit(const QString& id, const QString& cursor)
{
    return askOf<AuditLines>(id, [cursor = cursor.toStdString()](Store& store, const Experiment& experiment) {
        return store.audit().page({experiment.id, cursor, kAuditPage}).map(linesOf);
    });
}

Reply<std::vector<EventLine>> LocalBackend::latestEvents(const QString& id, int limit)
{
    return askOf<std::vector<EventLine>>(id, [limit](Store& store, const Experiment& experiment) {
        return store.units().latestEvents(experiment.id, limit).map([&](const std::vector<StoredEvent>& events) {
            std::vector<EventLine> lines;
            for (const StoredEvent& event : events)
                lines.push_back({event.id, event.unit, variantName(experiment, event.variant), event.name, event.value,
                                 event.time, event.receivedAt});
            return lines;
        });
    });
}

Reply<std::vector<Note>> LocalBackend::notes(const QString& id)
{
    return askOf<std::vector<Note>>(
        id, [](Store& store, const Experiment& experiment) { return store.notes().all(experiment.id); });
}

Reply<Note> LocalBackend::addNote(const QString& id, const Note& note)
{
    const nlohmann::json body{{"text", note.text}, {"kind", toString(note.kind)}, {"at", toIso8601(note.at)}};
    return askOf<Note>(id, [body, actor = m_actor](Store& store, const Experiment& experiment) -> Result<Note> {
        auto written = readNewNote(body, xp::now());
        if (!written)
            return written;
        written->author = actor.name;
        written->createdAt = xp::now();
        return store.notes().insert(experiment.id, *written);
    });
}

Reply<std::vector<CatalogueMetric>> LocalBackend::catalogue()
{
    return ask<std::vector<CatalogueMetric>>([](Store& store) -> Result<std::vector<CatalogueMetric>> {
        const auto definitions = MetricTable(store.connection()).all({});
        if (!definitions)
            return Failure(definitions.error());
        std::vector<CatalogueMetric> metrics;
        for (const MetricDefinition& definition : *definitions) {
            Metric metric = definition.metric;
            metric.catalogue = CatalogueReference{.key = definition.key, .version = definition.version};
            metrics.push_back({std::move(metric), definition.project, definition.owner, definition.description});
        }
        return metrics;
    });
}

Reply<bool> LocalBackend::removeNote(const QString& id, const QString& note)
{
    return askOf<bool>(id, [note = note.toStdString(), actor = m_actor](Store& store, const Experiment& experiment) {
        return xp::removeNote(store, experiment.id, note, actor).map([](const std::string&) { return true; });
    });
}

} // namespace xp
