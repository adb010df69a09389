// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/note.h"

namespace xp {

class Connection;

/// What people write beside experiments.
class NoteTable
{
public:
    explicit NoteTable(Connection& connection) : m_connection(connection) {}

    /// Gives the note its id.
    Result<Note> insert(const std::string& experimentId, Note note);
    /// NotFound `note_not_found`.
    Result<void> remove(const std::string& experimentId, const std::string& id);
    /// By the moment they are about, earliest first.
    Result<std::vector<Note>> all(const std::string& experimentId);

private:
    Connection& m_connection;
};

} // namespace xp
