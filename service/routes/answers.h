// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/document.h"
#include "core/domain/experimentinput.h"
#include "core/files/table.h"
#include "service/replica.h"
#include "service/routes/endpoint.h"

#include <functional>

namespace xp::service {

/// Text of a JSON value; what is not UTF-8 is replaced, never thrown about.
std::string dumped(const nlohmann::json& json);

/// JSON text of a string.
std::string jsonText(std::string_view text);

/// What one batch tells of its items that failed. Of all of them together only so many wrong fields are named as of one
/// body: ten thousand items could have a hundred each.
class ItemFailures
{
public:
    /// `{"ok":false,"error":{...}}`; the items in their order.
    std::string text(const Error& error);

private:
    std::size_t m_room = kMostErrors;
};

/// 128 bits of a text, as 32 hexadecimal digits; not against people who look for a collision.
std::string digestOf(std::string_view text);

/// Whether the client asks for server-sent events, by its header Accept.
bool wantsStream(const Request& request);

/// A body with an ETag over it; 304 when the client has it already.
Response cachedResponse(const Request& request, const nlohmann::json& json);
/// Answers a GET with an ETag over the body; 304 when the client has it already.
void answerCached(const Call& call, const nlohmann::json& json);
void answer(const Call& call, const nlohmann::json& json, int status = 200);

/// Whether rows are asked for as CSV: `format=csv`, or a header Accept that weighs text/csv no less than JSON. Another
/// format is noted.
bool wantsCsv(const Request& request, std::vector<FieldError>& errors);
/// Answers a GET with an ETag: with the document, or, where CSV is asked for, with the table as a file `NAME.csv`.
/// `tableOf` is called for CSV alone.
void answerTable(const Call& call, const nlohmann::json& document, const std::string& name,
                 const std::function<Table()>& tableOf);

/// The body as an object. Malformed `broken_json` also where there is none.
Result<Document> bodyOf(const Call& call);
/// The same of a call that needs none: an empty body is {}.
Result<Document> bodyIfAny(const Call& call);

/// The one thing that a body without other fields may say: `reason`, at most 2,000 bytes.
Result<std::string> reasonIn(const Document& body);

/// The experiment named by {id} in the path (an id or a key), from the snapshot; NotFound also when the caller may not
/// see it.
Result<LiveExperimentPtr> experimentOf(const Context& context, const Call& call);
Error notFound(std::string_view idOrKey);

/// A whole number of the query within [least, most], or `fallback`; wrong ones are noted.
std::int64_t queryNumber(const Request& request, std::string_view name, std::int64_t fallback, std::int64_t least,
                         std::int64_t most, std::vector<FieldError>& errors);
std::string queryText(const Request& request, std::string_view name);

nlohmann::json toJson(const std::vector<Sentence>& sentences);
/// The rule that leaves a unit out of the analysis, by name; null: none does.
nlohmann::json ruleOrNull(LeftOut leftOut);
/// An experiment as accepted: its wire form with `warnings`.
nlohmann::json toJson(const AcceptedExperiment& accepted);
/// `{"list":[...]}` of items that are JSON texts already.
std::string batchText(std::string_view list, const std::vector<std::string>& items);

/// Runs `work(Store&)`, which only reads and holds by itself all that it needs, on the replica where there is one and
/// it answers, else on the database itself, and hands its Result to `done`.
template <typename Work, typename Done>
void readInReplica(Context& context, Work work, Done done)
{
    if (!context.replica)
        return context.pool.run(std::move(work), std::move(done));
    context.replica->run(std::move(work), std::move(done));
}

/// The same, answering as inStore() does.
template <typename Work, typename Render>
void inReplica(Context& context, const Call& call, Work work, Render render)
{
    readInReplica(context, std::move(work), [call, render = std::move(render)](auto result) {
        if (!result)
            return call.fail(result.error());
        render(*result);
    });
}

/// Runs `work(Store&)` on a pool and answers with `render(value)`, a Response; failures as problems.
template <typename Work, typename Render>
void inPool(StorePool& pool, const Call& call, Work work, Render render)
{
    pool.run(std::move(work), [call, render = std::move(render)](auto result) {
        if (!result)
            return call.fail(result.error());
        render(*result);
    });
}

template <typename Work, typename Render>
void inStore(Context& context, const Call& call, Work work, Render render)
{
    inPool(context.pool, call, std::move(work), std::move(render));
}

/// `work(Store&, object)`, which changes nothing but the database, as work for inStore(). Much of what is wrong with a
/// body is found there alone, so that one with a number that is none is worked on too, in a transaction that fails.
template <typename Work>
auto withBody(Document body, Work work)
{
    return [body = std::move(body), work = std::move(work)](Store& store) {
        const auto read = [&] { return body.read([&](const nlohmann::json& object) { return work(store, object); }); };
        return body.isWhole() ? read() : store.transaction(read);
    };
}

} // namespace xp::service
