// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/analysis/databuilder.h"

#include <cmath>
#include <random>

namespace xp::test {

/// Experiments and data of every kind, also such as no store would hold: empty arms, rates of 0 and 1, values at the
/// limits, several epochs, arms without a share.
class RandomExperiment
{
public:
    explicit RandomExperiment(unsigned seed) : m_random(seed) {}

    Experiment experiment()
    {
        Experiment e = experimentWith({{"control", 1.0}});
        const int arms = between(2, 4);
        e.variants.clear();
        for (int i = 0; i < arms; ++i)
            e.variants.push_back({.name = "v" + std::to_string(i), .allocation = 1.0 / arms});
        e.status = pick({Status::Draft, Status::Running, Status::Paused, Status::Stopped, Status::Archived});
        if (e.status >= Status::Stopped)
            e.stoppedAt = dayStart(kFirstDay + between(0, 20));
        e.imported = chance(0.2);
        e.significanceLevel = pick({0.05, 0.1, 0.01, 0.001});
        e.targetSampleSize = pick({std::int64_t{1}, std::int64_t{100}, std::int64_t{1000}, std::int64_t{1000000}});
        const int metrics = between(1, 4);
        for (int i = 0; i < metrics; ++i)
            e.metrics.push_back(metric("m" + std::to_string(i)));
        e.epochs.clear();
        const int epochs = between(1, 3);
        for (int i = 1; i <= epochs; ++i)
            e.epochs.push_back({.number = i, .startedAt = *e.startedAt, .allocations = split(e.variants.size())});
        return e;
    }

    SufficientStatistics data(const Experiment& e)
    {
        return data(e, pick({std::int64_t{0}, std::int64_t{1}, std::int64_t{3}, std::int64_t{100}, std::int64_t{1000},
                             std::int64_t{100000}}));
    }

    /// About `scale` units for each variant, epoch and day.
    SufficientStatistics data(const Experiment& e, std::int64_t scale)
    {
        DataBuilder data;
        for (const Epoch& epoch : e.epochs) {
            for (std::size_t v = 0; v < e.variants.size(); ++v) {
                for (int day = 0; day < 2; ++day)
                    addArm(data, e,
                           {.variant = static_cast<std::int16_t>(v), .epoch = epoch.number, .day = kFirstDay + 6 * day},
                           scale);
            }
        }
        return data.build();
    }

    int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    bool chance(double p) { return std::uniform_real_distribution<double>()(m_random) < p; }
    double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }
    template <typename T>
    T pick(std::initializer_list<T> values)
    {
        return values.begin()[static_cast<std::size_t>(between(0, static_cast<int>(values.size()) - 1))];
    }

private:
    Metric metric(std::string name)
    {
        Metric m{.name = name,
                 .kind = pick({MetricKind::Conversion, MetricKind::Count, MetricKind::Sum, MetricKind::Mean}),
                 .role = pick({MetricRole::Primary, MetricRole::Secondary, MetricRole::Guardrail}),
                 .direction = pick({Direction::Increase, Direction::Decrease}),
                 .event = name,
                 .resolution = pick({1e-6, 1.0, 1e-300, 1e290})};
        if (chance(0.2))
            m.window = std::chrono::hours(between(1, 300));
        m.perUnit = chance(0.2);
        return m;
    }

    std::vector<double> split(std::size_t arms)
    {
        std::vector<double> shares(arms);
        double sum = 0;
        for (double& share : shares)
            sum += share = chance(0.1) ? 0.0 : uniform(0.01, 1);
        for (double& share : shares)
            share = sum > 0 ? share / sum : 1.0 / static_cast<double>(arms);
        return shares;
    }

    void addArm(DataBuilder& data, const Experiment& e, const DataBuilder::Place& place, std::int64_t scale)
    {
        // Mostly a split that could be by chance, so that there is something to decide.
        const Epoch& epoch = e.epochs[static_cast<std::size_t>(place.epoch - 1)];
        const double share = e.imported ? 1.0
                                        : epoch.allocations[static_cast<std::size_t>(place.variant)] *
                                              static_cast<double>(e.variants.size());
        const double expected = static_cast<double>(scale) * share;
        const auto units = static_cast<std::int64_t>(std::max(
            0.0,
            std::round(chance(0.1) ? expected * uniform(0.5, 1.5) : expected + std::sqrt(expected) * uniform(-1, 1))));
        data.addUnits(place, units);
        const double rate = pick({0.0, 1.0, 0.5, 0.1, 0.001}) * uniform(0.9, 1);
        for (std::size_t m = 0; m < e.metrics.size(); ++m)
            addMetric(data, place, static_cast<std::int16_t>(m), units, rate);
        if (keepsAnyConversion(e))
            addMetric(data, place, kAnyConversion, units, rate);
    }

    /// A few groups of equal units, so that ten thousand cases are quick.
    void addMetric(DataBuilder& data, const DataBuilder::Place& place, std::int16_t metric, std::int64_t units,
                   double rate)
    {
        std::int64_t left =
            static_cast<std::int64_t>(static_cast<double>(units) * std::min(1.0, rate * uniform(0.9, 1.1)));
        for (int group = 0; group < 4 && left > 0; ++group) {
            const std::int64_t size = group == 3 ? left : (left + 1) / 2;
            const std::int64_t value = chance(0.1)
                                           ? pick({std::int64_t{1} << 30, std::int64_t{0}, -(std::int64_t{1} << 30)})
                                           : between(-50, 1000);
            const Moments one = contributionOf(totalsOf(between(1, 5), value));
            Moments many;
            for (std::int64_t i = 0; i < 62; ++i) { // size times one, by doubling
                Moments power = one;
                if (((size >> i) & 1) == 0)
                    continue;
                for (std::int64_t j = 0; j < i; ++j)
                    power += Moments(power);
                many += power;
            }
            data.addMoments(place, metric, many);
            left -= size;
        }
    }

    std::mt19937 m_random;
};

} // namespace xp::test
