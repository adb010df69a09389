// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/engine/actor.h"

#include <string_view>

namespace xp {

/// Forbidden `outside_scope` for an actor that is bound to one environment: what is changed belongs to a whole project,
/// experiments in production included. `what` begins the sentence: "A holdout".
Result<void> checkProjectWide(const Actor& actor, std::string_view what);

} // namespace xp
