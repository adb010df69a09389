// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/lookrule.h"

#include "core/stats/groupsequential.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace xp {

namespace {

constexpr double kNever = 40; ///< a critical value that no statistic reaches by chance: P(Z > 40) = 4e-350

stats::SpendingFunction spendingOf(SpendingKind kind, double gamma)
{
    switch (kind) {
    case SpendingKind::OBrienFleming:
        return {stats::Spending::OBrienFleming, gamma};
    case SpendingKind::Pocock:
        return {stats::Spending::Pocock, gamma};
    case SpendingKind::KimDeMets:
        return {stats::Spending::KimDeMets, gamma};
    case SpendingKind::HwangShihDeCani:
        return {stats::Spending::HwangShihDeCani, gamma};
    }
    return {};
}

/// What a thread has integrated once serves every report of the plan: bounds depend on the looks and the level alone.
/// Bounded: when half of it is full, what the half before did not need again is dropped.
class BoundsCache
{
public:
    using Key = std::tuple<std::vector<double>, bool, SpendingKind, double, double>;

    template <typename Compute>
    std::vector<double> get(const Key& key, Compute compute)
    {
        if (const auto it = m_recent.find(key); it != m_recent.end())
            return it->second;
        if (const auto it = m_older.find(key); it != m_older.end())
            return put(key, it->second);
        return put(key, compute());
    }

private:
    static constexpr std::size_t kMostInHalf = 4096; ///< of at most 20 bounds: 1.5 MB

    std::vector<double> put(const Key& key, std::vector<double> bounds)
    {
        if (m_recent.size() >= kMostInHalf) {
            m_older = std::move(m_recent);
            m_recent.clear();
        }
        return m_recent.insert_or_assign(key, std::move(bounds)).first->second;
    }

    std::map<Key, std::vector<double>> m_recent;
    std::map<Key, std::vector<double>> m_older;
};

BoundsCache& boundsCache()
{
    thread_local BoundsCache cache;
    return cache;
}

} // namespace

double SequenceRule::critical(std::size_t, double units, double level) const
{
    return m_sequence.critical(units, std::min(2 * level, 1 - 1e-12));
}

double SequenceRule::tail(std::size_t, double units, double statistic) const
{
    // The two-sided p-value is 1 from some statistic on downwards; a one-sided one says nothing there.
    if (!(statistic > 0))
        return 1;
    const double both = m_sequence.pValue(units, statistic);
    return both < 1 ? both / 2 : 1;
}

GroupSequentialRule::GroupSequentialRule(std::vector<double> rates, bool isLast, SpendingKind spending, double gamma)
    : m_rates(std::move(rates)), m_isLast(isLast), m_spending(spending), m_gamma(gamma)
{
}

std::vector<double> GroupSequentialRule::compute(double level) const
{
    // Shares beyond the planned size count as it: only the last look can be there, and it spends all.
    std::vector<double> shares = m_rates;
    for (double& share : shares)
        share = std::min(share, 1.0);
    const auto schedule = stats::spendingSchedule(spendingOf(m_spending, m_gamma), level, shares, "level");
    if (!schedule)
        return std::vector<double>(m_rates.size(), kNever);
    std::vector<double> spent = schedule->cumulative;
    if (m_isLast || m_rates.back() >= 1)
        spent.back() = level;
    std::vector<double> rates = m_rates;
    if (rates.back() > 1) {
        for (double& rate : rates)
            rate /= m_rates.back();
    }
    const auto bounds = stats::groupSequentialBoundsFor(rates, spent);
    if (!bounds)
        return std::vector<double>(m_rates.size(), kNever);
    return bounds->criticalValues;
}

const std::vector<double>& GroupSequentialRule::bounds(double level) const
{
    const auto it = m_bounds.find(level);
    if (it != m_bounds.end())
        return it->second;
    auto bounds =
        boundsCache().get({m_rates, m_isLast, m_spending, m_gamma, level}, [this, level] { return compute(level); });
    return m_bounds.emplace(level, std::move(bounds)).first->second;
}

double GroupSequentialRule::critical(std::size_t look, double, double level) const
{
    return bounds(level)[look];
}

/// Solves critical(level) = statistic for the level: first on a grid that all statistics share, then by false position
/// between its neighbours on (critical^2, log level), which is nearly a straight line.
double GroupSequentialRule::tail(std::size_t look, double units, double statistic) const
{
    constexpr double kLargest = 0.4;
    constexpr int kSteps = 160; // down to 0.4 * 2^-160, below which p-values are all the same to a reader
    const auto gridLevel = [](int step) { return kLargest * std::ldexp(1.0, -step); };
    if (!(statistic > critical(look, units, kLargest)))
        return 1;
    int low = 0; // rejected here
    int high = kSteps;
    if (statistic > critical(look, units, gridLevel(high)))
        return gridLevel(high);
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (statistic > critical(look, units, gridLevel(middle)) ? low : high) = middle;
    }
    double upper = std::log(gridLevel(low)); // rejects
    double lower = std::log(gridLevel(high));
    double guess = upper;
    for (int i = 0; i < 3; ++i) {
        const double a = critical(look, units, std::exp(upper));
        const double b = critical(look, units, std::exp(lower));
        if (!(b > a))
            break;
        guess = std::clamp(upper + (statistic * statistic - a * a) / (b * b - a * a) * (lower - upper), lower, upper);
        (statistic > critical(look, units, std::exp(guess)) ? upper : lower) = guess;
    }
    return std::exp(guess);
}

} // namespace xp
