// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/draft.h"

#include <optional>

namespace xp::ui {

/// The draft that was left unfinished, kept with the system's settings until it is taken up or given up. One is kept.

void keepDraft(const Draft& draft);
/// Nothing when none is kept, or one that a later release wrote.
std::optional<Draft> keptDraft();
void forgetDraft();

} // namespace xp::ui
