// SPDX-License-Identifier: Apache-2.0
// What every Backend over a database must do: the same questions to the engine in this process and to a real service.
#include "core/engine/metriccatalogue.h"
#include "core/local/localbackend.h"
#include "core/remote/remotebackend.h"
#include "service/service.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

namespace {

Experiment draftNo(int number)
{
    Experiment draft;
    draft.key = "draft-" + std::to_string(number);
    draft.name = "Draft " + std::to_string(number);
    draft.hypothesis = number == 1 ? "Blue sells" : "Green sells";
    draft.variants = {{"control", 0.5}, {"blue", 0.5}};
    draft.metrics = {{.name = "purchase", .role = MetricRole::Primary, .event = "purchase"}};
    return draft;
}

template <typename T>
Result<T> await(const Reply<T>& reply)
{
    std::optional<Result<T>> answer;
    QObject context;
    reply.then(&context, [&](const Result<T>& result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        return fail(ErrorCode::Internal, "never", "the test waited in vain");
    return *answer;
}

} // namespace

class TestBackendContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init();
    void cleanup();

    void makesAndListsExperiments_data() { addKinds(); }
    void makesAndListsExperiments();
    void leadsThroughALife_data() { addKinds(); }
    void leadsThroughALife();
    void changesFields_data() { addKinds(); }
    void changesFields();
    void givesResults_data() { addKinds(); }
    void givesResults();
    void keepsNotes_data() { addKinds(); }
    void keepsNotes();
    void offersTheCatalogue_data() { addKinds(); }
    void offersTheCatalogue();
    void saysWhatIsWrong_data() { addKinds(); }
    void saysWhatIsWrong();
    void isOnlineOnceItHasAnswered_data() { addKinds(); }
    void isOnlineOnceItHasAnswered();

private:
    static void addKinds();

    TestDatabases m_databases;
    DatabaseUrl m_database;
    service::Log m_log{service::LogFormat::Json, service::LogLevel::Error};
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<Backend> m_backend;
};

void TestBackendContract::addKinds()
{
    QTest::addColumn<bool>("remote");
    QTest::newRow("local") << false;
    QTest::newRow("remote") << true;
}

void TestBackendContract::init()
{
    QFETCH(bool, remote);
    m_database = m_databases.empty();
    if (!remote) {
        m_backend = std::make_unique<LocalBackend>(m_database, QStringLiteral("here"), "tester");
        return;
    }
    m_service = must(service::Service::start({.database = m_database, .port = 0, .adminTokens = {"secret"}}, m_log));
    const QUrl url = must(serviceUrl(QString::fromStdString(m_service->url())));
    m_backend = std::make_unique<RemoteBackend>(url, QStringLiteral("secret"));
}

void TestBackendContract::cleanup()
{
    m_backend.reset();
    m_service.reset();
}

void TestBackendContract::makesAndListsExperiments()
{
    const Experiment first = must(await(m_backend->createExperiment(draftNo(1))));
    const Experiment second = must(await(m_backend->createExperiment(draftNo(2))));
    QVERIFY(!first.id.empty() && first.id != second.id);
    QVERIFY(first.status == Status::Draft);
    const auto all = must(await(m_backend->listExperiments({})));
    QCOMPARE(all.size(), 2U);
    QVERIFY(all[0] == second && all[1] == first); // newest first
    QCOMPARE(must(await(m_backend->listExperiments({.text = QStringLiteral("draft 2")}))).size(), 1U);
    QVERIFY(must(await(m_backend->listExperiments({.status = Status::Running}))).empty());
    QVERIFY(must(await(m_backend->listExperiments({.project = QStringLiteral("other")}))).empty());
    QVERIFY(must(await(m_backend->experiment(QStringLiteral("draft-1")))) == first); // by key
    QVERIFY(must(await(m_backend->experiment(QString::fromStdString(second.id)))) == second);
}

void TestBackendContract::leadsThroughALife()
{
    const auto id = QString::fromStdString(must(await(m_backend->createExperiment(draftNo(1)))).id);
    const auto change = [&](StatusChange to, const char* why) {
        return await(m_backend->changeStatus(id, to, QString::fromLatin1(why)));
    };
    QVERIFY(must(change(StatusChange::Start, "ready")).status == Status::Running);
    QVERIFY(must(change(StatusChange::Pause, "")).status == Status::Paused);
    QVERIFY(must(change(StatusChange::Resume, "")).status == Status::Running);
    QVERIFY(must(change(StatusChange::Stop, "done")).status == Status::Stopped);
    QCOMPARE(change(StatusChange::Start, "again").error().code, ErrorCode::Conflict);
    const AuditLines audit = must(await(m_backend->audit(id, {})));
    QCOMPARE(audit.entries.size(), 5U);
    QCOMPARE(audit.entries[0].action, "experiment.stop");
    QCOMPARE(audit.entries[0].reason, "done");
    QVERIFY(!audit.entries[0].actor.empty());
    QCOMPARE(audit.entries[4].action, "experiment.create");
    QVERIFY(audit.next.empty());
}

void TestBackendContract::changesFields()
{
    const Experiment made = must(await(m_backend->createExperiment(draftNo(1))));
    const auto id = QString::fromStdString(made.id);
    const nlohmann::json changes{{"traffic_allocation", 0.25}, {"reason", "slowly"}};
    const Experiment changed = must(await(m_backend->changeExperiment(id, changes, made.version)));
    QCOMPARE(changed.trafficAllocation, 0.25);
    QVERIFY(changed.version > made.version);
    const auto stale = await(m_backend->changeExperiment(id, {{"traffic_allocation", 0.5}}, made.version));
    QCOMPARE(codeOf(stale), "stale_version");
}

void TestBackendContract::givesResults()
{
    const auto id = QString::fromStdString(must(await(m_backend->createExperiment(draftNo(1)))).id);
    must(await(m_backend->changeStatus(id, StatusChange::Start, {})));
    const Stats stats = must(await(m_backend->stats(id)));
    QCOMPARE(stats.experimentId, id.toStdString());
    QCOMPARE(stats.variants.size(), 2U);
    QCOMPARE(stats.variants[0].sampleSize, 0);
    QCOMPARE(stats.decision, "invalid"); // nobody is exposed yet
    const Report report = must(await(m_backend->report(id, {.method = Method::Bayesian})));
    QVERIFY(report.viewed && report.viewed->method == Method::Bayesian);
    QCOMPARE(must(await(m_backend->evidence(id))).experiment.id, id.toStdString());
    QCOMPARE(must(await(m_backend->segments(id, QStringLiteral("land & leute")))).attribute, "land & leute");
    must(await(m_backend->series(id)));
    QVERIFY(must(await(m_backend->latestEvents(id, 10))).empty());
}

void TestBackendContract::keepsNotes()
{
    const auto id = QString::fromStdString(must(await(m_backend->createExperiment(draftNo(1)))).id);
    const Note note{.kind = NoteKind::Note, .at = now(), .text = "A release"};
    const Note written = must(await(m_backend->addNote(id, note)));
    QCOMPARE(written.text, "A release");
    QVERIFY(!written.id.empty() && !written.author.empty());
    QCOMPARE(must(await(m_backend->notes(id))).size(), 1U);
    QVERIFY(must(await(m_backend->removeNote(id, QString::fromStdString(written.id)))));
    QVERIFY(must(await(m_backend->notes(id))).empty());
    QCOMPARE(await(m_backend->removeNote(id, QStringLiteral("none"))).error().code, ErrorCode::NotFound);
}

void TestBackendContract::offersTheCatalogue()
{
    QVERIFY(!m_backend->isReadOnly());
    QVERIFY(must(await(m_backend->catalogue())).empty());
    const auto store = must(Store::open(m_database));
    const nlohmann::json revenue{
        {"key", "revenue"}, {"kind", "sum"}, {"event", "order"}, {"owner", "Shop"}, {"description", "What they spend"}};
    must(createMetricDefinition(*store, revenue, {.name = "tester", .role = Role::Admin}));
    const auto metrics = must(await(m_backend->catalogue()));
    QCOMPARE(metrics.size(), 1U);
    QCOMPARE(metrics[0].metric.name, "revenue");
    QCOMPARE(metrics[0].metric.event, "order");
    QVERIFY(metrics[0].metric.kind == MetricKind::Sum);
    QCOMPARE(metrics[0].project, "default");
    QCOMPARE(metrics[0].owner, "Shop");
    QCOMPARE(metrics[0].description, "What they spend");
    // A draft that refers to it has it from there.
    Experiment draft = draftNo(1);
    draft.metrics.push_back(metrics[0].metric);
    draft.metrics[1].name = "spent";
    const Experiment made = must(await(m_backend->createExperiment(draft)));
    QCOMPARE(made.metrics[1].name, "spent");
    QVERIFY(made.metrics[1].catalogue == (CatalogueReference{.key = "revenue", .version = 1}));
}

void TestBackendContract::saysWhatIsWrong()
{
    QCOMPARE(await(m_backend->experiment(QStringLiteral("nobody"))).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_backend->stats(QStringLiteral("nobody"))).error().code, ErrorCode::NotFound);
    Experiment draft = draftNo(1);
    draft.variants.pop_back();
    const auto refused = await(m_backend->createExperiment(draft));
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QVERIFY(!refused.error().errors.empty());
    must(await(m_backend->createExperiment(draftNo(1))));
    QCOMPARE(codeOf(await(m_backend->createExperiment(draftNo(1)))), "key_taken");
}

void TestBackendContract::isOnlineOnceItHasAnswered()
{
    QVERIFY(m_backend->connection().state == BackendConnection::State::Connecting);
    must(await(m_backend->listExperiments({})));
    QVERIFY(m_backend->connection().state == BackendConnection::State::Online);
    QVERIFY(m_backend->connection().lastAnswer.has_value());
    QVERIFY(!m_backend->place().isEmpty());
}

QTEST_GUILESS_MAIN(TestBackendContract)
#include "tst_backendcontract.moc"
