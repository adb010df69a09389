// SPDX-License-Identifier: Apache-2.0
#include "core/domain/note.h"

#include "core/domain/enumtext.h"
#include "core/domain/fieldreader.h"
#include "core/domain/jsonreader.h"

namespace xp {

namespace {

constexpr std::size_t kLongestText = 10'000;
constexpr EnumText kKinds{std::array{EnumName{NoteKind::Note, "note"}, EnumName{NoteKind::Conclusion, "conclusion"}}};

} // namespace

std::string_view toString(NoteKind kind)
{
    return kKinds.text(kind);
}

std::optional<NoteKind> parseNoteKind(std::string_view text)
{
    return kKinds.parse(text);
}

nlohmann::json toJson(const Note& note)
{
    return {{"id", note.id},     {"kind", toString(note.kind)}, {"at", toIso8601(note.at)},
            {"text", note.text}, {"author", note.author},       {"created_at", toIso8601(note.createdAt)}};
}

Result<Note> noteFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    Note note{.id = reader.required<std::string>("id"),
              .kind = reader.parsed("kind", parseNoteKind),
              .at = reader.requiredTime("at"),
              .text = reader.required<std::string>("text"),
              .author = reader.optional<std::string>("author").value_or(""),
              .createdAt = reader.requiredTime("created_at")};
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return note;
}

Result<Note> readNewNote(const nlohmann::json& body, Timestamp now)
{
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require("text");
    fields.refuseUnknown({"text", "kind", "at"});
    Note note{.at = now};
    note.text = fields.text("text", {.most = kLongestText}).value_or("");
    note.kind = fields.choice<NoteKind>("kind", parseNoteKind, {"note", "conclusion"}).value_or(NoteKind::Note);
    if (const auto text = fields.text("at", {})) {
        const auto at = parseIso8601(*text);
        if (at)
            note.at = *at;
        else
            fields.add("at", "format", "is " + shown(*text) + "; it must be a time such as 2026-11-24T04:08:57Z");
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return note;
}

} // namespace xp
