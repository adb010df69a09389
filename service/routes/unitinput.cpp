// SPDX-License-Identifier: Apache-2.0
#include "service/routes/unitinput.h"

#include "core/domain/fieldreader.h"

#include <charconv>

namespace xp::service {

namespace {

constexpr std::size_t kLargestContext = 65536;
constexpr auto kFurthestAhead = std::chrono::hours(24);

/// An id is a name, not a text: no control characters, at most 512 bytes.
std::string readUnit(FieldReader& fields)
{
    fields.require("user_id");
    auto unit = fields.text("user_id", {.most = 512});
    if (!unit)
        return {};
    for (const char c : *unit) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            fields.add("user_id", "format", "must not hold control characters");
            return {};
        }
    }
    return std::move(*unit);
}

std::string readContext(FieldReader& fields)
{
    const nlohmann::json* context = fields.find("context");
    if (!context || context->is_null())
        return {};
    if (!context->is_object()) {
        fields.add("context", "type", "must be an object");
        return {};
    }
    std::string text = context->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() > kLargestContext)
        fields.add("context", "too_long", "is larger than 64 KiB");
    else if (text.find("\\u0000") != std::string::npos)
        fields.add("context", "encoding", "must not hold the character U+0000");
    return text;
}

std::optional<Timestamp> readTime(FieldReader& fields, Timestamp at)
{
    const auto text = fields.text("timestamp", {.most = 40});
    if (!text)
        return std::nullopt;
    const auto time = parseIso8601(*text);
    if (!time)
        fields.add("timestamp", "format", "is " + shown(*text) + "; it must be a time such as 2026-11-24T04:08:57Z");
    else if (*time > at + kFurthestAhead)
        fields.add("timestamp", "range", "lies more than 24 hours in the future");
    return time;
}

/// A null field is as good as none.
nlohmann::json withoutNulls(nlohmann::json object)
{
    for (auto it = object.begin(); it != object.end();)
        it = it->is_null() ? object.erase(it) : std::next(it);
    return object;
}

Result<nlohmann::json> bodyOrEmpty(const Request& request)
{
    if (request.body().find_first_not_of(" \t\r\n") == std::string_view::npos)
        return nlohmann::json::object();
    return parseObject(request.body());
}

} // namespace

Result<AssignRequest> readAssign(const LiveExperimentPtr& experiment, const nlohmann::json& item,
                                 const std::string& path)
{
    std::vector<FieldError> errors;
    FieldReader fields(item, path, errors);
    AssignRequest request{.experiment = experiment, .unit = readUnit(fields), .context = readContext(fields)};
    fields.refuseUnknown({"user_id", "context"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return request;
}

Result<TrackRequest> readTrack(const LiveExperimentPtr& experiment, const nlohmann::json& item, const std::string& path,
                               Timestamp at)
{
    std::vector<FieldError> errors;
    FieldReader fields(item, path, errors);
    TrackRequest request{.experiment = experiment, .unit = readUnit(fields)};
    fields.require("event_name");
    request.event = fields.text("event_name", {.most = 200}).value_or("");
    request.value = fields.number("value").value_or(1.0);
    request.eventId = fields.text("event_id", {.most = 200}).value_or("");
    request.time = readTime(fields, at);
    fields.refuseUnknown({"user_id", "event_name", "value", "event_id", "timestamp"});
    if (errors.empty() && !experiment->accepts(request.event, request.value))
        fields.add("value", "range",
                   "is " + shown(request.value) +
                       ", beyond what the metric's resolution can hold exactly (2^53 times it)");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return request;
}

Result<nlohmann::json> assignBody(const Request& request)
{
    auto body = bodyOrEmpty(request);
    if (!body)
        return body;
    const auto user = request.query("user_id");
    if (!user)
        return withoutNulls(std::move(*body));
    nlohmann::json item{{"user_id", *user}};
    if (body->contains("context") && body->size() == 1)
        item["context"] = std::move((*body)["context"]);
    else if (!body->empty())
        item["context"] = std::move(*body);
    return item;
}

Result<nlohmann::json> trackBody(const Request& request)
{
    auto body = bodyOrEmpty(request);
    if (!body)
        return body;
    nlohmann::json item = withoutNulls(std::move(*body));
    for (const char* field : {"user_id", "event_name", "event_id", "timestamp"}) {
        if (const auto value = request.query(field))
            item[field] = *value;
    }
    if (const auto text = request.query("value")) {
        double value = 0;
        const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), value);
        if (ec != std::errc() || end != text->data() + text->size())
            return failInvalid({{"value", "type", "value is " + shown(*text) + "; it must be a number"}});
        item["value"] = value;
    }
    return item;
}

Result<nlohmann::json> batchItems(const Request& request, const char* list)
{
    auto body = parseObject(request.body());
    if (!body)
        return body;
    std::vector<FieldError> errors;
    FieldReader fields(*body, "", errors);
    fields.require(list);
    fields.refuseUnknown({list});
    nlohmann::json* items = body->contains(list) ? &(*body)[list] : nullptr;
    if (items && !items->is_array())
        fields.add(list, "type", "must be a list");
    else if (items && items->size() > kMostItems)
        fields.add(list, "too_many", "has " + std::to_string(items->size()) + " items; at most 10000 are allowed");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return std::move(*items);
}

} // namespace xp::service
