// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/equivalence.h"
#include "core/stats/sampleratio.h"
#include "core/stats/unitvalues.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

constexpr EnumText kSimultaneous{
    std::array{EnumName{Simultaneous::Bonferroni, "bonferroni"}, EnumName{Simultaneous::Sidak, "sidak"}}};

Result<json> callEquivalence(StatisticsInput& in)
{
    const Sample control = readSample(in, "control");
    const Sample treatment = readSample(in, "treatment");
    const double lower = in.number("lower_margin");
    const double upper = in.number("upper_margin");
    return answer(
        in, [&] { return equivalenceTest(control, treatment, lower, upper); },
        [](const EquivalenceTest& t) {
            return json{{"p_value", t.pValue},
                        {"p_value_lower", t.pValueLower},
                        {"p_value_upper", t.pValueUpper},
                        {"degrees_of_freedom", t.degreesOfFreedom}};
        });
}

Result<json> callSimultaneous(StatisticsInput& in)
{
    const std::vector<double> estimates = in.numbers("estimates");
    const std::vector<double> standardErrors = in.numbers("standard_errors");
    const std::vector<double> degrees =
        in.has("degrees_of_freedom") ? in.numbers("degrees_of_freedom") : std::vector<double>();
    const double confidence = in.probability("confidence");
    const Simultaneous method = in.oneOf("method", kSimultaneous);
    return answer(
        in, [&] { return simultaneousIntervals(estimates, standardErrors, degrees, confidence, method); },
        [](const std::vector<SimultaneousInterval>& intervals) {
            json lower = json::array();
            json upper = json::array();
            for (const SimultaneousInterval& interval : intervals) {
                lower.push_back(interval.lower);
                upper.push_back(interval.upper);
            }
            return json{{"lower", std::move(lower)}, {"upper", std::move(upper)}};
        });
}

Result<json> callAnytimeSampleRatio(StatisticsInput& in)
{
    const std::vector<double> counts = in.numbers("counts");
    const std::vector<double> weights = in.numbers("weights");
    const double concentration = in.positive("concentration");
    return answer(
        in, [&] { return anytimeSampleRatio(counts, weights, concentration); },
        [](const AnytimeSampleRatioTest& t) {
            return json{{"log_bayes_factor", t.logBayesFactor}, {"p_value", t.pValue}};
        });
}

Result<json> callQuantile(StatisticsInput& in)
{
    const std::vector<double> control = in.numbers("control");
    const std::vector<double> treatment = in.numbers("treatment");
    const double quantile = in.probability("quantile");
    const double confidence = in.probability("confidence");
    return answer(
        in, [&] { return quantileEffect(control, treatment, quantile, confidence); },
        [](const QuantileEffect& e) {
            return json{{"control_quantile", e.controlQuantile},
                        {"treatment_quantile", e.treatmentQuantile},
                        {"estimate", e.estimate},
                        {"standard_error", e.standardError},
                        {"p_value", e.pValue},
                        {"lower", e.lower},
                        {"upper", e.upper}};
        });
}

Result<json> callWinsorise(StatisticsInput& in)
{
    const std::vector<double> values = in.numbers("values");
    const double lower = in.notNegative("lower_share");
    const double upper = in.notNegative("upper_share");
    return answer(
        in, [&] { return winsorise(values, lower, upper); },
        [](const Winsorised& w) {
            return json{{"n", w.sample.n},
                        {"mean", w.sample.mean},
                        {"variance", w.sample.variance},
                        {"lower_cap", w.lowerCap},
                        {"upper_cap", w.upperCap}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"equivalence_test", callEquivalence, StatisticsEffort::Closed},
    StatisticsFunction{"simultaneous_intervals", callSimultaneous},
    StatisticsFunction{"anytime_sample_ratio_test", callAnytimeSampleRatio},
    StatisticsFunction{"quantile_effect", callQuantile},
    StatisticsFunction{"winsorise", callWinsorise},
};

} // namespace

std::span<const StatisticsFunction> unitFunctions()
{
    return kFunctions;
}

} // namespace xp
