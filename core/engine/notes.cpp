// SPDX-License-Identifier: Apache-2.0
#include "core/engine/notes.h"

#include "core/engine/auditing.h"

#include <algorithm>

namespace xp {

Result<std::string> removeNote(Store& store, const std::string& experimentId, const std::string& id, const Actor& actor)
{
    return store.transaction([&]() -> Result<std::string> {
        const auto notes = store.notes().all(experimentId);
        if (!notes)
            return Failure(notes.error());
        if (auto removed = store.notes().remove(experimentId, id); !removed)
            return Failure(removed.error());
        const auto note = std::ranges::find(*notes, id, &Note::id);
        const nlohmann::json was = note == notes->end() ? nlohmann::json() : toJson(*note);
        auto logged = store.audit().append(auditOf(actor, "note.delete", experimentId, {{"note", was}}));
        if (!logged)
            return Failure(logged.error());
        return id;
    });
}

} // namespace xp
