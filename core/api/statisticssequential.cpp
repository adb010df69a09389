// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/alwaysvalid.h"
#include "core/stats/groupsequential.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

Result<json> callBounds(StatisticsInput& in)
{
    const std::vector<double> rates = readLooks(in);
    const double alpha = in.probability("alpha");
    const SpendingFunction spending = readSpending(in, "spending", "gamma");
    return answer(
        in, [&] { return groupSequentialBounds(rates, alpha, spending); },
        [](const GroupSequentialBounds& b) {
            return json{{"critical_values", b.criticalValues}, {"cumulative_alpha", b.cumulativeAlpha}};
        });
}

Result<json> callFutility(StatisticsInput& in)
{
    const std::vector<double> rates = readLooks(in);
    const double alpha = in.probability("alpha");
    const double beta = in.probability("beta");
    const SpendingFunction spending = readSpending(in, "spending", "gamma");
    const SpendingFunction futility = readSpending(in, "futility_spending", "futility_gamma");
    return answer(
        in, [&] { return groupSequentialFutility(rates, alpha, beta, spending, futility); },
        [](const GroupSequentialFutility& d) {
            return json{{"critical_values", d.criticalValues},
                        {"futility_bounds", d.futilityBounds},
                        {"inflation_factor", d.inflationFactor},
                        {"drift", d.drift}};
        });
}

Result<json> callConfidenceSequence(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double level = in.probability("significance_level");
    const double tuning = in.positive("tuning_sample_size");
    return answer(
        in, [&] { return asymptoticConfidenceSequence(control, treatment, level, tuning); },
        [](const ConfidenceSequence& s) {
            return json{{"estimate", s.estimate},
                        {"lower", s.lower},
                        {"upper", s.upper},
                        {"p_value", s.pValue},
                        {"critical_value", s.criticalValue}};
        });
}

Result<json> callMixture(StatisticsInput& in)
{
    const double estimate = in.number("estimate");
    const double standardError = in.positive("standard_error");
    const double deviation = in.positive("mixing_standard_deviation");
    return answer(
        in, [&] { return mixtureSprt(estimate, standardError, deviation); },
        [](double p) {
            return json{{"p_value", p}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"group_sequential_bounds", callBounds},
    StatisticsFunction{"group_sequential_futility", callFutility},
    StatisticsFunction{"asymptotic_confidence_sequence", callConfidenceSequence, StatisticsEffort::Closed},
    StatisticsFunction{"mixture_sprt", callMixture, StatisticsEffort::Closed},
};

} // namespace

std::span<const StatisticsFunction> sequentialFunctions()
{
    return kFunctions;
}

} // namespace xp
