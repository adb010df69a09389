// SPDX-License-Identifier: Apache-2.0
#include "core/files/importdesign.h"

#include "core/domain/enumtext.h"
#include "core/domain/experimentinput.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace xp {

namespace {

constexpr double kDefaultResolution = 1e-6;
constexpr int kFinestDecimals = 12;

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// The variants' names, control first, then in the order of the file.
Result<std::vector<std::string>> variantOrder(const ImportColumns& columns, const ImportOptions& options)
{
    std::vector<std::string> names = columns.variants();
    std::vector<FieldError> errors;
    const auto mustBeThere = [&](const std::string& name, const char* option) {
        if (std::ranges::find(names, name) == names.end())
            errors.push_back({option, "unknown_variant",
                              std::string("--") + option + " names " + shown(name) +
                                  ", which is no variant in the file; it has: " + listed(names)});
    };
    if (names.size() < 2)
        errors.push_back({"variant", "too_few",
                          "column " + options.variantColumn + " has only the value " + shown(names.front()) +
                              "; an experiment needs two variants"});
    for (const std::string& name : names) {
        if (const std::string fault = FieldReader::formFault(name, FieldReader::Form::Name); !fault.empty())
            errors.push_back(
                {"variant", "format",
                 "column " + options.variantColumn + " has the value " + shown(name) + ": a variant's name " + fault});
    }
    if (!options.control.empty())
        mustBeThere(options.control, "control");
    for (const auto& [name, share] : options.allocations)
        mustBeThere(name, "allocation");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    if (!options.control.empty())
        std::rotate(names.begin(), std::ranges::find(names, options.control),
                    std::ranges::find(names, options.control) + 1);
    return names;
}

Result<nlohmann::json> variantsJson(const std::vector<std::string>& names, const ImportOptions& options)
{
    nlohmann::json variants = nlohmann::json::array();
    std::vector<FieldError> errors;
    for (const std::string& name : names) {
        double share = 1.0 / static_cast<double>(names.size());
        if (!options.allocations.empty()) {
            const auto given = std::ranges::find(options.allocations, name, &std::pair<std::string, double>::first);
            if (given == options.allocations.end())
                errors.push_back(
                    {"allocation", "required",
                     "--allocation is missing for " + shown(name) + "; give it for every variant, or for none"});
            else
                share = given->second;
        }
        variants.push_back({{"name", name}, {"allocation", share}});
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return variants;
}

/// Decimals of the resolution; negative: steps of tens, hundreds, ...
int decimalsFor(const NumberColumn& column)
{
    const auto fits = [&](int decimals) { return column.largest * std::pow(10.0, decimals) <= kExactMultiples; };
    if (column.decimals <= 6 && fits(6))
        return 6;
    int decimals = std::min(column.decimals, kFinestDecimals);
    while (!fits(decimals) && decimals > -kFinestDecimals)
        --decimals;
    return decimals;
}

nlohmann::json metricJson(const ImportMetric& metric, const NumberColumn& column, std::vector<Sentence>& notes)
{
    const MetricKind kind = metric.kind.value_or(column.guessedKind());
    const bool isConversion = kind == MetricKind::Conversion;
    if (!metric.kind)
        notes.push_back({"kind_guessed",
                         {{"metric", metric.column}, {"kind", toString(kind)}},
                         "Metric " + metric.column + " was taken as a " + std::string(toString(kind)) +
                             (isConversion ? ": all its values are yes or no." : " of one number for each unit.")});
    const double resolution = isConversion ? kDefaultResolution : importResolution(column);
    if (!isConversion && decimalsFor(column) < column.decimals)
        notes.push_back({"values_rounded",
                         {{"column", column.name}, {"resolution", resolution}},
                         "The values of " + column.name +
                             " have more digits than fit and were rounded to multiples of " + shown(resolution) + "."});
    return {{"name", metric.column},         {"kind", toString(kind)},
            {"role", toString(metric.role)}, {"direction", toString(metric.direction)},
            {"resolution", resolution},      {"per_unit", !isConversion}};
}

/// A covariate is kept in multiples of each metric's resolution.
Result<void> checkCovariates(const Experiment& experiment, const ImportColumns& columns, const ImportOptions& options)
{
    if (options.covariateColumns.empty())
        return {};
    const NumberColumn& covariate = columns.numbers().back();
    for (const Metric& metric : experiment.metrics) {
        if (!toMultiples(covariate.largest, metric.resolution))
            return failInvalid({{"covariate", "range",
                                 "covariate " + covariate.name + " has a value of size " + shown(covariate.largest) +
                                     ", too large beside metric " + metric.name + ", which is measured in steps of " +
                                     shown(metric.resolution) + "; give it in larger units"}});
    }
    return {};
}

/// ` (and 3 more)`, or nothing.
std::string andMore(std::size_t others, const std::string& before, const std::string& after)
{
    return others == 0 ? std::string() : " (and " + before + std::to_string(others) + after + ")";
}

} // namespace

Result<void> checkImportOptions(const ImportOptions& options)
{
    std::vector<FieldError> errors;
    const auto need = [&](bool given, const char* option) {
        if (!given)
            errors.push_back({option, "required", std::string("--") + option + " is missing"});
    };
    need(!options.key.empty(), "experiment");
    need(!options.unitColumn.empty(), "unit");
    need(!options.variantColumn.empty(), "variant");
    need(!options.metrics.empty(), "metric");
    for (const ImportMetric& metric : options.metrics) {
        // The others need more than one number of a unit.
        constexpr std::array kKinds{MetricKind::Conversion, MetricKind::Count, MetricKind::Sum, MetricKind::Mean};
        if (metric.kind && std::ranges::find(kKinds, *metric.kind) == kKinds.end())
            errors.push_back({"metric", "not_allowed",
                              "--metric " + shown(metric.column) + " is of kind " +
                                  std::string(toString(*metric.kind)) +
                                  ", which cannot be imported; conversion, count, sum and mean can"});
    }
    if (!options.key.empty() && !isKey(options.key))
        errors.push_back({"experiment", "format",
                          "--experiment is " + shown(options.key) +
                              "; a key is made of letters, digits, '.', '_' and '-', starting with a letter or digit"});
    if (options.covariateColumns.size() > 1)
        errors.push_back({"covariate", "too_many", "--covariate can be given once"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return {};
}

double importResolution(const NumberColumn& column)
{
    // Read from text, so that it is the double nearest to the power of ten.
    return std::strtod(("1e" + std::to_string(-decimalsFor(column))).c_str(), nullptr);
}

Result<ImportDesign> importDesignOf(const ImportColumns& columns, const ImportOptions& options, Timestamp at)
{
    const auto names = variantOrder(columns, options);
    if (!names)
        return Failure(names.error());
    auto variants = variantsJson(*names, options);
    if (!variants)
        return Failure(std::move(variants.error()));
    ImportDesign design;
    nlohmann::json metrics = nlohmann::json::array();
    for (std::size_t i = 0; i < options.metrics.size(); ++i)
        metrics.push_back(metricJson(options.metrics[i], columns.numbers()[i], design.notes));
    auto accepted = readNewExperiment({{"key", options.key},
                                       {"name", options.name.empty() ? options.key : options.name},
                                       {"project", options.project},
                                       {"environment", options.environment},
                                       {"variants", std::move(*variants)},
                                       {"metrics", std::move(metrics)}});
    if (!accepted)
        return Failure(std::move(accepted.error()));
    design.notes.insert(design.notes.end(), accepted->warnings.begin(), accepted->warnings.end());
    if (auto fits = checkCovariates(accepted->experiment, columns, options); !fits)
        return Failure(std::move(fits.error()));
    for (const std::string& label : columns.variants())
        design.variantOfCode.push_back(static_cast<std::int16_t>(std::ranges::find(*names, label) - names->begin()));

    Experiment& experiment = design.experiment;
    experiment = std::move(accepted->experiment);
    experiment.imported = true;
    experiment.segments = options.segmentColumns;
    experiment.status = Status::Stopped;
    experiment.createdAt = at;
    const auto [earliest, latest] = columns.times().value_or(std::pair(at, at));
    experiment.startedAt = earliest;
    experiment.stoppedAt = latest;
    experiment.peakTraffic = experiment.trafficAllocation;
    Epoch epoch{.startedAt = earliest};
    for (const Variant& variant : experiment.variants)
        epoch.allocations.push_back(variant.allocation);
    experiment.epochs.push_back(std::move(epoch));
    return design;
}

void importTotals(std::span<const double> numbers, const std::vector<Metric>& metrics, std::vector<UnitTotals>& totals)
{
    totals.assign(metrics.size(), {});
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const double value = numbers[i];
        if (metrics[i].kind != MetricKind::Mean && value == 0)
            continue;
        totals[i].addEvent(toMultiples(value, metrics[i].resolution).value_or(0));
        if (metrics[i].kind == MetricKind::Count)
            totals[i].count = static_cast<std::int64_t>(value);
    }
}

Failure wrongRows(const ImportColumns& columns, bool readAll)
{
    Failure failure = failInvalid(columns.errors());
    Error& error = failure.value();
    error.sentence = {"bad_rows",
                      {{"errors", error.errors.size()}, {"all", readAll}},
                      error.errors.front().message +
                          andMore(error.errors.size() - 1, readAll ? "" : "at least ", " more") +
                          "; nothing was imported"};
    return failure;
}

Failure duplicateUnits(const std::string& unitColumn, const std::vector<ImportTable::Duplicate>& duplicates)
{
    std::vector<FieldError> errors;
    for (const auto& duplicate : duplicates) {
        if (errors.size() < ImportColumns::kMaxErrors)
            errors.push_back({unitColumn, "duplicate",
                              "unit " + shown(duplicate.unit) + " is in line " + std::to_string(duplicate.firstLine) +
                                  " and again in line " + std::to_string(duplicate.secondLine)});
    }
    Failure failure = failInvalid(std::move(errors));
    Error& error = failure.value();
    const bool all = error.errors.size() < ImportColumns::kMaxErrors;
    error.sentence = {
        "duplicate_unit",
        {{"unit", duplicates.front().unit}, {"lines", {duplicates.front().firstLine, duplicates.front().secondLine}}},
        error.errors.front().message + andMore(error.errors.size() - 1, "", all ? " others" : " or more others") +
            "; nothing was imported"};
    return failure;
}

} // namespace xp
