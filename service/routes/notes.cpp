// SPDX-License-Identifier: Apache-2.0
#include "core/engine/notes.h"
#include "core/domain/note.h"
#include "core/files/resulttables.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

void list(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call, [id = (*live)->experiment().id](Store& store) { return store.notes().all(id); },
        [call, live = *live](const std::vector<Note>& notes) {
            nlohmann::json items = nlohmann::json::array();
            for (const Note& note : notes)
                items.push_back(xp::toJson(note));
            const nlohmann::json document{{"notes", std::move(items)}};
            answerTable(call, document, live->experiment().key + "-notes",
                        [&] { return notesTable(document["notes"]); });
        });
}

void add(Context& context, const Call& call)
{
    const auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    auto note = body->read([](const nlohmann::json& object) { return readNewNote(object, now()); });
    if (!note)
        return call.fail(note.error());
    note->author = call.actor.name;
    note->createdAt = now();
    const std::string& id = (*live)->experiment().id;
    inStore(
        context, call, [id, note = *note](Store& store) { return store.notes().insert(id, note); },
        [call, id](const Note& written) {
            Response response = jsonResponse(dumped(xp::toJson(written)), 201);
            response.headers.emplace_back("Location", kApi + "/experiments/" + id + "/notes/" + written.id);
            call.exchange->respond(std::move(response));
        });
}

void remove(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call,
        [experiment = (*live)->experiment().id, note = std::string(call.request().parameter("note")),
         actor = call.actor](Store& store) { return removeNote(store, experiment, note, actor); },
        [call](const std::string&) { call.exchange->respond(emptyResponse(204)); });
}

} // namespace

std::vector<Endpoint> noteEndpoints()
{
    const std::string all = kApi + "/experiments/{id}/notes";
    return {
        {Method::Get, all, Permission::Read, list},
        {Method::Post, all, Permission::Write, add, 201},
        {Method::Delete, all + "/{note}", Permission::Write, remove, 204},
    };
}

} // namespace xp::service
