// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/secondopinion.h"

#include "core/analysis/lookrule.h"
#include "core/analysis/reportsentences.h"

#include <array>

namespace xp {

namespace {

constexpr std::array kMethods{Method::Fixed, Method::AlwaysValid, Method::GroupSequential, Method::Bayesian};

bool says(Word word)
{
    return word == Word::Better || word == Word::Worse;
}

/// The first pair of which one finds an effect and the other not, or the opposite one.
std::optional<Sentence> disagreementOf(const SecondOpinion& opinion)
{
    for (const Opinion& one : opinion.opinions) {
        for (const Opinion& other : opinion.opinions) {
            if (says(one.word) && one.word != other.word)
                return sentences::methodsDisagree(opinion.metric, opinion.treatment, one, other);
        }
    }
    return std::nullopt;
}

Opinion opinionOf(const ViewBuilder& builder, const TestedMetric& metric, std::size_t treatment, Method method)
{
    const ReportCell cell = builder.cell(metric, treatment);
    Opinion opinion{.method = method, .word = cell.word, .pValue = cell.adjustedPValue};
    if (method == Method::Bayesian && cell.posterior)
        opinion.probabilityBetter = cell.posterior->probabilityBetter;
    return opinion;
}

} // namespace

std::vector<SecondOpinion> secondOpinionsOf(const ReportInput& input, const std::vector<MetricAnalysis>& analyses,
                                            const Plan& plan, const PlanClock& clock, bool isUnusable)
{
    std::vector<Plan> plans(kMethods.size(), plan);
    std::vector<ViewBuilder> builders;
    for (std::size_t k = 0; k < kMethods.size(); ++k) {
        plans[k].method = kMethods[k];
        if (plans[k].looks.empty())
            plans[k].looks = evenLooks(kAssumedLooks);
        const bool isPlanned = kMethods[k] == plan.method && plan == input.frozen;
        builders.emplace_back(
            input, analyses, plans[k], clock,
            ViewBuilder::Options{.asPlanned = isPlanned, .lookAnyway = true, .isUnusable = isUnusable});
    }
    std::vector<SecondOpinion> all;
    for (std::size_t m = 0; m < analyses.size(); ++m) {
        const TestedMetric& metric = builders.front().metrics()[m];
        for (std::size_t i = 0; metric.planned.role == MetricRole::Primary && i < metric.tests.size(); ++i) {
            SecondOpinion opinion{.metric = metric.analysis->metric.name,
                                  .treatment = builders.front().treatmentName(i)};
            for (std::size_t k = 0; k < kMethods.size(); ++k)
                opinion.opinions.push_back(opinionOf(builders[k], builders[k].metrics()[m], i, kMethods[k]));
            opinion.disagreement = disagreementOf(opinion);
            all.push_back(std::move(opinion));
        }
    }
    return all;
}

} // namespace xp
