// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/files/importoptions.h"
#include "core/storage/store.h"

namespace xp {

struct ImportReport
{
    Experiment experiment;
    std::vector<std::int64_t> units; ///< by variant
    std::vector<Sentence> notes;     ///< what a person should know: guessed kinds, rounded values
};

/// Stores a file with one row a unit as an experiment whose assignment happened elsewhere: stopped, `imported`, started
/// at the earliest and stopped at the latest assignment (the moment of the import without a time column). All or
/// nothing, with an audit entry: units are loaded in short transactions, so that a service beside it can write, and the
/// experiment appears in the last one. What an import that was killed has loaded is removed by a later one.
/// Values are exact at the metric's resolution: 1e-6, or what the decimals and the size of the values ask for.
/// Invalid: a line that cannot be read, a bad value (the first ten are named with line, column and value), a unit that
/// occurs twice, an unknown column, a variant that is not in the file. Conflict `key_taken`: with `replace`, only where
/// the experiment of this key is no import. NotFound: the file.
Result<ImportReport> importFile(Store& store, const ImportOptions& options, const Actor& actor,
                                const OnImportProgress& onProgress = {});

} // namespace xp
