// SPDX-License-Identifier: Apache-2.0
#include "core/api/reportcodec.h"

#include "core/api/agecodec.h"
#include "core/api/segmentcodec.h"
#include "core/domain/enumtext.h"
#include "core/domain/jsonreader.h"
#include "core/domain/sentencecodec.h"

namespace xp {

namespace {

using nlohmann::json;

constexpr EnumText kStates{std::array{
    EnumName{HealthCheck::State::Passed, "passed"}, EnumName{HealthCheck::State::Warning, "warning"},
    EnumName{HealthCheck::State::Failed, "failed"}, EnumName{HealthCheck::State::NotChecked, "not_checked"}}};

json toJson(const ReportArm& arm);
json toJson(const ReportCell& cell);
json toJson(const ReportMetric& metric);
json toJson(const HealthCheck& check);
json toJson(const Opinion& opinion);
json toJson(const SecondOpinion& opinion);

template <typename T>
json listOf(const std::vector<T>& values)
{
    json list = json::array();
    for (const T& value : values)
        list.push_back(toJson(value));
    return list;
}

json boundsToJson(const std::optional<Bounds>& bounds)
{
    return bounds ? json::array({orNull(bounds->lower), orNull(bounds->upper)}) : json(nullptr);
}

json timeToJson(const std::optional<Timestamp>& time)
{
    return time ? json(toIso8601(*time)) : json(nullptr);
}

json sentenceToJson(const std::optional<Sentence>& sentence)
{
    return sentence ? toJson(*sentence) : json(nullptr);
}

json toJson(const ReportArm& arm)
{
    json percentiles = json::array();
    for (const Percentile& p : arm.percentiles)
        percentiles.push_back({{"share", p.share}, {"value", p.value}});
    return {{"variant", arm.variant},
            {"units", arm.units},
            {"converted", arm.converted},
            {"value", orNull(arm.value)},
            {"percentiles", std::move(percentiles)}};
}

json toJson(const ReportCell& cell)
{
    json posterior;
    if (cell.posterior)
        posterior = {{"probability_better", cell.posterior->probabilityBetter},
                     {"expected_loss", cell.posterior->expectedLoss},
                     {"interval", cell.posterior->interval}};
    return {{"treatment", cell.treatment},
            {"word", toString(cell.word)},
            {"test", cell.test},
            {"estimate", orNull(cell.estimate)},
            {"interval", boundsToJson(cell.interval)},
            {"lift", orNull(cell.lift)},
            {"lift_interval", boundsToJson(cell.liftInterval)},
            {"level", cell.level},
            {"p_value", orNull(cell.pValue)},
            {"adjusted_p_value", orNull(cell.adjustedPValue)},
            {"margin_p_value", orNull(cell.marginPValue)},
            {"posterior", std::move(posterior)},
            {"power", orNull(cell.power)},
            {"days_left", orNull(cell.daysLeft)},
            {"crossed_at", timeToJson(cell.crossedAt)},
            {"as_of", timeToJson(cell.asOf)}};
}

json toJson(const ReportMetric& metric)
{
    json margin;
    if (metric.margin)
        margin = {{"value", metric.margin->value}, {"relative", metric.margin->relative}};
    json shape;
    if (metric.shape)
        shape = {{"as_of", toIso8601(metric.shape->asOf)},
                 {"skewness", metric.shape->skewness},
                 {"cap", orNull(metric.shape->cap)},
                 {"units_cut", metric.shape->unitsCut}};
    json adjustment;
    if (metric.adjustment)
        adjustment = {{"units_with_history", metric.adjustment->unitsWithHistory},
                      {"variance_reduction", metric.adjustment->varianceReduction}};
    return {{"name", metric.name},
            {"skewness", metric.skewness},
            {"shape", std::move(shape)},
            {"adjustment", std::move(adjustment)},
            {"notes", listOf(metric.notes)},
            {"kind", toString(metric.kind)},
            {"role", toString(metric.role)},
            {"direction", toString(metric.direction)},
            {"margin", std::move(margin)},
            {"gate", sentenceToJson(metric.gate)},
            {"maturing", metric.maturing},
            {"variants", listOf(metric.arms)},
            {"comparisons", listOf(metric.cells)}};
}

json viewToJson(const ReportView& view)
{
    return {{"method", toString(view.method)},    {"level", view.level},
            {"planned_look", view.isPlannedLook}, {"ended", view.ended},
            {"metrics", listOf(view.metrics)},    {"decision", toString(view.decision)},
            {"treatments", view.treatments},      {"reasons", listOf(view.reasons)}};
}

json toJson(const HealthCheck& check)
{
    json out = toJson(check.sentence);
    out["state"] = kStates.text(check.state);
    return out;
}

json toJson(const Opinion& opinion)
{
    return {{"method", toString(opinion.method)},
            {"word", toString(opinion.word)},
            {"p_value", orNull(opinion.pValue)},
            {"probability_better", orNull(opinion.probabilityBetter)}};
}

json toJson(const SecondOpinion& opinion)
{
    return {{"metric", opinion.metric},
            {"treatment", opinion.treatment},
            {"opinions", listOf(opinion.opinions)},
            {"disagreement", sentenceToJson(opinion.disagreement)}};
}

// Reading

std::optional<double> numberOrNull(const json& value)
{
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::optional<Bounds> readBounds(JsonReader& reader, const char* name)
{
    const json* field = reader.find(name);
    if (!field || field->is_null())
        return std::nullopt;
    if (!field->is_array() || field->size() != 2) {
        reader.note(name, "type", "is not a pair");
        return std::nullopt;
    }
    return Bounds{numberOrNull((*field)[0]), numberOrNull((*field)[1])};
}

std::optional<Sentence> readSentence(JsonReader& reader, const char* name)
{
    const json* field = reader.find(name);
    return field && !field->is_null() ? sentenceFromJson(*field) : std::nullopt;
}

std::vector<Sentence> readSentences(JsonReader& reader, const char* name)
{
    std::vector<Sentence> sentences;
    reader.array(name, [&](const json& element, const std::string&) {
        if (auto sentence = sentenceFromJson(element))
            sentences.push_back(std::move(*sentence));
    });
    return sentences;
}

ReportCell readCell(JsonReader reader)
{
    ReportCell cell{.treatment = reader.required<std::string>("treatment"),
                    .word = reader.parsed("word", [](std::string_view text) { return parseWord(text); }),
                    .test = reader.required<std::string>("test"),
                    .estimate = reader.optional<double>("estimate"),
                    .interval = readBounds(reader, "interval"),
                    .lift = reader.optional<double>("lift"),
                    .liftInterval = readBounds(reader, "lift_interval"),
                    .level = reader.required<double>("level"),
                    .pValue = reader.optional<double>("p_value"),
                    .adjustedPValue = reader.optional<double>("adjusted_p_value"),
                    .marginPValue = reader.optional<double>("margin_p_value"),
                    .power = reader.optional<double>("power"),
                    .daysLeft = reader.optional<double>("days_left"),
                    .crossedAt = reader.optionalTime("crossed_at"),
                    .asOf = reader.optionalTime("as_of")};
    if (const json* posterior = reader.find("posterior"); posterior && posterior->is_object()) {
        std::vector<FieldError> ignored;
        JsonReader fields(*posterior, ignored);
        const auto interval = readBounds(fields, "interval");
        cell.posterior = Posterior{.probabilityBetter = fields.required<double>("probability_better"),
                                   .expectedLoss = fields.required<double>("expected_loss")};
        if (interval && interval->lower && interval->upper)
            cell.posterior->interval = {*interval->lower, *interval->upper};
    }
    return cell;
}

ReportArm readArm(JsonReader fields, std::vector<FieldError>& errors)
{
    ReportArm arm{.variant = fields.required<std::string>("variant"),
                  .units = fields.required<std::int64_t>("units"),
                  .converted = fields.required<std::int64_t>("converted"),
                  .value = fields.optional<double>("value")};
    // Of a release before them there are none, like everything else below.
    if (!fields.find("percentiles"))
        return arm;
    fields.array("percentiles", [&](const json& element, const std::string& path) {
        JsonReader each(element, errors, path);
        arm.percentiles.push_back({each.required<double>("share"), each.required<double>("value")});
    });
    return arm;
}

void readShape(JsonReader& reader, ReportMetric& metric, std::vector<FieldError>& errors)
{
    metric.skewness = reader.optional<double>("skewness").value_or(0);
    if (const json* shape = reader.find("shape"); shape && shape->is_object()) {
        JsonReader fields(*shape, errors, reader.pathOf("shape"));
        metric.shape = ReportShape{.asOf = fields.requiredTime("as_of"),
                                   .skewness = fields.required<double>("skewness"),
                                   .cap = fields.optional<double>("cap"),
                                   .unitsCut = fields.required<std::int64_t>("units_cut")};
    }
    if (const json* adjustment = reader.find("adjustment"); adjustment && adjustment->is_object()) {
        JsonReader fields(*adjustment, errors, reader.pathOf("adjustment"));
        metric.adjustment = ReportAdjustment{.unitsWithHistory = fields.required<std::int64_t>("units_with_history"),
                                             .varianceReduction = fields.required<double>("variance_reduction")};
    }
    if (reader.find("notes"))
        metric.notes = readSentences(reader, "notes");
}

ReportMetric readMetric(JsonReader reader, std::vector<FieldError>& errors)
{
    ReportMetric metric{.name = reader.required<std::string>("name"),
                        .kind = reader.parsed("kind", [](std::string_view text) { return parseMetricKind(text); }),
                        .role = reader.parsed("role", [](std::string_view text) { return parseMetricRole(text); }),
                        .direction =
                            reader.parsed("direction", [](std::string_view text) { return parseDirection(text); }),
                        .gate = readSentence(reader, "gate"),
                        .maturing = reader.optional<std::int64_t>("maturing").value_or(0)};
    if (const json* margin = reader.find("margin"); margin && margin->is_object()) {
        JsonReader fields(*margin, errors, reader.pathOf("margin"));
        metric.margin =
            Margin{.value = fields.required<double>("value"), .relative = fields.required<bool>("relative")};
    }
    readShape(reader, metric, errors);
    reader.array("variants", [&](const json& element, const std::string& path) {
        metric.arms.push_back(readArm(JsonReader(element, errors, path), errors));
    });
    reader.array("comparisons", [&](const json& element, const std::string& path) {
        metric.cells.push_back(readCell(JsonReader(element, errors, path)));
    });
    return metric;
}

ReportView readView(JsonReader reader, std::vector<FieldError>& errors)
{
    ReportView view{.method = reader.parsed("method", [](std::string_view text) { return parseMethod(text); }),
                    .level = reader.required<double>("level"),
                    .isPlannedLook = reader.required<bool>("planned_look"),
                    .ended = reader.required<bool>("ended"),
                    .decision = reader.parsed("decision", [](std::string_view text) { return parseDecision(text); }),
                    .reasons = readSentences(reader, "reasons")};
    reader.array("metrics", [&](const json& element, const std::string& path) {
        view.metrics.push_back(readMetric(JsonReader(element, errors, path), errors));
    });
    reader.array("treatments", [&](const json& element, const std::string&) {
        if (element.is_string())
            view.treatments.push_back(element.get<std::string>());
    });
    return view;
}

SecondOpinion readSecondOpinion(JsonReader reader, std::vector<FieldError>& errors)
{
    SecondOpinion opinion{.metric = reader.required<std::string>("metric"),
                          .treatment = reader.required<std::string>("treatment"),
                          .disagreement = readSentence(reader, "disagreement")};
    reader.array("opinions", [&](const json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        opinion.opinions.push_back(
            {.method = fields.parsed("method", [](std::string_view text) { return parseMethod(text); }),
             .word = fields.parsed("word", [](std::string_view text) { return parseWord(text); }),
             .pValue = fields.optional<double>("p_value"),
             .probabilityBetter = fields.optional<double>("probability_better")});
    });
    return opinion;
}

void readLists(JsonReader& reader, Report& report, std::vector<FieldError>& errors)
{
    report.departures = readSentences(reader, "departures");
    reader.array("health", [&](const json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        const auto state = fields.parsed("state", [](std::string_view text) { return kStates.parse(text); });
        report.health.push_back({state, sentenceFromJson(element).value_or(Sentence{})});
    });
    reader.array("second_opinions", [&](const json& element, const std::string& path) {
        report.secondOpinions.push_back(readSecondOpinion(JsonReader(element, errors, path), errors));
    });
}

std::vector<double> readNumbers(JsonReader& reader, const char* name)
{
    std::vector<double> numbers;
    reader.array(
        name, [&](const json& element, const std::string&) { numbers.push_back(numberOrNull(element).value_or(0)); });
    return numbers;
}

} // namespace

json toJson(const Report& report)
{
    const ReportProgress& progress = report.progress;
    const SampleBalance& balance = report.balance;
    return {{"time", toIso8601(report.time)},
            {"experiment_id", report.experimentId},
            {"fingerprint", report.fingerprint},
            {"planned", viewToJson(report.planned)},
            {"viewed", report.viewed ? viewToJson(*report.viewed) : json(nullptr)},
            {"departures", listOf(report.departures)},
            {"sample_ratio",
             {{"observed", balance.observed},
              {"expected", balance.expected},
              {"p_value", orNull(balance.pValue)},
              {"mismatch", balance.mismatch}}},
            {"health", listOf(report.health)},
            {"second_opinions", listOf(report.secondOpinions)},
            {"by_age", byAgeToJson(report)},
            {"segments", report.segments ? toJson(*report.segments) : json(nullptr)},
            {"progress",
             {{"units", progress.units},
              {"planned", orNull(progress.planned)},
              {"fraction", progress.fraction},
              {"days", orNull(progress.days)},
              {"units_per_day", orNull(progress.unitsPerDay)},
              {"days_left", orNull(progress.daysLeft)}}}};
}

Result<Report> reportFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    Report report{.time = reader.requiredTime("time"),
                  .experimentId = reader.required<std::string>("experiment_id"),
                  .fingerprint = reader.required<std::string>("fingerprint")};
    const auto object = [&](const char* name, auto&& read) {
        if (const json* field = reader.find(name); field && !field->is_null())
            read(JsonReader(*field, errors, reader.pathOf(name)));
    };
    if (!reader.find("planned"))
        reader.note("planned", "required", "is missing");
    object("planned", [&](JsonReader fields) { report.planned = readView(fields, errors); });
    object("viewed", [&](JsonReader fields) { report.viewed = readView(fields, errors); });
    object("sample_ratio", [&](JsonReader fields) {
        report.balance = {.observed = readNumbers(fields, "observed"),
                          .expected = readNumbers(fields, "expected"),
                          .pValue = fields.optional<double>("p_value"),
                          .mismatch = fields.required<bool>("mismatch")};
    });
    object("by_age", [&](JsonReader fields) { readByAge(fields, report, errors); });
    object("progress", [&](JsonReader fields) {
        report.progress = {.units = fields.required<std::int64_t>("units"),
                           .planned = fields.optional<std::int64_t>("planned"),
                           .fraction = fields.required<double>("fraction"),
                           .days = fields.optional<double>("days"),
                           .unitsPerDay = fields.optional<double>("units_per_day"),
                           .daysLeft = fields.optional<double>("days_left")};
    });
    readLists(reader, report, errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return report;
}

} // namespace xp
