// SPDX-License-Identifier: Apache-2.0
#include "ui/design/pastrates.h"

#include "core/files/cellvalue.h"
#include "core/files/filepreview.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/text/format.h"

namespace xp::ui {

std::vector<PastRate> pastRates(const ExperimentListModel& experiments)
{
    std::vector<PastRate> rates;
    for (int row = 0; row < experiments.rowCount() && rates.size() < kMostPastRates; ++row) {
        const Experiment& experiment = experiments.at(row);
        const Stats* stats = experiments.stats(experiment.id);
        if (!stats)
            continue;
        for (const MetricStats& metric : stats->metrics) {
            if (metric.kind != MetricKind::Conversion || metric.variants.empty())
                continue;
            const VariantStats& control = metric.variants.front();
            const auto rate = control.conversionRate;
            if (rate && *rate > 0 && *rate < 1 && control.sampleSize >= kFewestUnitsOfARate)
                rates.push_back(
                    {QStringLiteral("%1: %2 · %3").arg(percent(*rate), text(metric.name), text(experiment.name)),
                     *rate});
        }
    }
    return rates;
}

Result<std::vector<PastRate>> ratesOfTable(const DataFile& file)
{
    const auto preview = previewOf(file);
    if (!preview)
        return Failure(preview.error());
    auto reader = file.read(preview->csv);
    if (!reader)
        return Failure(std::move(reader.error()));
    struct Column
    {
        std::size_t at;
        std::int64_t rows = 0;
        std::int64_t yes = 0;
    };
    std::vector<Column> columns;
    for (std::size_t i = 0; i < preview->columns.size(); ++i) {
        if (preview->columns[i].kind == ColumnLook::Kind::YesNo)
            columns.push_back({i});
    }
    (void)reader->next(); // the names, which the preview has read
    Result<bool> more = true;
    for (std::int64_t row = 0; row < kMostRowsOfARate && (more = reader->next()) && *more; ++row) {
        for (Column& column : columns) {
            const auto said = parseBoolean(reader->fields()[column.at]);
            if (!said)
                continue;
            ++column.rows;
            column.yes += *said ? 1 : 0;
        }
    }
    if (!more)
        return Failure(more.error());
    std::vector<PastRate> rates;
    for (const Column& column : columns) {
        if (column.yes == 0 || column.yes == column.rows)
            continue;
        const double rate = double(column.yes) / double(column.rows);
        rates.push_back(
            {QStringLiteral("%1: %2 · %3").arg(percent(rate), text(preview->columns[column.at].name), file.name()),
             rate});
    }
    if (rates.empty())
        return fail(ErrorCode::Invalid, "no_rate",
                    "The table has no column of yes/no or 0/1 with both: a rate is needed");
    return rates;
}

} // namespace xp::ui
