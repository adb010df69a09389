// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QString>

#include <optional>

namespace xp::ui {

/// What failed, in the language in use, by its code. The core's own sentences are English and say more (which line,
/// which file), so in English, and of codes that are not listed, there is none.
std::optional<QString> translatedError(const Sentence& sentence);

/// One wrong field, likewise; an unlisted code keeps the core's words.
QString fieldErrorText(const FieldError& error);

} // namespace xp::ui
