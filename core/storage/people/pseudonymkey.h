// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/pseudonyms.h"

namespace xp {

class Connection;

/// Sees to it that a database holds users' ids in one way only, under one key or as they are: the key's fingerprint is
/// noted with the first use. Conflict `ids_are_plain` where there are plain ids and a key is given, `ids_need_key`
/// where there are pseudonyms and none is, `ids_of_another_key`. Replicas that start together agree.
Result<void> settlePseudonyms(Connection& connection);

/// How this connection's user stores ids.
const Pseudonyms& pseudonymsOf(const Connection& connection);

} // namespace xp
