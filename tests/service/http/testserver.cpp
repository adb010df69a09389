// SPDX-License-Identifier: Apache-2.0
#include "testserver.h"

#include <thread>

using namespace xp::service;

namespace {

std::string described(const Request& request)
{
    nlohmann::json json = {
        {"method", methodName(request.method())}, {"target", request.target()}, {"body", request.body()},
        {"ndjson", request.isNdjson()},           {"peer", request.peer()},     {"tls", request.isTls()},
        {"request_id", request.requestId()}};
    for (const auto& [name, value] : request.queryItems())
        json["query"][name] = value;
    json["id"] = request.parameter("id");
    json["rest"] = request.parameter("rest");
    return json.dump();
}

} // namespace

TestServer::TestServer(HttpOptions options)
{
    options.port = 0;
    m_server = std::make_unique<HttpServer>(std::move(options), routes());
    if (const auto started = m_server->start(); !started)
        m_error = started.error().sentence.text;
}

TestServer::~TestServer()
{
    m_server->stop(std::chrono::milliseconds(500));
    takeHeld();
    takeSinks();
}

std::vector<std::shared_ptr<Exchange>> TestServer::takeHeld()
{
    const std::lock_guard lock(m_mutex);
    return std::move(m_held);
}

std::size_t TestServer::heldCount()
{
    const std::lock_guard lock(m_mutex);
    return m_held.size();
}

bool TestServer::waitForHeld(std::size_t count, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (heldCount() < count && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return heldCount() == count;
}

Router TestServer::routes()
{
    Router router;
    const auto add = [&router](Route route) {
        if (const auto added = router.add(std::move(route)); !added)
            throw std::logic_error(added.error().sentence.text);
    };
    const Handler echo = [](const std::shared_ptr<Exchange>& exchange) {
        exchange->respond(jsonResponse(described(exchange->request())));
    };
    add({Method::Get, "/ok", "", [](const auto& exchange) { exchange->respond(jsonResponse("{\"ok\":true}")); }});
    add({Method::Get, "/echo", "", echo});
    add({Method::Post, "/echo", "", echo});
    add({Method::Post, "/batch", "", echo, BodyLimit::Batch, BodyType::JsonOrNdjson});
    add({Method::Get, "/items/{id}", "item", echo});
    add({Method::Delete, "/items/{id}", "item", echo});
    add({Method::Get, "/files/{rest...}", "", echo});
    add({Method::Get, "/throws", "", [](const auto&) { throw std::runtime_error("secret"); }});
    add({Method::Get, "/dropped", "", [](const auto&) {}});
    const Handler hold = [this](const auto& exchange) {
        const std::lock_guard lock(m_mutex);
        m_held.push_back(exchange);
    };
    add({Method::Get, "/held", "", hold});
    add({Method::Post, "/held", "", hold});
    add({Method::Get, "/inject", "", [](const auto& exchange) {
             exchange->respond({200, std::string("{}"), "", {{"X-Bad", "a\r\nX-Evil: 1"}, {"X-Good", "a"}}});
         }});
    add({Method::Get, "/middling", "", [](const auto& exchange) {
             exchange->respond({200, std::string(16'000, 'm'), "text/plain"});
         }});
    add({Method::Get, "/large", "", [](const auto& exchange) {
             exchange->respond({200, std::make_shared<const std::string>(8 * 1024 * 1024, 'x'), "text/plain"});
         }});
    // A text of each answer's own, and one that all share.
    add({Method::Get, "/own", "", [](const auto& exchange) {
             exchange->respond({200, std::string(8 * 1024 * 1024, 'x'), "text/plain"});
         }});
    const auto shared = std::make_shared<const std::string>(8 * 1024 * 1024, 'x');
    add({Method::Get, "/shared", "", [shared](const auto& exchange) {
             exchange->respond({200, shared, "text/plain"});
         }});
    Route guarded{Method::Post, "/guarded", "", echo};
    guarded.gate = [](const Request& request) -> std::optional<Response> {
        if (request.header("x-api-key") == "right")
            return std::nullopt;
        if (request.header("x-api-key") == "broken")
            throw std::runtime_error("secret");
        return problemResponse(401, "token_missing", "This needs a token.");
    };
    add(std::move(guarded));
    addStreams(router);
    return router;
}

/// So many pieces, then `end`; counts what is asked for, and when it is gone.
Producer TestServer::countingProducer(int count, std::size_t size, StreamPiece end)
{
    const auto left = std::make_shared<int>(count);
    const std::shared_ptr<int> alive(new int(0), [this](int* one) {
        delete one;
        ++streamsGone;
    });
    return [this, left, alive, size, end](const PieceSink& sink) {
        ++pieces;
        const bool isOver = (*left)-- == 0;
        sink(isOver ? end : StreamPiece(std::string(size, 'x')));
    };
}

void TestServer::addStreams(Router& router)
{
    const StreamPiece whole = std::optional<std::string>();
    const StreamPiece broken = xp::fail(xp::ErrorCode::Unavailable, "gone", "The database is away.");
    const auto add = [&router](const char* path, auto&& producer) {
        const auto added = router.add({Method::Get, path, "", [producer](const std::shared_ptr<Exchange>& exchange) {
                                           exchange->respond({200, Producer(producer()), "text/csv"});
                                       }});
        if (!added)
            throw std::logic_error(added.error().sentence.text);
    };
    add("/stream", [this, whole] { return countingProducer(100, 1000, whole); });
    add("/stream/empty", [this, whole] { return countingProducer(3, 0, whole); });
    add("/stream/broken", [this, broken] { return countingProducer(3, 1000, broken); });
    add("/stream/endless", [this, whole] { return countingProducer(1'000'000'000, 64 * 1024, whole); });
    add("/stream/throws", [] { return [](const PieceSink&) { throw std::runtime_error("no more"); }; });
    add("/stream/abandoned", [] { return [](const PieceSink&) {}; });
    add("/stream/threads", [this, whole] {
        return [this, producer = countingProducer(20, 10, whole)](const PieceSink& sink) {
            const std::lock_guard lock(m_mutex);
            m_threads.emplace_back([producer, sink] { producer(sink); });
        };
    });
    add("/stream/waiting", [this] {
        return [this](const PieceSink& sink) {
            ++pieces;
            const std::lock_guard lock(m_mutex);
            m_sinks.push_back(sink);
        };
    });
}

std::vector<PieceSink> TestServer::takeSinks()
{
    const std::lock_guard lock(m_mutex);
    return std::move(m_sinks);
}
