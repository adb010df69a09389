// SPDX-License-Identifier: Apache-2.0
#include "core/engine/evidencereader.h"

#include "core/engine/passresults.h"
#include "core/engine/unitpasses.h"
#include "core/storage/units/covariatetable.h"

namespace xp {

Result<ReadEvidence> readEvidence(Store& store, const Experiment& experiment, Timestamp at)
{
    auto data = store.moments().read(experiment.id);
    if (!data)
        return Failure(std::move(data.error()));
    auto covariates = CovariateTable(store.connection()).read(experiment.id);
    if (!covariates)
        return Failure(std::move(covariates.error()));
    auto matured = readMatured(store, experiment, *data, at);
    if (!matured)
        return Failure(std::move(matured.error()));
    auto histograms = readHistograms(store, experiment.id);
    if (!histograms)
        return Failure(std::move(histograms.error()));
    auto ages = readAges(store, experiment.id);
    if (!ages)
        return Failure(std::move(ages.error()));
    const auto stored = store.reports().history(experiment.id);
    if (!stored)
        return Failure(stored.error());
    auto history = stored->version > 0 ? reportHistoryFromJson(stored->document) : ReportHistory();
    if (!history)
        return fail(ErrorCode::Internal, "unreadable_history", "The history of the experiment's reports cannot be read",
                    {{"experiment", experiment.id}});
    ReadEvidence read{{experiment, std::move(*data), std::move(*history), {}}, stored->version};
    read.evidence.data.covariates = std::move(*covariates);
    read.evidence.data.histograms = std::move(*histograms);
    read.evidence.data.matured = std::move(*matured);
    read.evidence.ages = std::move(*ages);
    return read;
}

} // namespace xp
