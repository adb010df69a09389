// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"

#include <nlohmann/json.hpp>

namespace xp {

/// What one look saw of one treatment on one metric: enough to test any hypothesis about it again, at any level.
/// Values are in the metric's unit; every number is finite, and at least one variance is above 0.
struct LookNumbers
{
    Timestamp time{};
    double units = 0; ///< of the two arms
    double control = 0;
    double treatment = 0;
    double controlVariance = 0; ///< of the value itself, not of a unit's
    double treatmentVariance = 0;
    double covariance = 0; ///< of the two values, where history adjusts them

    bool operator==(const LookNumbers&) const = default;

    double variance() const { return controlVariance + treatmentVariance - 2 * covariance; } ///< of the difference
    /// Standard errors between the data and "treatment - control = difference".
    double statisticAtDifference(double difference) const;
    /// Standard errors between the data and "treatment = (1 + lift) * control".
    double statisticAtLift(double lift) const;
    std::optional<Interval> interval(double critical) const;
    std::optional<Interval> liftInterval(double critical) const; ///< Fieller; nothing where it is not bounded
};

/// A look with its position among the looks of a plan; 0 for methods that do not count them.
struct NumberedLook
{
    std::size_t position = 0;
    LookNumbers numbers;

    bool operator==(const NumberedLook&) const = default;
};

/// Nothing where the contrast has no estimate or nothing varies.
std::optional<LookNumbers> lookNumbersOf(const Contrast& contrast, Timestamp time);

nlohmann::json toJson(const LookNumbers& numbers);
std::optional<LookNumbers> lookNumbersFromJson(const nlohmann::json& json);

} // namespace xp
