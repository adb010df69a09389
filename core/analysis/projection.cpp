// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/projection.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace xp {

namespace {

using Days = std::chrono::duration<double, std::ratio<86'400>>;

constexpr double kMostDays = 365;
constexpr double kShortest = 1.0 / 1440; ///< a minute, in days
constexpr double kOutside = 0.05;        ///< share of such experiments that end beyond the margin
constexpr std::size_t kFewestDays = 3;   ///< that tell how days differ

double daysSince(Timestamp start, Timestamp time)
{
    return std::chrono::duration_cast<Days>(time - start).count();
}

double varianceOf(const std::vector<double>& values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return squares / double(values.size() - 1);
}

/// Between two points of a rising line.
double at(const std::map<double, double>& line, double x)
{
    const auto after = line.lower_bound(x);
    if (after == line.begin() || after->first == x)
        return after->second;
    const auto before = std::prev(after);
    return before->second + (after->second - before->second) * (x - before->first) / (after->first - before->first);
}

} // namespace

std::vector<double> unitsByDay(const Experiment& experiment, const std::vector<SeriesRow>& rows)
{
    if (!experiment.startedAt || rows.empty())
        return {};
    std::map<std::string, std::map<double, double>> byVariant; // units by days since the start
    for (const SeriesRow& row : rows) {
        const double day = daysSince(*experiment.startedAt, row.time);
        // One without units has no share either, or there is no projection yet.
        if (row.metric == rows.front().metric && day > 0 && row.units > 0)
            byVariant[row.variant].insert_or_assign(day, double(row.units));
    }
    const auto fewest = std::ranges::min_element(
        byVariant, {}, [](const auto& variant) { return std::prev(variant.second.end())->second; });
    if (fewest == byVariant.end())
        return {};
    std::map<double, double>& line = fewest->second;
    line.emplace(0, 0);
    std::vector<double> days;
    for (double day = 1; day <= std::prev(line.end())->first; day += 1)
        days.push_back(at(line, day) - at(line, day - 1));
    return days;
}

std::optional<Projection> projectionOf(const Experiment& experiment, const Progress& progress, Timestamp now,
                                       const std::vector<double>& byDay)
{
    const bool tellable = experiment.status == Status::Running && experiment.startedAt && !experiment.imported &&
                          progress.smallestVariant > 0 && progress.smallestVariant < progress.target;
    if (!tellable)
        return std::nullopt;
    const double days = daysSince(*experiment.startedAt, now);
    const double pace = double(progress.smallestVariant) / days;
    const double whole = double(progress.target) / pace;
    if (!(days > kShortest) || whole > kMostDays)
        return std::nullopt;
    const double variance = std::max(pace, byDay.size() < kFewestDays ? 0 : varianceOf(byDay));
    const double left = whole - days;
    const double deviation = std::sqrt(variance * (left + left * left / days)) / pace;
    const auto span = [](double inDays) { return std::chrono::duration_cast<Duration>(Days(inDays)); };
    return Projection{*experiment.startedAt + span(whole), span(stats::normalUpperQuantile(kOutside / 2) * deviation)};
}

} // namespace xp
