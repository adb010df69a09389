// SPDX-License-Identifier: Apache-2.0
#include "rawclient.h"
#include "testserver.h"

#include <QTest>
#include <thread>

using namespace xp::service;

namespace {

const std::string kGet = "GET /ok HTTP/1.1\r\nHost: h\r\n\r\n";

std::string request(const std::string& line, const std::string& headers = "", const std::string& body = "")
{
    return line + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

std::string post(const std::string& path, const std::string& body, const std::string& headers = "")
{
    return request("POST " + path, headers + "Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

/// A text of the JSON object that came as the body.
std::string field(const RawAnswer& answer, const char* name)
{
    const auto json = nlohmann::json::parse(answer.body, nullptr, false);
    const auto found = json.find(name);
    if (found == json.end())
        return "(missing)";
    return found->is_string() ? found->get<std::string>() : found->dump();
}

} // namespace

/// What a well-behaved client relies on.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndKeepsTheConnection();
    void answersPipelinedRequestsInOrder();
    void answersFromAnotherThread();
};

void TestHttpServer::answersAndKeepsTheConnection()
{
    TestServer server;
    QVERIFY2(server.isRunning(), server.error().c_str());
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        const RawAnswer answer = client.ask(kGet);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("{\"ok\":true}"));
        QCOMPARE(answer.header("content-type"), std::string("application/json"));
        QCOMPARE(answer.header("content-length"), std::string("11"));
        QCOMPARE(answer.header("x-content-type-options"), std::string("nosniff"));
        QVERIFY(answer.header("date").ends_with(" GMT"));
        QVERIFY(!answer.header("x-request-id").empty());
    }
    const RawAnswer echo = client.ask(post("/echo?a=1", "{\"x\":1}"));
    QCOMPARE(field(echo, "body"), std::string("{\"x\":1}"));
}

void TestHttpServer::answersPipelinedRequestsInOrder()
{
    TestServer server;
    RawClient client(server.port());
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += request("GET /items/" + std::to_string(i));
    client.send(all);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(field(client.answer(), "id"), std::to_string(i));
}

void TestHttpServer::answersFromAnotherThread()
{
    TestServer server;
    RawClient client(server.port());
    client.send(request("GET /held") + kGet);
    QVERIFY(server.waitForHeld(1));
    std::thread([&] {
        for (const auto& exchange : server.takeHeld())
            exchange->respond(jsonResponse("{\"late\":true}"));
    }).join();
    QCOMPARE(client.answer().body, std::string("{\"late\":true}"));
    QCOMPARE(client.answer().body, std::string("{\"ok\":true}"));
}

QTEST_APPLESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
