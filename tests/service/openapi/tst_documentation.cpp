// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/documentation.h"
#include "service/documentation/html.h"
#include "service/documentation/page.h"
#include "service/routes/endpoint.h"

#include "core/api/statistics.h"

#include <QTest>
#include <algorithm>
#include <set>

using namespace xp;
using namespace xp::service;
using Document = nlohmann::ordered_json;

namespace {

const Document& document()
{
    static const Document parsed = Document::parse(*openApiDocument());
    return parsed;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return text;
}

std::string wordOf(Permission permission)
{
    switch (permission) {
    case Permission::Public:
    case Permission::Open:
        return "public";
    case Permission::Scrape:
        return "scrape";
    case Permission::Listen:
        return "listen";
    case Permission::Assign:
        return "assign";
    case Permission::Track:
        return "track";
    case Permission::Stats:
        return "stats";
    case Permission::Evaluate:
        return "evaluate";
    case Permission::Merge:
        return "merge";
    case Permission::Read:
        return "read";
    case Permission::Write:
        return "write";
    case Permission::Administer:
        return "administer";
    }
    return {};
}

/// `post /api/v1/experiments write`
using Lines = std::set<std::string>;

Lines served()
{
    Lines lines;
    for (const Endpoint& endpoint : allEndpoints())
        lines.insert(lower(std::string(methodName(endpoint.method))) + " " + endpoint.path + " " +
                     wordOf(endpoint.permission));
    return lines;
}

Lines described()
{
    Lines lines;
    for (const auto& [path, item] : document()["paths"].items()) {
        for (const auto& [method, operation] : item.items())
            lines.insert(method + " " + path + " " + operation["x-permission"].get<std::string>());
    }
    return lines;
}

std::string difference(const Lines& of, const Lines& without)
{
    std::string text;
    for (const std::string& line : of)
        text += without.contains(line) ? "" : line + "\n";
    return text;
}

template <typename Visit>
void forEachReference(const Document& node, Visit visit)
{
    if (node.is_object() && node.contains("$ref"))
        visit(node["$ref"].get<std::string>());
    for (const auto& item : node.items()) {
        if (item.value().is_structured())
            forEachReference(item.value(), visit);
    }
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestDocumentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesExactlyWhatIsServed()
    {
        QVERIFY(!served().empty());
        QCOMPARE(difference(served(), described()), std::string());
        QCOMPARE(difference(described(), served()), std::string());
    }

    /// Metrics count answers of this status from the start.
    void saysWhatSuccessIs()
    {
        for (const Endpoint& endpoint : allEndpoints()) {
            const std::string method = lower(std::string(methodName(endpoint.method)));
            const Document& responses = document()["paths"][endpoint.path][method]["responses"];
            QVERIFY2(responses.begin().key() == std::to_string(endpoint.success),
                     (method + " " + endpoint.path).c_str());
        }
    }

    /// Health and metrics, and whatever else is public, are not limited.
    void saysWhereTheRateLimitApplies()
    {
        for (const Endpoint& endpoint : allEndpoints()) {
            const std::string method = lower(std::string(methodName(endpoint.method)));
            const Document& responses = document()["paths"][endpoint.path][method]["responses"];
            const bool isWatching =
                endpoint.permission == Permission::Public || endpoint.permission == Permission::Scrape;
            QVERIFY2(isWatching || responses.contains("429"), (method + " " + endpoint.path).c_str());
        }
    }

    void carriesThisBuildsVersion()
    {
        QCOMPARE(document()["openapi"].get<std::string>(), std::string("3.1.0"));
        QCOMPARE(document()["info"]["version"].get<std::string>(), std::string(XP_VERSION));
    }

    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed()
    {
        std::set<std::string> used;
        forEachReference(document(), [&used](const std::string& reference) {
            used.insert(reference);
            QVERIFY2(reference.starts_with("#/") && document().contains(Document::json_pointer(reference.substr(1))),
                     reference.c_str());
        });
        for (const auto& [name, schema] : document()["components"]["schemas"].items())
            QVERIFY2(used.contains("#/components/schemas/" + name), name.c_str());
    }

    void describesEveryStatisticsFunction()
    {
        const Document& operation = document()["paths"]["/api/v1/statistics/{function}"]["post"];
        std::set<std::string> known;
        for (const std::string_view name : statisticsFunctions())
            known.emplace(name);
        std::set<std::string> shown;
        for (const auto& [name, function] : operation["x-functions"].items())
            shown.insert(name);
        QVERIFY(shown == known);
        const auto listed = operation["parameters"][0]["schema"]["enum"].get<std::set<std::string>>();
        QVERIFY(listed == known);
    }

    void operationsHaveNamesOfTheirOwn()
    {
        std::set<std::string> names;
        for (const auto& [path, item] : document()["paths"].items()) {
            for (const auto& [method, operation] : item.items())
                QVERIFY2(names.insert(operation["operationId"].get<std::string>()).second, path.c_str());
        }
    }

    void thePageShowsEveryOperationAndSchema()
    {
        const std::string& page = *documentationPage();
        for (const auto& [path, item] : document()["paths"].items()) {
            for (const auto& [method, operation] : item.items())
                QVERIFY2(holds(page, "<article id=\"" + operation["operationId"].get<std::string>() + "\">"),
                         path.c_str());
        }
        for (const auto& [name, schema] : document()["components"]["schemas"].items())
            QVERIFY2(holds(page, "<article id=\"schema-" + name + "\">"), name.c_str());
    }

    void everyLinkOfThePageLeadsSomewhere()
    {
        const std::string& page = *documentationPage();
        QVERIFY(holds(page, "href=\"#"));
        for (std::size_t at = 0; (at = page.find("href=\"#", at)) != std::string::npos; ++at) {
            const std::size_t start = at + 7;
            const std::string anchor = page.substr(start, page.find('"', start) - start);
            QVERIFY2(holds(page, " id=\"" + anchor + "\""), anchor.c_str());
        }
    }

    void thePageNeedsNeitherScriptNorNetwork()
    {
        const std::string& page = *documentationPage();
        for (const char* word : {"<script", "src=", "@import", "url(", "<link", "href=\"http"})
            QVERIFY2(!holds(page, word), word);
    }

    void textIsEscaped()
    {
        QCOMPARE(escaped("<a href=\"x\">&"), std::string("&lt;a href=&quot;x&quot;&gt;&amp;"));
        QCOMPARE(prose("say `a<b` & `c`"), std::string("say <code>a&lt;b</code> &amp; <code>c</code>"));
        QCOMPARE(prose("open `end"), std::string("open <code>end</code>"));
    }

    void commandsAreComplete()
    {
        const Document& create = document()["paths"]["/api/v1/experiments"]["post"];
        const std::string command = curlOf("post", "/api/v1/experiments", create);
        QVERIFY(command.starts_with("curl -X POST http://127.0.0.1:8000/api/v1/experiments \\\n"));
        QVERIFY(holds(command, "Authorization: Bearer $TOKEN") && holds(command, "-d '{\n  \"name\":"));
        QCOMPARE(curlOf("get", "/health", document()["paths"]["/health"]["get"]),
                 std::string("curl http://127.0.0.1:8000/health"));
    }

    /// An experiment's key is no webhook's id, and braces mean something to curl.
    void commandsNameWhatTheyAreAbout()
    {
        for (const auto& [path, item] : document()["paths"].items()) {
            for (const auto& [method, operation] : item.items()) {
                std::string command = curlOf(method, path, operation);
                command = command.substr(0, command.find('\n'));
                QVERIFY2(!holds(command, "{"), command.c_str());
                const bool isExperiment = holds(path, "/experiments/{id}") || holds(path, "/flags/{key}");
                QVERIFY2(holds(command, "homepage-layout") == isExperiment, command.c_str());
            }
        }
        const std::string path = "/api/v1/webhooks/{id}/deliveries";
        QVERIFY(holds(curlOf("get", path, document()["paths"][path]["get"]), "/webhooks/$WEBHOOK_ID/deliveries"));
    }
};

QTEST_APPLESS_MAIN(TestDocumentation)
#include "tst_documentation.moc"
