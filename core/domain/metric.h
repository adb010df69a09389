// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/propertyfilter.h"
#include "core/domain/timestamp.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace xp {

/// How a unit's events become its value (see docs/semantics.md).
enum class MetricKind {
    Conversion, ///< 1 for a unit with at least one event, else 0
    Count,      ///< number of events
    Sum,        ///< sum of the events' values
    Mean,       ///< sum of values over number of events, by the delta method over units
    Ratio,      ///< sum of the events' values over what its denominator's events come to, likewise
    Retention,  ///< 1 for a unit with an event at least `after` from its exposure, else 0
    ActiveDays, ///< number of UTC days with at least one event
    Funnel,     ///< 1 for a unit that has taken every step, in order, else 0
    Quantile,   ///< sum of the events' values; what is compared is a quantile of it over the units
};

enum class MetricRole { Primary, Secondary, Guardrail };
enum class Direction { Increase, Decrease };

/// What a metric of kind ratio divides by.
struct Denominator
{
    std::string event;
    std::vector<PropertyFilter> filter; ///< of its events
    bool sumsValues = false;            ///< the sum of its events' values rather than their number
    double resolution = 1;              ///< of summed values; a unit's sum is held within +-(2^31 - 1) of it

    bool operator==(const Denominator&) const = default;
};

/// One step of a funnel. A unit takes it with an event that is not before its last step, and later than every step of
/// its that the same event could have taken.
struct FunnelStep
{
    std::string event;
    std::vector<PropertyFilter> filter; ///< of its events

    bool operator==(const FunnelStep&) const = default;
};

/// Where in the catalogue a metric's definition stands.
struct CatalogueReference
{
    std::string key;
    std::int64_t version = 1;
    bool isPinned = false; ///< a draft stays with this version; else it follows the newest until it starts

    bool operator==(const CatalogueReference&) const = default;
};

/// What is measured of every unit of an experiment.
struct Metric
{
    std::string name;
    MetricKind kind = MetricKind::Conversion;
    MetricRole role = MetricRole::Secondary;
    Direction direction = Direction::Increase;
    std::string event; ///< the event that feeds it; the metric's name unless given
    /// Values are exact whole multiples of this; a value beyond kMaxMultiples of it is refused.
    double resolution = 1e-6;
    /// An event counts when exposure <= time < exposure + window; without one there is no upper end.
    std::optional<Duration> window;
    /// An imported column with one value per unit: that value is the unit's, tested by Welch.
    bool perUnit = false;
    std::vector<PropertyFilter> filter;     ///< which of the events count, by their properties
    std::optional<Denominator> denominator; ///< kind ratio
    std::optional<Duration> after;          ///< kind retention: how long after the exposure a return counts
    std::vector<FunnelStep> steps;          ///< kind funnel: two or more; `event` is the last one's
    std::optional<double> quantile;         ///< kind quantile: share of the units below it, within (0, 1)
    std::optional<CatalogueReference> catalogue;
    std::optional<double> cap; ///< a unit's number of events (count) or sum of values is cut to it

    bool operator==(const Metric&) const = default;
};

/// The largest absolute event value, in multiples of the metric's resolution.
inline constexpr double kMaxMultiples = 4611686018427387904.0; // 2^62: moments of it fit into their columns

/// Whether a unit's value is 0 or 1, and their mean a rate.
inline bool isRate(MetricKind kind)
{
    return kind == MetricKind::Conversion || kind == MetricKind::Retention || kind == MetricKind::Funnel;
}

/// Whether a unit's value follows from when its events were rather than from how many there are: these are kept as
/// marks (core/storage/units/unitmarks.h).
inline bool keepsMarks(MetricKind kind)
{
    return kind == MetricKind::ActiveDays || kind == MetricKind::Funnel;
}

/// How long after its exposure a unit must have been watched for its value to be known; nothing: there is no such time.
inline std::optional<Duration> watchedFor(const Metric& metric)
{
    return metric.window ? metric.window : metric.after;
}

std::string_view toString(MetricKind kind);
std::string_view toString(MetricRole role);
std::string_view toString(Direction direction);
std::optional<MetricKind> parseMetricKind(std::string_view text);
std::optional<MetricRole> parseMetricRole(std::string_view text);
std::optional<Direction> parseDirection(std::string_view text);

/// The stored and wire form: every field, defaults included; those after `window` only where they say something.
nlohmann::json toJson(const Metric& metric);
/// Reads what toJson wrote; std::nullopt for anything else.
std::optional<Metric> metricFromJson(const nlohmann::json& json);

} // namespace xp
