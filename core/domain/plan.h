// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/metric.h"

namespace xp {

/// Of a significance level that somebody chooses; 0.95 is a confidence.
inline constexpr double kHighestLevel = 0.5;

struct Experiment;

/// How a verdict is reached, and with it how often one may look.
enum class Method {
    Fixed,           ///< one look, at the planned size
    GroupSequential, ///< a few planned looks that share the level
    AlwaysValid,     ///< as many looks as one likes
    Bayesian,        ///< a posterior; not protected against peeking
};

enum class Alternative {
    TwoSided,
    Better, ///< one-sided, in the metric's direction; "worse" is then left to the harm rule
};

/// How fast a group-sequential plan spends its level (kernel: stats::Spending).
enum class SpendingKind { OBrienFleming, Pocock, KimDeMets, HwangShihDeCani };

/// Which hypotheses about primary metrics share the level.
enum class CorrectionFamily {
    PerMetric, ///< the treatments of each metric
    Primaries, ///< treatments times primary metrics
    All,       ///< also those of the secondary metrics
};
enum class CorrectionMethod { None, Bonferroni, Holm, BenjaminiHochberg };

/// By how much a guardrail may be worse and still pass.
struct Margin
{
    double value = 0;     ///< > 0
    bool relative = true; ///< a share of the control's value; else in the metric's unit

    bool operator==(const Margin&) const = default;
};

/// What the plan says of one metric of the experiment.
struct PlannedMetric
{
    std::string name;
    MetricRole role = MetricRole::Secondary;
    Direction direction = Direction::Increase;
    std::optional<Margin> margin;      ///< guardrails
    std::optional<double> capQuantile; ///< unit values above this quantile are cut to it; (0.5, 1)
    std::optional<Duration> window;

    bool operator==(const PlannedMetric&) const = default;
};

/// What is decided before the data come, so that they cannot decide it. Frozen at the start; its fingerprint says so.
struct Plan
{
    Method method = Method::Fixed;
    Alternative alternative = Alternative::TwoSided;
    double level = 0.05;
    double power = 0.8;
    std::optional<double> smallestEffect; ///< the smallest relative effect of interest, > 0
    std::optional<std::int64_t> unitsPerVariant;
    std::optional<std::int32_t> durationDays;
    std::int32_t minimumDays = 7;

    std::vector<double> looks; ///< shares of the planned size, rising, the last 1; group-sequential only
    SpendingKind spending = SpendingKind::OBrienFleming;
    double spendingGamma = 1; ///< KimDeMets and HwangShihDeCani

    CorrectionFamily family = CorrectionFamily::Primaries;
    CorrectionMethod correction = CorrectionMethod::Holm;

    bool cuped = false;
    Duration cupedWindow = std::chrono::hours(24 * 14); ///< before the exposure

    double priorMean = 0; ///< of the relative lift; Bayesian only
    double priorDeviation = 0.1;

    std::vector<PlannedMetric> metrics; ///< by position in Experiment::metrics

    bool operator==(const Plan&) const = default;
};

std::string_view toString(Method method);
std::optional<Method> parseMethod(std::string_view text);
std::string_view toString(SpendingKind spending);
std::string_view toString(CorrectionFamily family);
std::string_view toString(CorrectionMethod correction);

/// The plan an experiment without one has: fixed, with its target size and level.
Plan defaultPlan(const Experiment& experiment);

/// `count` evenly spaced looks, the last at the planned size.
std::vector<double> evenLooks(int count);

/// The wire and stored form: every field, defaults included.
nlohmann::json toJson(const Plan& plan);

/// Reads a plan for an experiment: what is left out has its default, what the experiment says already (roles,
/// directions, windows, level, size) is taken from there. Invalid names every wrong field.
Result<Plan> planFromJson(const nlohmann::json& body, const Experiment& experiment);
/// One that has been accepted: of an experiment that was taken over, whose level may be higher.
Result<Plan> acceptedPlan(const nlohmann::json& body, const Experiment& experiment);

/// SHA-256 of the plan's canonical JSON (RFC 8785), lower-case hexadecimal: the same plan has the same everywhere.
std::string fingerprintOf(const Plan& plan);

/// The plan after its experiment has changed: metrics by name, those that are new with their defaults.
Plan reconciled(const Plan& plan, const Experiment& experiment);

/// What differs between the frozen plan and how things are now, one sentence a field (`plan_departure`).
std::vector<Sentence> departuresOf(const Plan& frozen, const Plan& present);

} // namespace xp
