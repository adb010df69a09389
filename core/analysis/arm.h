// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/metric.h"
#include "core/domain/moments.h"

#include <optional>

namespace xp {

/// What a metric makes of a unit, and with it which test compares two arms.
enum class ValueKind {
    Proportion, ///< 0 or 1
    Mean,       ///< one number a unit
    Ratio,      ///< two numbers a unit; the arm's value is the ratio of their sums
    Quantile,   ///< one number a unit; the arm's value is a quantile of them, which no moments know
};
ValueKind valueKindOf(const Metric& metric);

/// One arm of one metric in numbers, from exact integers: nothing cancels before the last step. Values are in
/// multiples of the metric's resolution (counts and rates in units of 1), so that no unit of measure can overflow them;
/// `scaleOf` turns them back.
struct Arm
{
    double units = 0;
    double converted = 0;       ///< units with at least one event
    double mean = 0;            ///< of the unit's value; ratio: of the numerator
    double variance = 0;        ///< sample variance, divisor n - 1; 0 below two units
    double denominatorMean = 0; ///< ratio only, like the next
    double ratioVariance = 0;   ///< sample variance of (v - R n) / mean n, R the ratio itself
};

/// The numbers of `moments` (whose `units` are filled in) under `metric`.
Arm armOf(const Moments& moments, const Metric& metric);

/// What one unit of Arm's values is worth in the metric's unit.
double scaleOf(const Metric& metric);

/// Mean and sample standard deviation of the units' values, in the metric's unit; finite. Of a conversion the value is
/// the unit's total of `value`, as in the service replaced. The mean is of one unit at least
/// (kinds mean and ratio: of something to divide by), the deviation of two.
struct ValueSummary
{
    std::optional<double> mean;              ///< kinds mean and ratio: sum of values over what it is divided by
    std::optional<double> standardDeviation; ///< of these kinds of the units' totals
};
ValueSummary valueSummaryOf(const Moments& moments, const Metric& metric);

/// An arm's rate, mean or ratio in the metric's unit; nothing where it does not exist.
std::optional<double> valueOf(const Moments& moments, const Metric& metric);

} // namespace xp
