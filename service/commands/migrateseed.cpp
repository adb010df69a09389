// SPDX-License-Identifier: Apache-2.0
#include "core/domain/fieldreader.h"
#include "core/engine/opendatabase.h"
#include "core/engine/seedmigration.h"
#include "core/storage/changewatcher.h"
#include "core/storage/connection/databasefile.h"
#include "service/commands/arguments.h"
#include "service/commands/commands.h"
#include "service/commands/terminal.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <optional>

namespace xp::service {

namespace {

using Use = ArgumentRule::Use;

constexpr std::array kRules{
    ArgumentRule{"--from", Use::Once, "URL", "postgresql://user:password@host:port/database of the old service"},
    ArgumentRule{"--leave-out", Use::Repeated, "ID", "an experiment that is not taken over, nor what is its"},
    ArgumentRule{"--dry-run", Use::Flag, "", "reads everything and reports, but stores nothing"},
    ArgumentRule{"--json", Use::Flag, "", "the report as JSON"}, ArgumentRule{"--help", Use::Flag, "", ""}};

std::string help()
{
    return "xp-service migrate-seed --from URL [options]\n\n"
           "Takes over the experiments, assignments and events of the FastAPI service that this one replaces: with "
           "ids,\n"
           "stored variants and hash, so that known and new users get the variant they would have got.\n"
           "May be run again: it takes what is not there yet. Run it while the old service runs, switch over, run it\n"
           "once more for what came in meanwhile.\n\n" +
           describe(kRules) + "\nThe database to write to is the service's: --database-url or DATABASE_URL.\n";
}

int failed(const Error& error, int status)
{
    printError(error);
    return status;
}

Result<DatabaseUrl> sourceOf(const Arguments& arguments)
{
    if (!arguments.has("--from"))
        return fail(ErrorCode::Invalid, "bad_option", "--from is missing; see xp-service migrate-seed --help");
    return parseDatabaseUrl(arguments.value("--from"));
}

void printCount(const char* what, std::int64_t count)
{
    if (count > 0)
        std::printf("    %15s %s\n", withSeparators(count).c_str(), what);
}

void print(const SeedMigrationReport& report, bool dryRun)
{
    std::printf("%s\n  experiments\n", dryRun ? "A trial run; nothing was stored. It would be:" : "Migrated");
    printCount("taken over", report.experiments.taken);
    printCount("taken over by an earlier run", report.experiments.already);
    printCount("left out, as asked for", report.experiments.leftOut);
    std::printf("  assignments\n");
    printCount("taken over", report.assignments.taken);
    printCount("taken over by an earlier run", report.assignments.already);
    printCount("left out: the user has an earlier one in the experiment", report.assignments.repeated);
    printCount("left out: the experiment has no such variant", report.assignments.unknownVariant);
    printCount("left out: of no experiment", report.assignments.unknownExperiment);
    printCount("left out: without a user", report.assignments.unusable);
    printCount("left out with their experiment", report.assignments.leftOut);
    printCount("of those taken over: without a time, so they got the experiment's start",
               report.assignments.withoutTime);
    std::printf("  events\n");
    printCount("taken over", report.events.taken);
    printCount("taken over by an earlier run", report.events.already);
    printCount("of those taken over: recorded under another variant than the user's first", report.events.otherVariant);
    printCount("of those taken over: before the assignment or after the stop, so not counted", report.events.uncounted);
    printCount("left out: of users without an assignment", report.events.orphaned);
    printCount("left out: of no experiment", report.events.unknownExperiment);
    printCount("left out: without a user or a name, or with a value that is no number", report.events.unusable);
    printCount("left out with their experiment", report.events.leftOut);
    printCount("of those taken over: without a time, so they got the experiment's start", report.events.withoutTime);
    for (const Sentence& note : report.notes)
        std::printf("  %s\n", note.text.c_str());
}

/// Where the old service's data are and where they go to; a trial writes to a database that is thrown away.
struct Places
{
    DatabaseUrl from;
    DatabaseUrl to;
    std::optional<DatabaseUrl> trial;
};

/// Says which of the two databases an error is of.
Failure ofEither(const Places& places, Error error)
{
    const auto& arguments = error.sentence.arguments;
    if (arguments.is_object() && arguments.value("database", std::string()) == places.from.display) {
        error = namingDatabase(places.from, std::move(error)).value();
        error.sentence.text = "--from " + error.sentence.text;
        return Failure(std::move(error));
    }
    return ofDatabase(places.trial.value_or(places.to), std::move(error));
}

Sentence note(std::string code, const std::string& text)
{
    return {std::move(code), nlohmann::json::object(), text};
}

/// Opening an empty file of SQLite's would write to it.
bool isEmptyFile(const DatabaseUrl& url)
{
    std::error_code problem;
    return url.engine == DatabaseUrl::Engine::Sqlite && std::filesystem::file_size(url.path, problem) == 0 && !problem;
}

/// Takes the experiments that are there already over into the trial, where they are in the way as they would be; what
/// else there is to say of where a run would write to. Nothing is written there.
Result<std::vector<Sentence>> lookAtTarget(const DatabaseUrl& url, Store& trial)
{
    if (!requireDatabaseFile(url))
        return std::vector{note("target_missing", url.display + " is not there yet; a run would make it")};
    if (isEmptyFile(url))
        return std::vector{note("target_empty", url.display + " is empty; a run would make its tables")};
    auto target = requireWholeFile(url).and_then([&] { return Store::open(url); });
    if (!target)
        return namingDatabase(url, std::move(target.error()));
    auto state = usableState(**target, url);
    if (!state)
        return ofDatabase(url, std::move(state.error()));
    if (*state == SchemaState::Empty)
        return std::vector{note("target_empty", url.display + " is empty; a run would make its tables")};
    if (*state == SchemaState::Altered)
        return fail(ErrorCode::Conflict, "altered_schema",
                    url.display + " was made by another build of this program; a run would be refused");
    if (*state == SchemaState::Older)
        return std::vector{note("target_older", url.display +
                                                    " was made by an earlier release; a run would bring it "
                                                    "up. Whether its experiments are in the way is not said")};
    auto done = (*target)->experiments().all().and_then([&](const std::vector<Experiment>& there) -> Result<void> {
        for (const Experiment& experiment : there) {
            if (auto copied = trial.experiments().insert(experiment); !copied)
                return copied;
        }
        return {};
    });
    if (!done)
        return ofDatabase(url, std::move(done.error()));
    return std::vector<Sentence>();
}

Result<SeedMigrationReport> migrate(const Places& places, const std::vector<std::string>& leaveOut)
{
    auto source = SeedReader::open(places.from);
    if (!source)
        return ofEither(places, std::move(source.error()));
    auto target = openDatabase(places.trial.value_or(places.to));
    if (!target)
        return Failure(std::move(target.error()));
    auto notes = places.trial ? lookAtTarget(places.to, **target) : std::vector<Sentence>();
    ProgressLine line;
    auto report = migrateSeed(
        **source, **target, Actor{.name = "migrate-seed", .role = Role::Admin},
        [&](std::string_view table, std::int64_t rows) { line.show(table, rows, 0); }, leaveOut);
    if (!report)
        return ofEither(places, std::move(report.error()));
    if (!notes)
        return Failure(std::move(notes.error()));
    if (!places.trial)
        awaitWatchers((*target)->connection());
    if (places.trial && report->experiments.already > 0)
        notes->push_back(note("rows_not_compared", "Assignments and events that an earlier run took over are counted "
                                                   "as taken over: a trial does not look for them"));
    std::ranges::move(*notes, std::back_inserter(report->notes));
    return report;
}

} // namespace

int runMigrateSeed(const Options& options, std::span<const std::string> words)
{
    const auto arguments = Arguments::parse(words, kRules, 0);
    if (!arguments)
        return failed(arguments.error(), 2);
    if (arguments->has("--help")) {
        std::fputs(help().c_str(), stdout);
        return 0;
    }
    const auto source = sourceOf(*arguments);
    if (!source)
        return failed(source.error(), 2);
    // A trial run does all there is to do, but into a database that is thrown away.
    const bool dryRun = arguments->has("--dry-run");
    const QTemporaryDir folder;
    Places places{.from = *source, .to = options.database, .trial = {}};
    if (dryRun) {
        auto trial = parseDatabaseUrl("sqlite:///" + folder.filePath(QStringLiteral("trial.db")).toStdString());
        if (!trial)
            return failed(trial.error(), 1);
        places.trial = std::move(*trial);
    }
    const auto report = migrate(places, arguments->values("--leave-out"));
    if (!report)
        return failed(report.error(), 1);
    if (arguments->has("--json"))
        std::printf("%s\n", report->toJson().dump(2).c_str());
    else
        print(*report, dryRun);
    return 0;
}

} // namespace xp::service
