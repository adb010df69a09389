// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

#include <QString>

#include <utility>
#include <vector>

namespace xp::ui {

/// The plan in plain words, a name and its content a line; a content may have several lines.
std::vector<std::pair<QString, QString>> planLines(const Experiment& experiment);

} // namespace xp::ui
