// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/family.h"

#include "core/stats/multiplicity.h"

#include <algorithm>
#include <numeric>

namespace xp {

namespace {

/// Position of every p-value when they are sorted.
std::vector<std::size_t> ranksOf(const std::vector<double>& p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<std::size_t> ranks(p.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        ranks[order[rank]] = rank;
    return ranks;
}

stats::Correction correctionOf(FamilyRule rule)
{
    switch (rule) {
    case FamilyRule::Holm:
        return stats::Correction::Holm;
    case FamilyRule::BenjaminiHochberg:
        return stats::Correction::BenjaminiHochberg;
    case FamilyRule::Bonferroni:
    case FamilyRule::None:
        break;
    }
    return stats::Correction::Bonferroni;
}

void setHolmIntervals(std::vector<Adjusted>& family, const std::vector<double>& p, double alpha)
{
    const std::vector<std::size_t> ranks = ranksOf(p);
    const auto m = static_cast<double>(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        const bool onlyByStep = family[i].significant && p[i] > alpha / m;
        family[i].intervalAlpha = alpha / (onlyByStep ? m - static_cast<double>(ranks[i]) : m);
    }
}

void setBenjaminiIntervals(std::vector<Adjusted>& family, double alpha)
{
    const auto rejected = std::ranges::count_if(family, &Adjusted::significant);
    const double share =
        static_cast<double>(std::max<std::ptrdiff_t>(1, rejected)) / static_cast<double>(family.size());
    for (Adjusted& hypothesis : family)
        hypothesis.intervalAlpha = alpha * share;
}

} // namespace

std::vector<Adjusted> adjustFamily(const std::vector<std::optional<double>>& pValues, FamilyRule rule, double alpha)
{
    std::vector<Adjusted> family(pValues.size());
    if (pValues.empty())
        return family;
    std::vector<double> p(pValues.size());
    std::ranges::transform(pValues, p.begin(), [](const auto& value) { return value.value_or(1.0); });
    std::vector<double> adjusted = p;
    if (rule != FamilyRule::None) {
        if (auto result = stats::adjustPValues(p, correctionOf(rule)))
            adjusted = std::move(*result);
    }
    for (std::size_t i = 0; i < family.size(); ++i) {
        family[i].intervalAlpha = rule == FamilyRule::Bonferroni ? alpha / static_cast<double>(p.size()) : alpha;
        if (!pValues[i])
            continue;
        family[i].pValue = adjusted[i];
        family[i].significant = adjusted[i] <= alpha;
    }
    if (rule == FamilyRule::Holm)
        setHolmIntervals(family, p, alpha);
    else if (rule == FamilyRule::BenjaminiHochberg)
        setBenjaminiIntervals(family, alpha);
    return family;
}

} // namespace xp
