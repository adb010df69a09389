// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "service/http/router.h"

#include <QTest>

using namespace xp::service;

namespace {

Route route(Method method, std::string path)
{
    return {.method = method, .path = std::move(path), .handler = [](const auto&) {}};
}

Router router()
{
    Router made;
    for (const char* path :
         {"/", "/health", "/health/live", "/app/", "/app/{file...}", "/api/v1/experiments", "/api/v1/experiments/{id}",
          "/api/v1/experiments/{id}/stats", "/api/v1/experiments/recent", "/api/v1/{kind}/summary"})
        if (!made.add(route(Method::Get, path)))
            qFatal("a route was refused");
    for (const char* path : {"/api/v1/experiments", "/api/v1/experiments/{key}/assign:batch"})
        if (!made.add(route(Method::Post, path)))
            qFatal("a route was refused");
    return made;
}

std::string found(const Router& router, std::string_view path, Method method = Method::Get)
{
    const Router::Match match = router.match(method, path);
    switch (match.outcome) {
    case Router::Outcome::NoSuchPath:
        return "404";
    case Router::Outcome::NoSuchMethod:
        return "405 " + match.allow;
    case Router::Outcome::BadEscape:
        return "400";
    case Router::Outcome::Found:
        break;
    }
    std::string text = match.route->path;
    for (const auto& [name, value] : match.parameters)
        text += " " + std::string(name) + "=" + value;
    return text;
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheRoute_data();
    void findsTheRoute();
    void refusesBadRoutes();
};

void TestRouter::findsTheRoute_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* path, const char* expected) {
        QTest::newRow(path) << std::string(path) << std::string(expected);
    };
    row("/", "/");
    row("/health", "/health");
    row("/health/", "404");
    row("/health/live", "/health/live");
    row("/healthy", "404");
    row("/api/v1/experiments", "/api/v1/experiments");
    row("/api/v1/%65xperiments", "/api/v1/experiments");
    row("/api/v1/experiments/", "404");
    row("/api/v1/experiments/a%2Fb", "/api/v1/experiments/{id} id=a/b");
    row("/api/v1/experiments/a+b", "/api/v1/experiments/{id} id=a+b");
    row("/api/v1/experiments/%C3%A9", "/api/v1/experiments/{id} id=\xC3\xA9");
    row("/api/v1/experiments/%FF", "400");
    row("/api/v1/experiments/%00", "400");
    row("/api/v1/experiments/%4", "400");
    row("/api/v1/experiments/recent", "/api/v1/experiments/recent");
    row("/api/v1/experiments/recent/stats", "/api/v1/experiments/{id}/stats id=recent");
    // A parameter that leads nowhere under `experiments` does not hide the other template.
    row("/api/v1/experiments/summary", "/api/v1/experiments/{id} id=summary");
    row("/api/v1/keys/summary", "/api/v1/{kind}/summary kind=keys");
    row("/api/v1/experiments/x/assign:batch", "405 POST, OPTIONS");
    row("/api/v1/experiments//stats", "404");
    row("/app", "404");
    row("/app/", "/app/");
    row("/app/a/b.js", "/app/{file...} file=a/b.js");
    row("/app/a%20b", "/app/{file...} file=a b");
    row("/app/../secret", "404");
    row("/app/a/%2e%2e/secret", "404");
    row("/app/a/..%2fsecret", "404");
    row("health", "404");
}

void TestRouter::findsTheRoute()
{
    QFETCH(std::string, path);
    QFETCH(std::string, expected);
    static const Router kRouter = router();
    QCOMPARE(found(kRouter, path), expected);
    if (expected.starts_with('/'))
        QCOMPARE(found(kRouter, path, Method::Head), expected);
}

void TestRouter::refusesBadRoutes()
{
    Router made;
    QVERIFY(made.add(route(Method::Get, "/a/{id}")));
    QVERIFY(!made.add(route(Method::Get, "/a/{other}")));
    QVERIFY(made.add(route(Method::Put, "/a/{other}")));
    QVERIFY(!made.add(route(Method::Get, "a")));
    QVERIFY(!made.add(route(Method::Get, "/{rest...}/b")));
    QVERIFY(!made.add({.method = Method::Get, .path = "/b"}));
    QCOMPARE(found(made, "/a/1"), std::string("/a/{id} id=1"));
    QCOMPARE(found(made, "/a/1", Method::Put), std::string("/a/{other} other=1"));
    QCOMPARE(found(made, "/a/1", Method::Delete), std::string("405 GET, HEAD, PUT, OPTIONS"));
    QCOMPARE(made.routes().size(), std::size_t(2));
}

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
