// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/enumtext.h"
#include "core/storage/store.h"

namespace xp {

/// What others are told of.
enum class Occasion {
    Start,
    Stop,
    Ramp,            ///< traffic or split changed while units are assigned
    Decision,        ///< the plan's rule says what to do
    Significant,     ///< the plan's rule calls a treatment on a metric
    GuardrailBreach, ///< a guardrail is worse by more than its margin
    RatioMismatch,   ///< the split is not what it was meant to be
};

inline constexpr EnumText kOccasions{std::array{
    EnumName{Occasion::Start, "start"}, EnumName{Occasion::Stop, "stop"}, EnumName{Occasion::Ramp, "ramp"},
    EnumName{Occasion::Decision, "decision"}, EnumName{Occasion::Significant, "significant"},
    EnumName{Occasion::GuardrailBreach, "guardrail_breach"}, EnumName{Occasion::RatioMismatch, "ratio_mismatch"}}};

/// One thing to tell, as a person reads it and as a program does.
struct News
{
    Occasion occasion = Occasion::Start;
    Timestamp at{};
    std::string text;
    nlohmann::json details = nlohmann::json::object();
    std::string once; ///< a subject that is told of once, ever; empty: each time
};

/// Puts the news in line for everybody who listens. Within the transaction of what it tells of.
Result<void> announce(Store& store, const Experiment& experiment, const News& news);

/// Whether announce() would reach anybody: somebody listens, and what is told of once has not been told.
Result<bool> isUntold(Store& store, const Experiment& experiment, const News& news);

/// What a report finds and somebody should hear of at once: a split that is wrong, a guardrail that is broken.
std::vector<News> alarmsOf(const Report& report);
/// The decision of the plan's own report, once it is more than "continue".
std::optional<News> decisionOf(const Report& report);

} // namespace xp
