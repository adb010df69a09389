// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/breakdowns.h"
#include "core/domain/sufficientstatistics.h"
#include "core/storage/store.h"

namespace xp {

// What the last pass over an experiment's units has left. Reading it out of its document takes longer than a report, so
// each thread keeps the last few: a later pass is another one, by its time and the moments it was made of. Nothing
// where there was no pass, or where the document is of another release or damaged: the next pass replaces it.

Result<std::optional<Histograms>> readHistograms(Store& store, const std::string& experimentId);
Result<std::optional<AgeStatistics>> readAges(Store& store, const std::string& experimentId);
Result<std::optional<MaturedPart>> readMaturedPass(Store& store, const std::string& experimentId);

} // namespace xp
