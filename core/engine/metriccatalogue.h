// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/engine/versions.h"
#include "core/storage/control/metrictable.h"
#include "core/storage/store.h"

namespace xp {

// A project's metrics, defined once and used by many experiments. A change makes a new version. An experiment refers to
// one by `{"metric": KEY}`: a draft follows the newest version unless it names one (`metric_version`), and keeps from
// its start on the version it started with.

/// `{key, owner?, description?, kind, event, ...}`: the fields of a metric but name and role; the event is the key
/// unless given. Conflict `metric_version_taken` when the key is taken.
Result<MetricDefinition> createMetricDefinition(Store& store, const nlohmann::json& body, const Actor& actor);
/// A new version: what the body says nothing of stays, null takes it away; one that says the same makes no version.
/// Conflict `stale_version` when `expected` is not the newest. `wrong` is what the caller found: Invalid names it too.
Result<MetricDefinition> changeMetricDefinition(Store& store, const std::string& key, const nlohmann::json& body,
                                                const ExpectedVersion& expected, const Actor& actor,
                                                std::vector<FieldError> wrong = {});
nlohmann::json toJson(const MetricDefinition& definition);

/// The body of an experiment with its references replaced by what they refer to; name, role and direction are the
/// experiment's own. An unknown reference, and a field that says otherwise than the catalogue, are put to `errors`; the
/// metric is then left with its name alone, so that the rest of the body can be read.
Result<nlohmann::json> withDefinitions(Store& store, nlohmann::json body, const std::string& project,
                                       std::vector<FieldError>& errors);
/// Brings the references of a draft that is about to start up to the newest versions.
Result<void> followCatalogue(Store& store, Experiment& experiment);

} // namespace xp
