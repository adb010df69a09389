// SPDX-License-Identifier: Apache-2.0
#include "core/domain/fieldreader.h"
#include "core/engine/importer.h"
#include "core/engine/opendatabase.h"
#include "core/files/cellvalue.h"
#include "core/storage/changewatcher.h"
#include "service/commands/arguments.h"
#include "service/commands/commands.h"
#include "service/commands/importsql.h"
#include "service/commands/interruption.h"
#include "service/commands/terminal.h"

#include <cstdio>
#include <optional>

namespace xp::service {

namespace {

using Use = ArgumentRule::Use;

constexpr std::array kRules{
    ArgumentRule{"--experiment", Use::Once, "KEY", "key of the new experiment"},
    ArgumentRule{"--name", Use::Once, "TEXT", "its name (the key)"},
    ArgumentRule{"--unit", Use::Once, "COLUMN", "what was randomised, each once"},
    ArgumentRule{"--variant", Use::Once, "COLUMN", "the variant of the unit"},
    ArgumentRule{"--metric", Use::Repeated, "COLUMN[:KIND[:ROLE[:DIRECTION]]]",
                 "conversion, count, sum or mean; primary, secondary or guardrail; increase or decrease"},
    ArgumentRule{"--primary", Use::Repeated, "METRIC", "the same as its role primary"},
    ArgumentRule{"--control", Use::Once, "VARIANT", "(the first row's)"},
    ArgumentRule{"--allocation", Use::Repeated, "VARIANT=SHARE", "intended split, of every variant (equal)"},
    ArgumentRule{"--time", Use::Once, "COLUMN", "time of the assignment, ISO 8601 (now)"},
    ArgumentRule{"--covariate", Use::Once, "COLUMN", "a number known before the assignment"},
    ArgumentRule{"--segment", Use::Repeated, "COLUMN", "a property known before the assignment"},
    ArgumentRule{"--project", Use::Once, "NAME", "(default)"},
    ArgumentRule{"--environment", Use::Once, "NAME", "(production)"},
    ArgumentRule{"--delimiter", Use::Once, "CHARACTER", "or 'tab' (guessed from the first line)"},
    ArgumentRule{"--latin1", Use::Flag, "", "the file is ISO 8859-1 rather than UTF-8 or UTF-16"},
    ArgumentRule{"--encoding", Use::Once, "NAME", "windows-1252, latin1, utf-16le or utf-16be (UTF-8, or as marked)"},
    ArgumentRule{"--replace", Use::Flag, "", "an earlier import under this key gives way; its notes stay"},
    ArgumentRule{"--sql", Use::Once, "FILE", "instead of FILE: a query with one row for each unit"},
    ArgumentRule{"--source", Use::Once, "NAME", "instead of FILE: a source as the studio saves them, or its file"},
    ArgumentRule{"--from", Use::Once, "URL", "the database that is read, read-only (SOURCE_DATABASE_URL)"},
    ArgumentRule{"--facts", Use::Once, "FILE", "a query of the unit and numbers, which are added up for each unit"},
    ArgumentRule{"--row-limit", Use::Once, "ROWS", "of each query (10,000,000)"},
    ArgumentRule{"--time-out", Use::Once, "DURATION", "of each query (300s)"},
    ArgumentRule{"--every", Use::Once, "DURATION", "again and again, replacing the import before; like 6h"},
    ArgumentRule{"--table", Use::Once, "FILE", "keeps what was read, for the next run (a temporary one)"},
    ArgumentRule{"--lookback", Use::Once, "DURATION", "days of exposure that are read again (14d)"},
    ArgumentRule{"--help", Use::Flag, "", ""}};

std::string help()
{
    return "xp-service import FILE --experiment KEY --unit COLUMN --variant COLUMN --metric COLUMN... [options]\n\n"
           "Stores a CSV file with one row for each unit as an experiment whose assignment happened elsewhere.\n"
           "FILE may be - for the standard input. All or nothing; works beside a running service.\n"
           "Blanks around the names of columns and around variants are not part of them; units stay as they are.\n"
           "Without a kind, a column of TRUE/FALSE, yes/no or 0/1 is a conversion, any other a mean.\n"
           "Where a query names {{since}}, only exposures from that day on are read again; --time is needed then.\n\n" +
           describe(kRules) + "\nThe database is the service's: --database-url or DATABASE_URL.\n";
}

Failure bad(const std::string& text)
{
    return fail(ErrorCode::Invalid, "bad_option", text);
}

Result<std::vector<std::pair<std::string, double>>> allocationsOf(const Arguments& arguments)
{
    std::vector<std::pair<std::string, double>> allocations;
    for (const std::string& text : arguments.values("--allocation")) {
        const std::size_t equals = text.rfind('=');
        const auto share = equals == std::string::npos ? std::nullopt : parseDecimal(text.substr(equals + 1));
        if (!share)
            return bad("--allocation is " + shown(text) + "; it must be like control=0.5");
        allocations.emplace_back(trimmed(std::string_view(text).substr(0, equals)), share->value);
    }
    return allocations;
}

Result<TextEncoding> encodingOf(const Arguments& arguments)
{
    const std::string name = arguments.value("--encoding", arguments.has("--latin1") ? "latin1" : "");
    for (const auto& [known, encoding] :
         {std::pair{"", TextEncoding::Detect}, std::pair{"utf-8", TextEncoding::Detect},
          std::pair{"windows-1252", TextEncoding::Windows1252}, std::pair{"latin1", TextEncoding::Latin1},
          std::pair{"utf-16le", TextEncoding::Utf16LittleEndian},
          std::pair{"utf-16be", TextEncoding::Utf16BigEndian}}) {
        if (name == known)
            return encoding;
    }
    return bad("--encoding is " + shown(name) + "; it must be utf-8, windows-1252, latin1, utf-16le or utf-16be");
}

/// What a column or a variant is called: in the file blanks around it are not part of it either.
std::vector<std::string> namesOf(const Arguments& arguments, const char* option)
{
    std::vector<std::string> names;
    for (const std::string& text : arguments.values(option))
        names.emplace_back(trimmed(text));
    return names;
}

std::string nameOf(const Arguments& arguments, const char* option)
{
    return std::string(trimmed(arguments.value(option)));
}

Result<ImportOptions> importOptionsOf(const Arguments& arguments, bool fromFile)
{
    if (fromFile && arguments.others().empty())
        return bad("The file to import is missing; see xp-service import --help");
    ImportOptions options{.path = fromFile ? arguments.others().front() : std::string(),
                          .key = arguments.value("--experiment"),
                          .name = arguments.value("--name"),
                          .project = arguments.value("--project", "default"),
                          .environment = arguments.value("--environment", "production"),
                          .unitColumn = nameOf(arguments, "--unit"),
                          .variantColumn = nameOf(arguments, "--variant"),
                          .control = nameOf(arguments, "--control"),
                          .timeColumn = nameOf(arguments, "--time"),
                          .covariateColumns = namesOf(arguments, "--covariate"),
                          .segmentColumns = namesOf(arguments, "--segment")};
    for (const std::string& text : arguments.values("--metric"))
        options.metrics.push_back(parseImportMetric(text));
    for (const std::string& name : namesOf(arguments, "--primary")) {
        const auto metric = std::ranges::find(options.metrics, name, &ImportMetric::column);
        if (metric == options.metrics.end())
            return bad("--primary names " + shown(name) + ", which no --metric names");
        metric->role = MetricRole::Primary;
    }
    auto allocations = allocationsOf(arguments);
    if (!allocations)
        return Failure(std::move(allocations.error()));
    options.allocations = std::move(*allocations);
    const std::string delimiter = arguments.value("--delimiter");
    if (delimiter == "tab")
        options.csv.delimiter = '\t';
    else if (delimiter.size() == 1 && std::string_view("\"\r\n").find(delimiter[0]) == std::string_view::npos)
        options.csv.delimiter = delimiter[0];
    else if (!delimiter.empty())
        return bad("--delimiter is " + shown(delimiter) + "; it must be one character, or 'tab'");
    const auto encoding = encodingOf(arguments);
    if (!encoding)
        return Failure(encoding.error());
    options.csv.encoding = *encoding;
    options.replace = arguments.has("--replace") || arguments.has("--every");
    return options;
}

void showProgress(ProgressLine& line, const ImportProgress& progress)
{
    switch (progress.phase) {
    case ImportProgress::Phase::Reading:
        return line.show("Reading", progress.done, progress.total);
    case ImportProgress::Phase::Sorting:
        return line.show("Sorting", progress.total, progress.total);
    case ImportProgress::Phase::Storing:
        return line.show("Storing", progress.done, progress.total);
    }
}

void print(const ImportReport& report)
{
    const Experiment& experiment = report.experiment;
    std::printf("Imported experiment %s (%s)\n", experiment.key.c_str(), experiment.id.c_str());
    for (std::size_t i = 0; i < experiment.variants.size(); ++i)
        std::printf("  %-20s %15s units%s\n", experiment.variants[i].name.c_str(),
                    withSeparators(report.units[i]).c_str(), i == 0 ? ", control" : "");
    for (const Sentence& note : report.notes)
        std::printf("  %s\n", note.text.c_str());
}

int failed(const Error& error, int status)
{
    printError(error);
    return status;
}

int importOnce(const Options& options, const ImportOptions& importOptions)
{
    auto store = openDatabase(options.database);
    if (!store)
        return failed(store.error(), 1);
    std::optional<Interruption> interruption; // while there is something to take back
    const auto report = [&] {
        ProgressLine line;
        return importFile(**store, importOptions, Actor{.name = "import", .role = Role::Admin},
                          [&](const ImportProgress& progress) {
                              showProgress(line, progress);
                              if (!interruption && progress.phase == ImportProgress::Phase::Storing)
                                  interruption.emplace();
                              return !Interruption::isAskedFor();
                          });
    }();
    if (!report)
        return failed(report.error(), 1);
    awaitWatchers((*store)->connection());
    print(*report);
    return 0;
}

} // namespace

int runImport(const Options& options, std::span<const std::string> words)
{
    const auto arguments = Arguments::parse(words, kRules, 1);
    if (!arguments)
        return failed(arguments.error(), 2);
    if (arguments->has("--help")) {
        std::fputs(help().c_str(), stdout);
        return 0;
    }
    const auto plan = sqlImportOf(*arguments);
    if (!plan)
        return failed(plan.error(), 2);
    auto importOptions = importOptionsOf(*arguments, !plan->has_value());
    if (!importOptions)
        return failed(importOptions.error(), 2);
    if (!*plan)
        return importOnce(options, *importOptions);
    importOptions->csv = {.delimiter = ','};
    return runSqlImport(**plan, importOptions->timeColumn, [&](const std::string& path) {
        importOptions->path = path;
        return importOnce(options, *importOptions);
    });
}

} // namespace xp::service
