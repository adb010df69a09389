// SPDX-License-Identifier: Apache-2.0
#include "core/files/resulttables.h"

#include "core/domain/enumtext.h"
#include "core/domain/storedvariant.h"
#include "core/domain/tablecodec.h"

#include <algorithm>
#include <iterator>

namespace xp {

namespace {

using nlohmann::json;

constexpr EnumText kReportSheets{
    std::array{EnumName{ReportSheet::Comparisons, "comparisons"}, EnumName{ReportSheet::Variants, "variants"},
               EnumName{ReportSheet::Reasons, "reasons"}, EnumName{ReportSheet::Health, "health"},
               EnumName{ReportSheet::SecondOpinions, "second_opinions"},
               EnumName{ReportSheet::Departures, "departures"}, EnumName{ReportSheet::ByAge, "by_age"}}};

/// A column whose name is its path.
Column own(std::string_view name)
{
    return {name, name};
}

std::vector<Column> operator+(std::vector<Column> a, const std::vector<Column>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

const json& field(const json& object, const char* name)
{
    static const json kNothing = json::array();
    const auto it = object.find(name);
    return it == object.end() || it->is_null() ? kNothing : *it;
}

/// The objects in a list; whatever else stands there, in a document of a stranger, is passed over.
std::vector<json> objectsOf(const json& list)
{
    std::vector<json> objects;
    std::ranges::copy_if(list, std::back_inserter(objects), [](const json& item) { return item.is_object(); });
    return objects;
}

/// The elements of a list within each of `parents`, with what they take over from the parent under `prefix`.
json within(const json& parents, const char* list, const char* prefix)
{
    json rows = json::array();
    for (json head : objectsOf(parents)) {
        const std::vector<json> items = objectsOf(field(head, list));
        head.erase(list);
        for (json row : items) {
            row[prefix] = head;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

const std::vector<Column> kMetricColumns{
    {"metric", "metric.name"}, {"kind", "metric.kind"}, {"role", "metric.role"}, {"direction", "metric.direction"}};

const std::vector<Column> kSentence{own("code"), own("text"), own("arguments")};

std::vector<Column> comparisonColumns()
{
    return kMetricColumns + std::vector<Column>{own("treatment"),
                                                own("word"),
                                                own("test"),
                                                own("estimate"),
                                                {"lower", "interval.0"},
                                                {"upper", "interval.1"},
                                                own("lift"),
                                                {"lift_lower", "lift_interval.0"},
                                                {"lift_upper", "lift_interval.1"},
                                                own("level"),
                                                own("p_value"),
                                                own("adjusted_p_value"),
                                                own("margin_p_value"),
                                                {"probability_better", "posterior.probability_better"},
                                                {"expected_loss", "posterior.expected_loss"},
                                                own("power"),
                                                own("days_left"),
                                                own("crossed_at"),
                                                own("as_of"),
                                                {"gate", "metric.gate.text"}};
}

std::vector<Column> variantColumns()
{
    return kMetricColumns + std::vector<Column>{own("variant"),
                                                own("units"),
                                                own("converted"),
                                                own("value"),
                                                {"maturing", "metric.maturing"},
                                                {"skewness", "metric.skewness"},
                                                own("percentiles")};
}

/// Rows of the planned and the viewed side, each with the name of its side.
template <typename RowsOf>
json ofBothViews(const json& report, RowsOf rowsOf)
{
    json rows = json::array();
    for (const char* side : {"planned", "viewed"}) {
        const json& view = field(report, side);
        if (!view.is_object())
            continue;
        for (json row : objectsOf(rowsOf(view))) {
            row["view"] = side;
            row["view_method"] = field(view, "method");
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

Table ofViews(const json& report, const std::vector<Column>& columns, const char* list)
{
    const auto rows = [list](const json& view) {
        return std::string_view(list) == "reasons" ? field(view, list) : within(field(view, "metrics"), list, "metric");
    };
    return tableOf(std::vector<Column>{own("view"), {"method", "view_method"}} + columns, ofBothViews(report, rows));
}

} // namespace

std::string_view toString(ReportSheet table)
{
    return kReportSheets.text(table);
}

std::optional<ReportSheet> parseReportSheet(std::string_view text)
{
    return kReportSheets.parse(text);
}

std::string_view reportSheetNames()
{
    return "comparisons, variants, reasons, health, second_opinions, departures, by_age";
}

Table reportTable(ReportSheet which, const json& report)
{
    switch (which) {
    case ReportSheet::Comparisons:
        return ofViews(report, comparisonColumns(), "comparisons");
    case ReportSheet::Variants:
        return ofViews(report, variantColumns(), "variants");
    case ReportSheet::Reasons:
        return ofViews(report, kSentence, "reasons");
    case ReportSheet::Health:
        return tableOf(std::vector<Column>{own("state")} + kSentence, field(report, "health"));
    case ReportSheet::SecondOpinions:
        return tableOf({{"metric", "cell.metric"},
                        {"treatment", "cell.treatment"},
                        own("method"),
                        own("word"),
                        own("p_value"),
                        own("probability_better"),
                        {"disagreement", "cell.disagreement.text"}},
                       within(field(report, "second_opinions"), "opinions", "cell"));
    case ReportSheet::ByAge:
        return tableOf({own("metric"),
                        own("treatment"),
                        own("age"),
                        own("units"),
                        own("estimate"),
                        {"lower", "interval.0"},
                        {"upper", "interval.1"},
                        own("lift"),
                        {"as_of", "pass.as_of"},
                        {"share_of_units", "pass.share_of_units"}},
                       within(json::array({field(report, "by_age")}), "effects", "pass"));
    case ReportSheet::Departures:
        break;
    }
    return tableOf(kSentence, field(report, "departures"));
}

Table statsTable(const json& stats)
{
    json rows = json::array();
    for (const json& metric : objectsOf(field(stats, "metrics"))) {
        for (json row : objectsOf(field(metric, "variants"))) {
            for (const json& comparison : objectsOf(field(metric, "comparisons"))) {
                if (field(comparison, "treatment") == field(row, "variant"))
                    row["comparison"] = comparison;
            }
            row["metric"] = metric;
            rows.push_back(std::move(row));
        }
    }
    return tableOf(kMetricColumns + std::vector<Column>{own("variant"),
                                                        own("sample_size"),
                                                        own("conversions"),
                                                        own("conversion_rate"),
                                                        own("mean_value"),
                                                        own("std_dev"),
                                                        {"lower", "confidence_interval.0"},
                                                        {"upper", "confidence_interval.1"},
                                                        {"test", "comparison.test"},
                                                        {"estimate", "comparison.estimate"},
                                                        {"effect_size", "comparison.effect_size"},
                                                        {"effect_size_lower", "comparison.effect_size_interval.0"},
                                                        {"effect_size_upper", "comparison.effect_size_interval.1"},
                                                        {"level", "comparison.level"},
                                                        {"statistic", "comparison.statistic"},
                                                        {"p_value", "comparison.p_value"},
                                                        {"adjusted_p_value", "comparison.adjusted_p_value"}},
                   rows);
}

Table seriesTable(const json& rows)
{
    return tableOf({own("time"),
                    own("metric"),
                    own("variant"),
                    own("units"),
                    own("converted"),
                    own("value"),
                    own("estimate"),
                    own("lower"),
                    own("upper"),
                    own("lift"),
                    own("lift_lower"),
                    own("lift_upper"),
                    own("p_value"),
                    own("adjusted_p_value"),
                    own("probability_better"),
                    own("expected_loss"),
                    own("power"),
                    own("word"),
                    own("sample_ratio_p_value"),
                    own("decision")},
                   rows);
}

Table momentsTable(const Evidence& evidence)
{
    const Experiment& experiment = evidence.experiment;
    Table table{.columns = {"epoch", "day", "variant", "metric", "resolution", "units", "converted", "count",
                            "count_squares", "sum", "sum_squares", "cross"}};
    for (const MomentCell& cell : evidence.data.cells) {
        json row{cell.epoch, tables::dayToJson(cell.day), variantName(experiment, cell.variant), "(units)", nullptr};
        if (cell.metric == kAnyConversion)
            row[3] = "(any conversion)";
        if (cell.metric >= 0) {
            const Metric& metric = experiment.metrics.at(static_cast<std::size_t>(cell.metric));
            row[3] = metric.name;
            row[4] = metric.resolution;
        }
        tables::appendMoments(row, cell.moments);
        table.rows.emplace_back(row.begin(), row.end());
    }
    return table;
}

Table histogramsTable(const Evidence& evidence)
{
    const Experiment& experiment = evidence.experiment;
    Table table{.columns = {"as_of", "epoch", "variant", "metric", "resolution", "from", "to", "units", "converted",
                            "count", "count_squares", "sum", "sum_squares", "cross"}};
    if (!evidence.data.histograms)
        return table;
    for (const HistogramCell& cell : evidence.data.histograms->cells) {
        const Metric& metric = experiment.metrics.at(static_cast<std::size_t>(cell.metric));
        for (const HistogramBin& bin : cell.histogram.bins) {
            const std::int64_t size = std::abs(bin.bin);
            const std::int64_t least = size == 0 ? 0 : histogramEdge(static_cast<std::int32_t>(size) - 1);
            const std::int64_t beyond = size == 0 ? 1 : largestOf(static_cast<std::int32_t>(size)) + 1;
            json row{toIso8601(evidence.data.histograms->asOf),
                     cell.epoch,
                     variantName(experiment, cell.variant),
                     metric.name,
                     metric.resolution,
                     bin.bin >= 0 ? least : 1 - beyond,
                     bin.bin >= 0 ? beyond : 1 - least};
            tables::appendMoments(row, bin.moments);
            table.rows.emplace_back(row.begin(), row.end());
        }
    }
    return table;
}

Table experimentsTable(const json& experiments)
{
    json rows = json::array();
    for (json row : objectsOf(experiments)) {
        for (const char* list : {"variants", "metrics"}) {
            json names = json::array();
            for (const json& item : field(row, list))
                names.push_back(item.is_object() ? field(item, "name") : item);
            row[list] = std::move(names);
        }
        rows.push_back(std::move(row));
    }
    return tableOf({own("id"),
                    own("key"),
                    own("name"),
                    own("status"),
                    own("project"),
                    own("environment"),
                    own("owner"),
                    own("tags"),
                    own("variants"),
                    own("metrics"),
                    own("target_sample_size"),
                    own("significance_level"),
                    own("traffic_allocation"),
                    own("created_at"),
                    own("started_at"),
                    own("stopped_at"),
                    own("imported"),
                    own("plan_fingerprint"),
                    own("version"),
                    own("hypothesis"),
                    own("description")},
                   rows);
}

Table auditTable(const json& entries)
{
    return tableOf({own("id"), own("at"), own("actor"), own("action"), own("experiment_id"), own("reason"),
                    own("changes"), own("actor_key")},
                   entries);
}

Table notesTable(const json& notes)
{
    return tableOf({own("id"), own("at"), own("kind"), own("text"), own("author"), own("created_at")}, notes);
}

Table eventsTable(const json& events)
{
    return tableOf({own("id"), own("user_id"), own("variant"), own("event_name"), own("value"), own("event_id"),
                    own("timestamp"), own("received_at")},
                   events);
}

Table keysTable(const json& keys)
{
    return tableOf({own("id"), own("name"), own("role"), own("project"), own("environment"), own("created_at"),
                    own("expires_at"), own("revoked_at")},
                   keys);
}

} // namespace xp
