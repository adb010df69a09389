// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/bayesproportions.h"
#include "core/stats/normalposterior.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

BetaPrior readBetaPrior(StatisticsInput& in)
{
    StatisticsInput prior = in.object("prior");
    return {prior.positive("alpha"), prior.positive("beta")};
}

Result<json> callComparison(StatisticsInput& in)
{
    const Proportion control = readProportion(in.object("control"), 0);
    const Proportion treatment = readProportion(in.object("treatment"), 0);
    const BetaPrior prior = readBetaPrior(in);
    return answer(
        in, [&] { return betaBinomialComparison(control, treatment, prior); },
        [](const BetaBinomialComparison& c) {
            return json{{"probability_treatment_better", c.probabilityTreatmentBetter},
                        {"expected_loss_treatment", c.expectedLossTreatment},
                        {"expected_loss_control", c.expectedLossControl}};
        });
}

Result<json> callProbabilityBest(StatisticsInput& in)
{
    std::vector<Proportion> arms;
    for (StatisticsInput& arm : in.objects("arms"))
        arms.push_back(readProportion(arm, 0));
    const BetaPrior prior = readBetaPrior(in);
    return answer(
        in, [&] { return probabilityBest(arms, prior); },
        [](const std::vector<double>& best) {
            return json{{"probability_best", best}};
        });
}

Result<json> callNormalPosterior(StatisticsInput& in)
{
    const double estimate = in.number("estimate");
    const double standardError = in.positive("standard_error");
    StatisticsInput prior = in.object("prior");
    const NormalPrior normal{prior.number("mean"), prior.positive("standard_deviation")};
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return normalPosterior(estimate, standardError, normal, confidence); },
        [](const NormalPosterior& p) {
            return json{{"posterior_mean", p.mean},
                        {"posterior_standard_deviation", p.standardDeviation},
                        {"probability_positive", p.probabilityPositive},
                        {"lower", p.lower},
                        {"upper", p.upper},
                        {"expected_loss_treatment", p.expectedLossTreatment},
                        {"expected_loss_control", p.expectedLossControl}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"beta_binomial_comparison", callComparison},
    StatisticsFunction{"probability_best", callProbabilityBest},
    StatisticsFunction{"normal_posterior", callNormalPosterior, StatisticsEffort::Closed},
};

} // namespace

std::span<const StatisticsFunction> bayesFunctions()
{
    return kFunctions;
}

} // namespace xp
