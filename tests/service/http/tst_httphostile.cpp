// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "rawclient.h"
#include "service/http/descriptors.h"
#include "testserver.h"
#include "wiretext.h"

#include <QTest>
#include <fcntl.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace xp::service;
using Milliseconds = RawClient::Milliseconds;

namespace {

/// Time-outs that a test can wait for.
HttpOptions impatient()
{
    HttpOptions options;
    options.timeouts.request = Milliseconds(400);
    options.timeouts.idle = Milliseconds(400);
    options.timeouts.write = Milliseconds(300);
    options.timeouts.linger = Milliseconds(300);
    return options;
}

Milliseconds elapsed(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace

/// What must not hurt: clients that are slow, gone, too many, or mean.
class TestHttpHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesOnSilence();
    void closesOnDrippingHeads();
    void closesOnDrippingBodies();
    void letsSteadyBodiesThrough();
    void closesOnClientsThatDoNotRead();
    void showsTheAnswerBehindALargeBody_data();
    void showsTheAnswerBehindALargeBody();
    void dropsOnlySoMuch();
    void boundsBodiesTogether();
    void servesOthersWhileBodiesStall();
    void countsBodiesUntilTheAnswer();
    void keepsNoBodyOfAGet();
    void keepsNoBodyOfWhoIsNotLetIn();
    void answersWhereAGateThrows();
    void boundsAnswersTogether();
    void survivesClientsThatLeave_data();
    void survivesClientsThatLeave();
    void survivesManyConnections();
    void makesRoomAtTheLimit();
    void makesRoomOfSlowHeads();
    void makesRoomOfBodies();
    void survivesWithoutDescriptors();
    void asksForDescriptors();
};

void TestHttpHostile::closesOnSilence()
{
    TestServer server(impatient());
    RawClient silent(server.port());
    QVERIFY(!silent.isClosedWithin(Milliseconds(200)));
    QVERIFY(silent.isClosedWithin(Milliseconds(1000)));
    // After an answer, too.
    RawClient idle(server.port());
    QCOMPARE(idle.ask(request("GET /ok")).status, 200);
    QVERIFY(!idle.isClosedWithin(Milliseconds(200)));
    QVERIFY(idle.isClosedWithin(Milliseconds(1000)));
    // A handler may take longer than a client.
    RawClient waiting(server.port());
    waiting.send(request("GET /held"));
    QVERIFY(!waiting.isClosedWithin(Milliseconds(800)));
    server.takeHeld().front()->respond(jsonResponse("{}"));
    QCOMPARE(waiting.answer().status, 200);
}

void TestHttpHostile::closesOnDrippingHeads()
{
    TestServer server(impatient());
    RawClient client(server.port());
    const auto start = std::chrono::steady_clock::now();
    client.send("GET /ok HTTP/1.1\r\nA: ");
    while (client.send("a") && elapsed(start) < Milliseconds(3000))
        std::this_thread::sleep_for(Milliseconds(50));
    QVERIFY(elapsed(start) > Milliseconds(350));
    QVERIFY(elapsed(start) < Milliseconds(2000));
}

void TestHttpHostile::closesOnDrippingBodies()
{
    TestServer server(impatient());
    RawClient client(server.port());
    client.send(request("POST /echo", "Content-Length: 100\r\n"));
    for (int i = 0; i < 5; ++i) {
        client.send("a");
        std::this_thread::sleep_for(Milliseconds(50));
    }
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 408);
    QCOMPARE(field(answer, "code"), std::string("request_timeout"));
    QCOMPARE(answer.header("connection"), std::string("close"));
    QVERIFY(client.isClosedWithin(Milliseconds(1000)));
}

void TestHttpHostile::letsSteadyBodiesThrough()
{
    HttpOptions options = impatient();
    options.timeouts.bodyBytesPerSecond = 20'000;
    TestServer server(options);
    RawClient client(server.port());
    client.send(request("POST /echo", "Content-Length: 40000\r\n"));
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i) { // 40,000 bytes a second, for longer than a request may take
        client.send(std::string(4000, 'x'));
        std::this_thread::sleep_for(Milliseconds(100));
    }
    QCOMPARE(client.answer().status, 200);
    QVERIFY(elapsed(start) > options.timeouts.request * 2);
}

void TestHttpHostile::closesOnClientsThatDoNotRead()
{
    TestServer server(impatient());
    RawClient client(server.port(), 4 * 1024);
    client.send(request("GET /large"));
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    // One that asks and asks, and reads none of the answers.
    RawClient asking(server.port(), 4 * 1024);
    std::thread sender([&] {
        for (int i = 0; i < 20'000 && asking.send(request("GET /ok")); ++i) {
        }
    });
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    sender.join();
    // One that reads a little now and then gets on too slowly as well.
    RawClient slow(server.port(), 4 * 1024);
    slow.send(request("GET /large"));
    for (int i = 0; i < 100 && server.server().counts().connections > 0; ++i) {
        slow.readSome(200);
        std::this_thread::sleep_for(Milliseconds(20));
    }
    QCOMPARE(server.server().counts().connections, std::size_t(0));
    // One that reads steadily may take longer than the time-out.
    RawClient steady(server.port(), 4 * 1024);
    const auto start = std::chrono::steady_clock::now();
    steady.send(request("GET /large"));
    while (elapsed(start) < Milliseconds(1000)) {
        QVERIFY(steady.readSome(64 * 1024) > 0);
        std::this_thread::sleep_for(Milliseconds(5));
    }
    QCOMPARE(server.server().counts().connections, std::size_t(1));
}

void TestHttpHostile::showsTheAnswerBehindALargeBody_data()
{
    QTest::addColumn<std::string>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("length") << request("POST /echo", "Content-Length: 20000000\r\n") << 413;
    QTest::newRow("chunks") << request("POST /echo", "Transfer-Encoding: chunked\r\n", "1312D00\r\n") << 413;
    QTest::newRow("unknown route") << request("POST /nowhere", "Content-Length: 20000000\r\n") << 404;
    QTest::newRow("endless head") << std::string("GET / HTTP/1.1\r\nHost: h\r\n") << 431;
    QTest::newRow("endless target") << std::string("GET /") << 414;
}

/// A client that sends all before it reads, as most do.
void TestHttpHostile::showsTheAnswerBehindALargeBody()
{
    QFETCH(std::string, head);
    QFETCH(int, status);
    TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send(head));
    const std::string piece(1'000'000, 'x');
    for (int i = 0; i < 20; ++i)
        QVERIFY(client.send(piece));
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.isWhole);
    client.finishSending();
    QVERIFY(client.isClosedWithin(Milliseconds(1000)));
}

void TestHttpHostile::dropsOnlySoMuch()
{
    HttpOptions options = impatient();
    options.timeouts.linger = Milliseconds(60'000);
    options.limits.droppedBytes = 5'000'000;
    TestServer server(options);
    RawClient client(server.port());
    client.send(request("POST /echo", "Content-Length: 2000000000\r\n"));
    const std::string piece(100'000, 'x');
    int sent = 0;
    while (sent < 20'000 && client.send(piece))
        ++sent;
    QVERIFY(sent >= 50);
    QVERIFY(sent < 500); // the kernel's buffers on both sides come on top
    // And only so long.
    TestServer other(impatient());
    RawClient slow(other.port());
    const auto start = std::chrono::steady_clock::now();
    slow.send(request("POST /echo", "Content-Length: 2000000000\r\n"));
    while (slow.send("x") && elapsed(start) < Milliseconds(5000))
        std::this_thread::sleep_for(Milliseconds(20));
    QVERIFY(elapsed(start) < Milliseconds(2000));
}

void TestHttpHostile::boundsBodiesTogether()
{
    HttpOptions options;
    options.limits.keptBodyBytes = 3'000'000;
    options.limits.connections = 20;
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(request("POST /echo", "Content-Length: 1000000\r\n") + std::string(600'000, 'x'));
    }
    int refused = 0;
    for (const auto& client : clients)
        refused += client->answer(true, Milliseconds(200)).status == 503;
    QCOMPARE(refused, 5); // five times 600,000 fit
    for (const auto& client : clients)
        client->leave();
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    QCOMPARE(RawClient(server.port()).ask(post("/echo", std::string(1'000'000, 'x'))).status, 200);
}

/// Whose bodies take the room and do not get on gives it up.
void TestHttpHostile::servesOthersWhileBodiesStall()
{
    HttpOptions options;
    options.limits.keptBodyBytes = 3'000'000;
    options.limits.connections = 20;
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> stalled;
    for (int i = 0; i < 5; ++i) {
        stalled.push_back(std::make_unique<RawClient>(server.port()));
        stalled.back()->send(request("POST /batch", "Content-Length: 2000000\r\n") + std::string(590'000, 'x'));
        std::this_thread::sleep_for(Milliseconds(20));
    }
    QCOMPARE(RawClient(server.port()).ask(post("/echo", "{}")).status, 200);
    QCOMPARE(RawClient(server.port()).ask(post("/echo", std::string(1'000'000, 'x'))).status, 200);
    const RawAnswer answer = stalled.front()->answer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(field(answer, "code"), std::string("too_many_bodies"));
    QCOMPARE(answer.header("retry-after"), std::string("1"));
    QVERIFY(!stalled.back()->isClosedWithin(Milliseconds(100)));
}

void TestHttpHostile::countsBodiesUntilTheAnswer()
{
    HttpOptions options;
    options.limits.keptBodyBytes = 3'000'000;
    options.limits.connections = 20;
    TestServer server(options);
    const auto held = [](std::size_t bytes) { return post("/held", std::string(bytes, 'x')); };
    std::vector<std::unique_ptr<RawClient>> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.push_back(std::make_unique<RawClient>(server.port()));
        waiting.back()->send(held(900'000));
    }
    QVERIFY(server.waitForHeld(3));
    // Nobody can be made to give these up: who comes with much is refused, who comes with little is not.
    QCOMPARE(RawClient(server.port()).ask(post("/echo", std::string(1'000'000, 'x'))).status, 503);
    QCOMPARE(RawClient(server.port()).ask(post("/echo", std::string(50'000, 'x'))).status, 200);
    auto exchanges = server.takeHeld();
    exchanges.front()->request().dropBody();
    QCOMPARE(RawClient(server.port()).ask(post("/echo", std::string(1'000'000, 'x'))).status, 200);
    for (const auto& exchange : exchanges)
        exchange->respond(jsonResponse("{}"));
    exchanges.clear();
    for (const auto& client : waiting)
        QCOMPARE(client->answer().status, 200);
}

/// Many may GET who may send nothing.
void TestHttpHostile::keepsNoBodyOfAGet()
{
    HttpOptions options;
    options.limits.keptBodyBytes = 3'000'000;
    options.limits.connections = 20;
    TestServer server(options);
    RawClient client(server.port());
    client.send(request("GET /held", "Content-Length: 900000\r\n", std::string(900'000, 'x')) + request("GET /ok"));
    QVERIFY(server.waitForHeld(1));
    const auto exchanges = server.takeHeld();
    QVERIFY(exchanges.front()->request().body().empty());
    exchanges.front()->respond(jsonResponse("{}"));
    QCOMPARE(client.answer().status, 200);
    QCOMPARE(client.answer().status, 200);
    const RawAnswer asked = client.ask(request("GET /echo", "Expect: 100-continue\r\nContent-Length: 1\r\n"));
    QCOMPARE(asked.status, 100);
    QCOMPARE(client.ask("x").status, 200);
}

void TestHttpHostile::keepsNoBodyOfWhoIsNotLetIn()
{
    HttpOptions options;
    options.limits.keptBodyBytes = 1'000'000;
    options.limits.connections = 20;
    TestServer server(options);
    QCOMPARE(RawClient(server.port()).ask(post("/guarded", "{}", "X-Api-Key: right\r\n")).status, 200);
    // Before a byte of it has been sent.
    RawClient asking(server.port());
    const RawAnswer answer = asking.ask(request("POST /guarded", "Expect: 100-continue\r\nContent-Length: 500000\r\n"));
    QCOMPARE(answer.status, 401);
    QCOMPARE(field(answer, "code"), std::string("token_missing"));
    std::vector<std::unique_ptr<RawClient>> strangers;
    for (int i = 0; i < 5; ++i) {
        strangers.push_back(std::make_unique<RawClient>(server.port()));
        strangers.back()->send(request("POST /guarded", "Content-Length: 900000\r\n") + std::string(800'000, 'x'));
    }
    for (const auto& stranger : strangers) {
        stranger->send(std::string(100'000, 'x'));
        QCOMPARE(stranger->answer().status, 401); // and not 503
    }
    // Who stalls is told the same.
    TestServer soon(impatient());
    RawClient stalled(soon.port());
    QCOMPARE(stalled.ask(request("POST /guarded", "Content-Length: 9\r\n", "x")).status, 401);
}

void TestHttpHostile::answersWhereAGateThrows()
{
    std::string cause;
    TestServer server({.onFinished = [&](const FinishedRequest& finished) { cause = finished.cause; }});
    RawClient client(server.port());
    const RawAnswer answer = client.ask(post("/guarded", "{}", "X-Api-Key: broken\r\n"));
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.body.find("secret"), std::string::npos);
    QCOMPARE(cause, std::string("secret"));
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
}

void TestHttpHostile::boundsAnswersTogether()
{
    HttpOptions options;
    options.limits.waitingAnswerBytes = 26'000'000;
    options.limits.connections = 20;
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto ask = [&](const char* line) {
        clients.push_back(std::make_unique<RawClient>(server.port(), 4 * 1024));
        clients.back()->send(request(line));
    };
    for (int i = 0; i < 10; ++i)
        ask("GET /own");
    QTRY_COMPARE(server.server().counts().accepted, std::uint64_t(10));
    QTRY_COMPARE(server.server().counts().connections, std::size_t(3)); // of 8 MiB each
    QCOMPARE(RawClient(server.port()).ask(request("GET /own")).body.size(), std::size_t(8 * 1024 * 1024));
    clients.clear();
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    // One text that all read costs no more for many.
    for (int i = 0; i < 10; ++i)
        ask("GET /shared");
    QTRY_COMPARE(server.server().counts().accepted, std::uint64_t(21));
    QVERIFY(!clients.front()->isClosedWithin(Milliseconds(100)));
    QCOMPARE(server.server().counts().connections, std::size_t(10));
}

void TestHttpHostile::survivesClientsThatLeave_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("silent") << std::string();
    QTest::newRow("half a head") << std::string("GET /ok HT");
    QTest::newRow("half a body") << request("POST /echo", "Content-Length: 100\r\n", "abc");
    QTest::newRow("before the answer") << request("GET /held");
    QTest::newRow("before the end of a large answer") << request("GET /large");
    QTest::newRow("with more to come") << request("GET /held") + request("GET /ok");
}

void TestHttpHostile::survivesClientsThatLeave()
{
    QFETCH(std::string, bytes);
    TestServer server({.threads = 2});
    int answered = 0;
    for (const bool hard : {false, true}) {
        for (int i = 0; i < 20; ++i) {
            RawClient client(server.port());
            client.send(bytes);
            if (i % 2 == 0)
                std::this_thread::sleep_for(Milliseconds(5));
            client.leave(hard);
        }
        // Answered from here, after all have left.
        const auto isOver = [&] {
            for (const auto& exchange : server.takeHeld()) {
                exchange->respond(jsonResponse("{}"));
                ++answered;
            }
            return server.server().counts().connections == 0;
        };
        QTRY_VERIFY(isOver());
        QCOMPARE(answered > 0, bytes.find("/held") != std::string::npos);
        QCOMPARE(server.server().counts().requestsInFlight, std::size_t(0));
    }
    QCOMPARE(RawClient(server.port()).ask(request("GET /ok")).status, 200);
}

void TestHttpHostile::survivesManyConnections()
{
    TestServer server;
    for (int round = 0; round < 4; ++round) {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 500; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(clients.back()->isConnected());
            if (i % 3 == 0)
                clients.back()->send(request("GET /ok"));
        }
        QCOMPARE(RawClient(server.port()).ask(request("GET /ok")).status, 200);
    }
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    QVERIFY(server.server().counts().accepted >= 1500);
}

void TestHttpHostile::makesRoomAtTheLimit()
{
    HttpOptions options;
    options.limits.connections = 20;
    options.timeouts.idle = Milliseconds(60'000);
    options.timeouts.crowdedIdle = Milliseconds(60'000);
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 20; ++i) {
        idle.push_back(std::make_unique<RawClient>(server.port()));
        QCOMPARE(idle.back()->ask(request("GET /ok")).status, 200);
    }
    // Those who have been idle longest go for those who come.
    RawClient next(server.port());
    QCOMPARE(next.ask(request("GET /ok")).status, 200);
    QVERIFY(idle[0]->isClosedWithin(Milliseconds(1000)));
    QCOMPARE(idle[19]->ask(request("GET /ok")).status, 200);
    // Where all are busy, who comes is sent away.
    idle.clear();
    QTRY_COMPARE(server.server().counts().connections, std::size_t(1));
    std::vector<std::unique_ptr<RawClient>> busy;
    for (int i = 0; i < 19; ++i) {
        busy.push_back(std::make_unique<RawClient>(server.port()));
        busy.back()->send(request("GET /held"));
    }
    next.send(request("GET /held"));
    QVERIFY(server.waitForHeld(20));
    RawClient tooMany(server.port());
    QVERIFY(tooMany.isClosedWithin(Milliseconds(1000)));
    QCOMPARE(server.server().counts().refused, std::uint64_t(1));
    for (const auto& exchange : server.takeHeld())
        exchange->respond(jsonResponse("{}"));
    for (const auto& client : busy)
        QCOMPARE(client->answer().status, 200);

    // Idle connections are closed sooner when three quarters are taken.
    options.timeouts.crowdedIdle = Milliseconds(200);
    TestServer crowded(options);
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int i = 0; i < 14; ++i)
        crowd.push_back(std::make_unique<RawClient>(crowded.port()));
    QVERIFY(!crowd[0]->isClosedWithin(Milliseconds(500)));
    crowd.push_back(std::make_unique<RawClient>(crowded.port()));
    QVERIFY(crowd[0]->isClosedWithin(Milliseconds(2000)));
}

/// Who does not get beyond a head goes for those who come, the longest at it first.
void TestHttpHostile::makesRoomOfSlowHeads()
{
    HttpOptions options;
    options.limits.connections = 20;
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 19; ++i) {
        slow.push_back(std::make_unique<RawClient>(server.port()));
        slow.back()->send("G");
        QTRY_COMPARE(server.server().counts().connections, std::size_t(i) + 1);
    }
    RawClient body(server.port());
    body.send(request("POST /echo", "Content-Length: 2\r\n"));
    QTRY_COMPARE(server.server().counts().connections, std::size_t(20));
    for (int i = 0; i < 3; ++i) {
        RawClient next(server.port());
        QCOMPARE(next.ask(request("GET /ok")).status, 200);
    }
    QCOMPARE(server.server().counts().refused, std::uint64_t(0));
    QVERIFY(slow.front()->isClosedWithin(Milliseconds(1000)));
    QVERIFY(!slow.back()->isClosedWithin(Milliseconds(50)));
    QCOMPARE(body.ask("{}").status, 200);
}

/// Of those that nobody wants first.
void TestHttpHostile::makesRoomOfBodies()
{
    HttpOptions options;
    options.limits.connections = 20;
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> stalled;
    for (int i = 0; i < 20; ++i) {
        stalled.push_back(std::make_unique<RawClient>(server.port()));
        stalled.back()->send(request(i < 10 ? "POST /echo" : "POST /guarded", "Content-Length: 2\r\n", "{"));
        QTRY_COMPARE(server.server().counts().connections, std::size_t(i) + 1);
    }
    std::vector<std::unique_ptr<RawClient>> others;
    for (std::size_t i = 0; i < 15; ++i) {
        others.push_back(std::make_unique<RawClient>(server.port()));
        others.back()->send(request("GET /held"));
        QVERIFY(server.waitForHeld(i + 1));
    }
    QCOMPARE(server.server().counts().refused, std::uint64_t(0));
    QVERIFY(stalled[19]->isClosedWithin(Milliseconds(1000)));
    QVERIFY(stalled[4]->isClosedWithin(Milliseconds(1000)));
    for (std::size_t i = 5; i < 10; ++i)
        QCOMPARE(stalled[i]->ask("}").status, 200);
    for (const auto& exchange : server.takeHeld())
        exchange->respond(jsonResponse("{}"));
}

void TestHttpHostile::survivesWithoutDescriptors()
{
    std::atomic<int> problems{0};
    TestServer server({.onProblem = [&](const std::string&) { ++problems; }});
    RawClient early(server.port());
    QCOMPARE(early.ask(request("GET /ok")).status, 200);
    RawClient late(server.port()); // its own descriptor exists, the server's cannot
    QTRY_COMPARE(server.server().counts().connections, std::size_t(2));

    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    std::vector<int> taken;
    std::unique_ptr<RawClient> waiting;
    // Leave one descriptor, which the client takes.
    const rlimit small{256, before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &small);
    for (int fd = ::open("/dev/null", O_RDONLY); fd >= 0; fd = ::open("/dev/null", O_RDONLY))
        taken.push_back(fd);
    ::close(taken.back());
    taken.pop_back();
    early.send("GET /held HTTP/1.1\r\nHost: h\r\n\r\n"); // not idle, so it is not sacrificed
    late.send("GET /held HTTP/1.1\r\nHost: h\r\n\r\n");
    const bool areHeld = server.waitForHeld(2);
    waiting = std::make_unique<RawClient>(server.port());
    waiting->send(request("GET /ok"));
    const RawAnswer none = waiting->answer(true, Milliseconds(500));
    const int problemsSeen = problems;
    for (const int fd : taken)
        ::close(fd);
    ::setrlimit(RLIMIT_NOFILE, &before);

    QVERIFY(areHeld);
    QCOMPARE(none.status, 0);
    QVERIFY(problemsSeen > 0);
    QVERIFY(problemsSeen < 20); // it waits between its attempts
    QCOMPARE(waiting->answer().status, 200);
    for (const auto& exchange : server.takeHeld())
        exchange->respond(jsonResponse("{}"));
    QCOMPARE(early.answer().status, 200);
    QCOMPARE(late.answer().status, 200);
}

void TestHttpHostile::asksForDescriptors()
{
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    const rlimit small{128, before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &small);
    HttpOptions options;
    options.limits.connections = 500;
    TestServer server(options);
    rlimit after{};
    ::getrlimit(RLIMIT_NOFILE, &after);
    ::setrlimit(RLIMIT_NOFILE, &before);
    QVERIFY(after.rlim_cur > 500);

    QCOMPARE(connectionsWithin(10'000, 20'000), std::size_t(10'000));
    QCOMPARE(connectionsWithin(10'000, 1024), std::size_t(1024 - 128));
    QCOMPARE(connectionsWithin(10'000, 100), std::size_t(50));
    QCOMPARE(connectionsWithin(10'000, 50), std::size_t(10));
    QCOMPARE(connectionsWithin(10'000, 20), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestHttpHostile)
#include "tst_httphostile.moc"
