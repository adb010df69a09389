// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/methodprice.h"

#include "core/analysis/lookrule.h"
#include "core/stats/distributions.h"
#include "core/stats/groupsequential.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr int kSequenceLooks = 12;
constexpr double kUnits = 1e6; ///< any size: the bounds of a sequence tuned to it depend on the share alone

struct Course
{
    double power = 0;
    double expectedShare = 1; ///< of the largest size, at which it stops
};

/// What becomes of a design whose statistic at full size has mean `drift`.
std::optional<Course> courseOf(const std::vector<double>& shares, const std::vector<double>& criticals, double drift)
{
    const auto stops = stats::stoppingProbabilities(shares, criticals, {}, drift);
    if (!stops)
        return std::nullopt;
    Course course{.power = 0, .expectedShare = 0};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        course.power += stops->efficacy[i];
        course.expectedShare += stops->efficacy[i] * shares[i];
    }
    course.expectedShare += std::max(0.0, 1 - course.power) * shares.back();
    return course;
}

/// The drift for which the design has the power, and its course.
std::optional<std::pair<double, Course>> solveDrift(const std::vector<double>& shares,
                                                    const std::vector<double>& criticals, double power)
{
    double low = 0;
    double high = criticals.back() + 10;
    std::optional<Course> course;
    for (int i = 0; i < 40 && high - low > 1e-7 * high; ++i) {
        const double middle = (low + high) / 2;
        course = courseOf(shares, criticals, middle);
        if (!course)
            return std::nullopt;
        (course->power < power ? low : high) = middle;
    }
    return course ? std::optional(std::pair{high, *course}) : std::nullopt;
}

std::optional<MethodFactor> factorOfLooks(const std::vector<double>& shares, const std::vector<double>& criticals,
                                          double single, double power)
{
    const auto solved = solveDrift(shares, criticals, power);
    if (!solved)
        return std::nullopt;
    const double largest = std::pow(solved->first / single, 2.0);
    return MethodFactor{largest, largest * solved->second.expectedShare};
}

/// A posterior is beyond 0 where the statistic is beyond this; `error` is the standard error of the lift. The prior's
/// own mean moves the posterior by a share of its precision.
double posteriorCritical(const Plan& plan, double critical, double error)
{
    const double relative = error / plan.priorDeviation;
    return critical * std::sqrt(1 + relative * relative) - relative * plan.priorMean / plan.priorDeviation;
}

/// The drift d at which a posterior calls the effect with the power: d = z sqrt(1 + (e / (d s))^2) + z_power, with e
/// the effect and s the prior's deviation; e / d is the standard error of the lift.
std::optional<MethodFactor> factorOfPosterior(const Plan& plan, double critical, double single, double ofPower,
                                              double effect)
{
    const auto excess = [&](double drift) {
        return drift - posteriorCritical(plan, critical, effect / drift) - ofPower;
    };
    double low = single * 1e-3;
    double high = single * 1e6;
    if (!(excess(high) > 0))
        return std::nullopt;
    if (excess(low) > 0)
        return MethodFactor{1e-6, 1e-6};
    for (int i = 0; i < 200; ++i) {
        const double middle = std::sqrt(low * high);
        (excess(middle) > 0 ? high : low) = middle;
    }
    const double factor = std::pow(high / single, 2.0);
    return MethodFactor{factor, factor};
}

std::vector<double> sequenceCriticals(double level, const std::vector<double>& shares)
{
    const Sequence sequence(level, kUnits);
    std::vector<double> criticals;
    for (const double share : shares)
        criticals.push_back(sequence.critical(share * kUnits, level));
    return criticals;
}

struct Looks
{
    std::vector<double> shares; ///< of the size
    std::vector<double> criticals;
};

/// Those of the plan's method; `error` as above.
Looks looksOf(const Plan& plan, double level, double error)
{
    const double critical = stats::normalUpperQuantile(level / 2);
    switch (plan.method) {
    case Method::Fixed:
        break;
    case Method::Bayesian:
        return {{1.0}, {posteriorCritical(plan, critical, error)}};
    case Method::AlwaysValid: {
        std::vector<double> shares = evenLooks(kSequenceLooks);
        std::vector<double> criticals = sequenceCriticals(level, shares);
        return {std::move(shares), std::move(criticals)};
    }
    case Method::GroupSequential: {
        std::vector<double> shares = plan.looks.empty() ? evenLooks(kAssumedLooks) : plan.looks;
        const GroupSequentialRule rule(shares, true, plan.spending, plan.spendingGamma);
        std::vector<double> criticals;
        for (std::size_t i = 0; i < shares.size(); ++i)
            criticals.push_back(rule.critical(i, 0, level / 2));
        return {std::move(shares), std::move(criticals)};
    }
    }
    return {{1.0}, {critical}};
}

} // namespace

std::optional<MethodFactor> factorOf(const Plan& plan, Method method, double level, double power, double effect)
{
    const double critical = stats::normalUpperQuantile(level / 2);
    const double ofPower = stats::normalUpperQuantile(1 - power);
    const double single = critical + ofPower;
    if (!(single > 0))
        return std::nullopt;
    if (method == Method::Fixed)
        return MethodFactor{};
    if (method == Method::Bayesian)
        return factorOfPosterior(plan, critical, single, ofPower, effect);
    Plan looking = plan;
    looking.method = method;
    const auto [shares, criticals] = looksOf(looking, level, /*error: of the prior alone*/ 1);
    return factorOfLooks(shares, criticals, single, power);
}

double powerOf(const Plan& plan, double level, const TrueDifference& difference, double units)
{
    const double error = difference.null / (difference.reference * std::sqrt(units));
    const double drift = difference.size * std::sqrt(units) / difference.effect;
    const auto powerAt = [&](const Plan& side, double sidesDrift) {
        auto [shares, criticals] = looksOf(side, level, error);
        for (double& critical : criticals)
            critical *= difference.null / difference.effect;
        const auto course = courseOf(shares, criticals, sidesDrift);
        return course ? course->power : 0.0;
    };
    double power = powerAt(plan, drift);
    constexpr double kNever = 5; // standard errors away: the wrong side is not called any more
    if (plan.alternative == Alternative::TwoSided && drift < kNever) {
        Plan mirrored = plan;
        mirrored.priorMean = -plan.priorMean;
        power += powerAt(mirrored, -drift);
    }
    return std::min(1.0, power);
}

NeededDrift neededDrift(const Plan& plan, double level, double power, const MethodFactor& factor, double share,
                        double error)
{
    const double ofPower = stats::normalUpperQuantile(1 - power);
    const double last = looksOf(plan, level, error).criticals.back();
    if (plan.method == Method::Fixed || plan.method == Method::Bayesian)
        return {last, ofPower};
    // The drift with which the looks together have the power: less than the last of them would need alone.
    const double drift = (stats::normalUpperQuantile(level / 2) + ofPower) * std::sqrt(factor.largest);
    if (plan.method == Method::GroupSequential)
        return {last, drift - last};
    const double now = Sequence(level, kUnits).critical(std::max(share, 1e-6) * kUnits, level);
    const double together = drift / (last + ofPower);
    return {now * together, ofPower * together};
}

} // namespace xp
