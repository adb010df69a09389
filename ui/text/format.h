// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"

#include <QString>

namespace xp::ui {

/// Numbers and times as people of the current locale read them. What does not exist is an en dash.

QString none();
QString count(std::int64_t value);
/// `value` is a fraction: 0.0602 is 6.02 %. Digits are chosen for the size unless given.
QString percent(double fraction, int digits = -1);
/// Of a test or an interval, with no more digits than it has: `5 %`, `97.5 %`, `99.95 %`.
QString levelPercent(double fraction);
/// With its sign, also for a plus: a lift.
QString signedPercent(std::optional<double> fraction, int digits = 1);
/// `−2.4 … +18.3 %`
QString percentInterval(const Interval& interval);
/// About four significant digits.
QString number(double value);
/// A probability as a share that is never 0 or all: `99.5 %`, `> 99.9 %`.
QString chance(double probability);
/// `0.0016`, `0.20`, `< 0.0001`.
QString pValue(std::optional<double> p);
/// `p = 0.20`, `p < 0.0001`.
QString pEquation(std::optional<double> p);
/// What a p-value has to stay under: `p < 0.012`.
QString pLimit(double p);
/// The value of a variant in the metric's own unit: a rate for a conversion, a mean otherwise.
QString variantValue(MetricKind kind, const VariantStats& variant);
/// `3 min`, `5 h`, `12 d`.
QString timeSpan(Duration duration);
QString dayCount(std::int64_t days);
/// `just now`, `2 s ago`, `5 min ago`.
QString ago(Duration age);
QString date(Timestamp time);
QString dateTime(Timestamp time);
QString dateTimeToSecond(Timestamp time);

QString text(const std::string& utf8);
QString text(std::string_view utf8);

} // namespace xp::ui
