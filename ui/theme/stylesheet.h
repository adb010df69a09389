// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

namespace xp::ui {

/// The style sheet of the application's own shapes: what a palette cannot say.
QString styleSheetOf(const Tokens& tokens);

} // namespace xp::ui
