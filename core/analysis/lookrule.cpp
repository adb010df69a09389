// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/lookrule.h"

#include "core/stats/distributions.h"
#include "core/stats/groupsequential.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <tuple>
#include <utility>

namespace xp {

namespace {

constexpr double kNever = 40; ///< a critical value that no statistic reaches by chance: P(Z > 40) = 4e-350

/// The looks so far, how their level is spent, and the level: all that bounds depend on.
using BoundsKey = std::tuple<std::vector<double>, SpendingKind, double, double>;

/// Held while it lives. Of atomics: a browser has no mutexes.
class Hold
{
public:
    explicit Hold(std::atomic_flag& taken) : m_taken(taken)
    {
        while (m_taken.test_and_set(std::memory_order_acquire))
            m_taken.wait(true);
    }
    ~Hold()
    {
        m_taken.clear(std::memory_order_release);
        m_taken.notify_one();
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

private:
    std::atomic_flag& m_taken;
};

/// Values that every thread needs and that are computed once: who asks while one is being computed waits for it, others
/// do not. Bounded: when half of it is full, what the half before did not need again is dropped.
template <typename Key, typename Value, std::size_t kMostInHalf>
class SharedCache
{
public:
    template <typename Compute>
    std::shared_ptr<const Value> get(const Key& key, const Compute& compute)
    {
        const std::shared_ptr<Entry> entry = entryOf(key);
        State state = State::Empty;
        if (entry->state.compare_exchange_strong(state, State::Computing)) {
            entry->value = compute();
            entry->state = State::Known;
            entry->state.notify_all();
        }
        while ((state = entry->state) != State::Known)
            entry->state.wait(state);
        return {entry, &entry->value};
    }

private:
    enum class State { Empty, Computing, Known };
    struct Entry
    {
        std::atomic<State> state = State::Empty;
        Value value;
    };

    std::shared_ptr<Entry> entryOf(const Key& key)
    {
        const Hold hold(m_taken);
        if (const auto it = m_recent.find(key); it != m_recent.end())
            return it->second;
        const auto older = m_older.find(key);
        const auto entry = older != m_older.end() ? older->second : std::make_shared<Entry>();
        if (m_recent.size() >= kMostInHalf)
            m_older = std::exchange(m_recent, {});
        return m_recent.emplace(key, entry).first->second;
    }

    std::atomic_flag m_taken;
    std::map<Key, std::shared_ptr<Entry>> m_recent;
    std::map<Key, std::shared_ptr<Entry>> m_older;
};

/// Looks that lie behind: their bounds, and what was integrated up to the last of them.
struct PastLooks
{
    std::vector<double> bounds;
    stats::LooksTaken taken;
};

/// As the data come in the last look moves, and the ones before it stay: those are integrated once. `count` of the
/// looks of the schedule, which is that of the key.
std::shared_ptr<const PastLooks> pastLooks(const BoundsKey& key, const stats::SpendingSchedule& schedule,
                                           std::size_t count)
{
    static SharedCache<BoundsKey, PastLooks, 1024> cache; // some kilobytes each
    const auto& [rates, spending, gamma, level] = key;
    const BoundsKey part{{rates.begin(), rates.begin() + static_cast<std::ptrdiff_t>(count)}, spending, gamma, level};
    return cache.get(part, [&] {
        PastLooks past;
        if (count == 0)
            return past;
        past = *pastLooks(key, schedule, count - 1);
        past.bounds.push_back(past.taken.nextBound(rates[count - 1], schedule.logIncrements[count - 1]));
        past.taken = past.taken.with(rates[count - 1], past.bounds.back());
        return past;
    });
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
    const std::vector<double> never(m_rates.size(), kNever);
    // Shares beyond the planned size count as it: only the last look can be there, and it spends all.
    std::vector<double> shares = m_rates;
    for (double& share : shares)
        share = std::min(share, 1.0);
    auto schedule = stats::spendingSchedule(spendingOf(m_spending, m_gamma), level, shares, "level");
    if (!schedule)
        return never;
    const std::size_t last = shares.size() - 1;
    if (m_isLast && shares.back() < 1)
        schedule->logIncrements.back() = std::log(level - (last > 0 ? schedule->cumulative[last - 1] : 0));
    if (!std::ranges::all_of(schedule->logIncrements, [](double x) { return std::isfinite(x) && x < 0; }))
        return never;
    const auto past = pastLooks({m_rates, m_spending, m_gamma, level}, *schedule, last);
    std::vector<double> bounds = past->bounds;
    bounds.push_back(past->taken.nextBound(m_rates.back(), schedule->logIncrements.back()));
    return bounds;
}

const std::vector<double>& GroupSequentialRule::bounds(double level) const
{
    static SharedCache<std::tuple<BoundsKey, bool>, std::vector<double>, 4096> cache; // of at most 20 bounds: 1.5 MB
    const auto it = m_bounds.find(level);
    if (it != m_bounds.end())
        return *it->second;
    const BoundsKey key{m_rates, m_spending, m_gamma, level};
    return *m_bounds.emplace(level, cache.get({key, m_isLast}, [this, level] { return compute(level); })).first->second;
}

double GroupSequentialRule::critical(std::size_t look, double, double level) const
{
    return bounds(level)[look];
}

namespace {

// The levels at which bounds are integrated; all statistics share them. Their quantiles lie close together at first,
// where the logarithm of a level turns as its bound grows, and nearly evenly from then on.
constexpr double kLargestLevel = 0.4;
constexpr double kStride = 0.4;
constexpr double kTurn = 6;
constexpr int kSteps = 97; // down to 1e-296

double quantileAt(double step)
{
    static const double first = stats::normalUpperQuantile(kLargestLevel);
    return first + kStride * step * step / (step + kTurn);
}

double levelAt(int step)
{
    return stats::normalTail(quantileAt(step));
}

/// The step whose quantile is so far from the first one.
double stepAt(double distance)
{
    return (distance + std::sqrt(distance * distance + 4 * kStride * kTurn * distance)) / (2 * kStride);
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

/// The last step at which the statistic rejects: it does at 0, and does not at kSteps. A bound is nearly a straight
/// line in the quantile of its level, so a guess from its beginning and a few steps from there find it.
int GroupSequentialRule::lastRejected(std::size_t look, double statistic) const
{
    const auto rejects = [&](int step) { return statistic > critical(look, 0, levelAt(step)); };
    constexpr int kNear = 4;
    const double first = critical(look, 0, levelAt(0));
    const double slope = (critical(look, 0, levelAt(kNear)) - first) / (quantileAt(kNear) - quantileAt(0));
    const double guess = slope > 0 ? stepAt(std::max(0.0, statistic - first) / slope) : 0;
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
/// steps; the polynomial through the twelve nearest of them misses less than 1e-7 of the level.
double GroupSequentialRule::tail(std::size_t look, double units, double statistic) const
{
    constexpr int kPoints = 12;
    if (!(statistic > critical(look, units, levelAt(0))))
        return 1;
    // No look's bound is below that of the fixed test at the same level.
    if (statistic > quantileAt(kSteps) && statistic > critical(look, units, levelAt(kSteps)))
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
        levels.push_back(stats::normalLogTail(quantileAt(step)));
    }
    return std::clamp(std::exp(interpolated(bounds, levels, statistic)), levelAt(low + 1), levelAt(low));
}

} // namespace xp
