// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/notetable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/timeorderedid.h"

namespace xp {

Result<Note> NoteTable::insert(const std::string& experimentId, Note note)
{
    note.id = timeOrderedId();
    auto done = m_connection.run("INSERT INTO notes (experiment_id, id, kind, at, author, body, created_at)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                 {param(experimentId), param(note.id), param(toString(note.kind)), param(note.at),
                                  param(note.author), param(note.text), param(note.createdAt)});
    return done.map([&](std::int64_t) { return std::move(note); });
}

Result<void> NoteTable::remove(const std::string& experimentId, const std::string& id)
{
    const auto done =
        m_connection.run("DELETE FROM notes WHERE experiment_id = ? AND id = ?", {param(experimentId), param(id)});
    if (!done)
        return Failure(done.error());
    if (*done == 0)
        return fail(ErrorCode::NotFound, "note_not_found", "There is no note '" + id + "' of this experiment",
                    {{"note", id}});
    return {};
}

Result<std::vector<Note>> NoteTable::all(const std::string& experimentId)
{
    std::vector<Note> notes;
    auto done = m_connection.run("SELECT id, kind, at, author, body, created_at FROM notes WHERE experiment_id = ?"
                                 " ORDER BY at, id",
                                 {param(experimentId)}, [&](const Row& row) {
                                     notes.push_back({.id = row.text(0),
                                                      .kind = parseNoteKind(row.text(1)).value_or(NoteKind::Note),
                                                      .at = row.time(2),
                                                      .text = row.text(4),
                                                      .author = row.text(3),
                                                      .createdAt = row.time(5)});
                                 });
    return done.map([&](std::int64_t) { return std::move(notes); });
}

} // namespace xp
