// SPDX-License-Identifier: Apache-2.0
#include "service/service.h"

#include "core/domain/identifiers.h"
#include "core/engine/lessonteller.h"
#include "core/engine/opendatabase.h"
#include "core/engine/simulator.h"
#include "core/engine/unitpasses.h"
#include "core/engine/webhooks.h"
#include "core/storage/changewatcher.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/servercheck.h"
#include "core/storage/connection/servicelock.h"
#include "core/storage/control/changetoken.h"
#include "core/storage/events/historysweep.h"
#include "core/storage/events/retention.h"
#include "core/storage/people/identitytable.h"
#include "service/busytime.h"
#include "service/jobs.h"
#include "service/loopback.h"
#include "service/peers/plausiblecheck.h"
#include "service/peers/plausibleforwarder.h"
#include "service/peers/signin.h"
#include "service/peers/unleashgate.h"
#include "service/peers/webhooksender.h"
#include "service/periodic.h"
#include "service/replica.h"
#include "service/resultwatch.h"
#include "service/routes/endpoint.h"
#include "service/schedulerunner.h"
#include "service/streams/livestates.h"
#include "service/studio/studioroutes.h"
#include "service/system.h"
#include "service/underway.h"

#include <algorithm>
#include <thread>

namespace xp::service {

namespace {

constexpr std::size_t kPoolThreads = 3;
constexpr std::size_t kMostThoughts = 100;              ///< statistics and plans that wait to be computed
constexpr auto kHistoryCheck = std::chrono::hours(1);   ///< how often old history is looked for
constexpr auto kPassCheck = std::chrono::seconds(15);   ///< how often is looked whether histograms are due
constexpr auto kLiveInterval = std::chrono::seconds(2); ///< how often listeners hear of new results
constexpr auto kRetentionCheck = std::chrono::minutes(1);
constexpr auto kHeartbeat = std::chrono::seconds(15);
constexpr auto kMemoryCheck = std::chrono::seconds(3); ///< how long nothing much must have come
constexpr auto kMergesEvery = std::chrono::milliseconds(500);
constexpr auto kStopWithin = std::chrono::seconds(8); ///< leaves two of the ten seconds for the last commit

Result<void> checkTokens(Options& options, Log& log)
{
    const bool isOpen = !isLoopback(options.host);
    const bool isKnownToAll = std::ranges::find(options.adminTokens, kDevelopmentToken) != options.adminTokens.end();
    if (!options.adminTokens.empty() && !(isOpen && isKnownToAll))
        return {};
    if (isOpen)
        return fail(ErrorCode::Invalid, "token_needed",
                    "ADMIN_TOKEN is needed to listen on " + options.host +
                        ": without one of its own, anybody who reaches this address would be administrator");
    options.adminTokens = {kDevelopmentToken};
    log.write(LogLevel::Warning, "development_token",
              "ADMIN_TOKEN is not set: the administrator's token is dev-admin-token, on loopback only");
    return {};
}

/// The paths an application calls all the time; their successes are logged at level debug only.
bool isFrequent(std::string_view endpoint)
{
    return endpoint.ends_with("/assign") || endpoint.ends_with("/track") || endpoint.ends_with(":batch") ||
           endpoint.starts_with("/health") || endpoint == "/metrics" || endpoint.starts_with("/ofrep/");
}

/// With names of this process' own.
UnleashPeer unleashPeerOf(const Options& options)
{
    UnleashPeer peer = options.unleash;
    peer.connectionId = newUuid();
    peer.instanceId = peer.appName + "-" + peer.connectionId.substr(0, 8);
    return peer;
}

/// Who waits in line for what, beside people's webhooks.
Result<void> keepPeers(Store& store, const Options& options)
{
    const Webhook annotations{.id = kGrafanaWebhook,
                              .events = {"start", "stop", "ramp", "decision"},
                              .description = "annotations",
                              .createdAt = now()};
    const Webhook flags{
        .id = kUnleashWebhook, .events = {"start", "stop", "ramp"}, .description = "flags", .createdAt = now()};
    return keepPeerWebhook(store, annotations, !options.grafana.url.empty()).and_then([&] {
        return keepPeerWebhook(store, flags, !options.unleashAdmin.token.empty());
    });
}

void logRequest(Log& log, const FinishedRequest& request)
{
    const LogLevel level = request.status >= 500                                  ? LogLevel::Warning
                           : request.status < 400 && isFrequent(request.endpoint) ? LogLevel::Debug
                                                                                  : LogLevel::Info;
    if (!log.writes(level))
        return;
    nlohmann::json fields{{"method", request.method},
                          {"endpoint", request.endpoint},
                          {"status", request.status},
                          {"duration_ms", std::chrono::duration<double, std::milli>(request.duration).count()},
                          {"bytes", request.responseBytes},
                          {"request_id", request.requestId},
                          {"peer", request.peer}};
    if (!request.cause.empty())
        fields["cause"] = request.cause;
    log.write(level, "request", "request answered", fields);
}

} // namespace

/// In the order they are made; destroyed the other way round.
struct Service::Parts
{
    Parts(Options given, Log& givenLog, ServiceLock givenLock)
        : options(std::move(given))
        , log(givenLog)
        , lock(std::move(givenLock))
        , metrics(options.metricsExperiments)
        , catalog(options.adminTokens, options.exclusion)
        , commits(options.database, {.observer = &metrics, .onFault = faultsTo(log, "commits")})
        , unleash(unleashPeerOf(options), options.unleashCopy, metrics, log)
        , assigner(
              commits,
              [this](const Experiment& experiment, std::string_view unit, std::string_view about) {
                  return unleash.admits(experiment, unit, about);
              },
              &catalog)
        , limiter(options.rateLimit)
        , pool(options.database, kPoolThreads, faultsTo(log, "pool"))
        , thinking(options.database, 1, faultsTo(log, "thinking"), kMostThoughts)
        , jobs(faultsTo(log, "jobs"))
        , replica(options.replica ? std::make_unique<Replica>(*options.replica, kPoolThreads, pool, log) : nullptr)
        , studio(StudioFiles::read(options.studioFolder))
        , plausible(options.plausible.url.empty()
                        ? nullptr
                        : std::make_unique<PlausibleForwarder>(options.plausible, metrics, log))
        , plausibleCheck(options.plausible.url.empty()
                             ? nullptr
                             : std::make_unique<PlausibleCheck>(options.plausible, metrics, log))
        , signIn(options.openId.issuer.empty() ? nullptr : std::make_unique<SignIn>(options.openId, metrics, log))
        , context{options,
                  log,
                  catalog,
                  pool,
                  thinking,
                  jobs,
                  replica.get(),
                  commits,
                  assigner,
                  metrics,
                  limiter,
                  streams,
                  unleash,
                  plausible.get(),
                  plausibleCheck.get(),
                  signIn.get(),
                  countsOutdated}
    {
        metrics.setQueueDepth([this] { return commits.queued(); });
        catalog.changed = [this](const SnapshotPtr& snapshot) {
            metrics.experimentsChanged(*snapshot);
            countsOutdated = true;
            tellFlagsChanged(streams, *snapshot);
        };
    }

    Result<void> listen()
    {
        auto router = makeRouter(context);
        if (!router)
            return Failure(std::move(router.error()));
        if (auto added = addStudioRoutes(*router, studio); !added)
            return added;
        for (const auto& route : router->routes())
            metrics.served(route->endpoint, methodName(route->method), route->success);
        const std::size_t threads =
            options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
        HttpOptions http{.host = options.host,
                         .port = options.port,
                         .threads = threads,
                         .certificateFile = options.tlsCertificate,
                         .keyFile = options.tlsKey,
                         .corsOrigins = options.corsOrigins};
        http.onFinished = [this](const FinishedRequest& request) {
            metrics.requestFinished(request);
            logRequest(log, request);
        };
        http.onProblem = [this](const std::string& text) { log.write(LogLevel::Error, "http_problem", text); };
        server = std::make_unique<HttpServer>(std::move(http), std::move(*router));
        return server->start();
    }

    /// How unit values are spread, and what units do as they get older, is found out beside the traffic, on a thread
    /// and connection of its own.
    void keepHistograms()
    {
        passes = std::make_unique<Periodic>(kPassCheck, faultsTo(log, "passes"), [this] {
            workInBackground();
            const SnapshotPtr snapshot = catalog.current();
            const auto store = Store::open(options.database);
            if (!store)
                return; // the next round tries again
            for (const auto& [id, live] : snapshot->byId) {
                if (stopping)
                    return;
                if (!live->experiment().startedAt)
                    continue;
                const Experiment& experiment = live->experiment();
                for (const Result<bool>& done : {refreshMatured(**store, experiment, now(), &stopping),
                                                 refreshHistograms(**store, experiment, now(), false, &stopping),
                                                 refreshAges(**store, experiment, now(), &stopping)}) {
                    if (!done && !stopping)
                        log.write(LogLevel::Warning, "pass_failed", done.error().sentence.text, {{"experiment", id}});
                }
            }
        });
    }

    /// What users did long ago goes, an hour after the start and then once an hour; of several replicas each looks.
    void keepHistory()
    {
        if (options.historyDays == 0)
            return;
        history = std::make_unique<Periodic>(kHistoryCheck, faultsTo(log, "history"), [this] {
            const auto store = Store::open(options.database);
            if (!store)
                return; // the next round tries again
            const Timestamp before = now() - std::chrono::hours(24 * options.historyDays);
            const auto removed = removeHistory((*store)->connection(), before, &stopping);
            if (!removed)
                log.write(LogLevel::Warning, "history_failed", removed.error().sentence.text);
            else if (*removed > 0)
                log.write(LogLevel::Info, "history_removed", "Events from before the time that is kept were removed",
                          {{"events", *removed}, {"before", toIso8601(before)}});
        });
    }

    /// PostgreSQL's months of events are made ahead, and events older than is asked for are sealed; soon after the
    /// start and then once an hour, after a failure (somebody reads a month that is to be dropped) in a minute; by each
    /// replica.
    void keepEvents()
    {
        const auto round = [this, due = std::chrono::steady_clock::time_point()]() mutable {
            const auto store =
                std::chrono::steady_clock::now() < due ? nullptr : Store::open(options.database).value_or(nullptr);
            if (!store)
                return;
            const auto kept = retainEvents(store->connection(), now(), options.retentionDays, &stopping);
            if (kept)
                due = std::chrono::steady_clock::now() + kHistoryCheck;
            else if (!stopping)
                log.write(LogLevel::Warning, "retention_failed", kept.error().sentence.text,
                          {{"detail", kept.error().sentence.arguments.value("detail", "")}});
            if (kept && (kept->events > 0 || kept->months > 0))
                log.write(LogLevel::Info, "events_sealed", "Events older than is kept were sealed and removed",
                          {{"events", kept->events}, {"months_dropped", kept->months}});
        };
        retention =
            std::make_unique<Periodic>(std::chrono::seconds(1), kRetentionCheck, faultsTo(log, "retention"), round);
    }

    void keepStreams()
    {
        const OnFault onFault = faultsTo(log, "streams");
        liveRefresh = std::make_unique<Periodic>(kLiveInterval, onFault, [this] { tellLiveStates(context, underWay); });
        heartbeat = std::make_unique<Periodic>(kHeartbeat, onFault, [this] { streams.heartbeat(); });
        merges = std::make_unique<Periodic>(kMergesEvery, onFault, [this] { hearMerges(); });
    }

    void keepMemory()
    {
        memory = std::make_unique<Periodic>(kMemoryCheck, faultsTo(log, "memory"), [this] {
            if (busyTime.isOver(metrics.commands() + server->counts().accepted))
                giveFreeMemoryBack();
        });
    }

    void watch()
    {
        const auto onChange = [this, told = std::string()](Store& store, ChangeWatcher::Known known) mutable {
            auto forgotten = forget(store);
            auto done = catalog.refresh(store, known == ChangeWatcher::Known::MayBeGone).and_then([&] {
                return std::move(forgotten);
            });
            const std::string failure = done ? std::string() : done.error().sentence.text;
            if (!done && failure != told) // it is tried twice a second
                log.write(LogLevel::Warning, "refresh_failed", failure);
            told = failure;
            return done;
        };
        watcher = std::make_unique<ChangeWatcher>(options.database, onChange, ChangeWatcher::kInterval,
                                                  faultsTo(log, "changes"));
    }

    Result<void> hearAliases(Store& store)
    {
        return IdentityTable(store.connection()).latest().map([this](Timestamp latest) {
            mergesHeard = toMicros(latest);
            if (latest != Timestamp())
                assigner.mindAliases();
        });
    }

    /// What another replica has removed must not be answered from memory.
    Result<void> forget(Store& store)
    {
        return readRemovals(store.connection()).map([this](std::int64_t counted) { commits.known().hear(counted); });
    }

    /// Other instances join ids too: what is remembered of these is asked anew.
    void hearMerges()
    {
        auto ticket = underWay.begin("merges");
        if (!ticket)
            return;
        using Merges = std::pair<Timestamp, std::vector<Identity>>;
        pool.run(
            [heard = fromMicros(mergesHeard)](Store& store) -> Result<Merges> {
                IdentityTable identities(store.connection());
                const auto latest = identities.latest(); // earlier than was heard where that person is forgotten
                if (!latest)
                    return Failure(latest.error());
                return identities.since(std::min(heard, *latest)).map([&](std::vector<Identity> merged) {
                    return Merges{*latest, std::move(merged)};
                });
            },
            [this, ticket](const Result<Merges>& heard) {
                if (!heard)
                    return;
                for (const Identity& one : heard->second) {
                    assigner.mindAliases();
                    forgetUnit(context, one.project, one.alias);
                    forgetUnit(context, one.project, one.unit);
                }
                mergesHeard = toMicros(heard->first);
            });
    }

    /// Tells the lessons when asked to, before anybody is served: they live through weeks, and nobody shall see
    /// half.
    Result<void> tell(Store& store)
    {
        if (!options.demo)
            return {};
        log.write(LogLevel::Info, "demo", "Experiments of known truth are told; this takes a moment");
        return tellLessons(store, now()).map([this](const std::vector<std::string>& keys) {
            log.write(LogLevel::Info, "demo_told", "The experiments of known truth are there", {{"made", keys}});
        });
    }

    /// Visitors of the lessons that are still running, so that everything moves.
    void simulate()
    {
        if (!options.demo)
            return;
        const SimulatorObserver observer{
            .assigned = [this](const LiveExperiment& live,
                               std::int16_t variant) { metrics.assigned(live.experiment(), variant); },
            .tracked = [this](const LiveExperiment& live, std::int16_t variant,
                              const VisitorEvent& event) { metrics.tracked(live, variant, event.name, event.value); },
            .onFault = faultsTo(log, "simulator")};
        simulator = std::make_unique<Simulator>(catalog, assigner, Simulator::Options{}, observer);
    }

    Options options;
    Log& log;
    ServiceLock lock;
    Metrics metrics;
    Catalog catalog;
    GroupCommit commits;
    UnleashGate unleash;
    Assigner assigner;
    RateLimiter limiter;
    StorePool pool;
    StorePool thinking;
    Jobs jobs;
    std::unique_ptr<Replica> replica;
    StudioFiles studio;
    StreamHub streams;
    std::unique_ptr<PlausibleForwarder> plausible;
    std::unique_ptr<PlausibleCheck> plausibleCheck;
    std::unique_ptr<SignIn> signIn;
    std::atomic<bool> countsOutdated{true};
    Context context;
    std::unique_ptr<ChangeWatcher> watcher;
    std::atomic<bool> stopping{false};
    std::unique_ptr<Periodic> passes;
    std::unique_ptr<Periodic> history;
    std::unique_ptr<Periodic> retention;
    UnderWay underWay; ///< of what the next three ask of the pool
    std::unique_ptr<Periodic> liveRefresh;
    std::unique_ptr<Periodic> heartbeat;
    std::unique_ptr<Periodic> merges;
    BusyTime busyTime;
    std::unique_ptr<Periodic> memory;
    std::atomic<std::int64_t> mergesHeard{0}; ///< the latest
    std::unique_ptr<ResultWatch> results;
    std::unique_ptr<ScheduleRunner> schedules;
    std::unique_ptr<WebhookSender> webhooks;
    std::unique_ptr<HttpServer> server;
    std::unique_ptr<Simulator> simulator;
};

Service::Service(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Service::~Service()
{
    stop();
}

Result<std::unique_ptr<Service>> Service::start(Options options, Log& log)
{
    if (auto checked = checkTokens(options, log); !checked)
        return Failure(std::move(checked.error()));
    auto lock = lockForService(options.database);
    if (!lock)
        return lock.error().code == ErrorCode::Unavailable ? namingDatabase(options.database, std::move(lock.error()))
                                                           : Failure(std::move(lock.error()));
    if (auto writable = requireWritable(options.database); !writable)
        return namingDatabase(options.database, std::move(writable.error()));
    auto store = openDatabase(options.database);
    if (!store)
        return Failure(std::move(store.error()));
    if (options.replica) {
        if (auto same = requireReplicaOf((*store)->connection(), *options.replica); !same)
            return Failure(std::move(same.error()));
    }
    if (options.pseudonyms.isWeak())
        log.write(LogLevel::Warning, "weak_key",
                  "The key of XP_PSEUDONYMISE has fewer than 16 characters and may be guessed");
    for (const std::string& peer : options.leftOut)
        log.write(LogLevel::Warning, "peer_left_out", peer);
    auto parts = std::make_unique<Parts>(std::move(options), log, std::move(*lock));
    if (auto told = parts->tell(**store); !told)
        return Failure(std::move(told.error()));
    if (auto kept = keepPeers(**store, parts->options); !kept)
        return Failure(std::move(kept.error()));
    auto loaded = parts->catalog.refresh(**store).and_then([&] { return parts->hearAliases(**store); }).and_then([&] {
        return parts->forget(**store);
    });
    if (!loaded)
        return Failure(std::move(loaded.error()));
    parts->watch();
    parts->keepHistograms();
    parts->keepHistory();
    parts->keepEvents();
    parts->keepStreams();
    if (auto listening = parts->listen(); !listening)
        return Failure(std::move(listening.error()));
    parts->keepMemory();
    parts->simulate();
    parts->webhooks = std::make_unique<WebhookSender>(parts->context);
    parts->results = std::make_unique<ResultWatch>(parts->context);
    parts->schedules = std::make_unique<ScheduleRunner>(parts->context);
    return std::unique_ptr<Service>(new Service(std::move(parts)));
}

std::uint16_t Service::port() const
{
    return m_parts->server->port();
}

std::string Service::url() const
{
    const Options& options = m_parts->options;
    const std::string host = options.host.find(':') != std::string::npos ? "[" + options.host + "]" : options.host;
    return (options.tlsCertificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(port());
}

bool Service::stop()
{
    if (!m_parts->server)
        return true;
    m_parts->simulator.reset();
    m_parts->streams.stop(); // else they would be waited for
    m_parts->server->stop(kStopWithin);
    m_parts->watcher.reset();
    m_parts->webhooks->stop();
    m_parts->unleash.stop();
    if (m_parts->plausibleCheck)
        m_parts->plausibleCheck->stop();
    if (m_parts->signIn)
        m_parts->signIn->stop();
    m_parts->stopping = true;
    m_parts->passes.reset();
    m_parts->history.reset();
    m_parts->retention.reset();
    m_parts->liveRefresh.reset();
    m_parts->heartbeat.reset();
    m_parts->merges.reset();
    m_parts->memory.reset();
    m_parts->results->stop();
    m_parts->schedules->stop();
    const bool allEnded =
        !m_parts->replica || m_parts->replica->stop(); // what it has not answered goes to the other one
    m_parts->pool.stop();
    m_parts->thinking.drop(); // hours of work may wait
    m_parts->thinking.stop();
    m_parts->jobs.stop();
    m_parts->commits.stop();
    if (m_parts->plausible)
        m_parts->plausible->stop();
    m_parts->server.reset();
    return allEnded;
}

} // namespace xp::service
