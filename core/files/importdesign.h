// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/moments.h"
#include "core/files/importcolumns.h"

namespace xp {

/// The experiment that a file with one row a unit tells of: its assignment happened elsewhere, and it has ended.
struct ImportDesign
{
    /// Stopped, `imported`, started at the earliest and stopped at the latest assignment; id and salt are empty.
    Experiment experiment;
    std::vector<std::int16_t> variantOfCode; ///< from the order in the file to the experiment's
    std::vector<Sentence> notes;             ///< what a person should know: guessed kinds, rounded values
};

/// Invalid: a key, unit, variant or metric is missing, the key is no key, or there is more than one covariate.
Result<void> checkImportOptions(const ImportOptions& options);

/// `columns` have seen the whole file; `at` is the assignment of files without times, and when the experiment was made.
/// Values are exact at the metric's resolution: 1e-6, or what the decimals and the size of the values ask for.
/// Invalid: fewer than two variants, an option that names one that is not in the file, a bad split or metric, a
/// covariate that is too large for a metric's resolution.
Result<ImportDesign> importDesignOf(const ImportColumns& columns, const ImportOptions& options, Timestamp at);

/// The finest resolution that the column's values ask for and have room in: 1e-6 where that will do.
double importResolution(const NumberColumn& column);

/// Of a row's numbers (metrics first), the unit's totals, one a metric. A conversion counts one event; so does a
/// measured value, unless it is a sum of nothing. A count is that many.
void importTotals(std::span<const double> numbers, const std::vector<Metric>& metrics, std::vector<UnitTotals>& totals);

/// The errors that a reading found, as one; `readAll`: there are no others.
Failure wrongRows(const ImportColumns& columns, bool readAll);
/// `duplicates` is not empty; more than ImportColumns::kMaxErrors are not told.
Failure duplicateUnits(const std::string& unitColumn, const std::vector<ImportTable::Duplicate>& duplicates);

} // namespace xp
