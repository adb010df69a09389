// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "rawclient.h"
#include "testserver.h"
#include "wiretext.h"

#include <QTest>
#include <thread>

using namespace xp::service;
using Milliseconds = RawClient::Milliseconds;

/// Answers of a length that nobody knows before.
class TestHttpStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsChunks();
    void endsWithTheConnectionForOldClients();
    void sendsNothingForHead();
    void takesPiecesFromAnyThread();
    void asksOnlyWhenTheClientReads();
    void cutsOffWhatIsNotWhole_data();
    void cutsOffWhatIsNotWhole();
    void ignoresASecondPiece();
    void letsTheProducerGoWhenTheClientLeaves();
    void closesOnAClientThatStopsReading();
    void servesOthersMeanwhile();
};

void TestHttpStreams::sendsChunks()
{
    TestServer server;
    RawClient client(server.port());
    client.send(request("GET /stream") + request("GET /ok"));
    const RawAnswer answer = client.answer();
    QVERIFY(answer.isWhole);
    QCOMPARE(answer.header("transfer-encoding"), std::string("chunked"));
    QCOMPARE(answer.header("content-type"), std::string("text/csv"));
    QVERIFY(!answer.headers.contains("content-length"));
    QCOMPARE(answer.body, std::string(100'000, 'x'));
    QCOMPARE(server.pieces.load(), 101);
    QTRY_COMPARE(server.streamsGone.load(), 1);
    QCOMPARE(client.answer().body, std::string("{\"ok\":true}"));
    // An empty piece is not the end.
    const RawAnswer empty = client.ask(request("GET /stream/empty"));
    QVERIFY(empty.isWhole);
    QCOMPARE(server.pieces.load(), 101 + 4);
}

void TestHttpStreams::endsWithTheConnectionForOldClients()
{
    TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(!answer.headers.contains("transfer-encoding"));
    QCOMPARE(answer.header("connection"), std::string("close"));
    QCOMPARE(answer.body, std::string(100'000, 'x'));
}

void TestHttpStreams::sendsNothingForHead()
{
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.ask(request("HEAD /stream"), /*hasBody=*/false).header("transfer-encoding"),
             std::string("chunked"));
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
    QCOMPARE(server.pieces.load(), 0);
    QTRY_COMPARE(server.streamsGone.load(), 1);
}

void TestHttpStreams::takesPiecesFromAnyThread()
{
    TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(request("GET /stream/threads"));
    QVERIFY(answer.isWhole);
    QCOMPARE(answer.body, std::string(200, 'x'));
}

void TestHttpStreams::asksOnlyWhenTheClientReads()
{
    TestServer server;
    RawClient client(server.port(), 8 * 1024);
    client.send(request("GET /stream/endless"));
    // The kernel's buffers fill, then nothing more is produced.
    int before = -1;
    for (int i = 0; i < 100 && before != server.pieces.load(); ++i) {
        before = server.pieces.load();
        std::this_thread::sleep_for(Milliseconds(100));
    }
    QCOMPARE(server.pieces.load(), before);
    QVERIFY(before > 0 && before < 200); // of 64 KiB
    client.readAll(Milliseconds(200));
    QVERIFY(server.pieces.load() > before);
}

void TestHttpStreams::cutsOffWhatIsNotWhole_data()
{
    QTest::addColumn<std::string>("path");
    QTest::newRow("error") << std::string("/stream/broken");
    QTest::newRow("exception") << std::string("/stream/throws");
    QTest::newRow("given up") << std::string("/stream/abandoned");
}

void TestHttpStreams::cutsOffWhatIsNotWhole()
{
    QFETCH(std::string, path);
    TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(request("GET " + path));
    QVERIFY(!answer.isWhole);
    QVERIFY(client.isClosedWithin(Milliseconds(1000)));
    QCOMPARE(RawClient(server.port()).ask(request("GET /ok")).status, 200);
}

void TestHttpStreams::ignoresASecondPiece()
{
    TestServer server;
    RawClient client(server.port());
    client.send(request("GET /stream/waiting"));
    QTRY_COMPARE(server.pieces.load(), 1);
    const PieceSink first = server.takeSinks().front();
    first(std::string("a"));
    first(std::string("b"));
    QTRY_COMPARE(server.pieces.load(), 2);
    first(std::string("c"));
    server.takeSinks().front()(std::nullopt);
    QCOMPARE(client.answer().body, std::string("a"));
}

void TestHttpStreams::letsTheProducerGoWhenTheClientLeaves()
{
    for (const bool hard : {false, true}) {
        TestServer server;
        RawClient client(server.port());
        client.send(request("GET /stream/endless"));
        client.answer(true, Milliseconds(50));
        client.leave(hard);
        QTRY_COMPARE(server.streamsGone.load(), 1);
        QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    }
    // Nobody writes, so nobody notices: until the next piece.
    TestServer server;
    RawClient client(server.port());
    client.send(request("GET /stream/waiting"));
    QTRY_COMPARE(server.pieces.load(), 1);
    client.leave(/*hard=*/true);
    std::vector<PieceSink> sinks = server.takeSinks();
    for (int i = 0; i < 3 && !sinks.empty(); ++i) {
        sinks.front()(std::string("x"));
        std::this_thread::sleep_for(Milliseconds(50));
        sinks = server.takeSinks();
    }
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
}

void TestHttpStreams::closesOnAClientThatStopsReading()
{
    std::atomic<int> status{0};
    HttpOptions options;
    options.timeouts.write = Milliseconds(300);
    options.onFinished = [&](const FinishedRequest& finished) { status = finished.status; };
    TestServer server(options);
    RawClient client(server.port(), 8 * 1024);
    client.send(request("GET /stream/endless"));
    QTRY_COMPARE(server.streamsGone.load(), 1);
    QCOMPARE(status.load(), 499);
    QCOMPARE(server.server().counts().connections, std::size_t(0));
    QCOMPARE(server.server().counts().requestsInFlight, std::size_t(0));
}

void TestHttpStreams::servesOthersMeanwhile()
{
    TestServer server; // one thread
    RawClient reader(server.port());
    reader.send(request("GET /stream/endless"));
    std::atomic<bool> isOver{false};
    std::thread reading([&] {
        while (!isOver)
            reader.readAll(Milliseconds(20));
    });
    RawClient other(server.port());
    for (int i = 0; i < 50 || server.pieces < 100; ++i)
        QCOMPARE(other.ask(request("GET /ok")).status, 200);
    isOver = true;
    reading.join();
}

QTEST_GUILESS_MAIN(TestHttpStreams)
#include "tst_httpstreams.moc"
