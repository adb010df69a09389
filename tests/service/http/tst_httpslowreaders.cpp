// SPDX-License-Identifier: Apache-2.0
#include "rawclient.h"
#include "testserver.h"
#include "wiretext.h"

#include <QTest>
#include <malloc.h>

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

} // namespace

/// Clients that ask for more than they read: what is being written to them must not move, and nothing of it be lost.
class TestHttpSlowReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ::mallopt(M_PERTURB, 0xa5); } // what is given back is overwritten
    void anAnswerWaitsForTheOneThatIsBeingWritten_data();
    void anAnswerWaitsForTheOneThatIsBeingWritten();
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

QTEST_GUILESS_MAIN(TestHttpSlowReaders)
#include "tst_httpslowreaders.moc"
