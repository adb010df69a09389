// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/adjustment.h"

#include "core/analysis/exactcovariance.h"
#include "core/domain/histogram.h"
#include "core/stats/cupedestimates.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// Exact sums make moments of 50 digits, so that something is left of them where the covariate explains nearly all.
using Sample = stats::BasicCupedSample<Precise>;

struct Part
{
    double weight = 1;
    Sample control;
    Sample treatment;
};

/// Sums of a unit's value y (one number) over some units, and of its products with the covariate.
struct Sums
{
    std::int64_t units = 0;
    WideInteger y;
    WideInteger ySquares;
    WideInteger x;
    WideInteger xSquares;
    WideInteger xy;
};

Sums sumsOf(const Metric& metric, const Moments& m, const CovariateMoments& history)
{
    Sums sums{.units = m.units,
              .y = toWide(m.sum),
              .ySquares = toWide(m.sumSquares),
              .x = toWide(history.x),
              .xSquares = toWide(history.xSquares),
              .xy = toWide(history.xSum)};
    if (isRate(metric.kind)) {
        sums.y = sums.ySquares = m.converted;
        sums.xy = toWide(history.xConverted);
    } else if (countsEvents(metric)) {
        sums.y = m.count;
        sums.ySquares = toWide(m.countSquares);
        sums.xy = toWide(history.xCount);
    }
    return sums;
}

Sample sampleOf(const Sums& s)
{
    const Precise n = s.units;
    return {.n = n,
            .mean = s.y.convert_to<Precise>() / n,
            .variance = preciseCovariance(s.units, s.y, s.y, s.ySquares),
            .covariateMean = s.x.convert_to<Precise>() / n,
            .covariateVariance = preciseCovariance(s.units, s.x, s.x, s.xSquares),
            .covariance = preciseCovariance(s.units, s.x, s.y, s.xy)};
}

/// One side of a stratum: the units with a history, and the others.
struct Side
{
    Moments all;
    Moments known; ///< `units` filled in
    Moments rest;
    const CovariateMoments* history = nullptr;
};

Side sideOf(const Moments& all, const CovariateMoments& history)
{
    Side side{.all = all, .known = history.outcome, .rest = all, .history = &history};
    side.known.units = history.units;
    side.rest -= side.known;
    return side;
}

bool areEnough(const Moments& control, const Moments& treatment)
{
    return std::min(control.units, treatment.units) >= kFewestUnitsOfEpoch;
}

void addMeans(std::vector<Part>& parts, double weight, const Side& c, const Side& t, const Metric& metric)
{
    const std::int64_t units = c.all.units + t.all.units;
    const bool apart = areEnough(c.known, t.known) && areEnough(c.rest, t.rest);
    if (!apart) {
        parts.push_back(
            {weight, sampleOf(sumsOf(metric, c.all, *c.history)), sampleOf(sumsOf(metric, t.all, *t.history))});
        return;
    }
    const double known = static_cast<double>(c.known.units + t.known.units) / static_cast<double>(units);
    const CovariateMoments none;
    parts.push_back(
        {weight * known, sampleOf(sumsOf(metric, c.known, *c.history)), sampleOf(sumsOf(metric, t.known, *t.history))});
    parts.push_back(
        {weight * (1 - known), sampleOf(sumsOf(metric, c.rest, none)), sampleOf(sumsOf(metric, t.rest, none))});
}

using Wider = boost::multiprecision::cpp_int;

/// The mean of the covariate over all units that have one, as a fraction.
struct Center
{
    Wider sum;
    Wider units;
};

Precise quotient(const Wider& above, const Wider& below)
{
    return above.convert_to<Precise>() / below.convert_to<Precise>();
}

/// The linearised values (v - R n) / mean of n, whose mean is taken to be the ratio itself; the covariate is z = x less
/// the center for units with a history, 0 for the others. Where histories are alike, or all of them in one arm, the
/// sums of z are 0, so that rounding must not make something of them: K z and all sums of it are whole numbers, K the
/// number of units in the center; below 2^320.
std::optional<Sample> linearised(const Side& side, const Center& center)
{
    if (side.all.units < 2 || side.all.count == 0)
        return std::nullopt;
    const CovariateMoments& history = *side.history;
    const Wider n = side.all.units;
    const Wider& k = center.units;
    const Wider x(toWide(history.x));
    const Wider z = k * x - center.sum * history.units;
    const Wider zSquares =
        k * k * Wider(toWide(history.xSquares)) - 2 * k * center.sum * x + center.sum * center.sum * history.units;
    const WideInteger values = toWide(side.all.sum);
    const WideInteger units = side.all.count;
    const Wider sum(values);
    const Wider counts(units);
    // n (n - 1) K times the covariances of z with v and with n.
    const Wider withV = n * (k * Wider(toWide(history.xSum)) - center.sum * Wider(toWide(side.known.sum))) - z * sum;
    const Wider withN = n * (k * Wider(toWide(history.xCount)) - center.sum * side.known.count) - z * counts;
    return Sample{.n = quotient(n, 1),
                  .mean = quotient(sum, counts),
                  .variance = preciseLinearisedVariance(values, units, side.all),
                  .covariateMean = quotient(z, k * n),
                  .covariateVariance = quotient(n * zSquares - z * z, k * k * n * (n - 1)),
                  .covariance = quotient(withV * counts - sum * withN, k * (n - 1) * counts * counts)};
}

bool addRatio(std::vector<Part>& parts, double weight, const Side& c, const Side& t)
{
    const std::int64_t known = c.history->units + t.history->units;
    const Center center{Wider(toWide(c.history->x)) + Wider(toWide(t.history->x)), std::max<std::int64_t>(known, 1)};
    const auto control = linearised(c, center);
    const auto treatment = linearised(t, center);
    if (control && treatment)
        parts.push_back({weight, *control, *treatment});
    return control && treatment;
}

/// The covariate of those that have one.
struct History
{
    double units = 0;
    double mean = 0;
    double variance = 0;
};

History historyOf(const CovariateMoments& m)
{
    const WideInteger x = toWide(m.x);
    const auto units = static_cast<double>(m.units);
    return {units, x.convert_to<double>() / units, sampleCovariance(m.units, x, x, toWide(m.xSquares))};
}

/// Two-sided, of a weighted difference with its variance.
struct Shift
{
    double difference = 0;
    double variance = 0;

    void add(double weight, double control, double controlVariance, double treatment, double treatmentVariance)
    {
        difference += weight * (treatment - control);
        variance += weight * weight * (controlVariance + treatmentVariance);
    }
    double pValue() const
    {
        return variance > 0 ? 2 * stats::normalTail(std::abs(difference) / std::sqrt(variance)) : 1.0;
    }
};

} // namespace

std::optional<Adjustment> adjustmentOf(const Strata& strata, const Metric& metric)
{
    std::vector<Part> parts;
    for (const Stratum& stratum : strata.used) {
        if (!stratum.history || std::min(stratum.control.units, stratum.treatment.units) < 2)
            return std::nullopt;
        const Side control = sideOf(stratum.control, stratum.history->control);
        const Side treatment = sideOf(stratum.treatment, stratum.history->treatment);
        if (valueKindOf(metric) != ValueKind::Ratio)
            addMeans(parts, stratum.weight, control, treatment, metric);
        else if (!addRatio(parts, stratum.weight, control, treatment))
            return std::nullopt;
    }
    Precise shared = 0;
    Precise spread = 0;
    for (const Part& part : parts) {
        for (const Sample* sample : {&part.control, &part.treatment}) {
            shared += (sample->n - 1) * sample->covariance;
            spread += (sample->n - 1) * sample->covariateVariance;
        }
    }
    if (!(spread > 0))
        return std::nullopt;
    const Precise theta = shared / spread;
    Adjustment adjustment{.theta = theta.convert_to<double>()};
    for (const Part& part : parts)
        adjustment.parts.push_back({.weight = part.weight,
                                    .controlUnits = part.control.n.convert_to<double>(),
                                    .treatmentUnits = part.treatment.n.convert_to<double>(),
                                    .pair = stats::cupedEstimatesAt(part.control, part.treatment, theta)});
    return std::isfinite(adjustment.theta) ? std::optional(adjustment) : std::nullopt;
}

std::optional<double> historyBalance(const std::vector<Strata>& strata)
{
    double smallest = 1;
    int tests = 0;
    for (const Strata& one : strata) {
        Shift value;
        Shift share;
        bool isKnown = !one.used.empty();
        for (const Stratum& s : one.used) {
            isKnown = isKnown && s.history && std::min(s.history->control.units, s.history->treatment.units) >= 2;
            if (!isKnown)
                break;
            const History c = historyOf(s.history->control);
            const History t = historyOf(s.history->treatment);
            value.add(s.weight, c.mean, c.variance / c.units, t.mean, t.variance / t.units);
            const double pc = c.units / static_cast<double>(s.control.units);
            const double pt = t.units / static_cast<double>(s.treatment.units);
            share.add(s.weight, pc, pc * (1 - pc) / static_cast<double>(s.control.units), pt,
                      pt * (1 - pt) / static_cast<double>(s.treatment.units));
        }
        if (!isKnown)
            continue;
        smallest = std::min({smallest, value.pValue(), share.pValue()});
        tests += 2;
    }
    return tests > 0 ? std::optional(std::min(1.0, smallest * tests)) : std::nullopt;
}

std::optional<double> historyCorrelation(const CovariateMoments& history, const Metric& metric)
{
    Moments outcome = history.outcome;
    outcome.units = history.units;
    if (history.units < 2)
        return std::nullopt;
    const Sums s = sumsOf(metric, outcome, history);
    const double scale =
        std::sqrt(sampleCovariance(s.units, s.y, s.y, s.ySquares) * sampleCovariance(s.units, s.x, s.x, s.xSquares));
    return scale > 0 ? std::optional(std::clamp(sampleCovariance(s.units, s.x, s.y, s.xy) / scale, 0.0, 1.0))
                     : std::nullopt;
}

} // namespace xp
