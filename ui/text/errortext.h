// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QString>

namespace xp::ui {

/// What to tell a person of a failure: what happened and, where there is something, what to do about it.
QString errorText(const Error& error);

} // namespace xp::ui
