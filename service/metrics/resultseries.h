// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/experiment.h"

#include <array>
#include <prometheus/metric_family.h>
#include <string>

namespace xp::service {

/// The families that say how a running experiment stands: gauges, read from the database and so the same on each
/// replica. Those down to State are of a metric and variant, the rest of the experiment.
enum class ResultFamily {
    Units,
    Conversions,
    Rate,
    RateLower,
    RateUpper,
    Lift,
    LiftLower,
    LiftUpper,
    PValue,
    AlwaysValidPValue,
    ProbabilityBest,
    Verdict,
    GuardrailState,
    SampleRatioPValue,
    Progress,
    TimeLeft,
    Info,
    ComputedAt,
};
inline constexpr std::size_t kResultFamilies = 18;

/// Name, help and type of a family; without series.
const prometheus::MetricFamily& headOf(ResultFamily family);

/// Whether a metric has result series: primary metrics and guardrails; with no primary metric what the headline is
/// about.
bool hasResultSeries(const Experiment& experiment, std::size_t metric);

/// How many series an experiment has once everything exists.
std::size_t resultSeriesOf(const Experiment& experiment);

/// The samples of one experiment, as text by family. What does not exist yet has no sample.
using ResultTexts = std::array<std::string, kResultFamilies>;

/// `report` has the view by the always-valid method beside the planned one, where the plan's own method is another.
ResultTexts resultTextsOf(const Experiment& experiment, const Report& report);

} // namespace xp::service
