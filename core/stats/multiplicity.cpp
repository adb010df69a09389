// SPDX-License-Identifier: Apache-2.0
#include "core/stats/multiplicity.h"

#include "core/stats/checks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xp::stats {

namespace {

/// 1 + 1/2 + ... + 1/m, smallest terms first.
double harmonic(std::size_t m)
{
    double sum = 0;
    for (std::size_t i = m; i > 0; --i)
        sum += 1 / static_cast<double>(i);
    return sum;
}

/// What the p-value of this rank (0 is the smallest of m) is multiplied with.
double factorOf(Correction method, std::size_t rank, std::size_t m)
{
    switch (method) {
    case Correction::Bonferroni:
        return static_cast<double>(m);
    case Correction::Holm:
    case Correction::Hochberg:
        return static_cast<double>(m - rank);
    case Correction::BenjaminiHochberg:
    case Correction::BenjaminiYekutieli:
        break;
    }
    return static_cast<double>(m) / static_cast<double>(rank + 1);
}

} // namespace

StatsResult<std::vector<double>> adjustPValues(std::span<const double> pValues, Correction method)
{
    if (pValues.empty())
        return refuse(StatsErrorCode::OutOfRange, "p_values", "p_values must have at least one number");
    for (std::size_t i = 0; i < pValues.size(); ++i) {
        const std::string field = "p_values[" + std::to_string(i) + "]";
        if (!(pValues[i] >= 0 && pValues[i] <= 1))
            return refuse(StatsErrorCode::OutOfRange, field,
                          field + " is " + numberText(pValues[i]) + " and must be from 0 to 1");
    }
    const std::size_t m = pValues.size();
    std::vector<std::size_t> order(m);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });

    const double dependence = method == Correction::BenjaminiYekutieli ? harmonic(m) : 1;
    std::vector<double> adjusted(m);
    for (std::size_t rank = 0; rank < m; ++rank)
        adjusted[order[rank]] = std::min(1.0, pValues[order[rank]] * factorOf(method, rank, m) * dependence);
    // Step-down methods carry the largest so far upwards, step-up methods the smallest so far downwards.
    if (method == Correction::Holm) {
        for (std::size_t rank = 1; rank < m; ++rank)
            adjusted[order[rank]] = std::max(adjusted[order[rank]], adjusted[order[rank - 1]]);
    } else if (method != Correction::Bonferroni) {
        for (std::size_t rank = m - 1; rank > 0; --rank)
            adjusted[order[rank - 1]] = std::min(adjusted[order[rank - 1]], adjusted[order[rank]]);
    }
    return adjusted;
}

} // namespace xp::stats
