// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "ui/design/lookdesign.h"

#include <QPointF>
#include <QString>
#include <cmath>

#include <vector>

namespace xp::ui {

/// An experiment that is being designed: what will be sent, and what its size follows from.
struct Draft
{
    Experiment experiment;
    double baseline = 0.05;    ///< conversion rate of the control, 0..1
    double smallestLift = 0.1; ///< relative; the smallest that is worth finding
    double power = 0.8;
    double unitsPerDay = 1000; ///< all that come by; the traffic share decides how many take part
    Method method = Method::GroupSequential;
    LookDesign design; ///< without looks: one a week, however long it takes
    /// By how much a metric may be worse and still pass as a guardrail, relative, (0, 1); by its position. Those that
    /// are not there are kMarginProposed.
    std::vector<double> margins;

    Draft();
    bool operator==(const Draft&) const = default;
};

inline constexpr double kMarginProposed = 0.05;
double marginOf(const Draft& draft, std::size_t metric);

/// A draft that asks the same question anew: all that a person decides of an experiment, without its key and its past.
Draft templateOf(const Experiment& experiment);

/// The pages of the wizard, in their order.
enum class DesignStep { Question, Variants, Metrics, Size, Traffic, Review };
inline constexpr int kDesignSteps = 6;

QString titleOf(DesignStep step);

/// What a method costs, with the entries as they are.
struct MethodCost
{
    Method method = Method::Fixed;
    std::int64_t units = 0; ///< in all variants, at most
    double days = 0;        ///< at most; 0 when nobody comes
};

/// The consequence of the entries, for the pooled two-proportion test and the method's own need of units.
struct SizePlan
{
    std::int64_t unitsPerVariant = 0; ///< 0 when there is none
    std::int64_t units = 0;           ///< in all variants
    double days = 0;                  ///< to get them, at the draft's traffic; 0 when nobody comes
    double expectedShare = 1;         ///< of the units on average, where the smallest lift is true
    QString problem;                  ///< why there is no size
    std::vector<MethodCost> costs;    ///< of the methods that reach the power
    std::vector<QPointF> power;       ///< by units in all variants
    std::vector<QPointF> powerOfOne;  ///< the same of a single look; empty where the method is one
    std::vector<QPointF> detectable;  ///< smallest lift found with the wished power, by days

    /// As they are told everywhere: the last one is begun.
    std::int64_t wholeDays() const { return static_cast<std::int64_t>(std::ceil(days)); }
};

/// The level is divided over the treatments and primary metrics that may each be called a success. A method other than
/// the single look needs its factor of the single look's units (core/analysis/methodprice.h), and finds with n units
/// what a single look finds with n / factor: exact at the planned size, near it elsewhere.
SizePlan planOf(const Draft& draft);

/// The level, two-sided, that is left for one hypothesis.
double levelOfOne(const Draft& draft);

/// The looks of a group-sequential plan: the draft's own, or one a week.
LookDesign designOf(const Draft& draft);

/// What is sent: with the size, and the plan that decides.
Experiment experimentOf(const Draft& draft);

/// The plan in plain words, a paragraph each, and what to think of before the start.
QString planInWords(const Draft& draft);
std::vector<QString> warningsOf(const Draft& draft);
/// Of the experiments that run already, which meet the same users and count the same events.
std::vector<QString> overlapsOf(const Draft& draft, const std::vector<Experiment>& running);

} // namespace xp::ui
