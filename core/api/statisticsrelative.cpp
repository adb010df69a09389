// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/relativeeffect.h"
#include "core/stats/stratified.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

constexpr EnumText kDirections{
    std::array{EnumName{Direction::Increase, "increase"}, EnumName{Direction::Decrease, "decrease"}}};

void addInterval(json& output, const FiellerInterval& interval)
{
    output["bounded"] = interval.bounded;
    if (interval.bounded) {
        output["lower"] = interval.lower;
        output["upper"] = interval.upper;
    }
}

json write(const RelativeEffect& e)
{
    json output{{"estimate", e.estimate}, {"standard_error", e.standardError}, {"p_value", e.pValue}};
    addInterval(output, e.interval);
    return output;
}

json write(const RatioTest& t)
{
    return {{"control_ratio", t.controlRatio},
            {"treatment_ratio", t.treatmentRatio},
            {"estimate", t.estimate},
            {"standard_error", t.standardError},
            {"statistic", t.statistic},
            {"p_value", t.pValue},
            {"lower", t.lower},
            {"upper", t.upper}};
}

std::vector<Stratum> readStrata(StatisticsInput& in)
{
    std::vector<Stratum> strata;
    for (StatisticsInput& stratum : in.objects("strata"))
        strata.push_back({readSample(stratum, "control"), readSample(stratum, "treatment")});
    return strata;
}

Result<json> callStratified(StatisticsInput& in)
{
    const std::vector<Stratum> strata = readStrata(in);
    const Alternative alternative = readAlternative(in);
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return stratifiedDifference(strata, alternative, confidence); },
        [](const MeanTest& t) {
            return json{{"estimate", t.estimate},   {"standard_error", t.standardError},
                        {"statistic", t.statistic}, {"degrees_of_freedom", t.degreesOfFreedom},
                        {"p_value", t.pValue},      {"lower", t.lower},
                        {"upper", t.upper}};
        });
}

Result<json> callStratifiedRelative(StatisticsInput& in)
{
    const std::vector<Stratum> strata = readStrata(in);
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return stratifiedRelative(strata, confidence); }, [](const RelativeEffect& e) { return write(e); });
}

Result<json> callStratifiedRatio(StatisticsInput& in)
{
    std::vector<RatioStratum> strata;
    for (StatisticsInput& stratum : in.objects("strata"))
        strata.push_back({readRatioSample(stratum, "control"), readRatioSample(stratum, "treatment")});
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return stratifiedRatio(strata, confidence); }, [](const RatioTest& t) { return write(t); });
}

Result<json> callRelativeCuped(StatisticsInput& in)
{
    const CupedSample control = readCupedSample(in, "control");
    const CupedSample treatment = readCupedSample(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return relativeCuped(control, treatment, confidence); },
        [](const RelativeEffect& e) { return write(e); });
}

RatioCupedSample readRatioCuped(StatisticsInput& in, const char* name)
{
    StatisticsInput arm = in.object(name);
    StatisticsInput numerator = arm.object("numerator");
    StatisticsInput denominator = arm.object("denominator");
    StatisticsInput covariate = arm.object("covariate");
    RatioCupedSample sample;
    sample.ratio = {arm.whole("n", 2),
                    {numerator.number("mean"), numerator.notNegative("variance")},
                    {denominator.number("mean"), denominator.notNegative("variance")},
                    arm.number("covariance")};
    sample.covariate = {covariate.number("mean"), covariate.notNegative("variance")};
    sample.numeratorCovariance = covariate.number("numerator_covariance");
    sample.denominatorCovariance = covariate.number("denominator_covariance");
    return sample;
}

Result<json> callRatioCuped(StatisticsInput& in)
{
    const RatioCupedSample control = readRatioCuped(in, "control");
    const RatioCupedSample treatment = readRatioCuped(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return ratioCuped(control, treatment, confidence); },
        [](const RatioCupedTest& t) {
            json output = write(t.test);
            output["theta"] = t.theta;
            return output;
        });
}

Result<json> callRelativeRatio(StatisticsInput& in)
{
    const RatioSample control = readRatioSample(in, "control");
    const RatioSample treatment = readRatioSample(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return relativeRatio(control, treatment, confidence); },
        [](const RelativeEffect& e) { return write(e); });
}

Result<json> callRelativeSequence(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double level = in.probability("significance_level");
    const double tuning = in.positive("tuning_sample_size");
    return answer(
        in, [&] { return relativeConfidenceSequence(control, treatment, level, tuning); },
        [](const RelativeSequence& s) {
            json output{{"estimate", s.estimate}, {"p_value", s.pValue}};
            addInterval(output, s.interval);
            return output;
        });
}

Result<json> callRelativeNonInferiority(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double margin = in.notNegative("margin");
    const Direction direction = in.oneOf("direction", kDirections);
    return answer(
        in, [&] { return relativeNonInferiorityTest(control, treatment, margin, direction); },
        [](const NonInferiorityTest& t) {
            return json{{"statistic", t.statistic}, {"degrees_of_freedom", t.degreesOfFreedom}, {"p_value", t.pValue}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"stratified_difference", callStratified, StatisticsEffort::Closed},
    StatisticsFunction{"stratified_relative_difference", callStratifiedRelative, StatisticsEffort::Closed},
    StatisticsFunction{"stratified_ratio_difference", callStratifiedRatio},
    StatisticsFunction{"relative_cuped", callRelativeCuped, StatisticsEffort::Closed},
    StatisticsFunction{"ratio_cuped", callRatioCuped, StatisticsEffort::Closed},
    StatisticsFunction{"relative_ratio_lift", callRelativeRatio, StatisticsEffort::Closed},
    StatisticsFunction{"relative_confidence_sequence", callRelativeSequence},
    StatisticsFunction{"relative_non_inferiority_test", callRelativeNonInferiority, StatisticsEffort::Closed},
};

} // namespace

std::span<const StatisticsFunction> relativeFunctions()
{
    return kFunctions;
}

} // namespace xp
