// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "rawclient.h"
#include "testserver.h"
#include "wiretext.h"

#include <QTest>
#include <array>
#include <thread>
#include <zlib.h>

using namespace xp::service;

namespace {

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()), '\0');
    std::string copy = text;
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace

/// What a well-behaved client relies on.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndKeepsTheConnection();
    void endsTheConnectionWhenAsked_data();
    void endsTheConnectionWhenAsked();
    void answersPipelinedRequestsInOrder();
    void answersAClientThatHasFinishedSending();
    void answersFromAnotherThread();
    void answersHeadLikeGet();
    void passesParametersAndQuery();
    void answersProblems_data();
    void answersProblems();
    void keepsTheConnectionAfterAProblem();
    void hidesWhatWentWrongInside();
    void answersWhenTheExchangeIsDropped();
    void checksContentTypes_data();
    void checksContentTypes();
    void unpacksGzip();
    void invitesTheBody();
    void echoesRequestIds();
    void allowsOrigins();
    void keepsHeadersOfItsOwn();
    void sendsLargeAnswers();
    void tellsWhatIsFinished();
    void servesOnSeveralThreads();
};

void TestHttpServer::answersAndKeepsTheConnection()
{
    TestServer server;
    QVERIFY2(server.isRunning(), server.error().c_str());
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        const RawAnswer answer = client.ask(request("GET /ok"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("{\"ok\":true}"));
        QCOMPARE(answer.header("content-type"), std::string("application/json"));
        QCOMPARE(answer.header("content-length"), std::string("11"));
        QCOMPARE(answer.header("x-content-type-options"), std::string("nosniff"));
        QCOMPARE(answer.header("connection"), std::string());
        QVERIFY(answer.header("date").ends_with(" GMT"));
    }
    QCOMPARE(field(client.ask(post("/echo?a=1", "{\"x\":1}")), "body"), std::string("{\"x\":1}"));
    QCOMPARE(field(client.ask(request("POST /echo", "Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")), "body"),
             std::string("{}"));
}

void TestHttpServer::endsTheConnectionWhenAsked_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<bool>("closes");
    const auto row = [](const char* name, const char* bytes, bool closes) {
        QTest::newRow(name) << std::string(bytes) << closes;
    };
    row("1.1", "GET /ok HTTP/1.1\r\nHost: h\r\n\r\n", false);
    row("1.1 close", "GET /ok HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", true);
    row("1.0", "GET /ok HTTP/1.0\r\n\r\n", true);
    row("1.0 keep-alive", "GET /ok HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", false);
}

void TestHttpServer::endsTheConnectionWhenAsked()
{
    QFETCH(std::string, bytes);
    QFETCH(bool, closes);
    TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(bytes);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("connection"), std::string(closes ? "close" : bytes.find("1.0") < 20 ? "keep-alive" : ""));
    QCOMPARE(client.isClosedWithin(RawClient::Milliseconds(closes ? 2000 : 200)), closes);
}

void TestHttpServer::answersPipelinedRequestsInOrder()
{
    TestServer server;
    RawClient client(server.port());
    std::string all;
    for (int i = 0; i < 500; ++i)
        all += i % 2 == 0 ? request("GET /items/" + std::to_string(i))
                          : post("/echo", "{\"n\":" + std::to_string(i) + "}");
    std::thread sender([&] { client.send(all); });
    for (int i = 0; i < 500; ++i) {
        const RawAnswer answer = client.answer();
        if (i % 2 == 0)
            QCOMPARE(field(answer, "id"), std::to_string(i));
        else
            QCOMPARE(field(answer, "body"), "{\"n\":" + std::to_string(i) + "}");
    }
    sender.join();
    // The one that is answered later holds back those behind it.
    client.send(request("GET /held") + request("GET /items/7"));
    QVERIFY(server.waitForHeld(1));
    QCOMPARE(client.answer(true, RawClient::Milliseconds(100)).status, 0);
    server.takeHeld().front()->respond(emptyResponse());
    QCOMPARE(client.answer().status, 204);
    QCOMPARE(field(client.answer(), "id"), std::string("7"));
}

void TestHttpServer::answersAClientThatHasFinishedSending()
{
    TestServer server;
    RawClient client(server.port());
    client.send(request("GET /held"));
    client.finishSending();
    QVERIFY(server.waitForHeld(1));
    server.takeHeld().front()->respond(jsonResponse("{}"));
    QCOMPARE(client.answer().status, 200);
    QVERIFY(client.isClosedWithin(RawClient::Milliseconds(2000)));
}

void TestHttpServer::answersFromAnotherThread()
{
    TestServer server;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(request("GET /held", "X-Request-Id: r" + std::to_string(i) + "\r\n") + request("GET /ok"));
    }
    QVERIFY(server.waitForHeld(40));
    std::vector<std::thread> threads;
    for (auto& exchange : server.takeHeld())
        threads.emplace_back([exchange] {
            exchange->respond(jsonResponse('"' + exchange->request().requestId() + '"'));
            exchange->respond(jsonResponse("\"again\"")); // nobody hears this one
        });
    for (std::thread& thread : threads)
        thread.join();
    for (std::size_t i = 0; i < clients.size(); ++i) {
        QCOMPARE(clients[i]->answer().body, "\"r" + std::to_string(i) + '"');
        QCOMPARE(clients[i]->answer().body, std::string("{\"ok\":true}"));
    }
    QCOMPARE(server.server().counts().requestsInFlight, std::size_t(0));
}

void TestHttpServer::answersHeadLikeGet()
{
    TestServer server;
    RawClient client(server.port());
    for (const char* path : {"/ok", "/large", "/nowhere"}) {
        const RawAnswer get = client.ask(request(std::string("GET ") + path));
        const RawAnswer head = client.ask(request(std::string("HEAD ") + path), /*hasBody=*/false);
        QCOMPARE(head.status, get.status);
        QCOMPARE(head.header("content-length"), get.header("content-length"));
        QCOMPARE(head.header("content-type"), get.header("content-type"));
    }
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
}

void TestHttpServer::passesParametersAndQuery()
{
    TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(request("GET /items/a%20b%2Fc?user_id=u+1&x=%C3%A9"));
    QCOMPARE(field(answer, "id"), std::string("a b/c"));
    QCOMPARE(field(answer, "query"), std::string("{\"user_id\":\"u 1\",\"x\":\"\xC3\xA9\"}"));
    QCOMPARE(field(answer, "peer"), std::string("127.0.0.1"));
    QCOMPARE(field(client.ask(request("GET /files/a/b.js")), "rest"), std::string("a/b.js"));
}

void TestHttpServer::answersProblems_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("header"); ///< `name: value` that must be there
    const auto row = [](const char* name, const std::string& bytes, int status, const char* code,
                        const char* header = "") {
        QTest::newRow(name) << bytes << status << std::string(code) << std::string(header);
    };
    row("unknown route", request("GET /nowhere"), 404, "unknown_route");
    row("wrong method", request("PUT /items/1"), 405, "method_not_allowed", "allow: GET, HEAD, DELETE, OPTIONS");
    row("escape", request("GET /items/%zz"), 400, "bad_target");
    row("query", request("GET /echo?a=%zz"), 400, "bad_query");
    row("no request", "hello\r\n\r\n", 400, "bad_request", "connection: close");
    row("no request at all", "{\"a\":1}", 400, "bad_request", "connection: close");
    row("smuggled", request("POST /echo", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "{}"), 400,
        "bad_request", "connection: close");
    row("no host", "GET /ok HTTP/1.1\r\n\r\n", 400, "bad_host", "connection: close");
    row("large body", request("POST /echo", "Content-Length: 1048577\r\n"), 413, "body_too_large", "connection: close");
    row("large batch", request("POST /batch", "Content-Length: 16777217\r\n"), 413, "body_too_large",
        "connection: close");
    row("large body, asked", request("POST /echo", "Content-Length: 1048577\r\nExpect: 100-continue\r\n"), 413,
        "body_too_large", "connection: close");
    row("wrong type, asked",
        request("POST /echo", "Content-Length: 2\r\nContent-Type: text/xml\r\nExpect: 100-continue\r\n"), 415,
        "unsupported_content_type", "connection: close");
    row("long target", "GET /" + std::string(17000, 'a'), 414, "target_too_long", "connection: close");
    row("long head", "GET / HTTP/1.1\r\nHost: h\r\nA: " + std::string(17000, 'a'), 431, "header_too_large",
        "connection: close");
    row("form", post("/echo", "a=b", "Content-Type: application/x-www-form-urlencoded\r\n"), 415,
        "unsupported_content_type", "accept: application/json");
    row("encoding", post("/echo", "{}", "Content-Encoding: br\r\n"), 415, "unsupported_content_encoding",
        "accept-encoding: gzip");
    row("expectation", request("GET /ok", "Expect: the-unexpected\r\n"), 417, "expectation_failed",
        "connection: close");
    row("method", request("BREW /items/1"), 405, "method_not_allowed", "allow: GET, HEAD, DELETE, OPTIONS");
    row("method, whole address", "BREW http://h/items/1?a=%zz HTTP/1.1\r\nHost: h\r\n\r\n", 405, "method_not_allowed",
        "allow: GET, HEAD, DELETE, OPTIONS");
    row("method, nowhere", request("BREW /nowhere"), 405, "method_not_allowed",
        "allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    row("method, closed", request("TRACE /ok"), 405, "method_not_allowed", "connection: close");
    row("transfer encoding", request("POST /echo", "Transfer-Encoding: gzip, chunked\r\n"), 501,
        "transfer_encoding_not_implemented", "connection: close");
    row("version", "GET /ok HTTP/3.0\r\n\r\n", 505, "http_version_not_supported", "connection: close");
}

void TestHttpServer::answersProblems()
{
    QFETCH(std::string, bytes);
    QFETCH(int, status);
    QFETCH(std::string, code);
    QFETCH(std::string, header);
    static TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(bytes);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("content-type"), std::string("application/problem+json"));
    QCOMPARE(field(answer, "code"), code);
    QCOMPARE(field(answer, "status"), std::to_string(status));
    QCOMPARE(field(answer, "type"), "urn:experimentation:problem:" + code);
    QCOMPARE(field(answer, "title"), std::string(reasonPhrase(status)));
    QCOMPARE(field(answer, "errors"), std::string("[]"));
    QCOMPARE(field(answer, "request_id"), answer.header("x-request-id"));
    QVERIFY(!field(answer, "detail").empty());
    if (const std::size_t colon = header.find(": "); colon != std::string::npos)
        QCOMPARE(answer.header(header.substr(0, colon)), header.substr(colon + 2));
    if (header == "connection: close") {
        client.finishSending();
        QVERIFY(client.isClosedWithin(RawClient::Milliseconds(1000)));
    }
}

void TestHttpServer::keepsTheConnectionAfterAProblem()
{
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.ask(post("/nowhere", std::string(100'000, 'x'))).status, 404);
    QCOMPARE(client.ask(post("/items/1", "{}")).status, 405);
    QCOMPARE(client.ask(post("/echo", "a=b", "Content-Type: text/plain\r\n")).status, 415);
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
}

void TestHttpServer::hidesWhatWentWrongInside()
{
    std::mutex mutex;
    std::string reported;
    TestServer server({.onProblem = [&](const std::string& problem) {
        const std::lock_guard lock(mutex);
        reported = problem;
    }});
    RawClient client(server.port());
    const RawAnswer answer = client.ask(request("GET /throws"));
    QCOMPARE(answer.status, 500);
    QCOMPARE(field(answer, "code"), std::string("internal_error"));
    QVERIFY(answer.body.find("secret") == std::string::npos);
    const std::lock_guard lock(mutex);
    QVERIFY(reported.find("secret") != std::string::npos);
}

void TestHttpServer::answersWhenTheExchangeIsDropped()
{
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.ask(request("GET /dropped")).status, 500);
    client.send(request("GET /held"));
    QVERIFY(server.waitForHeld(1));
    std::thread([&] { server.takeHeld(); }).join();
    QCOMPARE(client.answer().status, 500);
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
}

void TestHttpServer::checksContentTypes_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("expected"); ///< the status, or whether it is NDJSON
    const auto row = [](const char* path, const char* type, const char* expected) {
        QTest::newRow((std::string(path) + " " + type).c_str())
            << std::string(path) << std::string(type) << std::string(expected);
    };
    row("/echo", "", "false");
    row("/echo", "application/json", "false");
    row("/echo", "Application/JSON; charset=UTF-8", "false");
    row("/echo", "application/json; charset=utf-16", "415");
    row("/echo", "application/jsonp", "415");
    row("/echo", "application/x-ndjson", "415");
    row("/echo", "application/x-www-form-urlencoded", "415");
    row("/batch", "application/json", "false");
    row("/batch", "application/x-ndjson", "true");
    row("/batch", "text/csv", "415");
}

void TestHttpServer::checksContentTypes()
{
    QFETCH(std::string, path);
    QFETCH(std::string, type);
    QFETCH(std::string, expected);
    static TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(post(path, "{}", type.empty() ? "" : "Content-Type: " + type + "\r\n"));
    QCOMPARE(answer.status == 200 ? field(answer, "ndjson") : std::to_string(answer.status), expected);
    if (answer.status == 415)
        QVERIFY(field(answer, "detail").find("Content-Type: application/json") != std::string::npos);
}

void TestHttpServer::unpacksGzip()
{
    TestServer server;
    RawClient client(server.port());
    const std::string text = "{\"a\":\"" + std::string(100'000, 'x') + "\"}";
    const std::string packed = gzipped(text);
    QCOMPARE(field(client.ask(post("/echo", packed, "Content-Encoding: gzip\r\n")), "body"), text);
    // Two members one behind the other are one text.
    QCOMPARE(field(client.ask(post("/echo", packed + gzipped(" "), "Content-Encoding: gzip\r\n")), "body"), text + " ");

    for (const std::string& broken : {std::string("{}"), packed.substr(0, packed.size() - 4), packed + "x"})
        QCOMPARE(field(RawClient(server.port()).ask(post("/echo", broken, "Content-Encoding: gzip\r\n")), "code"),
                 std::string("bad_gzip"));
    // A megabyte and a byte fits in a kilobyte; so does its refusal.
    const std::string bomb = gzipped(std::string(1024 * 1024 + 1, ' '));
    QVERIFY(bomb.size() < 2000);
    QCOMPARE(RawClient(server.port()).ask(post("/echo", bomb, "Content-Encoding: gzip\r\n")).status, 413);
    QCOMPARE(RawClient(server.port()).ask(post("/batch", bomb, "Content-Encoding: gzip\r\n")).status, 200);
    // Within the limit, but so dense that it costs its sender next to nothing.
    const RawAnswer dense =
        RawClient(server.port())
            .ask(post("/batch", gzipped(std::string(4 * 1024 * 1024, ' ')), "Content-Encoding: gzip\r\n"));
    QCOMPARE(dense.status, 413);
    QCOMPARE(field(dense, "code"), std::string("body_too_large"));
}

void TestHttpServer::invitesTheBody()
{
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.ask(request("POST /echo", "Content-Length: 2\r\nExpect: 100-continue\r\n")).status, 100);
    QCOMPARE(field(client.ask("{}"), "body"), std::string("{}"));
    // One that does not wait is not answered twice.
    QCOMPARE(client.ask(post("/echo", "{}", "Expect: 100-continue\r\n")).status, 200);
    QCOMPARE(client.ask(request("GET /ok")).status, 200);
}

void TestHttpServer::echoesRequestIds()
{
    TestServer server;
    RawClient client(server.port());
    const auto idOf = [&](const std::string& id) {
        return client.ask(request("GET /echo", "X-Request-ID: " + id + "\r\n"));
    };
    QCOMPARE(idOf("abc-1.2_3").header("x-request-id"), std::string("abc-1.2_3"));
    QCOMPARE(field(idOf("abc"), "request_id"), std::string("abc"));
    QCOMPARE(idOf(std::string(64, 'a')).header("x-request-id"), std::string(64, 'a'));
    for (const std::string& bad :
         {std::string(), std::string(65, 'a'), std::string("a b"), std::string("a\"b"), std::string("\xC3\xA9")}) {
        const std::string made = idOf(bad).header("x-request-id");
        QVERIFY(!made.empty() && made != bad);
    }
    QVERIFY(idOf("").header("x-request-id") != idOf("").header("x-request-id"));
    QCOMPARE(client.ask(request("GET /nowhere", "X-Request-ID: mine\r\n")).header("x-request-id"), std::string("mine"));
}

void TestHttpServer::allowsOrigins()
{
    const std::string preflight = "Access-Control-Request-Method: POST\r\nOrigin: ";
    TestServer none;
    RawClient noneClient(none.port());
    QCOMPARE(noneClient.ask(request("GET /ok", "Origin: https://a.example\r\n")).header("access-control-allow-origin"),
             std::string());
    const RawAnswer options = noneClient.ask(request("OPTIONS /items/1", preflight + "https://a.example\r\n"));
    QCOMPARE(options.status, 204);
    QCOMPARE(options.header("allow"), std::string("GET, HEAD, DELETE, OPTIONS"));
    QCOMPARE(options.header("access-control-allow-methods"), std::string());

    TestServer two({.corsOrigins = {"https://a.example", "https://b.example"}});
    RawClient client(two.port());
    const RawAnswer allowed = client.ask(request("GET /ok", "Origin: https://b.example\r\n"));
    QCOMPARE(allowed.header("access-control-allow-origin"), std::string("https://b.example"));
    QCOMPARE(allowed.header("vary"), std::string("Origin"));
    QCOMPARE(allowed.header("access-control-expose-headers"), std::string("ETag, Location, Retry-After, X-Request-Id"));
    const RawAnswer foreign = client.ask(request("GET /ok", "Origin: https://c.example\r\n"));
    QCOMPARE(foreign.status, 200);
    QCOMPARE(foreign.header("access-control-allow-origin"), std::string());
    QCOMPARE(client.ask(request("GET /nowhere", "Origin: https://a.example\r\n")).header("access-control-allow-origin"),
             std::string("https://a.example"));
    const RawAnswer asked = client.ask(request("OPTIONS /items/1", preflight + "https://a.example\r\n"));
    QCOMPARE(asked.status, 204);
    QCOMPARE(asked.header("access-control-allow-origin"), std::string("https://a.example"));
    QCOMPARE(
        asked.header("access-control-allow-headers"),
        std::string("content-type, content-encoding, authorization, x-api-key, if-none-match, if-match, last-event-id, "
                    "x-qa-variant, x-request-id"));
    // A beacon comes with credentials; where any page may come, only without.
    QCOMPARE(asked.header("access-control-allow-credentials"), std::string("true"));
    QCOMPARE(allowed.header("access-control-allow-credentials"), std::string("true"));
    QCOMPARE(foreign.header("access-control-allow-credentials"), std::string());
    QVERIFY(asked.header("access-control-allow-methods").find("DELETE") != std::string::npos);
    QCOMPARE(client.ask(request("OPTIONS /items/1", preflight + "https://c.example\r\n"))
                 .header("access-control-allow-methods"),
             std::string());

    TestServer any({.corsOrigins = {"*"}});
    QCOMPARE(RawClient(any.port())
                 .ask(request("GET /ok", "Origin: https://c.example\r\n"))
                 .header("access-control-allow-origin"),
             std::string("*"));
    QCOMPARE(RawClient(any.port())
                 .ask(request("GET /ok", "Origin: https://c.example\r\n"))
                 .header("access-control-allow-credentials"),
             std::string());
}

void TestHttpServer::keepsHeadersOfItsOwn()
{
    TestServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(request("GET /inject"));
    QCOMPARE(answer.header("x-good"), std::string("a"));
    QVERIFY(!answer.headers.contains("x-bad"));
    QVERIFY(!answer.headers.contains("x-evil"));
}

void TestHttpServer::sendsLargeAnswers()
{
    TestServer server;
    RawClient client(server.port());
    client.send(request("GET /large") + request("GET /ok") + request("GET /large"));
    for (const std::size_t size : {8u * 1024 * 1024, 11u, 8u * 1024 * 1024}) {
        const RawAnswer answer = client.answer();
        QVERIFY(answer.isWhole);
        QCOMPARE(answer.body.size(), std::size_t(size));
    }
}

void TestHttpServer::tellsWhatIsFinished()
{
    std::mutex mutex;
    std::vector<std::string> lines;
    TestServer server({.onFinished = [&](const FinishedRequest& finished) {
        const std::lock_guard lock(mutex);
        lines.push_back(std::string(finished.method) + ' ' + std::string(finished.endpoint) + ' ' +
                        std::to_string(finished.status) + ' ' + std::to_string(finished.requestBytes) + ' ' +
                        std::to_string(finished.responseBytes) + ' ' + std::string(finished.requestId) + ' ' +
                        std::string(finished.peer));
        if (finished.duration.count() <= 0 || finished.duration > std::chrono::seconds(10))
            lines.push_back("duration");
    }});
    RawClient client(server.port());
    client.ask(request("GET /ok", "X-Request-Id: a\r\n"));
    const RawAnswer item = client.ask(request("DELETE /items/1", "X-Request-Id: b\r\n"));
    const RawAnswer echo = client.ask(post("/echo", "{}", "X-Request-Id: c\r\n"));
    const RawAnswer nowhere = client.ask(request("GET /nowhere", "X-Request-Id: d\r\n"));
    const RawAnswer noise = client.ask("noise\r\n\r\n");
    const std::lock_guard lock(mutex);
    const auto size = [](const RawAnswer& answer) { return std::to_string(answer.body.size()); };
    QCOMPARE(lines.size(), std::size_t(5));
    QCOMPARE(lines[0], std::string("GET /ok 200 0 11 a 127.0.0.1"));
    QCOMPARE(lines[1], "DELETE item 200 0 " + size(item) + " b 127.0.0.1");
    QCOMPARE(lines[2], "POST /echo 200 2 " + size(echo) + " c 127.0.0.1");
    QCOMPARE(lines[3], "GET  404 0 " + size(nowhere) + " d 127.0.0.1");
    QCOMPARE(lines[4], "  400 0 " + size(noise) + ' ' + noise.header("x-request-id") + " 127.0.0.1");
}

void TestHttpServer::servesOnSeveralThreads()
{
    TestServer server({.threads = 4});
    QVERIFY2(server.isRunning(), server.error().c_str());
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&, i] {
            RawClient client(server.port());
            for (int k = 0; k < 50; ++k)
                right += field(client.ask(request("GET /items/" + std::to_string(i))), "id") == std::to_string(i);
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(right.load(), 16 * 50);

    std::atomic<int> told{0};
    server.server().broadcast([&] { ++told; });
    QTRY_COMPARE(told.load(), 4);

    // The port is taken, although its sockets could be shared.
    HttpServer second({.port = server.port(), .threads = 2}, Router());
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, xp::ErrorCode::Unavailable);
    HttpServer third({.port = server.port(), .threads = 1}, Router());
    QVERIFY(!third.start());
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
