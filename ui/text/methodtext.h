// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "ui/theme/theme.h"

#include <QString>

namespace xp::ui {

QString methodName(Method method);
QString correctionName(CorrectionMethod correction);
QString wordText(Word word);
/// On its own, not within a sentence.
QString wordPill(Word word);
Tone wordTone(Word word);
/// `−2.4 … +18.3 %`; an end that is open is told as such.
QString boundsText(const Bounds& bounds);
/// `better (p 0.003)`
QString opinionText(const Opinion& opinion);
/// What each method says of one cell, in one line.
QString opinionsText(const std::vector<Opinion>& opinions);

} // namespace xp::ui
