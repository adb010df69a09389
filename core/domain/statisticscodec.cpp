// SPDX-License-Identifier: Apache-2.0
#include "core/domain/statisticscodec.h"

#include "core/domain/tablecodec.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace tables;

json momentsTable(const std::vector<MomentCell>& cells)
{
    json out = table({"epoch", "variant", "metric", "day"});
    for (const MomentCell& cell : cells) {
        json row{cell.epoch, cell.variant, cell.metric, dayToJson(cell.day)};
        appendMoments(row, cell.moments);
        out["rows"].push_back(std::move(row));
    }
    return out;
}

json covariateTable(const std::vector<CovariateCell>& cells)
{
    json out = table({"epoch", "variant", "metric", "day", "has_history", "covariate_units", "x", "x_squares", "x_sum",
                      "x_count", "x_converted"});
    for (const CovariateCell& cell : cells) {
        const CovariateMoments& m = cell.moments;
        json row{cell.epoch,
                 cell.variant,
                 cell.metric,
                 dayToJson(cell.day),
                 cell.hasHistory ? 1 : 0,
                 m.units,
                 wideToJson(m.x),
                 wideToJson(m.xSquares),
                 wideToJson(m.xSum),
                 wideToJson(m.xCount),
                 wideToJson(m.xConverted)};
        appendMoments(row, m.outcome);
        out["rows"].push_back(std::move(row));
    }
    return out;
}

void readCells(JsonReader& reader, std::vector<MomentCell>& cells, std::vector<FieldError>& errors)
{
    readTable(reader, "moments", cells, errors, [](RowReader& row, MomentCell& to) {
        row.whole(to.epoch).whole(to.variant).whole(to.metric).day(to.day).moments(to.moments);
    });
}

void readCells(JsonReader& reader, std::vector<CovariateCell>& cells, std::vector<FieldError>& errors)
{
    readTable(reader, "covariates", cells, errors, [](RowReader& row, CovariateCell& to) {
        int hasHistory = 0;
        row.whole(to.epoch).whole(to.variant).whole(to.metric).day(to.day).whole(hasHistory);
        CovariateMoments& m = to.moments;
        row.whole(m.units).wide(m.x).wide(m.xSquares).wide(m.xSum).wide(m.xCount).wide(m.xConverted).moments(m.outcome);
        to.hasHistory = hasHistory != 0;
    });
}

void readMatured(JsonReader reader, MaturedPart& part, std::vector<FieldError>& errors)
{
    part.asOf = reader.requiredTime("as_of");
    readCells(reader, part.cells, errors);
    readCells(reader, part.covariates, errors);
}

void readHistograms(JsonReader reader, Histograms& histograms, std::vector<FieldError>& errors)
{
    struct BinRow
    {
        HistogramCell cell;
        HistogramBin bin;
    };
    histograms.asOf = reader.requiredTime("as_of");
    if (reader.find("quantiles")) {
        readTable(reader, "quantiles", histograms.quantiles, errors, [](RowReader& row, QuantileCell& to) {
            int hasInterval = 0;
            row.whole(to.epoch).whole(to.variant).whole(to.metric).whole(to.statistics.units);
            row.whole(to.statistics.value).whole(to.statistics.lower).whole(to.statistics.upper).whole(hasInterval);
            to.statistics.hasInterval = hasInterval != 0;
        });
    }
    std::vector<BinRow> rows;
    readTable(reader, "bins", rows, errors, [](RowReader& row, BinRow& to) {
        row.whole(to.cell.epoch).whole(to.cell.variant).whole(to.cell.metric).whole(to.bin.bin);
        row.moments(to.bin.moments);
    });
    for (BinRow& row : rows) {
        HistogramCell& cell = row.cell;
        if (histograms.cells.empty() || histograms.cells.back().epoch != cell.epoch ||
            histograms.cells.back().variant != cell.variant || histograms.cells.back().metric != cell.metric)
            histograms.cells.push_back(std::move(cell));
        histograms.cells.back().histogram.add(row.bin.bin, row.bin.moments);
    }
}

} // namespace

namespace {

json quantileTable(const std::vector<QuantileCell>& cells)
{
    json rows = json::array();
    for (const QuantileCell& cell : cells) {
        const OrderStatistics& s = cell.statistics;
        rows.push_back(json::array(
            {cell.epoch, cell.variant, cell.metric, s.units, s.value, s.lower, s.upper, s.hasInterval ? 1 : 0}));
    }
    return {{"columns", {"epoch", "variant", "metric", "units", "value", "lower", "upper", "has_interval"}},
            {"rows", std::move(rows)}};
}

} // namespace

json toJson(const Histograms& histograms)
{
    json bins = table({"epoch", "variant", "metric", "bin"});
    for (const HistogramCell& cell : histograms.cells) {
        for (const HistogramBin& bin : cell.histogram.bins) {
            json row{cell.epoch, cell.variant, cell.metric, bin.bin};
            appendMoments(row, bin.moments);
            bins["rows"].push_back(std::move(row));
        }
    }
    json body{{"as_of", toIso8601(histograms.asOf)}, {"bins_per_octave", kBinsPerOctave}, {"bins", std::move(bins)}};
    if (!histograms.quantiles.empty())
        body["quantiles"] = quantileTable(histograms.quantiles);
    return body;
}

Result<Histograms> histogramsFromJson(const json& body)
{
    std::vector<FieldError> errors;
    Histograms histograms;
    readHistograms(JsonReader(body, errors), histograms, errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return histograms;
}

json toJson(const MaturedPart& part)
{
    return {{"as_of", toIso8601(part.asOf)},
            {"moments", momentsTable(part.cells)},
            {"covariates", covariateTable(part.covariates)}};
}

Result<MaturedPart> maturedPartFromJson(const json& body)
{
    std::vector<FieldError> errors;
    MaturedPart part;
    readMatured(JsonReader(body, errors), part, errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return part;
}

json toJson(const SufficientStatistics& statistics)
{
    return {{"moments", momentsTable(statistics.cells)},
            {"covariates", covariateTable(statistics.covariates)},
            {"histograms", statistics.histograms ? toJson(*statistics.histograms) : json(nullptr)},
            {"matured", statistics.matured ? toJson(*statistics.matured) : json(nullptr)}};
}

Result<SufficientStatistics> sufficientStatisticsFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    SufficientStatistics statistics;
    readCells(reader, statistics.cells, errors);
    readCells(reader, statistics.covariates, errors);
    if (const json* field = reader.find("histograms"); field && !field->is_null())
        readHistograms(JsonReader(*field, errors, "histograms"), statistics.histograms.emplace(), errors);
    if (const json* field = reader.find("matured"); field && !field->is_null())
        readMatured(JsonReader(*field, errors, "matured"), statistics.matured.emplace(), errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return statistics;
}

} // namespace xp
