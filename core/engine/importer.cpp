// SPDX-License-Identifier: Apache-2.0
#include "core/engine/importer.h"

#include "core/domain/enumtext.h"
#include "core/domain/experimentinput.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/engine/auditing.h"
#include "core/engine/importcolumns.h"
#include "core/engine/unitpasses.h"
#include "core/storage/covariatetable.h"
#include "core/storage/timeorderedid.h"
#include "core/storage/unitsweep.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <thread>
#include <tuple>

namespace xp {

namespace {

constexpr std::int64_t kUnitsPerLoad = 10000;
constexpr int kAttempts = 10; ///< each of them waits ten seconds for SQLite's lock
constexpr auto kPause = std::chrono::milliseconds(10);
constexpr auto kAbandonedAfter = std::chrono::hours(24);
constexpr std::int64_t kRowsPerProgress = 16384;
constexpr double kDefaultResolution = 1e-6;
constexpr int kFinestDecimals = 12;

/// A file read whole, and found right.
struct ReadFile
{
    ImportColumns columns;
    ImportTable table;
};

using Progress = ImportProgress::Phase;

/// A service that writes without a pause can keep a database with one writer busy for long; and a server may restart.
template <typename Work>
Result<void> patiently(Work work)
{
    for (int attempt = 1;; ++attempt) {
        auto done = work();
        if (done || done.error().code != ErrorCode::Unavailable || attempt == kAttempts)
            return done;
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

class Importer
{
public:
    Importer(Store& store, const ImportOptions& options, const Actor& actor, const OnImportProgress& onProgress)
        : m_store(store), m_options(options), m_actor(actor), m_onProgress(onProgress), m_now(now())
    {
    }

    Result<ImportReport> run();

private:
    Result<void> checkOptions() const;
    Result<void> checkKeyIsFree() const;
    Result<ReadFile> readFile() const;
    Failure wrongRows(const ImportColumns& columns, bool readAll) const;
    Result<void> sort(ImportTable& table) const;

    Result<Experiment> makeExperiment(const ImportColumns& columns);
    Result<std::vector<std::string>> variantOrder(const ImportColumns& columns) const;
    Result<nlohmann::json> variantsJson(const std::vector<std::string>& names) const;
    nlohmann::json metricJson(const ImportMetric& metric, const NumberColumn& column);
    double resolutionOf(const NumberColumn& column);

    Result<void> store(const Experiment& experiment, const ReadFile& file);
    Result<void> loadUnits(const Experiment& experiment, const ReadFile& file);
    Result<void> publish(const Experiment& experiment, const ReadFile& file);
    Result<void> checkCovariates(const Experiment& experiment, const ImportColumns& columns) const;
    void fill(ImportedUnit& unit, const ImportRow& row, const Experiment& experiment) const;
    std::string contextOf(const ImportRow& row, const ImportColumns& columns) const;
    void addCovariate(const ImportedUnit& unit, double value, const Experiment& experiment);
    Result<void> storeCovariates(const Experiment& experiment);
    void progress(Progress phase, std::int64_t done, std::int64_t total) const;

    Store& m_store;
    const ImportOptions& m_options;
    const Actor& m_actor;
    const OnImportProgress& m_onProgress;
    Timestamp m_now;
    std::vector<Sentence> m_notes;
    std::vector<std::int16_t> m_variantOfCode; ///< from the order in the file to the experiment's
    std::vector<std::int64_t> m_units;
    std::map<std::tuple<std::int16_t, std::int16_t, std::int32_t>, CovariateMoments>
        m_covariates; ///< variant, metric, day
};

void Importer::progress(Progress phase, std::int64_t done, std::int64_t total) const
{
    if (m_onProgress)
        m_onProgress({phase, done, total});
}

Result<ImportReport> Importer::run()
{
    if (auto checked = checkOptions(); !checked)
        return Failure(std::move(checked.error()));
    if (auto free = checkKeyIsFree(); !free)
        return Failure(std::move(free.error()));
    auto file = readFile();
    if (!file)
        return Failure(std::move(file.error()));
    if (auto sorted = sort(file->table); !sorted)
        return Failure(std::move(sorted.error()));
    auto experiment = makeExperiment(file->columns);
    if (!experiment)
        return Failure(std::move(experiment.error()));
    if (auto fits = checkCovariates(*experiment, file->columns); !fits)
        return Failure(std::move(fits.error()));
    if (auto stored = store(*experiment, *file); !stored)
        return Failure(std::move(stored.error()));
    // The import stands without its histograms; a service makes them up.
    (void)refreshHistograms(m_store, *experiment, now(), true);
    return ImportReport{std::move(*experiment), std::move(m_units), std::move(m_notes)};
}

Result<void> Importer::checkOptions() const
{
    std::vector<FieldError> errors;
    const auto need = [&](bool given, const char* option) {
        if (!given)
            errors.push_back({option, "required", std::string("--") + option + " is missing"});
    };
    need(!m_options.key.empty(), "experiment");
    need(!m_options.unitColumn.empty(), "unit");
    need(!m_options.variantColumn.empty(), "variant");
    need(!m_options.metrics.empty(), "metric");
    if (!m_options.key.empty() && !isKey(m_options.key))
        errors.push_back({"experiment", "format",
                          "--experiment is " + shown(m_options.key) +
                              "; a key is made of letters, digits, '.', '_' and '-', starting with a letter or digit"});
    if (m_options.covariateColumns.size() > 1)
        errors.push_back({"covariate", "too_many", "--covariate can be given once"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return {};
}

Result<void> Importer::checkKeyIsFree() const
{
    const auto found = m_store.experiments().find(m_options.key);
    if (found)
        return fail(ErrorCode::Conflict, "key_taken",
                    "there is an experiment " + shown(m_options.key) +
                        " already; import under another key, or delete it first",
                    {{"key", m_options.key}});
    if (found.error().code != ErrorCode::NotFound)
        return Failure(found.error());
    return {};
}

Result<ReadFile> Importer::readFile() const
{
    auto reader = CsvReader::open(m_options.path, m_options.csv);
    if (!reader)
        return Failure(std::move(reader.error()));
    auto more = reader->next();
    if (!more)
        return Failure(std::move(more.error()));
    if (!*more)
        return fail(ErrorCode::Invalid, "empty_file", "the file is empty; its first line must name the columns");
    auto columns = ImportColumns::find(reader->fields(), m_options);
    if (!columns)
        return Failure(std::move(columns.error()));
    ReadFile file{std::move(*columns), ImportTable(0, 0, false)};
    file.table = file.columns.emptyTable();
    bool goOn = true;
    for (std::int64_t rows = 1; goOn; ++rows) {
        more = reader->next();
        if (!more)
            return Failure(std::move(more.error()));
        if (!*more)
            break;
        if (reader->line() > std::numeric_limits<std::uint32_t>::max())
            return fail(ErrorCode::TooLarge, "too_many_lines", "the file has more than 4,294,967,295 lines");
        goOn = file.columns.read(reader->fields(), static_cast<std::uint32_t>(reader->line()), file.table);
        if (rows % kRowsPerProgress == 0)
            progress(Progress::Reading, reader->bytesRead(), reader->size().value_or(0));
    }
    if (!file.columns.errors().empty())
        return wrongRows(file.columns, goOn);
    if (file.table.size() == 0)
        return fail(ErrorCode::Invalid, "no_rows", "the file has a line of names, but no rows");
    return file;
}

Failure Importer::wrongRows(const ImportColumns& columns, bool readAll) const
{
    Failure failure = failInvalid(columns.errors());
    Error& error = failure.value();
    const std::size_t others = error.errors.size() - 1;
    std::string more;
    if (others > 0)
        more = " (and " + std::string(readAll ? "" : "at least ") + std::to_string(others) + " more)";
    error.sentence = {"bad_rows",
                      {{"errors", error.errors.size()}, {"all", readAll}},
                      error.errors.front().message + more + "; nothing was imported"};
    return failure;
}

Result<void> Importer::sort(ImportTable& table) const
{
    progress(Progress::Sorting, 0, static_cast<std::int64_t>(table.size()));
    const auto duplicates = table.sortByUnit(ImportColumns::kMaxErrors);
    if (duplicates.empty())
        return {};
    std::vector<FieldError> errors;
    for (const auto& duplicate : duplicates)
        errors.push_back({m_options.unitColumn, "duplicate",
                          "unit " + shown(duplicate.unit) + " is in line " + std::to_string(duplicate.firstLine) +
                              " and again in line " + std::to_string(duplicate.secondLine)});
    Failure failure = failInvalid(std::move(errors));
    Error& error = failure.value();
    const std::size_t others = error.errors.size() - 1;
    std::string more;
    if (others > 0)
        more =
            " (and " + std::to_string(others) + (others + 1 < ImportColumns::kMaxErrors ? "" : " or more") + " others)";
    error.sentence = {
        "duplicate_unit",
        {{"unit", duplicates.front().unit}, {"lines", {duplicates.front().firstLine, duplicates.front().secondLine}}},
        error.errors.front().message + more + "; nothing was imported"};
    return failure;
}

/// The variants' names, control first, then in the order of the file.
Result<std::vector<std::string>> Importer::variantOrder(const ImportColumns& columns) const
{
    std::vector<std::string> names = columns.variants();
    const auto listed = [&] {
        std::string text;
        for (const std::string& name : names)
            text += (text.empty() ? "" : ", ") + name;
        return text;
    };
    std::vector<FieldError> errors;
    const auto mustBeThere = [&](const std::string& name, const char* option) {
        if (std::ranges::find(names, name) == names.end())
            errors.push_back({option, "unknown_variant",
                              std::string("--") + option + " names " + shown(name) +
                                  ", which is no variant in the file; it has: " + listed()});
    };
    if (names.size() < 2)
        errors.push_back({"variant", "too_few",
                          "column " + m_options.variantColumn + " has only the value " + shown(names.front()) +
                              "; an experiment needs two variants"});
    if (!m_options.control.empty())
        mustBeThere(m_options.control, "control");
    for (const auto& [name, share] : m_options.allocations)
        mustBeThere(name, "allocation");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    if (!m_options.control.empty())
        std::rotate(names.begin(), std::ranges::find(names, m_options.control),
                    std::ranges::find(names, m_options.control) + 1);
    return names;
}

Result<nlohmann::json> Importer::variantsJson(const std::vector<std::string>& names) const
{
    nlohmann::json variants = nlohmann::json::array();
    std::vector<FieldError> errors;
    for (const std::string& name : names) {
        double share = 1.0 / static_cast<double>(names.size());
        if (!m_options.allocations.empty()) {
            const auto given = std::ranges::find(m_options.allocations, name, &std::pair<std::string, double>::first);
            if (given == m_options.allocations.end())
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

/// 1e-6 where every value is a whole multiple of it within the range, else what the decimals ask for; when neither
/// fits, the finest in which the largest value has room.
double Importer::resolutionOf(const NumberColumn& column)
{
    const auto fits = [&](int decimals) { return column.largest * std::pow(10.0, decimals) <= kMaxMultiples; };
    if (column.decimals <= 6 && fits(6))
        return kDefaultResolution;
    int decimals = std::min(column.decimals, kFinestDecimals);
    while (!fits(decimals) && decimals > -kFinestDecimals)
        --decimals;
    // Read from text, so that it is the double nearest to the power of ten.
    const double resolution = std::strtod(("1e" + std::to_string(-decimals)).c_str(), nullptr);
    if (decimals < column.decimals)
        m_notes.push_back({"values_rounded",
                           {{"column", column.name}, {"resolution", resolution}},
                           "The values of " + column.name +
                               " have more digits than fit and were rounded to multiples of " + shown(resolution) +
                               "."});
    return resolution;
}

nlohmann::json Importer::metricJson(const ImportMetric& metric, const NumberColumn& column)
{
    const MetricKind kind = metric.kind.value_or(column.guessedKind());
    const bool isConversion = kind == MetricKind::Conversion;
    if (!metric.kind)
        m_notes.push_back({"kind_guessed",
                           {{"metric", metric.column}, {"kind", toString(kind)}},
                           "Metric " + metric.column + " was taken as a " + std::string(toString(kind)) +
                               (isConversion ? ": all its values are yes or no." : " of one number for each unit.")});
    return {{"name", metric.column},
            {"kind", toString(kind)},
            {"role", toString(metric.role)},
            {"direction", toString(metric.direction)},
            {"resolution", isConversion ? kDefaultResolution : resolutionOf(column)},
            {"per_unit", !isConversion}};
}

Result<Experiment> Importer::makeExperiment(const ImportColumns& columns)
{
    const auto names = variantOrder(columns);
    if (!names)
        return Failure(names.error());
    auto variants = variantsJson(*names);
    if (!variants)
        return Failure(std::move(variants.error()));
    nlohmann::json metrics = nlohmann::json::array();
    for (std::size_t i = 0; i < m_options.metrics.size(); ++i)
        metrics.push_back(metricJson(m_options.metrics[i], columns.numbers()[i]));
    auto accepted = readNewExperiment({{"key", m_options.key},
                                       {"name", m_options.name.empty() ? m_options.key : m_options.name},
                                       {"project", m_options.project},
                                       {"environment", m_options.environment},
                                       {"variants", std::move(*variants)},
                                       {"metrics", std::move(metrics)}});
    if (!accepted)
        return Failure(std::move(accepted.error()));
    m_notes.insert(m_notes.end(), accepted->warnings.begin(), accepted->warnings.end());

    for (const std::string& label : columns.variants())
        m_variantOfCode.push_back(static_cast<std::int16_t>(std::ranges::find(*names, label) - names->begin()));
    m_units.assign(names->size(), 0);

    Experiment experiment = std::move(accepted->experiment);
    experiment.id = timeOrderedId(); // its time tells an import that is under way from one that was killed
    experiment.salt = experiment.id;
    experiment.imported = true;
    experiment.status = Status::Stopped;
    experiment.createdAt = m_now;
    const auto [earliest, latest] = columns.times().value_or(std::pair(m_now, m_now));
    experiment.startedAt = earliest;
    experiment.stoppedAt = latest;
    experiment.peakTraffic = experiment.trafficAllocation;
    Epoch epoch{.startedAt = earliest};
    for (const Variant& variant : experiment.variants)
        epoch.allocations.push_back(variant.allocation);
    experiment.epochs.push_back(std::move(epoch));
    return experiment;
}

/// Of the row's numbers, the unit's totals. A conversion counts one event; so does a measured value, unless it is a sum
/// of nothing. A count is that many.
void Importer::fill(ImportedUnit& unit, const ImportRow& row, const Experiment& experiment) const
{
    unit.unit = row.unit;
    unit.variant = m_variantOfCode[static_cast<std::size_t>(row.variant)];
    unit.exposedAt = m_options.timeColumn.empty() ? m_now : row.exposedAt;
    const std::vector<Metric>& metrics = experiment.metrics;
    unit.totals.assign(metrics.size(), {});
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const double value = row.numbers[i];
        UnitTotals& totals = unit.totals[i];
        if (metrics[i].kind != MetricKind::Mean && value == 0)
            continue;
        totals.addEvent(toMultiples(value, metrics[i].resolution).value_or(0));
        if (metrics[i].kind == MetricKind::Count)
            totals.count = static_cast<std::int64_t>(value);
    }
}

/// A covariate is kept in multiples of each metric's resolution.
Result<void> Importer::checkCovariates(const Experiment& experiment, const ImportColumns& columns) const
{
    if (m_options.covariateColumns.empty())
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

/// What was known of the unit, as a live service keeps the context of an assignment.
std::string Importer::contextOf(const ImportRow& row, const ImportColumns& columns) const
{
    if (m_options.segmentColumns.empty() && m_options.covariateColumns.empty())
        return {};
    nlohmann::json context = nlohmann::json::object();
    for (std::size_t i = 0; i < m_options.segmentColumns.size(); ++i)
        context[m_options.segmentColumns[i]] = columns.segments()[i].labels()[row.labels[i]];
    if (!m_options.covariateColumns.empty())
        context[m_options.covariateColumns.front()] = row.numbers.back();
    return context.dump();
}

void Importer::addCovariate(const ImportedUnit& unit, double value, const Experiment& experiment)
{
    for (std::size_t i = 0; i < experiment.metrics.size(); ++i) {
        const std::int64_t x = toMultiples(value, experiment.metrics[i].resolution).value_or(0);
        m_covariates[{unit.variant, static_cast<std::int16_t>(i), dayOf(unit.exposedAt)}] +=
            covariateContributionOf(x, unit.totals[i]);
    }
}

Result<void> Importer::storeCovariates(const Experiment& experiment)
{
    std::vector<CovariateCell> cells;
    for (const auto& [key, moments] : m_covariates) {
        const auto& [variant, metric, day] = key;
        cells.push_back({.variant = variant, .metric = metric, .day = day, .moments = moments});
    }
    return CovariateTable(m_store.connection()).add(experiment.id, cells);
}

/// Loads the units in short transactions, under an id that nobody knows yet, then makes the experiment.
Result<void> Importer::store(const Experiment& experiment, const ReadFile& file)
{
    // What an import that was killed has left. One that is under way is younger.
    if (auto swept = removeAbandonedUnits(m_store.connection(), m_now - kAbandonedAfter); !swept)
        return Failure(std::move(swept.error()));
    auto done = loadUnits(experiment, file);
    if (done)
        done = patiently([&] { return publish(experiment, file); });
    if (!done) {
        // The failure itself is what the caller has to know; what stays is swept by a later import.
        (void)removeUnits(m_store.connection(), experiment.id);
    }
    return done;
}

Result<void> Importer::loadUnits(const Experiment& experiment, const ReadFile& file)
{
    const LiveExperiment live(experiment);
    const auto total = static_cast<std::int64_t>(file.table.size());
    std::vector<ImportedUnit> chunk;
    for (std::int64_t first = 0; first < total; first += kUnitsPerLoad) {
        progress(Progress::Storing, first, total);
        chunk.resize(static_cast<std::size_t>(std::min(kUnitsPerLoad, total - first)));
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            const ImportRow row = file.table.at(static_cast<std::size_t>(first) + i);
            fill(chunk[i], row, experiment);
            chunk[i].context = contextOf(row, file.columns);
            ++m_units[static_cast<std::size_t>(chunk[i].variant)];
            if (!m_options.covariateColumns.empty())
                addCovariate(chunk[i], row.numbers.back(), experiment);
        }
        auto loaded = patiently([&] { return m_store.transaction([&] { return m_store.units().load(live, chunk); }); });
        if (!loaded)
            return loaded;
        // SQLite has one writer, and who waits for it looks now and then.
        if (hasOneWriter(m_store.connection()))
            std::this_thread::sleep_for(kPause);
    }
    progress(Progress::Storing, total, total);
    return {};
}

Result<void> Importer::publish(const Experiment& experiment, const ReadFile& file)
{
    return m_store.transaction([&]() -> Result<void> {
        if (auto added = storeCovariates(experiment); !added)
            return added;
        if (auto inserted = m_store.experiments().insert(experiment); !inserted)
            return inserted;
        if (auto counted = m_store.experiments().countEntry(experiment.status); !counted)
            return counted;
        return m_store.audit().append(auditOf(m_actor, "experiment.import", experiment.id,
                                              {{"key", experiment.key},
                                               {"units", file.table.size()},
                                               {"covariates", m_options.covariateColumns},
                                               {"segments", m_options.segmentColumns}}));
    });
}

} // namespace

ImportMetric parseImportMetric(std::string_view text)
{
    // Parts are taken off the end while they are ones that can stand there.
    ImportMetric metric;
    const auto takeLast = [&](auto parse, auto& into) {
        const std::size_t colon = text.rfind(':');
        if (colon == std::string_view::npos || colon == 0)
            return;
        const std::string_view last = text.substr(colon + 1);
        const auto value = parse(last);
        if (value)
            into = *value;
        if (value || last.empty())
            text = text.substr(0, colon);
    };
    takeLast(parseDirection, metric.direction);
    takeLast(parseMetricRole, metric.role);
    takeLast(parseMetricKind, metric.kind);
    metric.column = text;
    return metric;
}

Result<ImportReport> importFile(Store& store, const ImportOptions& options, const Actor& actor,
                                const OnImportProgress& onProgress)
{
    return Importer(store, options, actor, onProgress).run();
}

} // namespace xp
