// SPDX-License-Identifier: Apache-2.0
#include "ui/assignments/replay.h"

#include "core/stats/distributions.h"
#include "core/stats/sampleratio.h"

#include <algorithm>

namespace xp::ui {

AssignmentReplay::AssignmentReplay(const Experiment& experiment)
    : m_bucketing(experiment), m_counts(experiment.variants.size())
{
    for (const Variant& variant : experiment.variants)
        m_shares.push_back(variant.allocation);
}

AssignmentReplay::AssignmentReplay(const Experiment& experiment, const Experiment& other) : AssignmentReplay(experiment)
{
    m_other.emplace(other);
    m_otherVariants = other.variants.size();
    m_table.resize(m_counts.size() * m_otherVariants);
}

bool AssignmentReplay::advance(std::int64_t ids)
{
    const std::int64_t end = std::min(kIds, m_done + ids);
    for (; m_done < end && !m_counts.empty(); ++m_done) {
        const std::string unit = "user-" + std::to_string(m_done + 1);
        m_admitted += m_bucketing.admits(unit) ? 1 : 0;
        const std::size_t variant = m_bucketing.variantOf(unit);
        ++m_counts[variant];
        if (m_other && m_otherVariants > 0)
            ++m_table[variant * m_otherVariants + m_other->variantOf(unit)];
    }
    return m_done < kIds && !m_counts.empty();
}

std::optional<double> AssignmentReplay::splitPValue() const
{
    std::vector<double> counts;
    std::vector<double> shares;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_shares[i] <= 0) // nobody may be there
            continue;
        counts.push_back(double(m_counts[i]));
        shares.push_back(m_shares[i]);
    }
    const auto test = stats::sampleRatioMismatch(counts, shares);
    return test ? std::optional(test->pValue) : std::nullopt;
}

std::optional<double> AssignmentReplay::independencePValue() const
{
    if (!m_other || m_done == 0)
        return std::nullopt;
    std::vector<double> columns(m_otherVariants);
    for (std::size_t i = 0; i < m_table.size(); ++i)
        columns[i % m_otherVariants] += double(m_table[i]);
    double statistic = 0;
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const double expected = double(m_counts[i / m_otherVariants]) * columns[i % m_otherVariants] / double(m_done);
        if (expected > 0)
            statistic += (double(m_table[i]) - expected) * (double(m_table[i]) - expected) / expected;
    }
    const auto filled = [](const auto& values) {
        return double(std::ranges::count_if(values, [](auto value) { return value > 0; }));
    };
    const double degrees = (filled(m_counts) - 1) * (filled(columns) - 1);
    return degrees > 0 ? std::optional(stats::chiSquaredTail(statistic, degrees)) : std::nullopt;
}

} // namespace xp::ui
