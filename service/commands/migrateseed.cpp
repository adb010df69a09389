// SPDX-License-Identifier: Apache-2.0
#include "core/domain/fieldreader.h"
#include "core/engine/opendatabase.h"
#include "core/engine/seedmigration.h"
#include "service/commands/arguments.h"
#include "service/commands/commands.h"
#include "service/commands/terminal.h"

#include <QTemporaryDir>
#include <cstdio>

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

Result<SeedMigrationReport> migrate(const DatabaseUrl& from, const DatabaseUrl& to,
                                    const std::vector<std::string>& leaveOut)
{
    auto source = SeedReader::open(from);
    if (!source)
        return Failure(std::move(source.error()));
    auto target = openDatabase(to);
    if (!target)
        return Failure(std::move(target.error()));
    ProgressLine line;
    return migrateSeed(
        **source, **target, Actor{.name = "migrate-seed", .role = Role::Admin},
        [&](std::string_view table, std::int64_t rows) { line.show(table, rows, 0); }, leaveOut);
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
    DatabaseUrl target = options.database;
    if (dryRun) {
        auto trial = parseDatabaseUrl("sqlite:///" + folder.filePath(QStringLiteral("trial.db")).toStdString());
        if (!trial)
            return failed(trial.error(), 1);
        target = std::move(*trial);
    }
    const auto report = migrate(*source, target, arguments->values("--leave-out"));
    if (!report)
        return failed(report.error(), 1);
    if (arguments->has("--json"))
        std::printf("%s\n", report->toJson().dump(2).c_str());
    else
        print(*report, dryRun);
    return 0;
}

} // namespace xp::service
