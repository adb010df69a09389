// SPDX-License-Identifier: Apache-2.0
#include "core/domain/experimentcodec.h"

#include "core/domain/jsonreader.h"

namespace xp {

namespace {

nlohmann::json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? nlohmann::json(toIso8601(*time)) : nlohmann::json(nullptr);
}

nlohmann::json toJson(const Epoch& epoch)
{
    return {{"number", epoch.number},
            {"started_at", toIso8601(epoch.startedAt)},
            {"allocations", epoch.allocations},
            {"phase", epoch.phase}};
}

void readVariants(JsonReader& reader, Experiment& experiment, std::vector<FieldError>& errors)
{
    reader.array("variants", [&](const nlohmann::json& element, const std::string& path) {
        if (auto variant = variantFromJson(element))
            experiment.variants.push_back(std::move(*variant));
        else
            errors.push_back({path, "type", path + " is not a variant"});
    });
}

void readMetrics(JsonReader& reader, Experiment& experiment, std::vector<FieldError>& errors)
{
    reader.array("metrics", [&](const nlohmann::json& element, const std::string& path) {
        if (auto metric = metricFromJson(element))
            experiment.metrics.push_back(std::move(*metric));
        else
            errors.push_back({path, "type", path + " is not a metric"});
    });
}

void readEpochs(JsonReader& reader, Experiment& experiment, std::vector<FieldError>& errors)
{
    if (!reader.find("epochs"))
        return;
    reader.array("epochs", [&](const nlohmann::json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        Epoch epoch{.number = fields.required<std::int32_t>("number"), .startedAt = fields.requiredTime("started_at")};
        epoch.phase = fields.optional<std::int32_t>("phase").value_or(0);
        fields.array("allocations", [&](const nlohmann::json& share, const std::string& sharePath) {
            if (share.is_number())
                epoch.allocations.push_back(share.get<double>());
            else
                errors.push_back({sharePath, "type", sharePath + " is not a number"});
        });
        experiment.epochs.push_back(std::move(epoch));
    });
}

/// Needs the metrics to be read before.
std::optional<Plan> readPlan(JsonReader& reader, const char* name, const Experiment& experiment,
                             std::vector<FieldError>& errors)
{
    const nlohmann::json* json = reader.find(name);
    if (!json || json->is_null())
        return std::nullopt;
    auto plan = acceptedPlan(*json, experiment);
    if (plan)
        return std::move(*plan);
    for (FieldError& error : plan.error().errors)
        errors.push_back({reader.pathOf(name) + "." + error.field, error.code, error.message});
    return std::nullopt;
}

std::vector<std::string> readTexts(JsonReader& reader, const char* name, std::vector<FieldError>& errors)
{
    std::vector<std::string> texts;
    if (!reader.find(name))
        return texts;
    reader.array(name, [&](const nlohmann::json& element, const std::string& path) {
        if (element.is_string())
            texts.push_back(element.get<std::string>());
        else
            errors.push_back({path, "type", path + " is not a text"});
    });
    return texts;
}

void readRules(JsonReader& reader, const nlohmann::json& json, Experiment& experiment)
{
    if (auto enrolment = enrolmentFromJson(json))
        experiment.enrolment = std::move(*enrolment);
    else
        reader.note("targeting", "type", "or another rule of enrolment has the wrong type");
    const nlohmann::json* written = reader.find("schedule");
    if (!written || written->is_null())
        return;
    if (auto schedule = scheduleFromJson(*written))
        experiment.schedule = std::move(*schedule);
    else
        reader.note("schedule", "type", "is no schedule");
}

Experiment readExperiment(const nlohmann::json& json, std::vector<FieldError>& errors, const std::string& path)
{
    JsonReader reader(json, errors, path);
    const Experiment defaults;
    Experiment e;
    e.id = reader.required<std::string>("id");
    e.key = reader.required<std::string>("key");
    e.name = reader.required<std::string>("name");
    e.description = reader.optional<std::string>("description").value_or("");
    e.hypothesis = reader.optional<std::string>("hypothesis").value_or("");
    e.project = reader.optional<std::string>("project").value_or(defaults.project);
    e.environment = reader.optional<std::string>("environment").value_or(defaults.environment);
    e.owner = reader.optional<std::string>("owner").value_or("");
    e.tags = readTexts(reader, "tags", errors);
    e.segments = readTexts(reader, "segments", errors);
    readRules(reader, json, e);
    e.evaluatedLocally = reader.optional<bool>("evaluated_locally").value_or(false);
    e.status = reader.parsed("status", [](std::string_view text) { return parseStatus(text); });
    readVariants(reader, e, errors);
    readMetrics(reader, e, errors);
    e.targetSampleSize = reader.optional<std::int64_t>("target_sample_size").value_or(defaults.targetSampleSize);
    e.significanceLevel = reader.optional<double>("significance_level").value_or(defaults.significanceLevel);
    if (!(e.significanceLevel > 0 && e.significanceLevel < 1)) // no plan can be made of it
        reader.note("significance_level", "range", "must lie between 0 and 1");
    e.trafficAllocation = reader.optional<double>("traffic_allocation").value_or(defaults.trafficAllocation);
    e.createdAt = reader.optionalTime("created_at").value_or(Timestamp{});
    e.startedAt = reader.optionalTime("started_at");
    e.stoppedAt = reader.optionalTime("stopped_at");
    e.version = reader.optional<std::int64_t>("version").value_or(defaults.version);
    if (reader.find("hash"))
        e.hash = reader.parsed("hash", [](std::string_view text) { return parseHashAlgorithm(text); });
    e.salt = reader.optional<std::string>("salt").value_or("");
    e.peakTraffic = reader.optional<double>("peak_traffic").value_or(0);
    e.imported = reader.optional<bool>("imported").value_or(false);
    if (reader.find("flag_value"))
        e.flagValue = reader.parsed("flag_value", [](std::string_view text) { return parseFlagValue(text); });
    e.unleashFlag = reader.optional<std::string>("unleash_flag").value_or("");
    readEpochs(reader, e, errors);
    e.plan = readPlan(reader, "plan", e, errors);
    e.frozenPlan = readPlan(reader, "frozen_plan", e, errors);
    return e;
}

template <typename T>
Result<T> orFailure(T value, std::vector<FieldError> errors)
{
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return value;
}

} // namespace

nlohmann::json toJson(const Experiment& e)
{
    nlohmann::json json{{"id", e.id},
                        {"key", e.key},
                        {"name", e.name},
                        {"description", e.description},
                        {"hypothesis", e.hypothesis},
                        {"project", e.project},
                        {"environment", e.environment},
                        {"owner", e.owner},
                        {"tags", e.tags},
                        {"status", toString(e.status)},
                        {"target_sample_size", e.targetSampleSize},
                        {"significance_level", e.significanceLevel},
                        {"traffic_allocation", e.trafficAllocation},
                        {"created_at", toIso8601(e.createdAt)},
                        {"started_at", timeOrNull(e.startedAt)},
                        {"stopped_at", timeOrNull(e.stoppedAt)},
                        {"version", e.version},
                        {"hash", toString(e.hash)},
                        {"salt", e.salt},
                        {"peak_traffic", e.peakTraffic},
                        {"imported", e.imported},
                        {"flag_value", toString(e.flagValue)},
                        {"unleash_flag", e.unleashFlag},
                        {"segments", e.segments},
                        {"schedule", toJson(e.schedule)},
                        {"evaluated_locally", e.evaluatedLocally},
                        {"plan", nullptr},
                        {"frozen_plan", nullptr},
                        {"plan_fingerprint", nullptr}};
    json.update(toJson(e.enrolment));
    if (e.plan)
        json["plan"] = toJson(*e.plan);
    if (e.frozenPlan) {
        json["frozen_plan"] = toJson(*e.frozenPlan);
        json["plan_fingerprint"] = fingerprintOf(*e.frozenPlan);
    }
    for (const char* list : {"variants", "metrics", "epochs"})
        json[list] = nlohmann::json::array();
    for (const Variant& variant : e.variants)
        json["variants"].push_back(toJson(variant));
    for (const Metric& metric : e.metrics)
        json["metrics"].push_back(toJson(metric));
    for (const Epoch& epoch : e.epochs)
        json["epochs"].push_back(toJson(epoch));
    return json;
}

nlohmann::json draftToJson(const Experiment& draft)
{
    nlohmann::json json = toJson(draft);
    for (const char* given : {"id", "status", "created_at", "started_at", "stopped_at", "version", "hash", "salt",
                              "peak_traffic", "imported", "epochs", "saved_segments", "evaluated_locally"})
        json.erase(given);
    if (draft.key.empty())
        json.erase("key");
    return json;
}

Result<Experiment> experimentFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    Experiment experiment = readExperiment(json, errors, {});
    return orFailure(std::move(experiment), std::move(errors));
}

nlohmann::json toJson(const ExperimentPage& page)
{
    nlohmann::json list = nlohmann::json::array();
    for (const Experiment& experiment : page.experiments)
        list.push_back(toJson(experiment));
    return {{"experiments", std::move(list)}, {"total", page.total}, {"skip", page.skip}, {"limit", page.limit}};
}

Result<ExperimentPage> experimentPageFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    ExperimentPage page;
    reader.array("experiments", [&](const nlohmann::json& element, const std::string& path) {
        page.experiments.push_back(readExperiment(element, errors, path));
    });
    page.total = reader.required<std::int64_t>("total");
    page.skip = reader.optional<std::int64_t>("skip").value_or(0);
    page.limit = reader.optional<std::int64_t>("limit").value_or(0);
    return orFailure(std::move(page), std::move(errors));
}

} // namespace xp
