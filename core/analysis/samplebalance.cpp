// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/samplebalance.h"

#include "core/stats/sampleratio.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xp {

namespace {

void addExpected(SampleBalance& balance, const EpochArms& epoch)
{
    const double share = std::accumulate(epoch.split.begin(), epoch.split.end(), 0.0);
    for (std::size_t i = 0; i < epoch.arms.size(); ++i) {
        balance.observed[i] += static_cast<double>(epoch.arms[i].units);
        if (share > 0)
            balance.expected[i] += static_cast<double>(epoch.units()) * epoch.split[i] / share;
    }
}

SampleBalance countsOf(const Cohort& units)
{
    SampleBalance balance;
    if (units.epochs.empty())
        return balance;
    balance.observed.assign(units.epochs.front().arms.size(), 0);
    balance.expected.assign(units.epochs.front().arms.size(), 0);
    for (const EpochArms& epoch : units.epochs)
        addExpected(balance, epoch);
    return balance;
}

constexpr double kPriorUnits = 1000;

/// log of the mixture's likelihood over that of the split; nothing where a variant without a share has units.
std::optional<double> logEvidence(const EpochArms& epoch)
{
    const double shares = std::accumulate(epoch.split.begin(), epoch.split.end(), 0.0);
    double evidence = std::lgamma(kPriorUnits) - std::lgamma(kPriorUnits + static_cast<double>(epoch.units()));
    for (std::size_t i = 0; i < epoch.arms.size(); ++i) {
        const auto n = static_cast<double>(epoch.arms[i].units);
        const double share = shares > 0 ? epoch.split[i] / shares : 0.0;
        if (share > 0)
            evidence += std::lgamma(kPriorUnits * share + n) - std::lgamma(kPriorUnits * share) - n * std::log(share);
        else if (n > 0)
            return std::nullopt;
    }
    return evidence;
}

} // namespace

SampleBalance balanceOf(const Cohort& units)
{
    SampleBalance balance = countsOf(units);
    const std::size_t variants = balance.observed.size();
    std::vector<double> counts;
    std::vector<double> weights;
    for (std::size_t i = 0; i < variants; ++i) {
        if (balance.expected[i] > 0) {
            counts.push_back(balance.observed[i]);
            weights.push_back(balance.expected[i]);
        } else if (balance.observed[i] > 0) {
            balance.pValue = 0;
            balance.mismatch = true;
            return balance;
        }
    }
    if (const auto test = stats::sampleRatioMismatch(counts, weights)) {
        balance.statistic = test->statistic;
        balance.pValue = test->pValue;
        balance.mismatch = test->pValue < kMismatchLevel;
    }
    return balance;
}

SampleBalance sequentialBalanceOf(const Cohort& units)
{
    SampleBalance balance = countsOf(units);
    if (balance.observed.size() < 2)
        return balance;
    double evidence = 0;
    for (const EpochArms& epoch : units.epochs) {
        const auto more = logEvidence(epoch);
        if (!more) {
            balance.pValue = 0;
            balance.mismatch = true;
            return balance;
        }
        evidence += *more;
    }
    balance.pValue = std::min(1.0, std::exp(-evidence));
    balance.mismatch = *balance.pValue < kMismatchLevel;
    return balance;
}

} // namespace xp
