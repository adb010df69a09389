// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"

#include <QString>

namespace xp::ui {

QString methodName(Method method);
QString wordText(Word word);
/// What each method says of one cell, in one line.
QString opinionsText(const std::vector<Opinion>& opinions);

} // namespace xp::ui
