// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/strata.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// Neighbouring epochs of equal split that are analysed as one.
struct Group
{
    std::vector<std::int32_t> epochs;
    std::vector<double> split;
    Moments control;
    Moments treatment;
    std::optional<HistoryPair> history;
    std::optional<QuantilePair> quantiles;
    std::int64_t units = 0; ///< of all arms

    bool isLarge() const { return control.units >= kFewestUnitsOfEpoch && treatment.units >= kFewestUnitsOfEpoch; }
};

bool sameSplit(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) < 1e-9; });
}

void absorb(Group& into, const Group& from)
{
    into.epochs.insert(into.epochs.end(), from.epochs.begin(), from.epochs.end());
    into.control += from.control;
    into.treatment += from.treatment;
    into.units += from.units;
    into.quantiles.reset();
    if (into.history && from.history) {
        into.history->control += from.history->control;
        into.history->treatment += from.history->treatment;
    }
}

std::optional<HistoryPair> historyOf(const EpochArms& epoch, std::size_t control, std::size_t treatment)
{
    if (epoch.history.empty())
        return std::nullopt;
    return HistoryPair{epoch.history[control], epoch.history[treatment]};
}

std::optional<QuantilePair> quantilesOf(const EpochArms& epoch, std::size_t control, std::size_t treatment)
{
    if (epoch.quantiles.empty())
        return std::nullopt;
    return QuantilePair{epoch.quantiles[control], epoch.quantiles[treatment]};
}

std::vector<Group> groupsOf(const Cohort& cohort, std::size_t control, std::size_t treatment)
{
    std::vector<Group> groups;
    for (const EpochArms& epoch : cohort.epochs) {
        const Moments& c = epoch.arms[control];
        const Moments& t = epoch.arms[treatment];
        const bool isPart = (epoch.split[control] > 0 || c.units > 0) && (epoch.split[treatment] > 0 || t.units > 0);
        if (isPart && c.units + t.units > 0)
            groups.push_back({{epoch.epoch},
                              epoch.split,
                              c,
                              t,
                              historyOf(epoch, control, treatment),
                              quantilesOf(epoch, control, treatment),
                              epoch.units()});
    }
    return groups;
}

/// Merges each small group with the neighbour before it, or else after it, while their splits are equal.
void mergeSmall(std::vector<Group>& groups)
{
    for (std::size_t i = 0; i < groups.size();) {
        if (!groups[i].isLarge() && i > 0 && sameSplit(groups[i - 1].split, groups[i].split)) {
            absorb(groups[i - 1], groups[i]);
            groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
            --i; // the merged group may still be small and have a neighbour after it
        } else if (!groups[i].isLarge() && i + 1 < groups.size() && sameSplit(groups[i].split, groups[i + 1].split)) {
            absorb(groups[i], groups[i + 1]);
            groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        } else {
            ++i;
        }
    }
}

} // namespace

Strata stratify(const Cohort& cohort, std::size_t control, std::size_t treatment)
{
    std::vector<Group> groups = groupsOf(cohort, control, treatment);
    Strata strata;
    if (groups.size() == 1) {
        strata.used.push_back(
            {1, groups.front().control, groups.front().treatment, groups.front().history, groups.front().quantiles});
        return strata;
    }
    mergeSmall(groups);
    std::int64_t units = 0;
    for (const Group& group : groups) {
        if (group.isLarge() || groups.size() == 1)
            units += group.units;
    }
    for (const Group& group : groups) {
        if (group.isLarge() || groups.size() == 1)
            strata.used.push_back({static_cast<double>(group.units) / static_cast<double>(units), group.control,
                                   group.treatment, group.history, group.quantiles});
        else
            strata.leftOut.insert(strata.leftOut.end(), group.epochs.begin(), group.epochs.end());
    }
    return strata;
}

} // namespace xp
