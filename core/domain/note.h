// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

namespace xp {

enum class NoteKind {
    Note,       ///< of a moment: a release, an outage, a holiday
    Conclusion, ///< what was learnt, once the experiment has ended
};
std::string_view toString(NoteKind kind);
std::optional<NoteKind> parseNoteKind(std::string_view text);

/// What a person writes beside an experiment; charts mark its moment.
struct Note
{
    std::string id; ///< time-ordered
    NoteKind kind = NoteKind::Note;
    Timestamp at{}; ///< the moment it is about
    std::string text;
    std::string author;
    Timestamp createdAt{};

    bool operator==(const Note&) const = default;
};

nlohmann::json toJson(const Note& note);
Result<Note> noteFromJson(const nlohmann::json& json);

/// Reads the body of a new note: `text`, and optionally `kind` and `at`, which is `now` unless given. Id, author and
/// time of creation are the caller's to set. Invalid names every wrong field.
Result<Note> readNewNote(const nlohmann::json& body, Timestamp now);

} // namespace xp
