// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/people/identitymerge.h"

namespace xp {

class Store;

/// See core/storage/people/identitymerge.h; audited, without telling who it was. One transaction.
Result<MergedRows> mergeIdentities(Store& store, const std::string& project, const std::string& from,
                                   const std::string& to, const Actor& actor);

} // namespace xp
