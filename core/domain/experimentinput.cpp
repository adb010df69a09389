// SPDX-License-Identifier: Apache-2.0
#include "core/domain/experimentinput.h"

#include "core/domain/enrolmentinput.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/domain/metricinput.h"
#include "core/domain/scheduleinput.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace xp {

namespace {

constexpr FieldReader::Text kTitle{.most = 200, .form = FieldReader::Form::Line};
constexpr FieldReader::Text kOwner{.most = 200, .mayBeEmpty = true, .form = FieldReader::Form::Line};
constexpr FieldReader::Text kVariantName{.most = 100, .form = FieldReader::Form::Name};
constexpr FieldReader::Text kProse{.most = 10000, .mayBeEmpty = true};
constexpr std::size_t kMostItems = 100;
constexpr std::size_t kLongestTag = 50;
constexpr std::size_t kMostSegments = 10;
constexpr std::size_t kLongestSegment = 100;
constexpr std::size_t kLargestConfig = 65536;
constexpr double kAllocationTolerance = 1e-3;

class Reader
{
public:
    explicit Reader(const nlohmann::json& body) : m_fields(body, "", m_errors) {}

    FieldReader& fields() { return m_fields; }
    std::vector<FieldError>& errors() { return m_errors; }
    bool normalised() const { return m_normalised; }

    /// Takes over every field that is present and right.
    void apply(Experiment& to)
    {
        set(to.name, m_fields.text("name", kTitle, std::array{to.name}));
        set(to.description, m_fields.text("description", kProse));
        set(to.hypothesis, m_fields.text("hypothesis", kProse));
        set(to.key, keyText("key"));
        set(to.project, keyText("project"));
        set(to.environment, keyText("environment"));
        set(to.owner, m_fields.text("owner", kOwner, std::array{to.owner}));
        set(to.tags, names("tags", kMostItems, kLongestTag, FieldReader::Form::Name, to.tags));
        set(to.segments, names("segments", kMostSegments, kLongestSegment, FieldReader::Form::Free, {}));
        set(to.targetSampleSize, m_fields.integer("target_sample_size", 1, 1'000'000'000'000));
        set(to.significanceLevel, level(to.significanceLevel));
        set(to.trafficAllocation, m_fields.number("traffic_allocation", {0, 1}));
        set(to.hash,
            m_fields.choice<HashAlgorithm>("hash", parseHashAlgorithm,
                                           {"native", "growthbook_v1", "growthbook_v2", "unleash", "sha256_mod10000"}));
        set(to.salt, m_fields.text("salt", {.most = 200}));
        checkUnleashTraffic(to);
        set(to.flagValue, m_fields.choice<FlagValue>("flag_value", parseFlagValue, {"variant", "config"}));
        set(to.unleashFlag, m_fields.text("unleash_flag", {.most = 100, .mayBeEmpty = true}));
        set(to.variants, variants(namesOf(to.variants)));
        set(to.metrics, metrics(namesOf(to.metrics)));
        readEnrolment(m_fields, to, m_errors);
        readSchedule(to);
        readPlan(to);
        refuseUnknown();
    }

private:
    void refuseUnknown()
    {
        // The second part of the list is what the service says itself; readChanges() looks at it.
        m_fields.refuseUnknown({"name",
                                "key",
                                "description",
                                "hypothesis",
                                "project",
                                "environment",
                                "owner",
                                "tags",
                                "variants",
                                "metrics",
                                "target_sample_size",
                                "significance_level",
                                "traffic_allocation",
                                "hash",
                                "salt",
                                "flag_value",
                                "unleash_flag",
                                "targeting",
                                "exclude",
                                "layer",
                                "ignore_holdouts",
                                "forced",
                                "exposure",
                                "schedule",
                                "segments",
                                "new_phase",
                                "reason",
                                "version",
                                "id",
                                "status",
                                "created_at",
                                "started_at",
                                "stopped_at",
                                "imported",
                                "epochs",
                                "peak_traffic",
                                "saved_segments",
                                "evaluated_locally",
                                "warnings",
                                "plan",
                                "frozen_plan",
                                "plan_fingerprint"});
    }

    /// A higher one than a plan may have stays where it was taken over.
    std::optional<double> level(double was)
    {
        const nlohmann::json* sent = m_fields.find("significance_level");
        const bool stays = sent && sent->is_number() && sent->get<double>() == was;
        return stays ? was : m_fields.number("significance_level", {0, kHighestLevel, true});
    }

    /// null takes the plan away; a plan that was given before follows the experiment's metrics.
    void readPlan(Experiment& to)
    {
        const nlohmann::json* sent = m_fields.find("plan");
        if (!sent && to.plan)
            to.plan = reconciled(*to.plan, to);
        if (!sent)
            return;
        to.plan.reset();
        if (sent->is_null())
            return;
        auto plan = planFromJson(*sent, to);
        if (plan) {
            to.plan = std::move(*plan);
            return;
        }
        for (FieldError& error : plan.error().errors)
            m_errors.push_back({error.field.empty() ? "plan" : "plan." + error.field, std::move(error.code),
                                std::move(error.message)});
    }

    /// Replaced as a whole; what has been done of it stays known.
    void readSchedule(Experiment& to)
    {
        const nlohmann::json* sent = m_fields.find("schedule");
        if (!sent)
            return;
        Schedule schedule = xp::readSchedule(*sent, "schedule", m_errors);
        keepTaken(to.schedule, schedule);
        to.schedule = std::move(schedule);
    }

    /// Unleash rolls out in whole percents.
    void checkUnleashTraffic(const Experiment& to)
    {
        const double percent = to.trafficAllocation * 100;
        if (to.hash == HashAlgorithm::Unleash && std::abs(percent - std::round(percent)) > 1e-9)
            m_fields.add("traffic_allocation", "step",
                         "is " + shown(to.trafficAllocation) + "; with hash unleash it must be a multiple of 0.01");
    }

    template <typename T>
    static void set(T& to, std::optional<T> value)
    {
        if (value)
            to = std::move(*value);
    }

    std::optional<std::string> keyText(std::string_view field)
    {
        auto text = m_fields.text(field, {.most = 100});
        if (text && !isKey(*text)) {
            m_fields.add(field, "format",
                         "is " + shown(*text) +
                             "; it must be letters, digits, '.', '_' and '-', starting with a letter or digit");
            return std::nullopt;
        }
        return text;
    }

    /// A list of too few or too many items is read all the same, so that its items' faults are named too: the first
    /// `most` of them, which sizeOf() counts.
    const nlohmann::json* list(std::string_view field, std::size_t least, std::size_t most = kMostItems)
    {
        const nlohmann::json* items = m_fields.find(field);
        if (!items)
            return nullptr;
        if (!items->is_array()) {
            m_fields.add(field, "type", "must be a list");
            return nullptr;
        }
        if (items->size() < least || items->size() > most)
            m_fields.add(field, items->size() < least ? "too_few" : "too_many",
                         "has " + std::to_string(items->size()) + " items; from " + std::to_string(least) + " to " +
                             std::to_string(most) + " are allowed");
        return items;
    }

    static std::size_t sizeOf(const nlohmann::json& items, std::size_t most = kMostItems)
    {
        return std::min(items.size(), most);
    }

    template <typename T>
    static std::vector<std::string> namesOf(const std::vector<T>& items)
    {
        std::vector<std::string> names;
        for (const T& item : items)
            names.push_back(item.name);
        return names;
    }

    /// A list of short texts, each kept once. Those that are `stored` keep their form.
    std::optional<std::vector<std::string>> names(const std::string& field, std::size_t most, std::size_t longest,
                                                  FieldReader::Form form, const std::vector<std::string>& stored)
    {
        const nlohmann::json* items = list(field, 0, most);
        if (!items)
            return std::nullopt;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < sizeOf(*items, most); ++i) {
            const nlohmann::json& item = (*items)[i];
            const std::string path = field + "[" + std::to_string(i) + "]";
            const std::string text = item.is_string() ? item.get<std::string>() : std::string();
            const bool isStored = std::ranges::find(stored, text) != stored.end();
            std::string fault = isStored ? std::string() : FieldReader::formFault(text, form);
            if (text.empty() || text.size() > longest || !isStorableText(text))
                fault = "must be a text of 1 to " + std::to_string(longest) + " bytes";
            if (!fault.empty())
                m_errors.push_back({path, "format", path + " " + fault});
            else if (std::ranges::find(names, text) == names.end())
                names.push_back(text);
        }
        return names;
    }

    std::optional<std::vector<Variant>> variants(const std::vector<std::string>& stored)
    {
        const std::size_t before = m_errors.size();
        const nlohmann::json* items = list("variants", 2);
        if (!items)
            return std::nullopt;
        std::vector<Variant> variants;
        for (std::size_t i = 0; i < sizeOf(*items); ++i)
            variants.push_back(variant((*items)[i], "variants[" + std::to_string(i) + "]", stored));
        refuseRepeatedNames(variants, "variants");
        checkSum(*items);
        if (m_errors.size() > before)
            return std::nullopt;
        normalise(variants);
        return variants;
    }

    Variant variant(const nlohmann::json& item, const std::string& path, const std::vector<std::string>& stored)
    {
        FieldReader fields(item, path, m_errors);
        fields.require("name");
        fields.require("allocation");
        fields.refuseUnknown({"name", "allocation", "config"});
        Variant variant;
        variant.name = fields.text("name", kVariantName, stored).value_or("");
        variant.allocation = fields.number("allocation", {0, 1}).value_or(0);
        if (const nlohmann::json* config = fields.find("config")) {
            if (!config->is_object())
                fields.add("config", "type", "must be an object");
            else if (!isStorableJson(*config))
                fields.add("config", "encoding", "must be valid UTF-8 without the character U+0000");
            else if (config->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size() > kLargestConfig)
                fields.add("config", "too_long", "is larger than 64 KiB");
            else
                variant.config = *config;
        }
        return variant;
    }

    /// Also where something else is wrong with the variants. Not where an allocation is: its own fault says enough.
    void checkSum(const nlohmann::json& items)
    {
        double sum = 0;
        for (const nlohmann::json& item : items) {
            const auto allocation = item.is_object() ? item.find("allocation") : item.end();
            if (!item.is_object() || allocation == item.end() || !allocation->is_number())
                return;
            const double share = allocation->get<double>();
            if (!(share >= 0 && share <= 1))
                return;
            sum += share;
        }
        if (!items.empty() && !(std::abs(sum - 1) <= kAllocationTolerance + 1e-12))
            m_fields.add("variants", "allocation_sum",
                         "have allocations that sum to " + shown(sum) + "; they must sum to 1 (within 0.001)");
    }

    void normalise(std::vector<Variant>& variants)
    {
        double sum = 0;
        for (const Variant& v : variants)
            sum += v.allocation;
        if (std::abs(sum - 1) <= 1e-9)
            return;
        for (Variant& v : variants)
            v.allocation /= sum;
        m_normalised = true;
    }

    std::optional<std::vector<Metric>> metrics(const std::vector<std::string>& stored)
    {
        const std::size_t before = m_errors.size();
        const nlohmann::json* items = list("metrics", 1);
        if (!items)
            return std::nullopt;
        std::vector<Metric> metrics;
        for (std::size_t i = 0; i < sizeOf(*items); ++i) {
            const std::string path = "metrics[" + std::to_string(i) + "]";
            const nlohmann::json& item = (*items)[i];
            metrics.push_back(
                readMetric(item.is_string() ? nlohmann::json{{"name", item}} : item, path, m_errors, stored));
        }
        refuseRepeatedNames(metrics, "metrics");
        if (m_errors.size() > before)
            return std::nullopt;
        return metrics;
    }

    template <typename T>
    void refuseRepeatedNames(const std::vector<T>& items, const std::string& list)
    {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!items[i].name.empty() && !seen.insert(items[i].name).second)
                m_errors.push_back({list + "[" + std::to_string(i) + "].name", "duplicate",
                                    "name " + shown(items[i].name) + " is used twice"});
        }
    }

    static bool isStorableJson(const nlohmann::json& json)
    {
        if (json.is_string())
            return isStorableText(json.get_ref<const std::string&>());
        if (!json.is_structured())
            return true;
        for (const auto& item : json.items()) {
            if ((json.is_object() && !isStorableText(item.key())) || !isStorableJson(item.value()))
                return false;
        }
        return true;
    }

    std::vector<FieldError> m_errors;
    FieldReader m_fields;
    bool m_normalised = false;
};

Sentence normalisedWarning()
{
    return {"allocations_normalised", nlohmann::json::object(),
            "The allocations did not sum to exactly 1 and were scaled so that they do."};
}

/// A field that only the service sets may be sent back as it was.
void checkUnchanged(FieldReader& fields, std::string_view field, const std::string& stored)
{
    const nlohmann::json* sent = fields.find(field);
    if (sent && !(sent->is_string() && sent->get_ref<const std::string&>() == stored))
        fields.add(field, "read_only", "is set by the service; it is " + shown(stored));
}

void checkUnchanged(FieldReader& fields, std::string_view field, const std::optional<Timestamp>& stored)
{
    const nlohmann::json* sent = fields.find(field);
    if (!sent || (sent->is_null() && !stored))
        return;
    const auto time = sent->is_string() ? parseIso8601(sent->get_ref<const std::string&>()) : std::nullopt;
    if (!time || time != stored)
        fields.add(field, "read_only", "is set by the service; it is " + (stored ? toIso8601(*stored) : "null"));
}

/// What follows from the rest, or from what happened.
constexpr const char* kDerived[] = {"imported",          "epochs",      "peak_traffic",    "saved_segments",
                                    "evaluated_locally", "frozen_plan", "plan_fingerprint"};

void checkDerived(FieldReader& fields, const Experiment& stored)
{
    const nlohmann::json document = toJson(stored);
    for (const char* field : kDerived) {
        if (const nlohmann::json* sent = fields.find(field); sent && *sent != document.value(field, nlohmann::json()))
            fields.add(field, "read_only", "is set by the service and cannot be changed");
    }
}

bool sameNames(const std::vector<Variant>& a, const std::vector<Variant>& b)
{
    return std::ranges::equal(a, b, {}, &Variant::name, &Variant::name);
}

/// What the experiment's status does not let a client change any more.
void checkFrozen(FieldReader& fields, const Experiment& was, const Experiment& is)
{
    if (was.status == Status::Draft)
        return;
    const std::string status(toString(was.status));
    const auto refuse = [&](std::string_view field, std::string_view why) {
        fields.add(field, "frozen",
                   "cannot change once the experiment has started (it is " + status + "): " + std::string(why));
    };
    if (!sameNames(was.variants, is.variants))
        refuse("variants",
               "units are stored under these variants in this order; only shares and configurations may change");
    if (was.metrics != is.metrics)
        refuse("metrics", "data collected so far was measured under them");
    if (was.significanceLevel != is.significanceLevel)
        refuse("significance_level", "a level chosen after seeing data has no meaning");
    if (was.hash != is.hash)
        refuse("hash", "users would change variant");
    if (was.salt != is.salt)
        refuse("salt", "users would change variant");
    if (was.key != is.key)
        refuse("key", "applications ask by it");
    if (was.unleashFlag != is.unleashFlag)
        refuse("unleash_flag", "other users would get in");
    if (was.flagValue != is.flagValue)
        refuse("flag_value", "a flag keeps the type of its value");
    if (was.project != is.project)
        refuse("project", "its units belong there");
    if (was.environment != is.environment)
        refuse("environment", "its units belong there");
    checkFrozenEnrolment(fields, was, is);
    if (was.status == Status::Running || was.status == Status::Paused)
        return;
    if (was.variants != is.variants && sameNames(was.variants, is.variants))
        refuse("variants", "it has ended");
    if (was.trafficAllocation != is.trafficAllocation)
        refuse("traffic_allocation", "it has ended");
    if (was.targetSampleSize != is.targetSampleSize)
        refuse("target_sample_size", "it has ended");
}

/// A new phase needs a present one; and clients that evaluate by themselves would move users with the split.
void checkPhase(FieldReader& fields, const Experiment& was, const Experiment& is, bool beginsPhase)
{
    const std::string status(toString(was.status));
    const bool assigns = was.status == Status::Running || was.status == Status::Paused;
    if (beginsPhase && !assigns)
        fields.add("new_phase", "frozen", "needs an experiment that is running or paused; it is " + status);
    const bool isSameSplit =
        std::ranges::equal(was.variants, is.variants, {}, &Variant::allocation, &Variant::allocation);
    if (assigns && was.evaluatedLocally && !isSameSplit && !beginsPhase)
        fields.add("variants", "frozen",
                   "cannot be split in another way: clients evaluate this experiment by themselves (it has been served "
                   "by /api/features) and know nothing of stored assignments, so users would change variant. Send "
                   "\"new_phase\": true to begin anew with another seed; earlier units are then not analysed");
}

} // namespace

Failure refusalOf(std::vector<FieldError> errors)
{
    const bool onlyFrozen = std::ranges::all_of(errors, [](const FieldError& e) { return e.code == "frozen"; });
    Failure failure = failInvalid(std::move(errors));
    if (onlyFrozen) {
        failure.value().code = ErrorCode::Conflict;
        failure.value().sentence.code = "frozen";
    }
    return failure;
}

Result<AcceptedExperiment> readNewExperiment(const nlohmann::json& body)
{
    Reader reader(body);
    for (const char* field : {"name", "variants", "metrics"})
        reader.fields().require(field);
    Experiment experiment;
    reader.apply(experiment);
    for (const char* field : {"id", "status", "created_at", "started_at", "stopped_at", "version"}) {
        if (const nlohmann::json* sent = reader.fields().find(field); sent && !sent->is_null())
            reader.fields().add(field, "read_only", "is set by the service");
    }
    checkDerived(reader.fields(), {});
    if (reader.fields().boolean("new_phase").value_or(false))
        reader.fields().add("new_phase", "not_allowed", "can be asked for with a change of a started experiment only");
    if (!reader.errors().empty())
        return failInvalid(std::move(reader.errors()));
    auto warnings = warningsOf(experiment);
    if (reader.normalised())
        warnings.push_back(normalisedWarning());
    return AcceptedExperiment{std::move(experiment), std::move(warnings)};
}

Result<AcceptedExperiment> readChanges(const Experiment& current, const nlohmann::json& body)
{
    Reader reader(body);
    Experiment changed = current;
    reader.apply(changed);
    FieldReader& fields = reader.fields();
    checkUnchanged(fields, "id", current.id);
    checkUnchanged(fields, "status", std::string(toString(current.status)));
    checkUnchanged(fields, "created_at", std::optional(current.createdAt));
    checkUnchanged(fields, "started_at", current.startedAt);
    checkUnchanged(fields, "stopped_at", current.stoppedAt);
    checkDerived(fields, current);
    checkFrozen(fields, current, changed);
    const bool beginsPhase = fields.boolean("new_phase").value_or(false);
    checkPhase(fields, current, changed, beginsPhase);
    if (!reader.errors().empty())
        return refusalOf(std::move(reader.errors()));
    std::vector<Sentence> warnings = warningsOf(changed);
    if (reader.normalised())
        warnings.push_back(normalisedWarning());
    return AcceptedExperiment{std::move(changed), std::move(warnings), beginsPhase};
}

std::vector<Sentence> warningsOf(const Experiment& experiment)
{
    const bool primary =
        std::ranges::any_of(experiment.metrics, [](const Metric& m) { return m.role == MetricRole::Primary; });
    std::vector<Sentence> warnings;
    if (!primary)
        warnings.push_back({"no_primary_metric", nlohmann::json::object(),
                            std::string("No metric is marked primary: ") +
                                (headlineOf(experiment).metrics.empty()
                                     ? "there is no headline"
                                     : "the headline counts a unit that converts on any conversion metric") +
                                ", and the report cannot decide. Mark one with \"role\": \"primary\"."});
    if (!experiment.unleashFlag.empty() && experiment.trafficAllocation < 1)
        warnings.push_back({"flag_decides_traffic",
                            {{"flag", experiment.unleashFlag}, {"traffic_allocation", experiment.trafficAllocation}},
                            "Who is in is decided by the Unleash flag " + experiment.unleashFlag +
                                " and its rollout; the traffic allocation is not drawn here. It becomes the rollout "
                                "where the service may keep the flag (UNLEASH_ADMIN_TOKEN)."});
    return warnings;
}

} // namespace xp
