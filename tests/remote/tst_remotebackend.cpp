// SPDX-License-Identifier: Apache-2.0
#include "core/api/statscodec.h"
#include "core/remote/remotebackend.h"
#include "tests/remote/fakeservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace xp;
using namespace std::chrono_literals;

namespace {

const HttpLimits kImpatient{
    .timeout = 300ms, .deadline = 600ms, .firstRetry = 10ms, .retries = 2, .largestAnswer = 1'000'000};

Experiment experimentNo(int number)
{
    Experiment e;
    e.id = "id-" + std::to_string(number);
    e.key = "key-" + std::to_string(number);
    e.name = "Experiment " + std::to_string(number);
    e.status = number % 2 ? Status::Running : Status::Draft;
    e.variants = {{"control", 0.5}, {"b", 0.5}};
    e.metrics = {{.name = "conversion", .event = "conversion"}};
    return e;
}

/// Waits for the answer with a running event loop.
template <typename T>
Result<T> await(const Reply<T>& reply)
{
    std::optional<Result<T>> answer;
    QObject context;
    reply.then(&context, [&](const Result<T>& result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 8000))
        return fail(ErrorCode::Internal, "never", "the test waited in vain");
    return *answer;
}

} // namespace

class TestRemoteBackend : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::FakeService> m_service;
    std::unique_ptr<RemoteBackend> m_backend;

    void connectWith(const QString& token = {})
    {
        m_backend = std::make_unique<RemoteBackend>(*serviceUrl(m_service->address()), token, kImpatient);
    }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<test::FakeService>();
        m_service->experiments = {experimentNo(1), experimentNo(2)};
        Stats stats;
        stats.experimentId = "id-1";
        stats.experimentName = "Experiment 1";
        stats.progress.target = 1000;
        m_service->stats["id-1"] = stats;
        connectWith();
    }

    void cleanup()
    {
        m_backend.reset();
        m_service.reset();
    }

    void addressesAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("plain") << "127.0.0.1:8000"
                               << "http://127.0.0.1:8000";
        QTest::newRow("slash") << " http://example.org/ "
                               << "http://example.org";
        QTest::newRow("api path") << "https://example.org/api/v1/"
                                  << "https://example.org";
        QTest::newRow("sub path") << "https://example.org/xp"
                                  << "https://example.org/xp";
        QTest::newRow("user info is dropped") << "https://u:p@example.org"
                                              << "https://example.org";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("other scheme") << "ftp://example.org"
                                      << "";
        QTest::newRow("no host") << "http://"
                                 << "";
        QTest::newRow("junk") << "http://exa mple"
                              << "";
    }

    void addressesAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        const auto result = serviceUrl(typed);
        QCOMPARE(result ? result->toString() : QString(), url);
    }

    void listsAllPages()
    {
        m_service->experiments.clear();
        for (int i = 0; i < 250; ++i) // the fake's pages hold 100
            m_service->experiments.push_back(experimentNo(i));
        const auto all = await(m_backend->listExperiments({}));
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), 250U);
        QVERIFY((*all)[249] == m_service->experiments[249]);
        QCOMPARE(m_service->requests.size(), 3U);
    }

    void filtersByStatus()
    {
        const auto running = await(m_backend->listExperiments({.status = Status::Running}));
        QVERIFY(running.has_value());
        QCOMPARE(running->size(), 1U);
        QCOMPARE(running->front().id, "id-1");
    }

    void aFilterIsEscaped()
    {
        await(m_backend->listExperiments({.text = QStringLiteral("a&b=c #é")}));
        QVERIFY(m_service->requests.front().path.contains("q=a%26b%3Dc%20%23%C3%A9"));
    }

    void anIdCannotReachAnotherPath()
    {
        await(m_backend->stats(QStringLiteral("../keys?x=1")));
        QCOMPARE(m_service->requests.front().path, "/api/v1/experiments/..%2Fkeys%3Fx%3D1/stats");
    }

    void sendsTheToken()
    {
        m_service->token = "secret";
        connectWith(QStringLiteral("secret"));
        QVERIFY(await(m_backend->listExperiments({})).has_value());
        QCOMPARE(m_backend->connection().state, BackendConnection::State::Online);
    }

    void aWrongTokenIsRefusedNotLost()
    {
        m_service->token = "secret";
        connectWith(QStringLiteral("other"));
        const auto answer = await(m_backend->listExperiments({}));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_backend->connection().state, BackendConnection::State::Refused);
        QCOMPARE(m_service->requests.size(), 1U); // and not repeated
    }

    void asksConditionally()
    {
        QVERIFY(await(m_backend->stats(QStringLiteral("id-1"))).has_value());
        const auto again = await(m_backend->stats(QStringLiteral("id-1")));
        QVERIFY(m_service->requests[1].headers.contains("if-none-match"));
        QVERIFY(again.has_value());
        QCOMPARE(again->progress.target, 1000); // from the answer kept

        m_service->stats["id-1"].progress.target = 2000;
        QCOMPARE(await(m_backend->stats(QStringLiteral("id-1")))->progress.target, 2000);
    }

    void anUnknownExperimentIsNotFound()
    {
        const auto answer = await(m_backend->experiment(QStringLiteral("nobody")));
        QCOMPARE(answer.error().code, ErrorCode::NotFound);
        QCOMPARE(answer.error().sentence.text, "there is no such experiment");
        QCOMPARE(m_backend->connection().state, BackendConnection::State::Online);
    }

    void createsAndChanges()
    {
        Experiment draft = experimentNo(9);
        draft.key.clear();
        const auto created = await(m_backend->createExperiment(draft));
        QVERIFY(created.has_value());
        QVERIFY(!created->id.empty() && !created->key.empty());
        const auto body = nlohmann::json::parse(m_service->requests.back().body.toStdString(), nullptr, false);
        QVERIFY(!body.contains("id") && !body.contains("status") && !body.contains("key"));

        const auto id = QString::fromStdString(created->id);
        const auto started = await(m_backend->changeStatus(id, StatusChange::Start, QStringLiteral("ready")));
        QVERIFY(started->status == Status::Running);
        QCOMPARE(m_service->requests.back().body, R"({"reason":"ready"})");
    }

    void retriesAReadThatFailsForAMoment()
    {
        int calls = 0;
        m_service->handler = [&](const test::Request&) -> test::Answer {
            if (++calls < 3)
                return {.status = 503};
            return {.body = QByteArray::fromStdString(toJson(m_service->stats["id-1"]).dump())};
        };
        QVERIFY(await(m_backend->stats(QStringLiteral("id-1"))).has_value());
        QCOMPARE(calls, 3);
    }

    void neverRepeatsAWrite()
    {
        m_service->handler = [](const test::Request&) -> test::Answer { return {.status = 503}; };
        QVERIFY(!await(m_backend->createExperiment(experimentNo(3))).has_value());
        QCOMPARE(m_service->requests.size(), 1U);
    }

    void hostileAnswersBecomeErrors_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("silence") << 0 << int(ErrorCode::Unavailable);
        QTest::newRow("cut in the body") << 1 << int(ErrorCode::Unavailable);
        QTest::newRow("a byte now and then") << 2 << int(ErrorCode::Unavailable);
        QTest::newRow("html") << 3 << int(ErrorCode::Malformed);
        QTest::newRow("wrong shape") << 4 << int(ErrorCode::Invalid);
        QTest::newRow("too large by its word") << 5 << int(ErrorCode::TooLarge);
        QTest::newRow("too large") << 6 << int(ErrorCode::TooLarge);
        QTest::newRow("redirect") << 7 << int(ErrorCode::Unsupported);
        QTest::newRow("304 out of the blue") << 8 << int(ErrorCode::Unavailable);
        QTest::newRow("deep nesting") << 9 << int(ErrorCode::Malformed);
    }

    void hostileAnswersBecomeErrors()
    {
        QFETCH(int, kind);
        QFETCH(int, code);
        m_service->handler = [kind](const test::Request&) -> test::Answer {
            switch (kind) {
            case 0:
                return {.silent = true};
            case 1:
                return {.body = "{\"experiment_id\":", .cut = true};
            case 2:
                return {.body = "{", .drip = true};
            case 3:
                return {.body = "<html>router login</html>"};
            case 4:
                return {.body = R"({"experiment_id":[],"variants":{"a":1},"metrics":7})"};
            case 5:
                return {.body = "{", .claimedLength = 1LL << 40};
            case 6:
                return {.body = QByteArray(2'000'000, ' ')};
            case 7:
                return {.status = 302, .headers = "Location: http://127.0.0.1:1/\r\n"};
            case 8:
                return {.status = 304};
            default:
                return {.body = QByteArray(400'000, '[') + QByteArray(400'000, ']'), .headers = "ETag: \"1\"\r\n"};
            }
        };
        const auto answer = await(m_backend->stats(QStringLiteral("id-1")));
        QVERIFY(!answer.has_value());
        QCOMPARE(int(answer.error().code), code);
        QVERIFY(!answer.error().sentence.text.empty());
    }

    void aRedirectDoesNotTakeTheTokenAlong()
    {
        test::FakeService other;
        const QByteArray location = "Location: " + other.address().toUtf8() + "/\r\n";
        m_service->handler = [&](const test::Request&) -> test::Answer { return {.status = 302, .headers = location}; };
        connectWith(QStringLiteral("secret"));
        QVERIFY(!await(m_backend->listExperiments({})).has_value());
        QVERIFY(other.requests.empty());
    }

    void aLostServiceIsNoticedAndFoundAgain()
    {
        QVERIFY(await(m_backend->listExperiments({})).has_value());
        QSignalSpy changes(m_backend.get(), &Backend::connectionChanged);
        const auto lastAnswer = m_backend->connection().lastAnswer;
        QVERIFY(lastAnswer.has_value());

        m_service->goAway();
        QVERIFY(!await(m_backend->listExperiments({})).has_value());
        QCOMPARE(m_backend->connection().state, BackendConnection::State::Lost);
        QCOMPARE(m_backend->connection().lastAnswer, lastAnswer); // the age of the data is kept
        QCOMPARE(changes.size(), 1);

        QVERIFY(m_service->comeBack());
        // By itself, without anybody asking:
        QTRY_COMPARE_WITH_TIMEOUT(m_backend->connection().state, BackendConnection::State::Online, 5000);
        QCOMPARE(changes.size(), 2);
    }

    void aCancelledQuestionIsNotAnswered()
    {
        m_service->handler = [](const test::Request&) -> test::Answer { return {.silent = true}; };
        bool called = false;
        const auto reply = m_backend->stats(QStringLiteral("id-1"));
        reply.then(this, [&](const Result<Stats>&) { called = true; });
        QTRY_COMPARE(m_service->requests.size(), 1U);
        reply.cancel();
        QTest::qWait(500); // longer than the time-out
        QVERIFY(!called);
        QCOMPARE(m_service->requests.size(), 1U); // and not tried again
    }

    void goesAwayWithQuestionsOpen()
    {
        m_service->handler = [](const test::Request&) -> test::Answer { return {.silent = true}; };
        const auto held = std::make_shared<int>(0);
        auto asker = std::make_unique<QObject>();
        m_backend->stats(QStringLiteral("id-1")).then(asker.get(), [held](const Result<Stats>&) {});
        m_backend->listExperiments({}).then(asker.get(), [held](const Result<std::vector<Experiment>>&) {});
        QTRY_COMPARE(m_service->requests.size(), 2U);
        m_backend.reset();
        asker.reset();
        QCoreApplication::processEvents();
        QCOMPARE(held.use_count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRemoteBackend)
#include "tst_remotebackend.moc"
