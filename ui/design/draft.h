// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

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

    Draft();
    bool operator==(const Draft&) const = default;
};

/// A draft that asks the same question anew: all that a person decides of an experiment, without its key and its past.
Draft templateOf(const Experiment& experiment);

/// The pages of the wizard, in their order.
enum class DesignStep { Question, Variants, Metrics, Size, Traffic, Review };
inline constexpr int kDesignSteps = 6;

QString titleOf(DesignStep step);

/// What is wrong on one page, a sentence each; nothing when one may go on.
std::vector<QString> problemsOf(const Draft& draft, DesignStep step);

/// The consequence of the entries, for the pooled two-proportion test that a fixed plan ends with.
struct SizePlan
{
    std::int64_t unitsPerVariant = 0; ///< 0 when there is none
    std::int64_t units = 0;           ///< in all variants
    double days = 0;                  ///< to get them, at the draft's traffic; 0 when nobody comes
    QString problem;                  ///< why there is no size
    std::vector<QPointF> power;       ///< by units in all variants
    std::vector<QPointF> detectable;  ///< smallest lift found with the wished power, by days

    /// As they are told everywhere: the last one is begun.
    std::int64_t wholeDays() const { return static_cast<std::int64_t>(std::ceil(days)); }
};

/// The level is divided over the treatments and primary metrics that may each be called a success.
SizePlan planOf(const Draft& draft);

/// The plan in plain words, a paragraph each, and what to think of before the start.
QString planInWords(const Draft& draft);
std::vector<QString> warningsOf(const Draft& draft);

} // namespace xp::ui
