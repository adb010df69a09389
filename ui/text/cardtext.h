// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/stats.h"
#include "ui/widgets/card.h"

namespace xp::ui {

// The five numbers over an experiment's results.

Card::Content unitsCard(const Experiment& experiment, const Stats& stats);
Card::Content liftCard(const Stats& stats);
Card::Content pValueCard(const Experiment& experiment, const Stats& stats);
/// The observed split, as shares in the order of the variants.
Card::Content ratioCard(const Experiment& experiment, const Stats& stats);
/// `plan`: what the plan's own report says, where it is known.
Card::Content guardrailCard(const Stats& stats, const ReportView* plan = nullptr);

} // namespace xp::ui
