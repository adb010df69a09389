// SPDX-License-Identifier: Apache-2.0
#include "core/engine/importer.h"

#include "core/domain/fieldreader.h"
#include "core/engine/auditing.h"
#include "core/engine/unitpasses.h"
#include "core/files/importdesign.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/notetable.h"
#include "core/storage/timeorderedid.h"
#include "core/storage/units/covariatetable.h"
#include "core/storage/units/unitsweep.h"

#include <algorithm>
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

/// A file read whole, and found right.
struct ReadFile
{
    ImportColumns columns;
    ImportTable table;
};

using Phase = ImportProgress::Phase;

/// A service that writes without a pause can keep a database with one writer busy for long; and a server may restart.
/// Where it was lost during a commit, `isDone` (a Result<bool>) tells whether that has happened: to do it twice would
/// fail.
template <typename Work, typename IsDone>
Result<void> patiently(Work work, IsDone isDone)
{
    bool isUnknown = false;
    for (int attempt = 1;; ++attempt) {
        Result<void> done = work();
        isUnknown = isUnknown || (!done && isCommitUnknown(done.error()));
        if (!done && isUnknown && isDone().value_or(false))
            return {};
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
    Result<void> checkKeyIsFree();
    Result<std::vector<Note>> takeAway(const std::string& id);
    Result<ReadFile> readFile() const;
    Result<void> sort(ImportTable& table) const;

    Result<Experiment> makeExperiment(const ImportColumns& columns);

    Result<void> store(const Experiment& experiment, const ReadFile& file);
    Result<void> loadUnits(const Experiment& experiment, const ReadFile& file);
    Result<void> publish(const Experiment& experiment, const ReadFile& file);
    Result<bool> isThere(const std::string& experimentId);
    void fill(ImportedUnit& unit, const ImportRow& row, const Experiment& experiment) const;
    std::string contextOf(const ImportRow& row, const ImportColumns& columns) const;
    void addCovariate(const ImportedUnit& unit, double value, const Experiment& experiment);
    Result<void> storeCovariates(const Experiment& experiment);
    Result<void> progress(Phase phase, std::int64_t done, std::int64_t total) const;

    Store& m_store;
    const ImportOptions& m_options;
    const Actor& m_actor;
    const OnImportProgress& m_onProgress;
    Timestamp m_now;
    std::optional<std::string> m_replaced; ///< the import that gives way
    std::vector<Sentence> m_notes;
    std::vector<std::int16_t> m_variantOfCode; ///< from the order in the file to the experiment's
    std::vector<std::int64_t> m_units;
    std::map<std::tuple<std::int16_t, std::int16_t, std::int32_t>, CovariateMoments>
        m_covariates; ///< variant, metric, day
};

Result<void> Importer::progress(Phase phase, std::int64_t done, std::int64_t total) const
{
    if (m_onProgress && !m_onProgress({phase, done, total}))
        return fail(ErrorCode::Conflict, "interrupted", "The import was interrupted; nothing of it is stored");
    return {};
}

Result<ImportReport> Importer::run()
{
    if (auto checked = checkImportOptions(m_options); !checked)
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
    if (auto stored = store(*experiment, *file); !stored)
        return Failure(std::move(stored.error()));
    // The import stands without these: the server looks at its tables in time, a service makes up the histograms.
    (void)m_store.analyze();
    (void)refreshHistograms(m_store, *experiment, now(), true);
    return ImportReport{std::move(*experiment), std::move(m_units), std::move(m_notes)};
}

Result<void> Importer::checkKeyIsFree()
{
    const auto found = m_store.experiments().find(m_options.key);
    if (found && m_options.replace && found->imported) {
        m_replaced = found->id;
        return {};
    }
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
    for (std::int64_t rows = 1; !file.columns.gaveUp(); ++rows) {
        more = reader->next();
        if (!more)
            return Failure(std::move(more.error()));
        if (!*more)
            break;
        if (reader->line() > std::numeric_limits<std::uint32_t>::max())
            return fail(ErrorCode::TooLarge, "too_many_lines", "the file has more than 4,294,967,295 lines");
        if (const auto row = file.columns.read(reader->fields(), static_cast<std::uint32_t>(reader->line())))
            file.table.add(*row);
        if (rows % kRowsPerProgress != 0)
            continue;
        if (auto goesOn = progress(Phase::Reading, reader->bytesRead(), reader->size().value_or(0)); !goesOn)
            return Failure(std::move(goesOn.error()));
    }
    if (!file.columns.errors().empty())
        return wrongRows(file.columns, !file.columns.gaveUp());
    if (file.table.size() == 0)
        return fail(ErrorCode::Invalid, "no_rows", "the file has a line of names, but no rows");
    return file;
}

Result<void> Importer::sort(ImportTable& table) const
{
    if (auto goesOn = progress(Phase::Sorting, 0, static_cast<std::int64_t>(table.size())); !goesOn)
        return goesOn;
    const auto duplicates = table.sortByUnit(ImportColumns::kMaxErrors);
    if (duplicates.empty())
        return {};
    return duplicateUnits(m_options.unitColumn, duplicates);
}

Result<Experiment> Importer::makeExperiment(const ImportColumns& columns)
{
    auto design = importDesignOf(columns, m_options, m_now);
    if (!design)
        return Failure(std::move(design.error()));
    m_notes = std::move(design->notes);
    m_variantOfCode = std::move(design->variantOfCode);
    Experiment experiment = std::move(design->experiment);
    experiment.id = timeOrderedId(); // its time tells an import that is under way from one that was killed
    experiment.salt = experiment.id;
    m_units.assign(experiment.variants.size(), 0);
    return experiment;
}

void Importer::fill(ImportedUnit& unit, const ImportRow& row, const Experiment& experiment) const
{
    unit.unit = row.unit;
    unit.variant = m_variantOfCode[static_cast<std::size_t>(row.variant)];
    unit.exposedAt = m_options.timeColumn.empty() ? m_now : row.exposedAt;
    importTotals(row.numbers, experiment.metrics, unit.totals);
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
        done = patiently([&] { return publish(experiment, file); }, [&] { return isThere(experiment.id); });
    // The failure itself is what the caller has to know; what stays is swept by a later import. And where nobody can
    // tell whether the experiment is there, it keeps its units.
    if (!done && !isThere(experiment.id).value_or(true))
        (void)removeUnits(m_store.connection(), experiment.id);
    return done;
}

Result<void> Importer::loadUnits(const Experiment& experiment, const ReadFile& file)
{
    const LiveExperiment live(experiment);
    const auto total = static_cast<std::int64_t>(file.table.size());
    std::vector<ImportedUnit> chunk;
    for (std::int64_t first = 0; first < total; first += kUnitsPerLoad) {
        if (auto goesOn = progress(Phase::Storing, first, total); !goesOn)
            return goesOn;
        chunk.resize(static_cast<std::size_t>(std::min(kUnitsPerLoad, total - first)));
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            const ImportRow row = file.table.at(static_cast<std::size_t>(first) + i);
            fill(chunk[i], row, experiment);
            chunk[i].context = contextOf(row, file.columns);
            ++m_units[static_cast<std::size_t>(chunk[i].variant)];
            if (!m_options.covariateColumns.empty())
                addCovariate(chunk[i], row.numbers.back(), experiment);
        }
        auto loaded = patiently([&] { return m_store.transaction([&] { return m_store.units().load(live, chunk); }); },
                                [&] { return m_store.units().isLoaded(experiment.id, chunk); });
        if (!loaded)
            return loaded;
        // SQLite has one writer, and who waits for it looks now and then.
        if (hasOneWriter(m_store.connection()))
            std::this_thread::sleep_for(kPause);
    }
    return progress(Phase::Storing, total, total);
}

/// Removes the import that is replaced; what people wrote beside it is handed over.
Result<std::vector<Note>> Importer::takeAway(const std::string& id)
{
    auto written = NoteTable(m_store.connection()).all(id);
    if (!written)
        return written;
    if (auto removed = m_store.experiments().remove(id); !removed)
        return Failure(std::move(removed.error()));
    return written;
}

Result<bool> Importer::isThere(const std::string& experimentId)
{
    const auto found = m_store.experiments().find(experimentId);
    if (!found && found.error().code != ErrorCode::NotFound)
        return Failure(found.error());
    return found.has_value();
}

Result<void> Importer::publish(const Experiment& experiment, const ReadFile& file)
{
    return m_store.transaction([&]() -> Result<void> {
        auto written = m_replaced ? takeAway(*m_replaced) : Result<std::vector<Note>>();
        if (!written)
            return Failure(std::move(written.error()));
        if (auto added = storeCovariates(experiment); !added)
            return added;
        if (auto inserted = m_store.experiments().insert(experiment); !inserted)
            return inserted;
        if (auto counted = m_store.experiments().countEntry(experiment.status); !counted)
            return counted;
        for (Note& note : *written) {
            if (auto kept = NoteTable(m_store.connection()).insert(experiment.id, std::move(note)); !kept)
                return Failure(std::move(kept.error()));
        }
        return m_store.audit().append(
            auditOf(m_actor, "experiment.import", experiment.id,
                    {{"key", experiment.key},
                     {"units", file.table.size()},
                     {"replaced", m_replaced ? nlohmann::json(*m_replaced) : nlohmann::json()},
                     {"covariates", m_options.covariateColumns},
                     {"segments", m_options.segmentColumns}}));
    });
}

} // namespace

Result<ImportReport> importFile(Store& store, const ImportOptions& options, const Actor& actor,
                                const OnImportProgress& onProgress)
{
    return Importer(store, options, actor, onProgress).run();
}

} // namespace xp
