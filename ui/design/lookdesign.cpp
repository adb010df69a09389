// SPDX-License-Identifier: Apache-2.0
#include "ui/design/lookdesign.h"

#include "core/analysis/lookrule.h"
#include "core/analysis/methodprice.h"
#include "core/stats/distributions.h"
#include "core/stats/groupsequential.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xp::ui {

namespace {

constexpr int kLooksWithoutDuration = 4;
constexpr double kDaysOfAWeek = 7;
constexpr double kRounding = 1e-9;

double snapped(double share)
{
    return std::round(share / kLookStep) * kLookStep;
}

void addFutility(LookBounds& bounds, const LookDesign& design, double level, double power, double drift)
{
    const auto spending = spendingOf(design.spending, design.gamma);
    const auto futility = stats::groupSequentialFutility(design.looks, level / 2, 1 - power, spending, spending);
    if (!futility)
        return;
    const auto stops = stats::stoppingProbabilities(design.looks, bounds.efficacy, futility->futilityBounds, drift);
    if (!stops)
        return;
    bounds.futility = futility->futilityBounds;
    bounds.powerWithFutility = std::accumulate(stops->efficacy.begin(), stops->efficacy.end(), 0.0);
}

} // namespace

std::optional<LookBounds> boundsOf(const LookDesign& design, double level, double power)
{
    const Plan plan{.method = Method::GroupSequential,
                    .looks = design.looks,
                    .spending = design.spending,
                    .spendingGamma = design.gamma};
    const auto bounds =
        stats::groupSequentialBounds(design.looks, level / 2, spendingOf(design.spending, design.gamma));
    const auto factor = factorOf(plan, Method::GroupSequential, level, power, /*effect: of the prior alone*/ 1);
    if (!bounds || !factor)
        return std::nullopt;
    LookBounds all;
    all.efficacy = bounds->criticalValues;
    std::ranges::transform(bounds->cumulativeAlpha, std::back_inserter(all.spent), [](double a) { return 2 * a; });
    all.inflation = factor->largest;
    all.expectedShare = factor->expected / factor->largest;
    const double single = stats::normalUpperQuantile(level / 2) + stats::normalUpperQuantile(1 - power);
    const double drift = single * std::sqrt(factor->largest);
    if (const auto stops = stats::stoppingProbabilities(design.looks, all.efficacy, {}, drift))
        all.stopsHere = stops->efficacy;
    all.powerWithFutility = power;
    if (design.looks.size() > 1)
        addFutility(all, design, level, power, drift);
    return all;
}

std::vector<QPointF> spendingCurve(const LookDesign& design, double level, int points)
{
    std::vector<double> shares;
    for (int i = 1; i <= points; ++i)
        shares.push_back(i == points ? 1.0 : double(i) / points);
    const auto schedule =
        stats::spendingSchedule(spendingOf(design.spending, design.gamma), level / 2, shares, "level");
    std::vector<QPointF> curve{{0, 0}};
    for (std::size_t i = 0; schedule && i < shares.size(); ++i)
        curve.emplace_back(shares[i], 2 * schedule->cumulative[i]);
    return curve;
}

std::vector<double> withLookAt(std::vector<double> looks, std::size_t look, double share)
{
    if (look + 1 >= looks.size())
        return looks;
    const double low = (look == 0 ? 0.0 : looks[look - 1]) + kLookStep;
    const double high = looks[look + 1] - kLookStep;
    if (low <= high + kRounding)
        looks[look] = std::clamp(snapped(share), low, std::max(low, high));
    return looks;
}

std::vector<double> withNewLook(std::vector<double> looks, double share)
{
    if (looks.size() >= std::size_t(kMostLooks))
        return looks;
    const double wanted = std::clamp(snapped(share), kLookStep, 1 - kLookStep);
    // Outward from the wish, step by step, to the first place that is far enough from every look.
    for (int i = 0; i * kLookStep < 1; ++i) {
        for (const double candidate : {wanted - i * kLookStep, wanted + i * kLookStep}) {
            const auto near = [&](double look) { return std::abs(look - candidate) < kLookStep - kRounding; };
            if (candidate < kLookStep - kRounding || candidate > 1 - kLookStep + kRounding ||
                std::ranges::any_of(looks, near))
                continue;
            looks.insert(std::ranges::lower_bound(looks, candidate), snapped(candidate));
            return looks;
        }
    }
    return looks;
}

double widestGap(const std::vector<double>& looks)
{
    double middle = 0.5;
    double widest = 0;
    double before = 0;
    for (const double look : looks) {
        if (look - before > widest + kRounding) {
            widest = look - before;
            middle = (look + before) / 2;
        }
        before = look;
    }
    return middle;
}

std::vector<double> withoutLook(std::vector<double> looks, std::size_t look)
{
    if (look + 1 < looks.size())
        looks.erase(looks.begin() + std::ptrdiff_t(look));
    return looks;
}

std::vector<double> weeklyLooks(double days)
{
    if (!(days > 0))
        return evenLooks(kLooksWithoutDuration);
    return evenLooks(int(std::clamp(std::round(days / kDaysOfAWeek), 1.0, double(kMostLooks))));
}

} // namespace xp::ui
