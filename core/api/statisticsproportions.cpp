// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/fisherexact.h"
#include "core/stats/multiplicity.h"
#include "core/stats/sampleratio.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

constexpr EnumText kIntervalMethods{std::array{EnumName{ProportionMethod::Wilson, "wilson"},
                                               EnumName{ProportionMethod::ClopperPearson, "clopper_pearson"}}};
constexpr EnumText kDifferenceMethods{
    std::array{EnumName{DifferenceMethod::Newcombe, "newcombe"}, EnumName{DifferenceMethod::Wald, "wald"}}};
constexpr EnumText kCorrections{std::array{
    EnumName{Correction::Bonferroni, "bonferroni"}, EnumName{Correction::Holm, "holm"},
    EnumName{Correction::Hochberg, "hochberg"}, EnumName{Correction::BenjaminiHochberg, "benjamini_hochberg"},
    EnumName{Correction::BenjaminiYekutieli, "benjamini_yekutieli"}}};

Result<json> callZTest(StatisticsInput& in)
{
    const Proportion control = readProportion(in.object("control"));
    const Proportion treatment = readProportion(in.object("treatment"));
    const Alternative alternative = readAlternative(in);
    const bool pooled = in.boolean("pooled");
    return answer(
        in, [&] { return twoProportionZTest(control, treatment, alternative, pooled); },
        [](const ZTest& t) {
            return json{{"statistic", t.statistic}, {"p_value", t.pValue}};
        });
}

Result<json> callInterval(StatisticsInput& in)
{
    const Proportion arm = readProportion(in);
    const double confidence = in.probability("confidence");
    const ProportionMethod method = in.oneOf("method", kIntervalMethods);
    return answer(
        in, [&] { return proportionInterval(arm, confidence, method); },
        [&](const Interval& i) {
            return json{{"estimate", arm.x / arm.n}, {"lower", i.lower}, {"upper", i.upper}};
        });
}

Result<json> callDifferenceInterval(StatisticsInput& in)
{
    const Proportion control = readProportion(in.object("control"));
    const Proportion treatment = readProportion(in.object("treatment"));
    const double confidence = in.probability("confidence");
    const DifferenceMethod method = in.oneOf("method", kDifferenceMethods);
    return answer(
        in, [&] { return proportionDifferenceInterval(control, treatment, confidence, method); },
        [](const DifferenceInterval& i) {
            return json{{"estimate", i.estimate}, {"lower", i.lower}, {"upper", i.upper}};
        });
}

Result<json> callFisher(StatisticsInput& in)
{
    const Proportion control = readProportion(in.object("control"));
    const Proportion treatment = readProportion(in.object("treatment"));
    const Alternative alternative = readAlternative(in);
    return answer(
        in, [&] { return fisherExactTest(control, treatment, alternative); },
        [](double p) {
            return json{{"p_value", p}};
        });
}

Result<json> callSampleRatio(StatisticsInput& in)
{
    const std::vector<double> counts = in.numbers("counts");
    const std::vector<double> weights = in.numbers("weights");
    return answer(
        in, [&] { return sampleRatioMismatch(counts, weights); },
        [](const ChiSquaredTest& t) {
            return json{{"statistic", t.statistic}, {"degrees_of_freedom", t.degreesOfFreedom}, {"p_value", t.pValue}};
        });
}

Result<json> callAdjust(StatisticsInput& in)
{
    const std::vector<double> pValues = in.numbers("p_values");
    const Correction method = in.oneOf("method", kCorrections);
    return answer(
        in, [&] { return adjustPValues(pValues, method); },
        [](const std::vector<double>& adjusted) {
            return json{{"adjusted", adjusted}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"two_proportion_z_test", callZTest, StatisticsEffort::Closed},
    StatisticsFunction{"proportion_interval", callInterval, StatisticsEffort::Closed},
    StatisticsFunction{"proportion_difference_interval", callDifferenceInterval},
    StatisticsFunction{"fisher_exact_test", callFisher},
    StatisticsFunction{"sample_ratio_mismatch", callSampleRatio, StatisticsEffort::Closed},
    StatisticsFunction{"adjust_p_values", callAdjust, StatisticsEffort::Closed},
};

} // namespace

std::span<const StatisticsFunction> proportionFunctions()
{
    return kFunctions;
}

} // namespace xp
