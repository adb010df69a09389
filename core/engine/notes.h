// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/store.h"

namespace xp {

/// Removes a note; what was written stays in the audit log. Returns its id. NotFound `note_not_found`.
Result<std::string> removeNote(Store& store, const std::string& experimentId, const std::string& id,
                               const Actor& actor);

} // namespace xp
