// SPDX-License-Identifier: Apache-2.0
#include "core/api/evidencecodec.h"

#include "core/domain/breakdownscodec.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/jsonreader.h"
#include "core/domain/statisticscodec.h"
#include "core/domain/unitcounters.h"

namespace xp {

namespace {

using nlohmann::json;

void adopt(std::vector<FieldError>& errors, const char* under, const Error& error)
{
    for (const FieldError& e : error.errors)
        errors.push_back({*under == '\0' || e.field.empty() ? under + e.field : std::string(under) + "." + e.field,
                          e.code, e.message});
    if (error.errors.empty())
        errors.push_back({under, error.sentence.code, error.sentence.text});
}

/// Positions that point nowhere would be left out without a word.
template <typename Cells>
void checkPositions(const char* name, const Cells& cells, const Experiment& experiment, std::vector<FieldError>& errors)
{
    for (const auto& cell : cells) {
        const bool isVariant = cell.variant >= 0 && static_cast<std::size_t>(cell.variant) < experiment.variants.size();
        const bool isMetric = cell.metric >= kFirstCounter && cell.metric < static_cast<int>(experiment.metrics.size());
        if (isVariant && isMetric)
            continue;
        errors.push_back(
            {name, "range", std::string(name) + " has a row of a variant or metric that the experiment does not have"});
        return;
    }
}

void readFacts(JsonReader reader, ReportFacts& facts)
{
    facts.shareInSeveralVariants = reader.optional<double>("share_in_several_variants");
    facts.prePeriodPValue = reader.optional<double>("pre_period_p_value");
}

} // namespace

void withholdPeople(json& experiment)
{
    const auto setWhereGiven = [&](const char* name, json value) {
        if (const auto field = experiment.find(name); field != experiment.end())
            *field = std::move(value);
    };
    setWhereGiven("forced", json::object());
    setWhereGiven("targeting", nullptr);
    setWhereGiven("saved_segments", json::object());
    // The report tells a rule that leaves out nobody from no rule.
    if (const auto exclude = experiment.find("exclude"); exclude != experiment.end() && !exclude->is_null())
        *exclude = json::object();
}

json toJson(const Evidence& evidence)
{
    json out = toJson(evidence.data);
    out["format"] = kEvidenceFormat;
    json experiment = toJson(evidence.experiment);
    withholdPeople(experiment);
    out["experiment"] = std::move(experiment);
    out["history"] = toJson(evidence.history);
    out["facts"] = {{"share_in_several_variants", orNull(evidence.facts.shareInSeveralVariants)},
                    {"pre_period_p_value", orNull(evidence.facts.prePeriodPValue)}};
    out["ages"] = evidence.ages ? toJson(*evidence.ages) : json(nullptr);
    return out;
}

Result<Evidence> evidenceFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    Evidence evidence;
    const auto format = reader.required<int>("format");
    if (errors.empty() && format != kEvidenceFormat)
        return fail(ErrorCode::Unsupported, "evidence_format",
                    "The document has format " + std::to_string(format) + "; this release reads format " +
                        std::to_string(kEvidenceFormat),
                    {{"format", format}});
    if (const json* field = reader.find("experiment")) {
        auto experiment = experimentFromJson(*field);
        if (experiment)
            evidence.experiment = std::move(*experiment);
        else
            adopt(errors, "experiment", experiment.error());
    } else {
        reader.note("experiment", "required", "is missing");
    }
    auto data = sufficientStatisticsFromJson(body);
    if (data)
        evidence.data = std::move(*data);
    else
        adopt(errors, "", data.error());
    if (const json* field = reader.find("history"); field && !field->is_null()) {
        auto history = reportHistoryFromJson(*field);
        if (history)
            evidence.history = std::move(*history);
        else
            reader.note("history", "type", "is not a history of reports");
    }
    if (const json* field = reader.find("facts"); field && !field->is_null())
        readFacts(JsonReader(*field, errors, "facts"), evidence.facts);
    if (const json* field = reader.find("ages"); field && !field->is_null()) {
        auto ages = ageStatisticsFromJson(*field);
        if (ages)
            evidence.ages = std::move(*ages);
        else
            adopt(errors, "ages", ages.error());
    }
    if (errors.empty()) {
        checkPositions("moments", evidence.data.cells, evidence.experiment, errors);
        checkPositions("covariates", evidence.data.covariates, evidence.experiment, errors);
        if (evidence.data.matured) {
            checkPositions("matured.moments", evidence.data.matured->cells, evidence.experiment, errors);
            checkPositions("matured.covariates", evidence.data.matured->covariates, evidence.experiment, errors);
        }
        if (evidence.data.histograms)
            checkPositions("histograms", evidence.data.histograms->cells, evidence.experiment, errors);
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return evidence;
}

} // namespace xp
