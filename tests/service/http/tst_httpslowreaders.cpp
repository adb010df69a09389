// SPDX-License-Identifier: Apache-2.0
#include "rawclient.h"
#include "tests/support/sanitized.h"
#include "testserver.h"
#include "wiretext.h"

#include <QTest>
#include <fstream>
#include <malloc.h>
#include <unistd.h>

using namespace xp::service;
using Milliseconds = RawClient::Milliseconds;

namespace {

/// Asks, without reading, until the server can write no more and a handler holds the last request. How many answers are
/// due, of which every fourth is the handler's.
int fill(TestServer& server, RawClient& client, const std::string& held)
{
    const std::string three = request("GET /middling") + request("GET /middling") + request("GET /middling");
    for (int rounds = 1; rounds < 1000; ++rounds) {
        client.send(three + request("GET /held"));
        if (!server.waitForHeld(1, Milliseconds(1000))) // the client has to read first
            return 4 * (rounds - 1) + 3;
        for (const auto& exchange : server.takeHeld())
            exchange->respond({200, held, "text/plain"});
    }
    return 0;
}

std::size_t residentBytes()
{
    std::size_t total = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * static_cast<std::size_t>(::getpagesize());
}

} // namespace

/// Clients that ask for more than they read: what is being written to them must not move, and nothing of it be lost.
class TestHttpSlowReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ::mallopt(M_PERTURB, 0xa5); } // what is given back is overwritten
    void anAnswerWaitsForTheOneThatIsBeingWritten_data();
    void anAnswerWaitsForTheOneThatIsBeingWritten();
    void giveWayToThoseWhoCome();
    void leaveNothingBehindOnceTheyHaveRead();
};

void TestHttpSlowReaders::anAnswerWaitsForTheOneThatIsBeingWritten_data()
{
    QTest::addColumn<std::size_t>("bytes");
    QTest::newRow("small") << std::size_t(100);
    QTest::newRow("as large as a buffer takes") << std::size_t(16 * 1024);
    QTest::newRow("large") << std::size_t(300'000);
}

void TestHttpSlowReaders::anAnswerWaitsForTheOneThatIsBeingWritten()
{
    QFETCH(std::size_t, bytes);
    TestServer server;
    RawClient client(server.port(), 4 * 1024);
    const std::string held(bytes, 'h');
    const int due = fill(server, client, held);
    QVERIFY(due > 4);
    for (int i = 0; i < due; ++i) {
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body == (i % 4 == 3 ? held : std::string(16'000, 'm')), std::to_string(i).c_str());
    }
    QVERIFY(server.waitForHeld(1)); // the last one, which was not read before
    for (const auto& exchange : server.takeHeld())
        exchange->respond({200, held, "text/plain"});
    QCOMPARE(client.answer().body.size(), bytes);
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
}

/// ... behind all others.
void TestHttpSlowReaders::giveWayToThoseWhoCome()
{
    HttpOptions options;
    options.limits.connections = 20;
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> readers;
    for (int i = 0; i < 19; ++i) {
        readers.push_back(std::make_unique<RawClient>(server.port(), 4 * 1024));
        readers.back()->send(request("GET /shared"));
        QTRY_COMPARE(server.server().counts().connections, std::size_t(i) + 1);
    }
    RawClient body(server.port());
    body.send(request("POST /echo", "Content-Length: 2\r\n", "{"));
    QTRY_COMPARE(server.server().counts().connections, std::size_t(20));
    std::vector<std::unique_ptr<RawClient>> others;
    for (std::size_t i = 0; i < 5; ++i) {
        others.push_back(std::make_unique<RawClient>(server.port()));
        others.back()->send(request("GET /held"));
        QVERIFY(server.waitForHeld(i + 1));
    }
    QCOMPARE(server.server().counts().refused, std::uint64_t(0));
    QVERIFY(body.isClosedWithin(Milliseconds(1000)));
    QVERIFY(!readers.back()->isClosedWithin(Milliseconds(50)));
    for (const auto& exchange : server.takeHeld())
        exchange->respond(jsonResponse("{}"));
}

/// What a connection has needed for many answers at once is not kept for one that may come.
void TestHttpSlowReaders::leaveNothingBehindOnceTheyHaveRead()
{
    if (xp::test::kSanitized)
        QSKIP("a sanitizer keeps what is freed");
    constexpr int kClients = 200;
    TestServer server;
    const std::string four =
        request("GET /middling") + request("GET /middling") + request("GET /middling") + request("GET /middling");
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        QCOMPARE(clients.back()->ask(request("GET /ok")).status, 200);
    }
    const std::size_t before = residentBytes();
    for (const auto& client : clients) {
        client->send(four);
        std::size_t left = 4 * 16'000;
        while (left > 0) { // and their heads, which are left: what the client keeps is not to be measured
            const std::size_t read = client->readSome(std::min(left, std::size_t(4096)));
            QVERIFY(read > 0);
            left -= read;
        }
    }
    QCOMPARE(RawClient(server.port()).ask(request("GET /ok")).status, 200);
    const std::size_t after = residentBytes();
    const std::size_t each = (after - std::min(before, after)) / kClients;
    QVERIFY2(each < 32 * 1024, std::to_string(each).c_str());
}

QTEST_GUILESS_MAIN(TestHttpSlowReaders)
#include "tst_httpslowreaders.moc"
