// SPDX-License-Identifier: Apache-2.0
#include "core/domain/statisticscodec.h"

#include "core/domain/jsonreader.h"
#include "core/domain/wideinteger.h"

#include <limits>

namespace xp {

namespace {

using nlohmann::json;

constexpr std::size_t kMostDigits = 60; ///< of any sum; limbs hold less

template <std::size_t N>
json wideToJson(const Limbs<N>& limbs)
{
    return toWide(limbs).str();
}

/// Takes the cells of one row in order; a wrong one makes the row wrong.
class RowReader
{
public:
    explicit RowReader(const json& row) : m_row(row), m_isGood(row.is_array()) {}

    bool isGood() const { return m_isGood && m_next == m_row.size(); }

    template <typename T>
    RowReader& whole(T& to)
    {
        const json* cell = next();
        if (!cell || !cell->is_number_integer()) {
            m_isGood = false;
            return *this;
        }
        const auto value = cell->get<std::int64_t>();
        to = static_cast<T>(value);
        m_isGood = m_isGood && static_cast<std::int64_t>(to) == value;
        return *this;
    }

    RowReader& day(std::int32_t& to)
    {
        const json* cell = next();
        const auto time = cell && cell->is_string() ? parseIso8601(cell->get_ref<const std::string&>()) : std::nullopt;
        m_isGood = m_isGood && time.has_value();
        to = time ? dayOf(*time) : 0;
        return *this;
    }

    template <std::size_t N>
    RowReader& wide(Limbs<N>& to)
    {
        const json* cell = next();
        m_isGood = m_isGood && cell && cell->is_string() && readWide(cell->get_ref<const std::string&>(), to);
        return *this;
    }

    RowReader& moments(Moments& m)
    {
        return whole(m.units)
            .whole(m.converted)
            .whole(m.count)
            .wide(m.countSquares)
            .wide(m.sum)
            .wide(m.sumSquares)
            .wide(m.cross);
    }

private:
    const json* next() { return m_isGood && m_next < m_row.size() ? &m_row[m_next++] : fail(); }
    const json* fail()
    {
        m_isGood = false;
        return nullptr;
    }

    template <std::size_t N>
    static bool readWide(std::string_view text, Limbs<N>& to)
    {
        const bool isNegative = text.starts_with('-');
        if (isNegative)
            text.remove_prefix(1);
        if (text.empty() || text.size() > kMostDigits)
            return false;
        WideInteger rest = 0;
        for (const char c : text) {
            if (c < '0' || c > '9')
                return false;
            rest = rest * 10 + (c - '0');
        }
        for (std::size_t i = 0; i < N; ++i) {
            const bool isTop = i + 1 == N;
            if (isTop && rest > std::numeric_limits<std::int64_t>::max())
                return false;
            const auto limb = isTop ? rest.convert_to<std::int64_t>()
                                    : WideInteger(rest & WideInteger(0xFFFFFFFFu)).convert_to<std::int64_t>();
            to[i] = isNegative ? -limb : limb;
            rest >>= 32;
        }
        return true;
    }

    const json& m_row;
    std::size_t m_next = 0;
    bool m_isGood;
};

json dayToJson(std::int32_t day)
{
    return toIso8601(Timestamp(std::chrono::sys_days(std::chrono::days(day)))).substr(0, 10);
}

void appendMoments(json& row, const Moments& m)
{
    for (json cell : {json(m.units), json(m.converted), json(m.count), wideToJson(m.countSquares), wideToJson(m.sum),
                      wideToJson(m.sumSquares), wideToJson(m.cross)})
        row.push_back(std::move(cell));
}

json columnsAnd(json columns, std::initializer_list<const char*> more)
{
    for (const char* name : more)
        columns.push_back(name);
    return columns;
}

#define XP_MOMENTS "units", "converted", "count", "count_squares", "sum", "sum_squares", "cross"

json table(json columns)
{
    return {{"columns", std::move(columns)}, {"rows", json::array()}};
}

/// Calls `read(RowReader&, cell)` for every row of the table `name`; adds the cells to `cells`.
template <typename Cell, typename Read>
void readTable(JsonReader& reader, const char* name, std::vector<Cell>& cells, std::vector<FieldError>& errors,
               Read read)
{
    const json* field = reader.find(name);
    const json* rows = field && field->is_object() && field->contains("rows") ? &(*field)["rows"] : nullptr;
    if (!rows || !rows->is_array())
        return reader.note(name, field ? "type" : "required", field ? "is not a table of rows" : "is missing");
    for (std::size_t i = 0; i < rows->size(); ++i) {
        RowReader row((*rows)[i]);
        Cell cell;
        read(row, cell);
        if (!row.isGood()) {
            const std::string path = reader.pathOf(name) + ".rows[" + std::to_string(i) + "]";
            errors.push_back({path, "type", path + " is not a row of this table"});
            return;
        }
        cells.push_back(std::move(cell));
    }
}

json momentsTable(const std::vector<MomentCell>& cells)
{
    json out = table({"epoch", "variant", "metric", "day", XP_MOMENTS});
    for (const MomentCell& cell : cells) {
        json row{cell.epoch, cell.variant, cell.metric, dayToJson(cell.day)};
        appendMoments(row, cell.moments);
        out["rows"].push_back(std::move(row));
    }
    return out;
}

json covariateTable(const std::vector<CovariateCell>& cells)
{
    json out = table(columnsAnd({"epoch", "variant", "metric", "day", "has_history", "covariate_units", "x",
                                 "x_squares", "x_sum", "x_count", "x_converted"},
                                {XP_MOMENTS}));
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

void readHistograms(JsonReader reader, Histograms& histograms, std::vector<FieldError>& errors)
{
    struct BinRow
    {
        HistogramCell cell;
        HistogramBin bin;
    };
    histograms.asOf = reader.requiredTime("as_of");
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

json toJson(const Histograms& histograms)
{
    json bins = table({"epoch", "variant", "metric", "bin", XP_MOMENTS});
    for (const HistogramCell& cell : histograms.cells) {
        for (const HistogramBin& bin : cell.histogram.bins) {
            json row{cell.epoch, cell.variant, cell.metric, bin.bin};
            appendMoments(row, bin.moments);
            bins["rows"].push_back(std::move(row));
        }
    }
    return {{"as_of", toIso8601(histograms.asOf)}, {"bins_per_octave", kBinsPerOctave}, {"bins", std::move(bins)}};
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

json toJson(const SufficientStatistics& statistics)
{
    return {{"moments", momentsTable(statistics.cells)},
            {"covariates", covariateTable(statistics.covariates)},
            {"histograms", statistics.histograms ? toJson(*statistics.histograms) : json(nullptr)}};
}

Result<SufficientStatistics> sufficientStatisticsFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    SufficientStatistics statistics;
    readTable(reader, "moments", statistics.cells, errors, [](RowReader& row, MomentCell& to) {
        row.whole(to.epoch).whole(to.variant).whole(to.metric).day(to.day).moments(to.moments);
    });
    readTable(reader, "covariates", statistics.covariates, errors, [](RowReader& row, CovariateCell& to) {
        int hasHistory = 0;
        row.whole(to.epoch).whole(to.variant).whole(to.metric).day(to.day).whole(hasHistory);
        CovariateMoments& m = to.moments;
        row.whole(m.units).wide(m.x).wide(m.xSquares).wide(m.xSum).wide(m.xCount).wide(m.xConverted).moments(m.outcome);
        to.hasHistory = hasHistory != 0;
    });
    if (const json* field = reader.find("histograms"); field && !field->is_null())
        readHistograms(JsonReader(*field, errors, "histograms"), statistics.histograms.emplace(), errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return statistics;
}

} // namespace xp
