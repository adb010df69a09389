// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/liveexperiment.h"

#include <cstdio>
#include <cstdlib>

namespace xp::test {

/// The value of a result that must have one; ends the test's process with the reason otherwise.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "FAILED: %s: %s %s\n", result.error().sentence.code.c_str(),
                     result.error().sentence.text.c_str(), result.error().sentence.arguments.dump().c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// The code of the sentence that a failed result carries; "ok" for one that did not fail.
template <typename T>
std::string codeOf(const Result<T>& result)
{
    return result ? "ok" : result.error().sentence.code;
}

inline Timestamp at(std::int64_t seconds)
{
    return Timestamp(std::chrono::seconds(seconds));
}

/// A moment on a whole day, long after 1970, that tests count from.
inline constexpr std::int64_t kStart = 20000LL * 86400;

Metric metricOf(std::string name, MetricKind kind, MetricRole role = MetricRole::Secondary);

/// Running since kStart, two variants, the given metrics; id and key are new.
Experiment runningExperiment(std::vector<Metric> metrics = {
                                 metricOf("buy", MetricKind::Conversion, MetricRole::Primary)});
LiveExperimentPtr live(const Experiment& experiment);

} // namespace xp::test
