// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/samplebalance.h"

#include "core/stats/sampleratio.h"

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

} // namespace

SampleBalance balanceOf(const Cohort& units)
{
    SampleBalance balance;
    if (units.epochs.empty())
        return balance;
    const std::size_t variants = units.epochs.front().arms.size();
    balance.observed.assign(variants, 0);
    balance.expected.assign(variants, 0);
    for (const EpochArms& epoch : units.epochs)
        addExpected(balance, epoch);
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

} // namespace xp
