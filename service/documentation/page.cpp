// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/page.h"

#include "service/documentation/html.h"
#include "service/documentation/schemahtml.h"

#include <algorithm>
#include <array>

namespace xp::service {

namespace {

using json = nlohmann::ordered_json;

constexpr std::array<const char*, 6> kMethods{"get", "post", "put", "patch", "delete", "head"};

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return text;
}

class Page
{
public:
    Page(const json& document, const std::string& style) : m_document(document), m_style(style) {}

    std::string render()
    {
        const json& info = m_document["info"];
        const std::string title = escaped(info.value("title", ""));
        m_out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
                title + "</title>\n<style>\n" + m_style + "</style></head>\n<body>\n";
        contents(title);
        m_out += "<main>\n<h1>" + title + " <small>" + escaped(info.value("version", "")) + "</small></h1>\n";
        m_out += "<p class=\"lead\">" + prose(info.value("summary", "")) + "</p>\n";
        m_out += "<p>" + prose(info.value("description", "")) + "</p>\n";
        m_out += "<p>The same for programs: <a href=\"/openapi.json\">openapi.json</a> (OpenAPI 3.1). What is wrong is "
                 "told as " +
                 link("schema-Problem", "Problem") + ".</p>\n";
        for (const json& tag : m_document["tags"])
            subject(tag);
        schemas();
        m_out += "</main>\n</body></html>\n";
        return std::move(m_out);
    }

private:
    /// Calls `visit(method, path, operation)` for the operations of a tag, in the order of the document's paths.
    template <typename Visit>
    void forEach(const std::string& tag, Visit visit) const
    {
        for (const auto& [path, item] : m_document["paths"].items()) {
            for (const char* method : kMethods) {
                const auto operation = item.find(method);
                if (operation != item.end() && (*operation)["tags"][0] == tag)
                    visit(std::string(method), path, *operation);
            }
        }
    }

    /// What a `$ref` names; anything else is itself.
    const json& resolved(const json& node) const
    {
        const auto reference = node.find("$ref");
        return reference == node.end() ? node
                                       : m_document.at(json::json_pointer(reference->get<std::string>().substr(1)));
    }

    void contents(const std::string& title)
    {
        m_out += "<nav><strong>" + title + "</strong>\n";
        for (const json& tag : m_document["tags"]) {
            const auto name = tag["name"].get<std::string>();
            m_out += "<h2>" + link("tag-" + name, tag.value("description", name)) + "</h2>\n<ul>\n";
            forEach(name, [this](const std::string& method, const std::string& path, const json& operation) {
                m_out += "<li><a href=\"#" + escaped(operation.value("operationId", "")) + "\">" + badge(method) +
                         "<span>" + escaped(shortPath(path)) + "</span></a></li>\n";
            });
            m_out += "</ul>\n";
        }
        m_out += "<h2>" + link("schemas", "Schemas") + "</h2>\n</nav>\n";
    }

    static std::string shortPath(const std::string& path)
    {
        constexpr std::string_view kApi = "/api/v1";
        return path.starts_with(kApi) ? path.substr(kApi.size()) : path;
    }

    static std::string badge(const std::string& method)
    {
        return "<span class=\"method " + method + "\">" + upper(method) + "</span>";
    }

    void subject(const json& tag)
    {
        const auto name = tag["name"].get<std::string>();
        m_out +=
            "<section>\n<h2 id=\"tag-" + escaped(name) + "\">" + escaped(tag.value("description", name)) + "</h2>\n";
        forEach(name, [this](const std::string& method, const std::string& path, const json& operation) {
            show(method, path, operation);
        });
        m_out += "</section>\n";
    }

    void show(const std::string& method, const std::string& path, const json& operation)
    {
        const std::string id = escaped(operation.value("operationId", ""));
        m_out += "<article id=\"" + id + "\">\n<h3>" + badge(method) + " <a href=\"#" + id + "\">" + code(path) +
                 "</a></h3>\n";
        m_out += "<p class=\"summary\">" + prose(operation.value("summary", "")) + "</p>\n";
        m_out += "<p>" + prose(operation.value("description", "")) + "</p>\n";
        m_out += "<pre>" + escaped(curlOf(method, path, operation)) + "</pre>\n";
        parameters(operation);
        body(operation);
        functions(operation);
        responses(operation);
        m_out += "</article>\n";
    }

    void parameters(const json& operation)
    {
        if (!operation.contains("parameters"))
            return;
        m_out += "<h4>Parameters</h4>\n<table><thead><tr><th>Name</th><th>In</th><th>Type</th><th>Meaning</th></tr>"
                 "</thead><tbody>\n";
        for (const json& item : operation["parameters"]) {
            const json& parameter = resolved(item);
            const json& schema = parameter["schema"];
            m_out += "<tr><td>" + code(parameter.value("name", "")) + "</td><td>" + escaped(parameter.value("in", "")) +
                     "</td><td>" + typeHtml(schema) + "</td><td>" + prose(parameter.value("description", ""));
            if (const std::string limits = limitsHtml(schema); !limits.empty())
                m_out += " <span class=\"limits\">" + limits + "</span>";
            m_out += "</td></tr>\n";
        }
        m_out += "</tbody></table>\n";
    }

    void body(const json& operation)
    {
        if (!operation.contains("requestBody") || operation.contains("x-functions"))
            return;
        m_out += "<h4>Body</h4>\n";
        const json& schema = operation["requestBody"]["content"]["application/json"]["schema"];
        const json& first = schema.contains("anyOf") ? schema["anyOf"][0] : schema;
        m_out += "<p>" + typeHtml(schema) + "</p>\n" + fieldsHtml(resolved(first));
    }

    /// The kernel's functions, each with its own input and output.
    void functions(const json& operation)
    {
        if (!operation.contains("x-functions"))
            return;
        m_out += "<h4>Functions</h4>\n<table><thead><tr><th>Function</th><th>What it is</th><th>Input</th>"
                 "<th>Output</th></tr></thead><tbody>\n";
        for (const auto& [name, function] : operation["x-functions"].items())
            m_out += "<tr><td>" + code(name) + "</td><td>" + prose(function.value("summary", "")) + "</td><td>" +
                     typeHtml({{"$ref", function["input"]}}) + "</td><td>" + typeHtml({{"$ref", function["output"]}}) +
                     "</td></tr>\n";
        m_out += "</tbody></table>\n";
    }

    void responses(const json& operation)
    {
        m_out += "<h4>Answers</h4>\n<table><thead><tr><th>Status</th><th>When</th><th>Body</th></tr></thead><tbody>\n";
        std::string example;
        for (const auto& [status, item] : operation["responses"].items()) {
            const json& response = resolved(item);
            m_out += "<tr><td>" + code(status) + "</td><td>" + prose(response.value("description", "")) + "</td><td>";
            if (response.contains("content")) {
                for (const auto& [type, content] : response["content"].items()) {
                    m_out += "<div>" + bodyHtml(type, content["schema"], operation) + "</div>";
                    if (content.contains("example"))
                        example = content["example"].dump(2);
                }
            }
            m_out += "</td></tr>\n";
        }
        m_out += "</tbody></table>\n";
        if (!example.empty())
            m_out += "<details><summary>Example of an answer</summary><pre>" + escaped(example) + "</pre></details>\n";
    }

    static std::string bodyHtml(const std::string& type, const json& schema, const json& operation)
    {
        if (!type.starts_with("application/"))
            return code(type.substr(0, type.find(';')));
        const bool isFunction = operation.contains("x-functions") && schema.contains("anyOf");
        return isFunction ? "the function's output" : typeHtml(schema);
    }

    void schemas()
    {
        m_out += "<section>\n<h2 id=\"schemas\">Schemas</h2>\n";
        for (const auto& [name, schema] : m_document["components"]["schemas"].items()) {
            m_out += "<article id=\"schema-" + escaped(name) + "\">\n<h3>" + link("schema-" + name, name) + "</h3>\n";
            if (schema.contains("description"))
                m_out += "<p>" + prose(schema["description"].get<std::string>()) + "</p>\n";
            m_out += fieldsHtml(schema) + "</article>\n";
        }
        m_out += "</section>\n";
    }

    const json& m_document;
    const std::string& m_style;
    std::string m_out;
};

/// Within single quotes of a shell.
std::string shellQuoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// A path with its parameters filled in. What only the service or the reader knows is a variable of the shell.
std::string examplePath(std::string path)
{
    const auto fill = [&path](std::string_view before, std::string_view parameter, std::string_view value) {
        const std::string whole = std::string(before) + "/" + std::string(parameter);
        if (const auto at = path.find(whole); at != std::string::npos)
            path.replace(at + before.size() + 1, parameter.size(), value);
    };
    fill("/experiments", "{id}", "homepage-layout");
    fill("/flags", "{key}", "homepage-layout");
    fill("/jobs", "{id}", "$JOB_ID");
    fill("/keys", "{id}", "$KEY_ID");
    fill("/users", "{id}", "$USER_ID");
    fill("/webhooks", "{id}", "$WEBHOOK_ID");
    fill("/deliveries", "{delivery}", "$DELIVERY_ID");
    fill("/notes", "{note}", "$NOTE_ID");
    fill("/holdouts", "{key}", "$HOLDOUT_KEY");
    fill("/metrics", "{key}", "$METRIC_KEY");
    fill("/segments", "{name}", "$SEGMENT_NAME");
    fill("/statistics", "{function}", "two_proportion_z_test");
    fill("/features", "{clientKey}", "$CLIENT_KEY");
    return path;
}

} // namespace

std::string curlOf(const std::string& method, const std::string& path, const nlohmann::ordered_json& operation)
{
    std::string command = "curl ";
    if (method != "get")
        command += "-X " + upper(method) + " ";
    command += "http://127.0.0.1:8000" + examplePath(path);
    const auto permission = operation.value("x-permission", "public");
    if (permission == "read" || permission == "write" || permission == "administer" || permission == "merge")
        command += " \\\n  -H \"Authorization: Bearer $TOKEN\"";
    if (!operation.contains("requestBody"))
        return command;
    const json& request = operation["requestBody"];
    // A body that says no more than why may be left out.
    if (permission == "write" && !request.value("required", true))
        return command;
    const json& content = request["content"]["application/json"];
    const json body = content.contains("example") ? content["example"] : json::object();
    constexpr std::size_t kOneLine = 90;
    std::string text = body.dump();
    if (text.size() > kOneLine)
        text = body.dump(2);
    return command + " \\\n  -H \"Content-Type: application/json\" \\\n  -d " + shellQuoted(text);
}

std::string renderPage(const nlohmann::ordered_json& document, const std::string& style)
{
    return Page(document, style).render();
}

} // namespace xp::service
