// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/ages.h"

#include "core/analysis/metricanalysis.h"
#include "core/analysis/reportsentences.h"
#include "core/stats/distributions.h"

#include <cmath>
#include <map>
#include <tuple>

namespace xp {

namespace {

constexpr double kNoveltyLevel = 0.01;
constexpr double kLevelOfIntervals = 0.05;
constexpr std::size_t kFewestDays = 4;

/// Metric, then age.
using ByAge = std::map<std::pair<std::int16_t, std::int32_t>, MetricAnalysis>;

/// Of the days with enough data.
ByAge analysesOf(const Experiment& experiment, const AgeStatistics& statistics)
{
    std::map<std::pair<std::int16_t, std::int32_t>, std::map<std::int32_t, std::vector<Moments>>> arms;
    for (const AgeCell& cell : statistics.cells) {
        const BreakdownCell& of = cell.cell;
        if (of.metric < 0 || static_cast<std::size_t>(of.metric) >= experiment.metrics.size() || of.variant < 0 ||
            static_cast<std::size_t>(of.variant) >= experiment.variants.size())
            continue;
        auto& epoch = arms[{of.metric, cell.age}].try_emplace(of.epoch, experiment.variants.size()).first->second;
        epoch[static_cast<std::size_t>(of.variant)] += of.moments;
    }
    ByAge analyses;
    for (auto& [key, epochs] : arms) {
        Cohort cohort;
        for (auto& [epoch, moments] : epochs)
            cohort.epochs.push_back(
                {.epoch = epoch, .split = splitOf(experiment, epoch), .arms = std::move(moments), .history = {}});
        MetricAnalysis analysis = analyseCohort(experiment, key.first, std::move(cohort));
        if (analysis.gate.isOpen())
            analyses.emplace(key, std::move(analysis));
    }
    return analyses;
}

/// A line y = a + b x by weighted least squares.
class Line
{
public:
    void add(double x, double y, double error)
    {
        const double w = 1 / (error * error);
        m_w += w;
        m_x += w * x;
        m_y += w * y;
        m_xx += w * x * x;
        m_xy += w * x * y;
        ++m_points;
        m_last = x;
    }

    std::size_t points() const { return m_points; }
    double at(double x) const { return (m_y - slope() * m_x) / m_w + slope() * x; }
    double atLast() const { return at(m_last); }
    double pValue() const { return 2 * stats::normalTail(std::abs(slope()) * std::sqrt(spread())); }

private:
    double spread() const { return m_xx - m_x * m_x / m_w; } ///< the slope's variance is its inverse
    double slope() const { return (m_xy - m_x * m_y / m_w) / spread(); }

    double m_w = 0;
    double m_x = 0;
    double m_y = 0;
    double m_xx = 0;
    double m_xy = 0;
    double m_last = 0;
    std::size_t m_points = 0;
};

struct Fit
{
    std::string metric;
    std::string treatment;
    Line line;
    std::int32_t lastAge = 0;
};

std::vector<Fit> fitsOf(const Experiment& experiment, const AgeStatistics& statistics)
{
    std::map<std::pair<std::int16_t, std::size_t>, Fit> fits;
    for (const auto& [key, analysis] : analysesOf(experiment, statistics)) {
        for (std::size_t i = 0; i < analysis.contrasts.size(); ++i) {
            const auto lift = analysis.contrasts[i].lift();
            const auto error = analysis.contrasts[i].liftStandardError();
            if (!lift || !error || !(*error > 0) || !std::isfinite(*error))
                continue;
            Fit& fit = fits[{key.first, i}];
            fit.metric = analysis.metric.name;
            fit.treatment = experiment.variants[i + 1].name;
            fit.line.add(std::log1p(key.second), *lift, *error);
            fit.lastAge = key.second;
        }
    }
    std::vector<Fit> enough;
    for (auto& [key, fit] : fits) {
        if (fit.line.points() >= kFewestDays)
            enough.push_back(std::move(fit));
    }
    return enough;
}

} // namespace

std::vector<AgeEffect> effectsByAge(const Experiment& experiment, const AgeStatistics& statistics)
{
    std::map<std::tuple<std::int16_t, std::size_t, std::int32_t>, AgeEffect> effects;
    for (const auto& [key, analysis] : analysesOf(experiment, statistics)) {
        for (std::size_t i = 0; i < analysis.contrasts.size(); ++i)
            effects[{key.first, i, key.second}] = {.metric = analysis.metric.name,
                                                   .treatment = experiment.variants[i + 1].name,
                                                   .age = key.second,
                                                   .units = analysis.arms[0].units + analysis.arms[i + 1].units,
                                                   .estimate = analysis.contrasts[i].estimate(),
                                                   .interval =
                                                       boundsOf(analysis.contrasts[i].interval(kLevelOfIntervals)),
                                                   .lift = analysis.contrasts[i].lift()};
    }
    std::vector<AgeEffect> ordered;
    for (auto& [key, effect] : effects)
        ordered.push_back(std::move(effect));
    return ordered;
}

std::vector<HealthCheck> noveltyChecks(const Experiment& experiment, const AgeStatistics* statistics)
{
    using State = HealthCheck::State;
    const std::vector<Fit> fits = statistics ? fitsOf(experiment, *statistics) : std::vector<Fit>();
    if (fits.empty())
        return {{State::NotChecked,
                 sentences::notChecked("novelty",
                                       "Whether an effect wears off cannot be told yet: that needs units watched for "
                                       "at least four days after their exposure, with enough data on each.")}};
    std::vector<HealthCheck> checks;
    for (const Fit& fit : fits) {
        const double p = fit.line.pValue();
        if (p <= kNoveltyLevel / static_cast<double>(fits.size()))
            checks.push_back({State::Warning, sentences::novelty(fit.metric, fit.treatment, fit.line.at(0),
                                                                 fit.line.atLast(), fit.lastAge, p)});
    }
    if (checks.empty())
        checks.push_back(
            {State::Passed, sentences::checkPassed("novelty", "No effect changes with the days since exposure.")});
    return checks;
}

} // namespace xp
