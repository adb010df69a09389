// SPDX-License-Identifier: Apache-2.0
#include "core/engine/metriccatalogue.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/domain/metricinput.h"
#include "core/engine/auditing.h"
#include "core/engine/projectwide.h"
#include "core/engine/versions.h"

#include <algorithm>
#include <array>

namespace xp {

namespace {

constexpr const char* kOwnFields[] = {"name", "role", "direction", "metric", "metric_version", "metric_pinned"};

bool isOwn(std::string_view field)
{
    return std::ranges::find(kOwnFields, field, [](const char* own) { return std::string_view(own); }) !=
           std::end(kOwnFields);
}

std::string projectOf(const Actor& actor)
{
    return actor.project.empty() ? "default" : actor.project;
}

constexpr FieldReader::Text kOwner{.most = 200, .mayBeEmpty = true, .form = FieldReader::Form::Line};

/// Everything but version, time and author. An owner who is `stored` already keeps the form.
Result<MetricDefinition> readDefinition(nlohmann::json body, const std::string& key, const Actor& actor,
                                        std::vector<FieldError> errors = {}, const std::string& stored = {})
{
    FieldReader fields(body, "", errors);
    MetricDefinition definition{.project = projectOf(actor), .key = key};
    definition.owner = fields.text("owner", kOwner, std::array{stored}).value_or("");
    definition.description = fields.text("description", {.most = 10000, .mayBeEmpty = true}).value_or("");
    for (const char* field : {"name", "role", "per_unit", "metric", "metric_version", "metric_pinned"}) {
        if (fields.has(field))
            fields.add(field, "unknown_field", "is no field of a definition");
    }
    // What the service says itself may be sent back.
    for (const char* field : {"key", "owner", "description", "version", "project", "created_at", "author", "reason"})
        body.erase(field);
    body["name"] = key.empty() ? "?" : key;
    definition.metric = readMetric(body, "", errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return definition;
}

/// What a change says nothing of stays as it is; of another kind only what kinds have in common.
nlohmann::json withUnsaid(const nlohmann::json& body, const MetricDefinition& newest)
{
    nlohmann::json whole = toJson(newest.metric);
    whole.update({{"owner", newest.owner}, {"description", newest.description}});
    for (const char* field : {"name", "role"})
        whole.erase(field);
    if (const auto kind = body.find("kind"); kind != body.end() && *kind != whole["kind"]) {
        for (const char* field : {"denominator", "after", "steps", "quantile", "cap"})
            whole.erase(field);
        if (*kind == "funnel" || newest.metric.kind == MetricKind::Funnel) {
            whole.erase("event");
            whole.erase("filter");
        }
    }
    whole.update(body);
    return whole;
}

Result<MetricDefinition> store(Store& store, MetricDefinition definition, const nlohmann::json& was, const char* action,
                               const Actor& actor)
{
    definition.createdAt = actor.time();
    definition.author = actor.name;
    nlohmann::json is = toJson(definition);
    auto done = MetricTable(store.connection()).insert(definition).and_then([&] {
        return store.audit().append(auditOf(actor, action, {}, was.is_null() ? is : differences(was, is)));
    });
    if (!done)
        return Failure(std::move(done.error()));
    return definition;
}

/// One item of an experiment's metrics, with what it refers to.
Result<nlohmann::json> withDefinition(Store& store, const nlohmann::json& item, const std::string& path,
                                      const std::string& project)
{
    std::vector<FieldError> errors;
    FieldReader fields(item, path, errors);
    const std::string key = fields.text("metric", {.most = 100}).value_or("");
    const auto version = fields.integer("metric_version", 1, 1'000'000'000);
    const bool isPinned = fields.boolean("metric_pinned").value_or(version.has_value());
    if (!errors.empty())
        return failInvalid(std::move(errors));
    const auto definition = MetricTable(store.connection()).find(project, key, version);
    if (!definition && definition.error().code != ErrorCode::NotFound)
        return Failure(definition.error());
    if (!definition)
        return failInvalid({{path + ".metric", "unknown", definition.error().sentence.text}});
    nlohmann::json merged = toJson(definition->metric);
    merged.erase("role");
    for (const auto& [field, value] : item.items()) {
        if (!isOwn(field) && !value.is_null() && (!merged.contains(field) || merged[field] != value))
            fields.add(field, "defined_elsewhere",
                       "is defined by the catalogue; make a new version of the metric there");
        if (isOwn(field))
            merged[field] = value;
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    merged["metric_version"] = definition->version;
    merged["metric_pinned"] = isPinned;
    return merged;
}

/// What an item is called that refers to nothing.
nlohmann::json nameAlone(const nlohmann::json& item)
{
    const auto name = item.find(item.contains("name") ? "name" : "metric");
    return name->is_string() ? *name : nlohmann::json("?");
}

} // namespace

nlohmann::json toJson(const MetricDefinition& definition)
{
    nlohmann::json json = toJson(definition.metric);
    for (const char* field : {"name", "role"})
        json.erase(field);
    json.update({{"key", definition.key},
                 {"project", definition.project},
                 {"version", definition.version},
                 {"owner", definition.owner},
                 {"description", definition.description},
                 {"created_at", toIso8601(definition.createdAt)},
                 {"author", definition.author}});
    return json;
}

Result<MetricDefinition> createMetricDefinition(Store& target, const nlohmann::json& body, const Actor& actor)
{
    if (auto within = checkProjectWide(actor, "A metric of the catalogue"); !within)
        return Failure(std::move(within.error()));
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require("key");
    const std::string key = fields.text("key", {.most = 100}).value_or("");
    if (errors.empty() && !isKey(key))
        fields.add("key", "format",
                   "is " + shown(key) +
                       "; it must be letters, digits, '.', '_' and '-', starting with a letter or digit");
    auto definition = readDefinition(body, key, actor, std::move(errors));
    if (!definition)
        return definition;
    return target.transaction([&] { return store(target, std::move(*definition), nullptr, "metric.create", actor); });
}

Result<MetricDefinition> changeMetricDefinition(Store& target, const std::string& key, const nlohmann::json& body,
                                                const ExpectedVersion& expected, const Actor& actor,
                                                std::vector<FieldError> wrong)
{
    if (auto within = checkProjectWide(actor, "A metric of the catalogue"); !within)
        return Failure(std::move(within.error()));
    if (const auto named = body.find("key"); named != body.end() && *named != key)
        wrong.push_back({"key", "read_only", "key names the metric and cannot change"});
    return target.transaction([&]() -> Result<MetricDefinition> {
        auto newest = MetricTable(target.connection()).find(projectOf(actor), key);
        if (!newest)
            return newest;
        auto definition = readDefinition(withUnsaid(body, *newest), key, actor, wrong, newest->owner);
        if (!definition)
            return definition;
        if (auto checked = checkVersion(expected, newest->version, "metric"); !checked)
            return Failure(std::move(checked.error()));
        const bool isSame = newest->metric == definition->metric && newest->owner == definition->owner &&
                            newest->description == definition->description;
        if (isSame)
            return newest;
        definition->version = newest->version + 1;
        return store(target, std::move(*definition), toJson(*newest), "metric.update", actor);
    });
}

Result<nlohmann::json> withDefinitions(Store& store, nlohmann::json body, const std::string& project,
                                       std::vector<FieldError>& errors)
{
    const auto metrics = body.is_object() ? body.find("metrics") : body.end();
    if (!body.is_object() || metrics == body.end() || !metrics->is_array())
        return body;
    for (std::size_t i = 0; i < metrics->size(); ++i) {
        nlohmann::json& item = (*metrics)[i];
        if (!item.is_object() || !item.contains("metric"))
            continue;
        auto merged = withDefinition(store, item, "metrics[" + std::to_string(i) + "]", project);
        if (!merged && merged.error().code != ErrorCode::Invalid)
            return merged;
        if (!merged)
            std::ranges::move(merged.error().errors, std::back_inserter(errors));
        item = merged ? std::move(*merged) : nameAlone(item);
    }
    return body;
}

Result<void> followCatalogue(Store& store, Experiment& experiment)
{
    for (Metric& metric : experiment.metrics) {
        if (!metric.catalogue || metric.catalogue->isPinned)
            continue;
        const auto newest = MetricTable(store.connection()).find(experiment.project, metric.catalogue->key);
        if (!newest)
            return Failure(newest.error());
        Metric followed = newest->metric;
        followed.name = metric.name;
        followed.role = metric.role;
        followed.direction = metric.direction;
        followed.catalogue = metric.catalogue;
        followed.catalogue->version = newest->version;
        metric = std::move(followed);
    }
    if (experiment.plan)
        experiment.plan = reconciled(*experiment.plan, experiment);
    return {};
}

} // namespace xp
