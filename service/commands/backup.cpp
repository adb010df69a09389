// SPDX-License-Identifier: Apache-2.0
#include "core/storage/backup/backup.h"
#include "core/engine/opendatabase.h"
#include "service/commands/arguments.h"
#include "service/commands/commands.h"
#include "service/commands/terminal.h"

#include <cstdio>

namespace xp::service {

namespace {

using Use = ArgumentRule::Use;

constexpr std::array kBackupRules{ArgumentRule{"--help", Use::Flag, "", ""}};
constexpr std::array kRestoreRules{
    ArgumentRule{"--replace", Use::Flag, "",
                 "what the database holds gives way (a SQLite file is kept beside, its name is told)"},
    ArgumentRule{"--help", Use::Flag, "", ""}};

constexpr const char* kBackupHelp =
    "xp-service backup FILE [--database-url URL]\n\n"
    "Writes the whole database, as it is at one moment, to a new file. Services may go on using it. SQLite: a "
    "database\n"
    "file; PostgreSQL: pg_dump's custom format (pg_dump must be installed). Never overwrites a file.\n";
constexpr const char* kRestoreHelp = "xp-service restore FILE [--replace] [--database-url URL]\n\n"
                                     "Puts a backup in place of the database. Stop the services first: while one runs "
                                     "it is refused. The backup is checked\n"
                                     "before anything is changed.\n";

/// The one file that a command names, or its exit code.
tl::expected<std::string, int> fileOf(std::span<const std::string> words, std::span<const ArgumentRule> rules,
                                      const char* help, bool& replace)
{
    const auto arguments = Arguments::parse(words, rules, 1);
    if (arguments && arguments->has("--help")) {
        std::fputs(help, stdout);
        return tl::unexpected(0);
    }
    if (!arguments || arguments->others().empty()) {
        std::fprintf(stderr, "xp-service: %s\n\n%s",
                     arguments ? "the name of the backup is missing" : arguments.error().sentence.text.c_str(), help);
        return tl::unexpected(2);
    }
    replace = arguments->has("--replace");
    return arguments->others().front();
}

int finished(const DatabaseUrl& database, const Result<void>& done, const std::string& text)
{
    if (!done) {
        printError(ofDatabase(database, done.error()).value());
        return 1;
    }
    std::printf("%s\n", text.c_str());
    return 0;
}

} // namespace

int runBackup(const Options& options, std::span<const std::string> words)
{
    bool replace = false;
    const auto file = fileOf(words, kBackupRules, kBackupHelp, replace);
    if (!file)
        return file.error();
    return finished(options.database, backupDatabase(options.database, *file),
                    options.database.display + " is backed up to " + *file);
}

int runRestore(const Options& options, std::span<const std::string> words)
{
    bool replace = false;
    const auto file = fileOf(words, kRestoreRules, kRestoreHelp, replace);
    if (!file)
        return file.error();
    const auto kept = restoreDatabase(options.database, *file, replace ? RestoreInto::Anything : RestoreInto::Nothing);
    return finished(options.database, kept.map([](const std::string&) {}),
                    options.database.display + " is what " + *file + " holds" +
                        (kept.value_or("").empty() ? "" : "; what it was is kept as " + *kept));
}

} // namespace xp::service
