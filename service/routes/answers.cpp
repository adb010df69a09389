// SPDX-License-Identifier: Apache-2.0
#include "service/routes/answers.h"

#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"
#include "core/domain/sentencecodec.h"
#include "service/http/accept.h"
#include "service/routes/etag.h"

#include <algorithm>
#include <charconv>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xp::service {

std::string digestOf(std::string_view text)
{
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digest;
    for (std::uint64_t half : {hash.high64, hash.low64}) {
        for (int i = 0; i < 16; ++i, half <<= 4)
            digest.push_back(kDigits[half >> 60]);
    }
    return digest;
}

std::string dumped(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string jsonText(std::string_view text)
{
    return dumped(text);
}

std::string ItemFailures::text(const Error& error)
{
    const std::size_t named = std::min(error.errors.size(), m_room);
    m_room -= named;
    // The sentence about a single field names it by itself.
    const bool saysItAll = error.errors.size() == 1;
    return dumped({{"ok", false},
                   {"error",
                    {{"code", error.sentence.code},
                     {"message", saysItAll ? error.sentence.text : detailOf(error.sentence.text, error.errors, named)},
                     {"errors", errorsJson(error.errors, named)}}}});
}

void answer(const Call& call, const nlohmann::json& json, int status)
{
    call.exchange->respond(jsonResponse(dumped(json), status));
}

bool wantsStream(const Request& request)
{
    return asksFor(request.header("Accept").value_or(""), "text/event-stream", "application/json");
}

static Response cached(const Request& request, Response whole)
{
    std::string tag = "\"" + digestOf(std::get<std::string>(whole.body)) + "\"";
    Response response = isKnown(request, tag) ? emptyResponse(304) : std::move(whole);
    response.headers.emplace_back("ETag", std::move(tag));
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    return response;
}

Response cachedResponse(const Request& request, const nlohmann::json& json)
{
    return cached(request, jsonResponse(dumped(json)));
}

bool wantsCsv(const Request& request, std::vector<FieldError>& errors)
{
    if (const auto format = request.query("format")) {
        if (*format != "csv" && *format != "json")
            errors.push_back({"format", "not_allowed", "format must be json or csv"});
        return *format == "csv";
    }
    return asksFor(request.header("Accept").value_or(""), "text/csv", "application/json");
}

void answerTable(const Call& call, const nlohmann::json& document, const std::string& name,
                 const std::function<Table()>& tableOf)
{
    std::vector<FieldError> errors;
    const bool csv = wantsCsv(call.request(), errors);
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    if (!csv)
        return answerCached(call, document);
    Response response{200, csvOf(tableOf()), "text/csv; charset=utf-8"};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    call.exchange->respond(cached(call.request(), std::move(response)));
}

void answerCached(const Call& call, const nlohmann::json& json)
{
    call.exchange->respond(cachedResponse(call.request(), json));
}

Result<Document> bodyOf(const Call& call)
{
    return parseDocument(call.request().body());
}

Result<Document> bodyIfAny(const Call& call)
{
    const bool isEmpty = call.request().body().find_first_not_of(" \t\r\n") == std::string_view::npos;
    return isEmpty ? Document() : bodyOf(call);
}

Result<std::string> reasonIn(const Document& body)
{
    return body.read([](const nlohmann::json& object) -> Result<std::string> {
        std::vector<FieldError> errors;
        FieldReader fields(object, "", errors);
        fields.refuseUnknown({"reason"});
        auto reason = fields.text("reason", {.most = 2000, .mayBeEmpty = true}).value_or("");
        if (!errors.empty())
            return failInvalid(std::move(errors));
        return reason;
    });
}

Error notFound(std::string_view idOrKey)
{
    return {ErrorCode::NotFound,
            {"experiment_not_found", {{"id", idOrKey}}, "There is no experiment " + shown(idOrKey)},
            {}};
}

Result<LiveExperimentPtr> experimentOf(const Context& context, const Call& call)
{
    const std::string_view idOrKey = call.request().parameter("id");
    LiveExperimentPtr live = context.catalog.current()->find(std::string(idOrKey));
    if (!live || !sees(call.actor, live->experiment()))
        return Failure(notFound(idOrKey));
    return live;
}

std::int64_t queryNumber(const Request& request, std::string_view name, std::int64_t fallback, std::int64_t least,
                         std::int64_t most, std::vector<FieldError>& errors)
{
    const auto text = request.query(name);
    if (!text)
        return fallback;
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (ec != std::errc() || end != text->data() + text->size() || value < least || value > most)
        errors.push_back({std::string(name), "range",
                          std::string(name) + " is " + shown(*text) + "; it must be a whole number from " +
                              std::to_string(least) + " to " + std::to_string(most)});
    return value;
}

std::string queryText(const Request& request, std::string_view name)
{
    return std::string(request.query(name).value_or(""));
}

nlohmann::json toJson(const std::vector<Sentence>& sentences)
{
    nlohmann::json list = nlohmann::json::array();
    for (const Sentence& sentence : sentences)
        list.push_back(xp::toJson(sentence));
    return list;
}

nlohmann::json ruleOrNull(LeftOut leftOut)
{
    return isExcluded(leftOut) ? nlohmann::json(ruleOf(leftOut)) : nlohmann::json();
}

nlohmann::json toJson(const AcceptedExperiment& accepted)
{
    nlohmann::json json = xp::toJson(accepted.experiment);
    json["warnings"] = toJson(accepted.warnings);
    return json;
}

std::string batchText(std::string_view list, const std::vector<std::string>& items)
{
    std::string text = "{\"" + std::string(list) + "\":[";
    for (std::size_t i = 0; i < items.size(); ++i)
        text.append(i > 0 ? "," : "").append(items[i]);
    return text + "]}";
}

} // namespace xp::service
