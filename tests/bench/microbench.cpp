// SPDX-License-Identifier: Apache-2.0
// Google Benchmark over what a request does without a database: hashing, codecs, and functions of the kernel, beside
// the copying of as many bytes.

#include "core/domain/bucketing.h"
#include "core/domain/canonicaljson.h"
#include "core/domain/timestamp.h"
#include "core/stats/alwaysvalid.h"
#include "core/stats/means.h"
#include "core/stats/proportions.h"
#include "core/targeting/conditionreader.h"
#include "tests/support/testexperiments.h"

#include <benchmark/benchmark.h>
#include <cstring>

using namespace xp;
using namespace xp::test;

namespace {

std::vector<std::string> userNames()
{
    std::vector<std::string> names;
    for (int i = 0; i < 1024; ++i)
        names.push_back("user-" + std::to_string(i * 2654435761u));
    return names;
}

void copyOfAName(benchmark::State& state)
{
    const auto names = userNames();
    char buffer[64];
    std::size_t i = 0;
    for (auto _ : state) {
        const std::string& name = names[i++ & 1023];
        std::memcpy(buffer, name.data(), name.size());
        benchmark::DoNotOptimize(buffer);
    }
}
BENCHMARK(copyOfAName);

void parseOfAnEvent(benchmark::State& state)
{
    const std::string text = R"({"user_id":"user-2654435761","event_name":"conversion","value":12.5})";
    for (auto _ : state)
        benchmark::DoNotOptimize(nlohmann::json::parse(text, nullptr, false));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(parseOfAnEvent);

void textOfATime(benchmark::State& state)
{
    const Timestamp time = now();
    for (auto _ : state)
        benchmark::DoNotOptimize(toIso8601(time));
}
BENCHMARK(textOfATime);

void variantOfAUser(benchmark::State& state)
{
    const Bucketing bucketing(runningExperiment({}));
    const auto names = userNames();
    std::size_t i = 0;
    for (auto _ : state) {
        const std::string& name = names[i++ & 1023];
        benchmark::DoNotOptimize(bucketing.admits(name));
        benchmark::DoNotOptimize(bucketing.variantOf(name));
    }
}
BENCHMARK(variantOfAUser);

/// What one user costs who asks 50 running experiments: four conditions, admission and variant of each.
void variantsInFiftyExperiments(benchmark::State& state)
{
    const auto json = nlohmann::json::parse(R"({"all": [
        {"attribute": "country", "operator": "in", "values": ["FR", "DE", "GB", "CA"]},
        {"attribute": "age", "operator": "greater_or_equal", "value": 18},
        {"attribute": "app_version", "operator": "version_greater", "value": "2.1.0"},
        {"any": [{"attribute": "email", "operator": "matches", "value": "@example\\.(com|org)$"}]}]})");
    const auto context = nlohmann::json::parse(
        R"({"country": "CA", "age": 42, "app_version": "3.0.1", "email": "somebody@example.org"})");
    const nlohmann::json noSegments = nlohmann::json::object();
    std::vector<std::pair<Condition, Bucketing>> experiments;
    for (int i = 0; i < 50; ++i) {
        std::vector<FieldError> errors;
        experiments.emplace_back(ConditionReader(noSegments, errors).read(json, "targeting").value(),
                                 Bucketing(runningExperiment({})));
    }
    const auto names = userNames();
    std::size_t i = 0;
    for (auto _ : state) {
        const UnitFacts facts{names[i++ & 1023], context, {}, nullptr};
        for (const auto& [condition, bucketing] : experiments) {
            if (condition.includes(facts) && bucketing.admits(facts.unit))
                benchmark::DoNotOptimize(bucketing.variantOf(facts.unit));
        }
    }
}
BENCHMARK(variantsInFiftyExperiments);

void canonicalTextOfAContext(benchmark::State& state)
{
    const nlohmann::json context{{"country", "CA"}, {"age", 42}, {"beta", true}};
    for (auto _ : state)
        benchmark::DoNotOptimize(canonicalJson(context));
}
BENCHMARK(canonicalTextOfAContext);

const stats::Sample kControl{.n = 5000, .mean = 10.1, .variance = 25.5};
const stats::Sample kTreatment{.n = 5100, .mean = 10.4, .variance = 26.1};

void welchTest(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(stats::welchTTest(kControl, kTreatment, stats::Alternative::TwoSided, 0.95));
}
BENCHMARK(welchTest);

void proportionTest(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(
            stats::twoProportionZTest({44700, 8502}, {45489, 8279}, stats::Alternative::TwoSided, true));
}
BENCHMARK(proportionTest);

void confidenceSequence(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(stats::asymptoticConfidenceSequence(kControl, kTreatment, 0.05, 5000));
}
BENCHMARK(confidenceSequence);

} // namespace

BENCHMARK_MAIN();
