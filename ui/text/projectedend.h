// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/projection.h"

#include <QString>

namespace xp::ui {

/// `at this pace on 2 Dec ± 2 d`; empty where there is none to tell.
QString projectedEnd(const std::optional<Projection>& projection, Timestamp now);

} // namespace xp::ui
