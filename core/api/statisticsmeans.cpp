// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/noninferiority.h"
#include "core/stats/relativelift.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

constexpr EnumText kDirections{
    std::array{EnumName{Direction::Increase, "increase"}, EnumName{Direction::Decrease, "decrease"}}};

json write(const MeanTest& t)
{
    return {{"estimate", t.estimate},   {"standard_error", t.standardError},
            {"statistic", t.statistic}, {"degrees_of_freedom", t.degreesOfFreedom},
            {"p_value", t.pValue},      {"lower", t.lower},
            {"upper", t.upper}};
}

json write(const FiellerInterval& f)
{
    if (!f.bounded)
        return {{"bounded", false}};
    return {{"bounded", true}, {"lower", f.lower}, {"upper", f.upper}};
}

Result<json> callWelch(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const Alternative alternative = readAlternative(in);
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return welchTTest(control, treatment, alternative, confidence); },
        [](const MeanTest& t) { return write(t); });
}

Result<json> callRelativeLift(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return relativeLift(control, treatment, confidence); },
        [](const RelativeLift& t) {
            return write(
                MeanTest{t.estimate, t.standardError, t.statistic, t.degreesOfFreedom, t.pValue, t.lower, t.upper});
        });
}

Result<json> callFieller(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return fiellerInterval(control, treatment, confidence); },
        [](const FiellerInterval& f) { return write(f); });
}

Result<json> callRatio(StatisticsInput& in)
{
    const RatioSample control = readRatioSample(in, "control");
    const RatioSample treatment = readRatioSample(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return ratioMetric(control, treatment, confidence); },
        [](const RatioTest& t) {
            return json{{"control_ratio", t.controlRatio},
                        {"treatment_ratio", t.treatmentRatio},
                        {"estimate", t.estimate},
                        {"standard_error", t.standardError},
                        {"statistic", t.statistic},
                        {"p_value", t.pValue},
                        {"lower", t.lower},
                        {"upper", t.upper}};
        });
}

Result<json> callCuped(StatisticsInput& in)
{
    const CupedSample control = readCupedSample(in, "control");
    const CupedSample treatment = readCupedSample(in, "treatment");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return cuped(control, treatment, confidence); },
        [](const CupedTest& t) {
            json output = write(t.test);
            output["theta"] = t.theta;
            output["control_mean"] = t.controlMean;
            output["treatment_mean"] = t.treatmentMean;
            return output;
        });
}

Result<json> callNonInferiority(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double margin = in.notNegative("margin");
    const Direction direction = in.oneOf("direction", kDirections);
    return answer(
        in, [&] { return nonInferiorityTest(control, treatment, margin, direction); },
        [](const NonInferiorityTest& t) {
            return json{{"statistic", t.statistic}, {"degrees_of_freedom", t.degreesOfFreedom}, {"p_value", t.pValue}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"welch_t_test", callWelch, StatisticsEffort::Closed},
    StatisticsFunction{"relative_lift", callRelativeLift, StatisticsEffort::Closed},
    StatisticsFunction{"fieller_interval", callFieller, StatisticsEffort::Closed},
    StatisticsFunction{"ratio_metric", callRatio, StatisticsEffort::Closed},
    StatisticsFunction{"cuped", callCuped, StatisticsEffort::Closed},
    StatisticsFunction{"non_inferiority_test", callNonInferiority, StatisticsEffort::Closed},
};

} // namespace

std::span<const StatisticsFunction> meanFunctions()
{
    return kFunctions;
}

} // namespace xp
