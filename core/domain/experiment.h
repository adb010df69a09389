// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/enrolment.h"
#include "core/domain/metric.h"
#include "core/domain/plan.h"
#include "core/domain/schedule.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace xp {

/// draft -> running <-> paused -> stopped -> archived
enum class Status { Draft, Running, Paused, Stopped, Archived };

struct Variant
{
    std::string name;
    double allocation = 0; ///< share of the admitted units, 0..1; an experiment's shares sum to 1
    nlohmann::json config = nlohmann::json::object();

    bool operator==(const Variant&) const = default;
};

/// How a unit's id becomes a bucket; frozen at the first start.
enum class HashAlgorithm {
    Native,         ///< XXH64 with seeds of the experiment's own
    GrowthbookV1,   ///< FNV-1a as in GrowthBook's SDKs, 1,000 buckets
    GrowthbookV2,   ///< FNV-1a twice, 10,000 buckets
    Unleash,        ///< murmur3 as in Unleash's flexibleRollout and its variants
    Sha256Mod10000, ///< of the FastAPI service this one replaces
};

/// What a feature flag client gets as the flag's value.
enum class FlagValue {
    Variant, ///< the variant's name
    Config,  ///< the variant's configuration, an object
};

/// A stretch of time with one split, one targeting and one set of variants.
struct Epoch
{
    std::int32_t number = 0;
    Timestamp startedAt{};
    std::vector<double> allocations; ///< by position of the variant; a variant added later has none
    /// Begins anew with another seed: units of an earlier phase are not analysed.
    std::int32_t phase = 0;

    bool operator==(const Epoch&) const = default;
};

struct Experiment
{
    std::string id;  ///< UUID
    std::string key; ///< readable, unique slug; [A-Za-z0-9._-]
    std::string name;
    std::string description;
    std::string hypothesis;
    std::string project = "default";
    std::string environment = "production";
    std::string owner;             ///< a person or team, free text
    std::vector<std::string> tags; ///< in the order given, each once
    Status status = Status::Draft;
    std::vector<Variant> variants; ///< the first is the control
    std::vector<Metric> metrics;
    std::int64_t targetSampleSize = 1000; ///< units for each variant
    double significanceLevel = 0.05;
    double trafficAllocation = 1.0; ///< share of all units that is admitted
    Timestamp createdAt{};
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> stoppedAt;
    std::int64_t version = 1; ///< grows with every change; a writer names the one it read

    HashAlgorithm hash = HashAlgorithm::Native;
    std::string salt;       ///< what the hash mixes in; the experiment's id unless it was taken over
    double peakTraffic = 0; ///< the largest trafficAllocation it ever ran with: nobody beyond it can be assigned
    bool imported = false;  ///< the assignment happened elsewhere; units come from a file
    FlagValue flagValue = FlagValue::Variant;
    Enrolment enrolment;
    Schedule schedule;
    /// Attributes of the context, as they are at the exposure, by which reports break down; each once.
    std::vector<std::string> segments;
    /// Clients have had the split to evaluate it by themselves: they know nothing of stored assignments.
    bool evaluatedLocally = false;
    std::string unleashFlag;        ///< the Unleash flag that decides who is in; empty: this experiment does
    std::optional<Plan> plan;       ///< as the owner wrote it; without one: defaultPlan()
    std::optional<Plan> frozenPlan; ///< as it stood at the start; what differs from it since is a departure
    std::vector<Epoch> epochs;      ///< from the first start on; the last is the present one

    bool operator==(const Experiment&) const = default;
};

std::string_view toString(Status status);
std::optional<Status> parseStatus(std::string_view text);
std::string_view toString(HashAlgorithm hash);
std::optional<HashAlgorithm> parseHashAlgorithm(std::string_view text);
std::string_view toString(FlagValue value);
std::optional<FlagValue> parseFlagValue(std::string_view text);

nlohmann::json toJson(const Variant& variant);
std::optional<Variant> variantFromJson(const nlohmann::json& json);

/// The position of a variant by name.
std::optional<std::size_t> variantIndex(const Experiment& experiment, std::string_view name);

/// The plan as it would be written today, and the one that decides: frozen at the start, until then today's.
Plan presentPlan(const Experiment& experiment);
Plan decidingPlan(const Experiment& experiment);

/// What the headline of an experiment is about: its primary metrics, or, with none marked, a unit that converts on any
/// metric of kind conversion.
struct Headline
{
    enum class Kind { Primary, AnyOf } kind = Kind::AnyOf;
    std::vector<std::size_t> metrics; ///< positions in Experiment::metrics; empty without a primary and a conversion

    bool operator==(const Headline&) const = default;
};
Headline headlineOf(const Experiment& experiment);

/// The position under which moments of "any of the conversion metrics" are kept, beside the metrics' own (0, 1, ...).
inline constexpr std::int16_t kAnyConversion = -1;
/// The position under which the number of exposed units is kept; every metric shares it.
inline constexpr std::int16_t kUnitsOnly = -2;

/// The position under which a unit's totals of a metric from before its exposure are kept, where the plan adjusts by
/// them.
constexpr std::int16_t covariatePosition(std::int16_t metric)
{
    return static_cast<std::int16_t>(-16 - metric);
}

/// Where events without an experiment belong, `project/environment`; keys hold no slash.
std::string scopeOf(const std::string& project, const std::string& environment);

/// Whether moments under kAnyConversion are kept: no primary metric, and two or more metrics of kind conversion.
bool keepsAnyConversion(const Experiment& experiment);
/// Values under kAnyConversion are multiples of the coarsest resolution of the conversion metrics: whatever fits one of
/// them fits it too.
double anyConversionResolution(const Experiment& experiment);
/// How long units must have been watched until all metrics have their values; nothing where none has a window.
std::optional<Duration> longestWindow(const Experiment& experiment);
/// The metric an experiment's headline is about when it is "any of the conversions": a conversion whose window is the
/// longest of theirs, that is to fall only if all of them are.
Metric anyConversionMetric(const Experiment& experiment);

} // namespace xp
