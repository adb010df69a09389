// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/lookrule.h"

#include "core/stats/groupsequential.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace xp {

namespace {

constexpr double kNever = 40; ///< a critical value that no statistic reaches by chance: P(Z > 40) = 4e-350

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
    auto schedule = stats::spendingSchedule(spendingOf(m_spending, m_gamma), level, shares, "level");
    if (!schedule)
        return std::vector<double>(m_rates.size(), kNever);
    if (m_isLast && shares.back() < 1) {
        const double before = shares.size() > 1 ? schedule->cumulative[shares.size() - 2] : 0;
        schedule->cumulative.back() = level;
        schedule->logIncrements.back() = std::log(level - before);
    }
    std::vector<double> rates = m_rates;
    if (rates.back() > 1) {
        for (double& rate : rates)
            rate /= m_rates.back();
    }
    const auto bounds = stats::groupSequentialBounds(rates, *schedule);
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

namespace {

// The levels at which bounds are integrated, each half of the one before: all statistics share them.
constexpr double kLargestLevel = 0.4;
constexpr int kSteps = 980; // down to 4e-296

double levelAt(int step)
{
    return kLargestLevel * std::ldexp(1.0, -step);
}

/// The y at x of the polynomial through the points (Neville); x values are apart.
double interpolated(const std::vector<double>& xs, std::vector<double> ys, double x)
{
    for (std::size_t width = 1; width < xs.size(); ++width) {
        for (std::size_t i = 0; i + width < xs.size(); ++i)
            ys[i] = ((x - xs[i + width]) * ys[i] - (x - xs[i]) * ys[i + 1]) / (xs[i] - xs[i + width]);
    }
    return ys.front();
}

} // namespace

/// The last step at which the statistic rejects: it does at 0, and does not at kSteps. critical^2 is nearly a straight
/// line in the step, so a guess from its beginning and a few steps from there find it.
int GroupSequentialRule::lastRejected(std::size_t look, double statistic) const
{
    const auto rejects = [&](int step) { return statistic > critical(look, 0, levelAt(step)); };
    const auto squared = [&](int step) { return std::pow(critical(look, 0, levelAt(step)), 2); };
    const double slope = squared(1) - squared(0);
    const double guess = slope > 0 ? (statistic * statistic - squared(0)) / slope : 0;
    int low = 0;
    int high = kSteps;
    for (int middle = static_cast<int>(std::clamp(guess, 1.0, kSteps - 1.0)), stride = 1; high - low > 1;) {
        (rejects(middle) ? low : high) = middle;
        if (low == middle && high == kSteps)
            middle = std::min(low + stride, (low + high + 1) / 2);
        else if (high == middle && low == 0)
            middle = std::max(high - stride, (low + high) / 2);
        else
            middle = (low + high) / 2;
        stride *= 2;
    }
    return low;
}

/// Solves critical(level) = statistic for the level: its logarithm is a smooth function of the bound, known at the
/// steps; the polynomial through the ten nearest of them misses about 1e-8 of the level.
double GroupSequentialRule::tail(std::size_t look, double units, double statistic) const
{
    constexpr int kPoints = 10;
    if (!(statistic > critical(look, units, kLargestLevel)))
        return 1;
    if (statistic > critical(look, units, levelAt(kSteps)))
        return levelAt(kSteps);
    const int low = lastRejected(look, statistic);
    const int first = std::clamp(low - kPoints / 2 + 1, 0, kSteps - kPoints + 1);
    std::vector<double> bounds;
    std::vector<double> levels;
    for (int step = first; step < first + kPoints; ++step) {
        const double bound = critical(look, units, levelAt(step));
        if (!bounds.empty() && !(bound > bounds.back()))
            return levelAt(low); // bounds that no statistic reaches by chance
        bounds.push_back(bound);
        levels.push_back(std::log(levelAt(step)));
    }
    return std::clamp(std::exp(interpolated(bounds, levels, statistic)), levelAt(low + 1), levelAt(low));
}

} // namespace xp
