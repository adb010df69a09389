// SPDX-License-Identifier: Apache-2.0
#include "core/engine/opendatabase.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/pagecheck.h"
#include "core/storage/connection/servercheck.h"
#include "service/commands/commands.h"
#include "service/service.h"

#include <cstdio>

namespace xp::service {

namespace {

constexpr const char* kHelp = "xp-service check-database [--database-url URL]\n\n"
                              "Says whether the database answers and holds this release's tables; changes nothing. "
                              "A SQLite file\n"
                              "is read to its end, for damaged pages; that takes as long as reading it does.\n"
                              "Exit code 0: yes; 1: no, and why.\n";

/// What is wrong with a database in this state; empty when nothing is.
std::string complaint(SchemaState state)
{
    switch (state) {
    case SchemaState::Current:
        return {};
    case SchemaState::Empty:
        return "it answers, but holds no tables yet; starting xp-service makes them";
    case SchemaState::Older:
        return "it answers, but its tables are of an earlier release; starting xp-service brings them up";
    case SchemaState::Newer:
        return "it answers, but its tables are of a later release";
    case SchemaState::Altered:
        return "it answers, but its tables are those of another build of this program";
    case SchemaState::Foreign:
        return "it holds the tables of the FastAPI service that this one replaces; see xp-service migrate-seed --help";
    }
    return "unknown";
}

/// The complaint about tables that are not there, or are there in name only; empty when there is none.
Result<std::string> complaint(Store& store, SchemaState state)
{
    if (state != SchemaState::Current)
        return complaint(state);
    return store.unreadableTables().map([](const std::vector<std::string>& tables) {
        std::string names;
        for (const std::string& table : tables)
            names += (names.empty() ? "" : ", ") + table;
        return names.empty() ? names
                             : "it answers, but cannot read these of its tables: " + names + "; restore a backup";
    });
}

} // namespace

int runCheckDatabase(const Options& options, std::span<const std::string> arguments)
{
    if (!arguments.empty()) {
        const bool help = arguments.front() == "--help" || arguments.front() == "-h";
        std::fputs(kHelp, help ? stdout : stderr);
        return help ? 0 : 2;
    }
    const auto problem = requireDatabaseFile(options.database)
                             .and_then([&] { return requireWholeFile(options.database); })
                             .and_then([&] { return Store::open(options.database); })
                             .and_then([](const std::unique_ptr<Store>& store) {
                                 return requireUtf8(store->connection())
                                     .and_then([&] { return checkPages(store->connection(), PageCheck::Pages); })
                                     .and_then([&] { return store->schemaState(); })
                                     .and_then([&](SchemaState state) { return complaint(*store, state); });
                             });
    if (!problem) {
        std::fprintf(stderr, "%s\n", ofDatabase(options.database, problem.error()).value().sentence.text.c_str());
        return 1;
    }
    if (!problem->empty()) {
        std::fprintf(stderr, "%s: %s\n", options.database.display.c_str(), problem->c_str());
        return 1;
    }
    std::printf("%s: answers and holds its tables\n", options.database.display.c_str());
    return 0;
}

} // namespace xp::service
