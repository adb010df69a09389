// SPDX-License-Identifier: Apache-2.0
#include "service/routes/unitinput.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/domain/valuecount.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace xp::service {

namespace {

constexpr std::size_t kLongestUnit = 512;      ///< bytes: with an event's id it must fit into a key of an index
constexpr std::size_t kLargestContext = 64;    ///< KiB
constexpr std::size_t kLargestProperties = 16; ///< KiB
constexpr auto kFurthestAhead = std::chrono::hours(24);

/// An id is a name, not a text: no control characters, at most 512 bytes.
std::string readUnit(FieldReader& fields, const char* name = "user_id")
{
    fields.require(name);
    auto unit = fields.text(name, {.most = kLongestUnit});
    if (!unit)
        return {};
    if (unit->size() > kLongestUnit) {
        fields.add(name, "too_long",
                   "has " + std::to_string(unit->size()) + " bytes; at most " + std::to_string(kLongestUnit) +
                       " are allowed");
        return {};
    }
    if (holdsControls(*unit)) {
        fields.add(name, "format", "must not hold control characters");
        return {};
    }
    return std::move(*unit);
}

/// The escape stands for U+0000 only where no backslash stands before it that is one itself.
bool holdsNul(std::string_view json)
{
    constexpr std::string_view kEscape = "\\u0000";
    for (std::size_t at = json.find(kEscape); at != std::string_view::npos; at = json.find(kEscape, at + 1)) {
        std::size_t before = at;
        while (before > 0 && json[before - 1] == '\\')
            --before;
        if ((at - before) % 2 == 0)
            return true;
    }
    return false;
}

/// A field that holds an object of at most `most` KiB, and its compact text; nullptr when it is absent or wrong.
struct ObjectField
{
    const nlohmann::json* object = nullptr;
    std::string text;
};

ObjectField readObject(FieldReader& fields, const char* name, std::size_t most)
{
    const nlohmann::json* object = fields.find(name);
    if (!object || object->is_null())
        return {};
    if (!object->is_object()) {
        fields.add(name, "type", "must be an object");
        return {};
    }
    std::string text = object->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() > most * 1024)
        fields.add(name, "too_long", "must not be larger than " + std::to_string(most) + " KiB");
    else if (holdsNul(text))
        fields.add(name, "encoding", "must not hold the character U+0000");
    return {object, std::move(text)};
}

std::string readContext(FieldReader& fields)
{
    return readObject(fields, "context", kLargestContext).text;
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

/// Simple values by name, as compact JSON text.
std::string readProperties(FieldReader& fields)
{
    ObjectField properties = readObject(fields, "properties", kLargestProperties);
    if (!properties.object || properties.object->empty())
        return {};
    for (const auto& [name, value] : properties.object->items()) {
        if (value.is_structured()) {
            fields.add("properties", "type",
                       "must hold texts, numbers, true, false or null; " + shown(name) + " is none of them");
            return {};
        }
    }
    return std::move(properties.text);
}

/// Where an event belongs: what the key is bound to, else what is asked for.
std::string readPlace(FieldReader& fields, std::string_view field, const std::string& bound, std::string_view fallback)
{
    const auto asked = fields.text(field, {.most = 100});
    if (asked && !isKey(*asked))
        fields.add(field, "format", "is " + shown(*asked) + "; it must be letters, digits, '.', '_' and '-'");
    else if (asked && !bound.empty() && *asked != bound)
        fields.add(field, "outside_scope", "is " + shown(*asked) + "; this token works in " + shown(bound) + " only");
    return !bound.empty() ? bound : asked.value_or(std::string(fallback));
}

std::string outOfRange(double value, const ValueLimit& limit)
{
    return "is " + shown(value) + "; the metric " + shown(limit.metric) + " holds values up to " +
           shown(limit.resolution * limit.most) + " in size, which is " +
           (limit.most == kMaxMultiples ? std::string("2^62") : shown(limit.most)) + " times its resolution of " +
           shown(limit.resolution) + ": a coarser resolution holds more";
}

/// A null field is as good as none.
nlohmann::json withoutNulls(nlohmann::json object)
{
    for (auto it = object.begin(); it != object.end();)
        it = it->is_null() ? object.erase(it) : std::next(it);
    return object;
}

/// What stands in the query needs no body; callers of old send `null` for a context that they do not have.
Result<Document> bodyOrEmpty(const Request& request)
{
    constexpr std::string_view kBlank = " \t\r\n";
    std::string_view body = request.body();
    body.remove_prefix(std::min(body.find_first_not_of(kBlank), body.size()));
    body = body.substr(0, body.find_last_not_of(kBlank) + 1);
    if (body.empty() || (body == "null" && request.query("user_id")))
        return Document();
    return parseDocument(body);
}

/// With both ids in the query the body is the context, as it is for /assign: the event keeps it as its properties.
bool isContext(const Request& request, const nlohmann::json& body)
{
    constexpr std::array kFields = {"user_id", "event_name", "value", "properties", "event_id", "timestamp"};
    return request.query("user_id") && request.query("event_name") && !body.empty() &&
           std::ranges::none_of(kFields, [&](const char* field) { return body.contains(field); });
}

/// A context as the properties of an event, where what is no simple value becomes its JSON.
nlohmann::json propertiesOf(nlohmann::json body)
{
    nlohmann::json context = body.size() == 1 && body.contains("context") ? body["context"] : std::move(body);
    if (context.is_object()) {
        for (auto& value : context) {
            if (value.is_structured())
                value = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        }
    }
    return {{"properties", std::move(context)}};
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

std::string agentOf(const Request& request)
{
    return std::string(request.header("User-Agent").value_or(""));
}

namespace {

/// What an event that was asked for tells, whenever it was.
template <typename Request>
UnitEvent told(const Request& request)
{
    return {request.event, request.value, {}, request.properties};
}

} // namespace

Result<TrackRequest> readTrack(const LiveExperimentPtr& experiment, const nlohmann::json& item, const std::string& path,
                               Timestamp at, std::vector<FieldError> wrong)
{
    std::vector<FieldError> errors = std::move(wrong);
    FieldReader fields(item, path, errors);
    TrackRequest request{.experiment = experiment, .unit = readUnit(fields)};
    fields.require("event_name");
    request.event = fields.text("event_name", {.most = 200}).value_or("");
    request.value = fields.number("value").value_or(1.0);
    request.properties = readProperties(fields);
    request.eventId = fields.text("event_id", {.most = 200}).value_or("");
    request.time = readTime(fields, at);
    fields.refuseUnknown({"user_id", "event_name", "value", "properties", "event_id", "timestamp"});
    if (errors.empty()) {
        if (const auto limit = experiment->limitExceeded(told(request)))
            fields.add("value", "range", outOfRange(request.value, *limit));
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return request;
}

Result<ExposeRequest> readExposure(const LiveExperimentPtr& live, const nlohmann::json& item, const std::string& path,
                                   Timestamp at)
{
    std::vector<FieldError> errors;
    FieldReader fields(item, path, errors);
    ExposeRequest request{.experiment = live, .unit = readUnit(fields), .shown = {}, .time = readTime(fields, at)};
    if (const auto name = fields.text("variant", {.most = 100})) {
        const auto position = variantIndex(live->experiment(), *name);
        std::string names;
        for (const Variant& variant : live->experiment().variants)
            names += (names.empty() ? "" : ", ") + variant.name;
        if (position)
            request.shown = static_cast<std::int16_t>(*position);
        else
            fields.add("variant", "not_allowed", "is " + shown(*name) + "; it must be one of " + names);
    }
    fields.refuseUnknown({"user_id", "variant", "timestamp"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return request;
}

Result<MergeRequest> readMerge(const Actor& actor, const nlohmann::json& item)
{
    std::vector<FieldError> errors;
    FieldReader fields(item, "", errors);
    MergeRequest request{.project = readPlace(fields, "project", actor.project, "default"),
                         .from = readUnit(fields, "from"),
                         .to = readUnit(fields, "to")};
    fields.refuseUnknown({"from", "to", "project"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return request;
}

Error unassigned(const LiveExperiment& live, std::string_view unit)
{
    return {ErrorCode::Conflict,
            {"not_assigned", nlohmann::json::object(),
             "User " + shown(unit) + " has no assignment in experiment " + shown(live.experiment().key) +
                 ": ask for one with /assign before tracking. Nothing was stored."},
            {}};
}

Result<Document> assignBody(const Request& request)
{
    const auto user = request.query("user_id");
    const auto itemOf = [&](nlohmann::json body) {
        if (!user)
            return withoutNulls(std::move(body));
        nlohmann::json item{{"user_id", *user}};
        if (body.contains("context") && body.size() == 1)
            item["context"] = std::move(body["context"]);
        else if (!body.empty())
            item["context"] = std::move(body);
        return item;
    };
    return bodyOrEmpty(request).map([&](Document&& body) { return std::move(body).changed(itemOf); });
}

Result<Document> trackBody(const Request& request, std::vector<FieldError>& errors)
{
    const auto itemOf = [&](nlohmann::json body) {
        nlohmann::json item = isContext(request, body) ? propertiesOf(std::move(body)) : withoutNulls(std::move(body));
        for (const char* field : {"user_id", "event_name", "event_id", "timestamp"}) {
            if (const auto value = request.query(field))
                item[field] = *value;
        }
        if (const auto text = request.query("value")) {
            double value = 0;
            const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), value);
            if (ec != std::errc() || end != text->data() + text->size())
                errors.push_back({"value", "type", "value is " + shown(*text) + "; it must be a number"});
            item["value"] = value;
        }
        return item;
    };
    return bodyOrEmpty(request).map([&](Document&& body) { return std::move(body).changed(itemOf); });
}

Result<RecordRequest> readRecord(const Snapshot& snapshot, const Actor& actor, const nlohmann::json& item,
                                 const std::string& path, Timestamp at)
{
    std::vector<FieldError> errors;
    FieldReader fields(item, path, errors);
    RecordRequest request{.unit = readUnit(fields)};
    fields.require("event_name");
    request.event = fields.text("event_name", {.most = 200}).value_or("");
    request.value = fields.number("value").value_or(1.0);
    request.properties = readProperties(fields);
    request.eventId = fields.text("event_id", {.most = 200}).value_or("");
    request.time = readTime(fields, at);
    const std::string project = readPlace(fields, "project", actor.project, "default");
    const std::string environment = readPlace(fields, "environment", actor.environment, "production");
    fields.refuseUnknown(
        {"user_id", "event_name", "value", "properties", "event_id", "timestamp", "project", "environment"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    request.scope = scopeOf(project, environment);
    request.listeners = snapshot.listenersTo(request.scope, request.event, request.time.value_or(at));
    for (const LiveExperimentPtr& listener : request.listeners) {
        if (const auto limit = listener->limitExceeded(told(request))) {
            fields.add("value", "range", outOfRange(request.value, *limit));
            return failInvalid(std::move(errors));
        }
    }
    return request;
}

namespace {

Failure tooMany(const std::string& list, std::size_t count)
{
    return failInvalid(
        {{list, "too_many",
          list + " has " + std::to_string(count) + " items; at most " + std::to_string(kMostItems) + " are allowed"}});
}

Result<std::vector<Result<Document>>> itemsOfLines(std::string_view body, const std::string& list)
{
    std::vector<Result<Document>> items;
    std::size_t count = 0;
    // Of all lines together, as of the items of one list.
    const bool isLarge = mayHoldTooManyValues(body);
    std::size_t room = kMostJsonValues;
    for (std::size_t number = 1; !body.empty(); ++number) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::string_view line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const std::size_t values = isLarge ? valuesIn(line, room) : 0;
        if (values > room)
            return Failure(tooManyValues());
        room -= values;
        if (++count <= kMostItems)
            items.push_back(parseDocument(line, list + "[" + std::to_string(items.size()) + "]", number));
    }
    if (count > kMostItems)
        return tooMany(list, count);
    return items;
}

/// What is wrong with a batch but for its items.
Result<void> checkBatch(const nlohmann::json& body, const std::string& list)
{
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require(list);
    fields.refuseUnknown({list});
    const nlohmann::json* items = fields.find(list);
    if (items && !items->is_array())
        fields.add(list, "type", "must be a list");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    if (items->size() > kMostItems)
        return tooMany(list, items->size());
    return {};
}

} // namespace

Result<std::vector<Result<Document>>> batchItems(Request& request, const char* list)
{
    if (request.isNdjson()) {
        auto items = itemsOfLines(request.body(), list);
        request.dropBody();
        return items;
    }
    auto body = parseDocument(request.body());
    request.dropBody();
    if (!body)
        return Failure(std::move(body.error()));
    if (auto checked = body->glance([&](const nlohmann::json& object) { return checkBatch(object, list); }); !checked)
        return Failure(std::move(checked.error()));
    return std::move(*body).itemsOf(list).map([](std::vector<Document>&& items) {
        return std::vector<Result<Document>>(std::make_move_iterator(items.begin()),
                                             std::make_move_iterator(items.end()));
    });
}

} // namespace xp::service
