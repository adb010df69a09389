// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "rawclient.h"
#include "testserver.h"
#include "wiretext.h"

#include <QTest>
#include <thread>

using namespace xp::service;
using Milliseconds = RawClient::Milliseconds;

/// The end of a server: nothing in flight is lost, nothing holds it up for long.
class TestHttpStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatIsInFlight();
    void servesThoseWhoAreWaitingToBeAccepted();
    void doesNotWaitForTheIdleAndTheSlow();
    void cutsOffAtTheDeadline();
    void letsExchangesOutliveIt();
    void stopsUnderLoad();
    void saysWhyItCannotStart();
};

void TestHttpStop::answersWhatIsInFlight()
{
    TestServer server({.threads = 2});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(request("GET /held"));
    }
    QVERIFY(server.waitForHeld(10));
    const std::uint16_t port = server.port();
    std::thread answering([&] {
        std::this_thread::sleep_for(Milliseconds(200));
        // Nobody new is let in by now.
        QVERIFY(!RawClient(port).isConnected());
        for (const auto& exchange : server.takeHeld())
            exchange->respond(jsonResponse("{}"));
    });
    const auto start = std::chrono::steady_clock::now();
    server.server().stop(Milliseconds(10'000));
    const auto took = std::chrono::steady_clock::now() - start;
    answering.join();
    QVERIFY(took > Milliseconds(150));
    QVERIFY(took < Milliseconds(3000));
    for (const auto& client : clients) {
        const RawAnswer answer = client->answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("connection"), std::string("close"));
    }
}

void TestHttpStop::servesThoseWhoAreWaitingToBeAccepted()
{
    std::atomic<bool> isBlocked{false};
    TestServer server;
    // While its only thread is busy, the kernel accepts for it.
    server.server().broadcast([&] {
        isBlocked = true;
        std::this_thread::sleep_for(Milliseconds(300));
    });
    QTRY_VERIFY(isBlocked.load());
    RawClient client(server.port());
    client.send(request("GET /ok"));
    server.server().stop(Milliseconds(5000));
    QCOMPARE(client.answer().status, 200);
}

void TestHttpStop::doesNotWaitForTheIdleAndTheSlow()
{
    TestServer server;
    RawClient idle(server.port());
    RawClient used(server.port());
    RawClient slow(server.port());
    RawClient dropping(server.port());
    QCOMPARE(used.ask(request("GET /ok")).status, 200);
    QCOMPARE(dropping.ask(request("POST /echo", "Content-Length: 2000000000\r\n")).status, 413);
    slow.send("GET /ok HT");
    QTRY_COMPARE(server.server().counts().connections, std::size_t(4));
    std::this_thread::sleep_for(Milliseconds(50));
    const auto start = std::chrono::steady_clock::now();
    server.server().stop(Milliseconds(10'000));
    QVERIFY(std::chrono::steady_clock::now() - start < Milliseconds(4000));
    QVERIFY(idle.isClosedWithin(Milliseconds(100)));
    QCOMPARE(slow.answer().status, 408);
}

void TestHttpStop::cutsOffAtTheDeadline()
{
    TestServer server;
    RawClient held(server.port());
    RawClient unread(server.port(), 4 * 1024);
    held.send(request("GET /held"));
    unread.send(request("GET /stream/endless"));
    QVERIFY(server.waitForHeld(1));
    const auto start = std::chrono::steady_clock::now();
    server.server().stop(Milliseconds(300));
    const auto took = std::chrono::steady_clock::now() - start;
    QVERIFY(took > Milliseconds(250));
    QVERIFY(took < Milliseconds(2000));
    QVERIFY(held.isClosedWithin(Milliseconds(100)));
    QCOMPARE(server.streamsGone.load(), 1);
}

void TestHttpStop::letsExchangesOutliveIt()
{
    std::vector<std::shared_ptr<Exchange>> held;
    std::vector<PieceSink> sinks;
    {
        TestServer server;
        RawClient client(server.port());
        RawClient reader(server.port());
        client.send(request("GET /held", "X-Request-Id: kept\r\n"));
        reader.send(request("GET /stream/waiting"));
        QVERIFY(server.waitForHeld(1));
        QTRY_COMPARE(server.pieces.load(), 1);
        held = server.takeHeld();
        sinks = server.takeSinks();
        server.server().stop(Milliseconds(50));
    }
    QCOMPARE(held.front()->request().requestId(), std::string("kept"));
    held.front()->respond(jsonResponse("{}"));
    sinks.front()(std::string("late"));
}

void TestHttpStop::stopsUnderLoad()
{
    for (int round = 0; round < 5; ++round) {
        TestServer server({.threads = 2});
        const std::uint16_t port = server.port();
        std::atomic<int> wrong{0};
        std::atomic<int> right{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (;;) {
                    RawClient client(port);
                    if (!client.isConnected())
                        return;
                    for (int k = 0; k < 20; ++k) {
                        const RawAnswer answer = client.ask(request("GET /ok"));
                        if (answer.status == 0)
                            break; // closed between two requests, or never accepted
                        ++(answer.status == 200 && answer.isWhole ? right : wrong);
                        if (answer.header("connection") == "close")
                            break;
                    }
                }
            });
        std::this_thread::sleep_for(Milliseconds(50));
        server.server().stop(Milliseconds(5000));
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(right.load() > 0);
    }
}

void TestHttpStop::saysWhyItCannotStart()
{
    TestServer first;
    HttpServer second({.port = first.port()}, Router());
    const auto taken = second.start();
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, xp::ErrorCode::Unavailable);
    QVERIFY(taken.error().sentence.text.find("127.0.0.1:" + std::to_string(first.port())) != std::string::npos);
    HttpServer nowhere({.host = "host.invalid", .port = 0}, Router());
    const auto unknown = nowhere.start();
    QVERIFY(!unknown);
    QVERIFY(unknown.error().sentence.text.find("host.invalid") != std::string::npos);
    // Stopping what never ran is nothing.
    nowhere.stop();
}

QTEST_GUILESS_MAIN(TestHttpStop)
#include "tst_httpstop.moc"
