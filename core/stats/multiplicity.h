// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/error.h"

#include <span>
#include <vector>

namespace xp::stats {

/// The first three bound the chance of any false positive; the Benjamini ones bound the expected share of false
/// positives (Yekutieli's under any dependence).
enum class Correction { Bonferroni, Holm, Hochberg, BenjaminiHochberg, BenjaminiYekutieli };

/// Adjusted p-values in the order of the input: a hypothesis is rejected at level a exactly when its adjusted p <= a.
/// Sources: Holm, Scand. J. Stat. 6 (1979) 65-70; Hochberg, Biometrika 75 (1988) 800-802; Benjamini and Hochberg, JRSS
/// B 57 (1995) 289-300; Benjamini and Yekutieli, Annals of Statistics 29 (2001) 1165-1188. Errors: no p-value; one
/// outside [0, 1].
StatsResult<std::vector<double>> adjustPValues(std::span<const double> pValues, Correction method);

} // namespace xp::stats
