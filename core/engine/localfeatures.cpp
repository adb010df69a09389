// SPDX-License-Identifier: Apache-2.0
#include "core/engine/localfeatures.h"

#include "core/domain/epochs.h"
#include "core/engine/auditing.h"

#include <algorithm>

namespace xp {

namespace {

using nlohmann::json;

constexpr const char* kUnitAttribute = "id"; ///< where the SDKs keep the user's id

bool namesGroups(const json& condition)
{
    if (!condition.is_structured())
        return false;
    if (condition.is_array())
        return std::ranges::any_of(condition, namesGroups);
    for (const auto& [key, value] : condition.items()) {
        const bool isGroup = key == "$inGroup" || key == "$notInGroup" || key == "$savedGroup" || key == "$savedGroups";
        if (isGroup || namesGroups(value))
            return true;
    }
    return false;
}

/// The targeting in GrowthBook's language: an empty object for everybody, nothing where it cannot be said.
std::optional<json> conditionOf(const json& targeting)
{
    if (targeting.is_null() || (targeting.is_object() && targeting.empty()))
        return json::object();
    if (!targeting.is_object() || targeting.size() != 1)
        return std::nullopt;
    const std::string& name = targeting.begin().key();
    const json& written = targeting.begin().value();
    if (name == "growthbook" && written.is_object() && !namesGroups(written))
        return written;
    if (name != "all" || !written.is_array())
        return std::nullopt;
    json all = json::array();
    for (const json& part : written) {
        auto condition = conditionOf(part);
        if (!condition)
            return std::nullopt;
        if (!condition->empty())
            all.push_back(std::move(*condition));
    }
    return all.empty() ? json::object() : json{{"$and", std::move(all)}};
}

json valueOf(const Experiment& experiment, const Variant& variant)
{
    return experiment.flagValue == FlagValue::Config ? variant.config : json(variant.name);
}

/// For the units with a variant by name: one rule for each variant, before all others.
void addForced(const Experiment& experiment, json& rules)
{
    for (const Variant& variant : experiment.variants) {
        json units = json::array();
        for (const auto& [unit, name] : experiment.enrolment.forced) {
            if (name == variant.name)
                units.push_back(unit);
        }
        if (!units.empty())
            rules.push_back({{"condition", {{kUnitAttribute, {{"$in", std::move(units)}}}}},
                             {"force", valueOf(experiment, variant)}});
    }
}

json ruleOf(const LiveExperiment& live, json condition)
{
    const Experiment& experiment = live.experiment();
    json rule{{"key", experiment.key},
              {"name", experiment.name},
              {"phase", std::to_string(presentPhase(experiment))},
              {"hashAttribute", kUnitAttribute},
              {"hashVersion", experiment.hash == HashAlgorithm::GrowthbookV1 ? 1 : 2},
              {"seed", live.bucketing().splitSeed()},
              {"coverage", 1},
              {"variations", json::array()},
              {"weights", json::array()},
              {"meta", json::array()}};
    for (const Variant& variant : experiment.variants) {
        rule["variations"].push_back(valueOf(experiment, variant));
        rule["weights"].push_back(variant.allocation);
        rule["meta"].push_back({{"key", variant.name}, {"name", variant.name}});
    }
    if (experiment.trafficAllocation < 1)
        rule["filters"] =
            json::array({json{{"attribute", kUnitAttribute},
                              {"seed", live.bucketing().trafficSeed()},
                              {"hashVersion", 2},
                              {"ranges", json::array({json::array({0, experiment.trafficAllocation})})}}});
    if (!condition.empty())
        rule["condition"] = std::move(condition);
    return rule;
}

/// Whether some of its units are held out, by a hash that the SDKs do not have.
bool isHeldOut(const Snapshot& snapshot, const Experiment& experiment)
{
    const auto found = snapshot.holdouts.find(experiment.project);
    return !experiment.enrolment.ignoresHoldouts && found != snapshot.holdouts.end() && !found->second.empty();
}

bool isHashedSo(const Experiment& experiment)
{
    return experiment.hash == HashAlgorithm::GrowthbookV1 || experiment.hash == HashAlgorithm::GrowthbookV2;
}

Timestamp latestTimeOf(const Experiment& experiment)
{
    Timestamp latest = std::max(experiment.createdAt, experiment.stoppedAt.value_or(experiment.createdAt));
    for (const Epoch& epoch : experiment.epochs)
        latest = std::max(latest, epoch.startedAt);
    return latest;
}

} // namespace

LocalFeatures localFeaturesOf(const Snapshot& snapshot, const Actor& client)
{
    LocalFeatures made;
    std::int64_t versions = 0;
    for (const auto& [id, live] : snapshot.byId) {
        const Experiment& experiment = live->experiment();
        if (experiment.project != client.project || experiment.environment != client.environment)
            continue;
        // The SDKs take what has the time they know for what they have; versions only grow.
        versions += experiment.version;
        made.updatedAt = std::max(made.updatedAt, latestTimeOf(experiment));
        if (experiment.status != Status::Running || experiment.imported || !isHashedSo(experiment))
            continue;
        auto condition = conditionOf(experiment.enrolment.targeting);
        if (!condition || experiment.enrolment.layer || !experiment.unleashFlag.empty() ||
            isHeldOut(snapshot, experiment)) {
            ++made.leftOut;
            continue;
        }
        json rules = json::array();
        addForced(experiment, rules);
        rules.push_back(ruleOf(*live, std::move(*condition)));
        made.features[experiment.key] = {{"defaultValue", valueOf(experiment, experiment.variants.front())},
                                         {"rules", std::move(rules)}};
        made.served.push_back(id);
    }
    made.updatedAt += std::chrono::milliseconds(versions);
    return made;
}

Result<std::vector<Experiment>> markEvaluatedLocally(Store& store, const std::vector<std::string>& ids,
                                                     const Actor& actor)
{
    return retryStale([&] {
        return store.transaction([&]() -> Result<std::vector<Experiment>> {
            std::vector<Experiment> marked;
            for (const std::string& id : ids) {
                auto experiment = store.experiments().find(id);
                if (!experiment && experiment.error().code == ErrorCode::NotFound)
                    continue;
                if (!experiment)
                    return Failure(std::move(experiment.error()));
                if (!experiment->evaluatedLocally) {
                    experiment->evaluatedLocally = true;
                    ++experiment->version;
                    auto stored = store.experiments().update(*experiment).and_then([&] {
                        return store.audit().append(auditOf(actor, "experiment.evaluated_locally", id,
                                                            {{"evaluated_locally", {{"from", false}, {"to", true}}}}));
                    });
                    if (!stored)
                        return Failure(std::move(stored.error()));
                }
                marked.push_back(std::move(*experiment));
            }
            return marked;
        });
    });
}

} // namespace xp
