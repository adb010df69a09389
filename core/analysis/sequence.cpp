// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/sequence.h"

#include "core/stats/alwaysvalid.h"

#include <algorithm>
#include <cmath>

namespace xp {

Sequence::Sequence(double level, double tuningUnits) : m_rho(stats::sequenceRho(level, tuningUnits)) {}

double Sequence::critical(double units, double level) const
{
    return stats::sequenceCriticalValue(units, m_rho, level);
}

double Sequence::pValue(double units, double statistic) const
{
    // The critical value solved for the level, with x = N rho^2: log p = (log(x + 1) - statistic^2 x / (x + 1)) / 2.
    const double x = units * m_rho * m_rho;
    return std::min(1.0, std::exp(0.5 * (std::log1p(x) - statistic * statistic * x / (x + 1))));
}

} // namespace xp
