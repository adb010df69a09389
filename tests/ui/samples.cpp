// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samples.h"

#include <cmath>

namespace xp::test {

namespace {

VariantStats arm(const std::string& name, std::int64_t units, double rate)
{
    VariantStats variant{.variant = name, .sampleSize = units};
    if (units == 0)
        return variant;
    variant.conversions = std::llround(rate * double(units));
    variant.conversionRate = double(variant.conversions) / double(units);
    variant.meanValue = variant.conversionRate;
    variant.stdDev = std::sqrt(rate * (1 - rate));
    variant.confidenceInterval = Interval{rate * 0.9, rate * 1.1};
    return variant;
}

Comparison comparison(const VariantStats& control, const VariantStats& treatment)
{
    Comparison result{.treatment = treatment.variant, .test = "two_proportion_z"};
    if (control.sampleSize == 0)
        return result;
    const double difference = *treatment.meanValue - *control.meanValue;
    const double error = std::sqrt((*control.stdDev * *control.stdDev + *treatment.stdDev * *treatment.stdDev) /
                                   double(control.sampleSize));
    result.estimate = difference;
    result.effectSize = difference / *control.meanValue;
    result.confidenceInterval = Interval{difference - 1.96 * error, difference + 1.96 * error};
    result.statistic = difference / error;
    result.pValue = std::erfc(std::abs(*result.statistic) / std::sqrt(2.0));
    result.adjustedPValue = result.pValue;
    return result;
}

} // namespace

Experiment sampleExperiment(int number, Status status, int treatments)
{
    Experiment e;
    e.id = "id-" + std::to_string(number);
    e.key = "key-" + std::to_string(number);
    e.name = "Experiment " + std::to_string(number);
    e.status = status;
    for (int i = 0; i <= treatments; ++i)
        e.variants.push_back({i == 0 ? "control" : "treatment-" + std::to_string(i), 1.0 / (treatments + 1)});
    e.metrics = {{.name = "zebra", .role = MetricRole::Secondary, .event = "zebra"},
                 {.name = "purchase", .role = MetricRole::Primary, .event = "purchase"},
                 {.name = "refund", .role = MetricRole::Guardrail, .direction = Direction::Decrease, .event = "refund"},
                 {.name = "alpha", .role = MetricRole::Secondary, .event = "alpha"}};
    e.createdAt = now() - std::chrono::hours(24 * 5);
    if (status != Status::Draft)
        e.startedAt = now() - std::chrono::hours(24 * 4);
    return e;
}

Stats sampleStats(const Experiment& experiment, std::int64_t units, double lift)
{
    Stats s;
    s.experimentId = experiment.id;
    s.experimentName = experiment.name;
    s.status = experiment.status;
    s.controlVariant = experiment.variants.front().name;
    for (const Metric& metric : experiment.metrics) {
        MetricStats m{.name = metric.name, .kind = metric.kind, .role = metric.role, .direction = metric.direction};
        const double base = metric.name == "zebra" ? 0.3 : 0.1;
        for (const Variant& variant : experiment.variants)
            m.variants.push_back(arm(variant.name, units, m.variants.empty() ? base : base * (1 + lift)));
        for (std::size_t i = 1; i < m.variants.size(); ++i)
            m.comparisons.push_back(comparison(m.variants.front(), m.variants[i]));
        s.metrics.push_back(std::move(m));
    }
    s.variants = s.metrics[1].variants;
    s.comparisons = s.metrics[1].comparisons;
    s.headline = {Headline::Kind::Primary, {1}};
    s.pValue = s.comparisons.front().adjustedPValue;
    s.effectSize = s.comparisons.front().effectSize;
    s.progress = {10'000, units, std::min(1.0, double(units) / 10'000)};
    s.plannedLook = units >= 10'000;
    s.decision = "ship";
    s.recommendation = {"ship", nlohmann::json::object(), "Ship 'treatment-1': purchase is better."};
    s.sampleRatio = {0.0, 1.0, false};
    return s;
}

ReportView sampleView(const Stats& stats, Method method)
{
    ReportView view{.method = method};
    for (const MetricStats& of : stats.metrics) {
        ReportMetric metric{.name = of.name, .kind = of.kind, .role = of.role, .direction = of.direction};
        for (const Comparison& comparison : of.comparisons)
            metric.cells.push_back({.treatment = comparison.treatment,
                                    .test = comparison.test,
                                    .estimate = comparison.estimate,
                                    .lift = comparison.effectSize,
                                    .pValue = comparison.pValue,
                                    .adjustedPValue = comparison.adjustedPValue});
        view.metrics.push_back(std::move(metric));
    }
    return view;
}

} // namespace xp::test
