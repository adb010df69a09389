// SPDX-License-Identifier: Apache-2.0
#include "core/domain/storedvariant.h"
#include "core/files/csvwriter.h"
#include "core/files/resulttables.h"
#include "core/storage/units/pagecursor.h"
#include "service/routes/answers.h"

#include <algorithm>
#include <iterator>

namespace xp::service {

namespace {

constexpr int kRowsOfAPiece = 2000;

/// What a page of assignments or events needs to know to be shown.
struct Assignments
{
    using Item = Assignment;
    using Position = AssignmentPosition;
    static constexpr const char* kName = "assignments";
    static Result<CursorPage<Item>> page(Store& store, const std::string& id, const std::string& cursor, int limit)
    {
        return store.units().assignments(id, cursor, limit);
    }
    static nlohmann::json toJson(const Experiment& experiment, const Item& item)
    {
        const auto context = nlohmann::json::parse(item.context, nullptr, false);
        const auto exposure = exposureOf(experiment, item);
        return {{"user_id", item.unit},
                {"variant", variantName(experiment, item.variant)},
                {"epoch", item.epoch},
                {"assigned_at", toIso8601(item.assignedAt)},
                {"exposed_at", exposure ? nlohmann::json(toIso8601(*exposure)) : nlohmann::json()},
                {"forced", item.leftOut == LeftOut::ByName},
                {"excluded", ruleOrNull(item.leftOut)},
                {"context", context.is_object() ? context : nlohmann::json::object()}};
    }
    /// Since when the unit counts; nothing: it does not yet.
    static std::optional<Timestamp> exposureOf(const Experiment& experiment, const Item& item)
    {
        return experiment.enrolment.exposure == Exposure::Explicit ? item.exposedAt : std::optional(item.assignedAt);
    }
    static std::vector<std::string> header()
    {
        return {"user_id", "variant", "epoch", "assigned_at", "exposed_at", "context", "forced", "excluded"};
    }
    static std::vector<std::string> cells(const Experiment& experiment, const Item& item)
    {
        const auto exposure = exposureOf(experiment, item);
        return {item.unit,
                variantName(experiment, item.variant),
                std::to_string(item.epoch),
                toIso8601(item.assignedAt),
                exposure ? toIso8601(*exposure) : std::string(),
                item.context,
                item.leftOut == LeftOut::ByName ? "true" : "false",
                std::string(ruleOf(item.leftOut))};
    }
};

struct Events
{
    using Item = StoredEvent;
    using Position = EventPosition;
    static constexpr const char* kName = "events";
    static Result<CursorPage<Item>> page(Store& store, const std::string& id, const std::string& cursor, int limit)
    {
        return store.units().events(id, cursor, limit);
    }
    static nlohmann::json toJson(const Experiment& experiment, const Item& item)
    {
        return {{"id", item.id},
                {"user_id", item.unit},
                {"variant", variantName(experiment, item.variant)},
                {"event_name", item.name},
                {"value", item.value},
                {"event_id", item.eventId.empty() ? nlohmann::json() : nlohmann::json(item.eventId)},
                {"properties", propertiesOf(item)},
                {"timestamp", toIso8601(item.time)},
                {"received_at", toIso8601(item.receivedAt)}};
    }
    static std::vector<std::string> header()
    {
        return {"id",       "user_id",   "variant",     "event_name", "value",
                "event_id", "timestamp", "received_at", "properties"};
    }
    static std::vector<std::string> cells(const Experiment& experiment, const Item& item)
    {
        return {item.id,
                item.unit,
                variantName(experiment, item.variant),
                item.name,
                nlohmann::json(item.value).dump(),
                item.eventId,
                toIso8601(item.time),
                toIso8601(item.receivedAt),
                item.properties};
    }
    static nlohmann::json propertiesOf(const Item& item)
    {
        const auto properties = nlohmann::json::parse(item.properties, nullptr, false);
        return properties.is_discarded() ? nlohmann::json::object() : properties;
    }
};

/// `errors`: what is wrong with the query already.
template <typename Kind>
void page(Context& context, const Call& call, const LiveExperimentPtr& live, std::vector<FieldError> errors)
{
    const auto limit = static_cast<int>(queryNumber(call.request(), "limit", 100, 1, 10000, errors));
    const std::string cursor = queryText(call.request(), "cursor");
    if (!errors.empty()) {
        // Of a cursor alone the list itself says that it is wrong.
        const auto position =
            decodeCursor<typename Kind::Position>(pageScope(Kind::kName, live->experiment().id), cursor);
        if (!cursor.empty() && !position)
            std::ranges::copy(position.error().errors, std::back_inserter(errors));
        return call.fail(failInvalid(std::move(errors)).value());
    }
    inReplica(
        context, call,
        [live, limit, cursor](Store& store) { return Kind::page(store, live->experiment().id, cursor, limit); },
        [call, live](const CursorPage<typename Kind::Item>& rows) {
            nlohmann::json items = nlohmann::json::array();
            for (const auto& item : rows.items)
                items.push_back(Kind::toJson(live->experiment(), item));
            answer(call, {{Kind::kName, std::move(items)},
                          {"next", rows.next.empty() ? nlohmann::json() : nlohmann::json(rows.next)}});
        });
}

void addRow(CsvWriter& writer, const std::vector<std::string>& cells)
{
    for (const std::string& cell : cells)
        writer.cell(cell);
    writer.endRow();
}

template <typename Kind>
std::string csvOf(const Experiment& experiment, const std::vector<typename Kind::Item>& items, bool withHeader)
{
    std::string text;
    CsvWriter writer(text);
    if (withHeader)
        addRow(writer, Kind::header());
    for (const auto& item : items)
        addRow(writer, Kind::cells(experiment, item));
    return text;
}

/// The table from its first page on. Reads one page at a time, each only when the one before has left, so that a
/// million rows need the memory of one page.
template <typename Kind>
Producer csvProducer(Context& context, const LiveExperimentPtr& live, const CursorPage<typename Kind::Item>& first)
{
    struct State
    {
        std::optional<std::string> first;
        std::string cursor;
        bool done = false;
    };
    auto state = std::make_shared<State>(
        State{csvOf<Kind>(live->experiment(), first.items, true), first.next, first.next.empty()});
    return [&context, live, state](PieceSink sink) {
        if (state->first)
            return sink(std::exchange(state->first, std::nullopt));
        if (state->done)
            return sink(std::optional<std::string>());
        readInReplica(
            context,
            [live, cursor = state->cursor](Store& store) {
                return Kind::page(store, live->experiment().id, cursor, kRowsOfAPiece);
            },
            [live, state, sink = std::move(sink)](Result<CursorPage<typename Kind::Item>> rows) {
                if (!rows)
                    return sink(Failure(std::move(rows.error())));
                state->cursor = std::move(rows->next);
                state->done = state->cursor.empty();
                sink(std::optional(csvOf<Kind>(live->experiment(), rows->items, false)));
            });
    };
}

/// The first page is read before the answer begins: a database that is away is told as such.
template <typename Kind>
void csv(Context& context, const Call& call, const LiveExperimentPtr& live)
{
    const auto respond = [&context, call, live](const CursorPage<typename Kind::Item>& first) {
        Response response{200, csvProducer<Kind>(context, live, first), "text/csv; charset=utf-8"};
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + live->experiment().key + "-" +
                                                                 Kind::kName + ".csv\"");
        call.exchange->respond(std::move(response));
    };
    inReplica(
        context, call, [live](Store& store) { return Kind::page(store, live->experiment().id, {}, kRowsOfAPiece); },
        respond);
}

template <typename Kind>
void rows(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    std::vector<FieldError> errors;
    if (wantsCsv(call.request(), errors))
        return csv<Kind>(context, call, *live);
    page<Kind>(context, call, *live, std::move(errors));
}

/// For looking at what arrives: asked again and again, so it stays small.
void latestEvents(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    std::vector<FieldError> errors;
    const auto limit = static_cast<int>(queryNumber(call.request(), "limit", 100, 1, 1000, errors));
    wantsCsv(call.request(), errors);
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    inStore(
        context, call,
        [live = *live, limit](Store& store) { return store.units().latestEvents(live->experiment().id, limit); },
        [call, live = *live](const std::vector<StoredEvent>& events) {
            nlohmann::json items = nlohmann::json::array();
            for (const StoredEvent& event : events)
                items.push_back(Events::toJson(live->experiment(), event));
            const nlohmann::json document{{"events", std::move(items)}};
            answerTable(call, document, live->experiment().key + "-latest-events",
                        [&] { return eventsTable(document["events"]); });
        });
}

} // namespace

std::vector<Endpoint> unitEndpoints()
{
    const std::string one = kApi + "/experiments/{id}";
    return {
        {Method::Get, one + "/assignments", Permission::Read, rows<Assignments>},
        {Method::Get, one + "/events", Permission::Read, rows<Events>},
        {Method::Get, one + "/events/latest", Permission::Read, latestEvents},
    };
}

} // namespace xp::service
