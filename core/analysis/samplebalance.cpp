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

struct Shares
{
    std::vector<double> counts;
    std::vector<double> weights;
};

/// The variants that have a share; nothing where one without it has units.
std::optional<Shares> withShare(const std::vector<double>& counts, const std::vector<double>& weights)
{
    Shares shares;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (weights[i] > 0) {
            shares.counts.push_back(counts[i]);
            shares.weights.push_back(weights[i]);
        } else if (counts[i] > 0) {
            return std::nullopt;
        }
    }
    return shares;
}

/// log of the Bayes factor of a mixture over that of the split; nothing where a variant without a share has units.
std::optional<double> logEvidence(const EpochArms& epoch)
{
    std::vector<double> counts;
    for (const auto& arm : epoch.arms)
        counts.push_back(static_cast<double>(arm.units));
    const auto shares = withShare(counts, epoch.split);
    if (!shares)
        return std::nullopt;
    // Of one variant alone nothing could be otherwise, and the kernel refuses it.
    const auto test = stats::anytimeSampleRatio(shares->counts, shares->weights, kPriorUnits);
    return test ? test->logBayesFactor : 0;
}

} // namespace

SampleBalance balanceOf(const Cohort& units)
{
    SampleBalance balance = countsOf(units);
    const auto shares = withShare(balance.observed, balance.expected);
    if (!shares) {
        balance.pValue = 0;
        balance.mismatch = true;
        return balance;
    }
    if (const auto test = stats::sampleRatioMismatch(shares->counts, shares->weights)) {
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
