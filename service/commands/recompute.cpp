// SPDX-License-Identifier: Apache-2.0
#include "core/engine/opendatabase.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/events/retention.h"
#include "service/commands/commands.h"

#include <cstdio>

namespace xp::service {

namespace {

constexpr const char* kHelp =
    "xp-service recompute [EXPERIMENT...] [--database-url URL]\n\n"
    "Rebuilds unit totals and moments from assignments and raw events; the numbers stay the same to the bit.\n"
    "Where raw events were sealed (--retention-days) it starts from the sealed sums, and says so.\n"
    "Without a name: of all experiments. Safe beside a running service: each experiment is one transaction. While it\n"
    "runs, writes of that experiment wait (on SQLite all writes), and with them those that are committed together "
    "with\n"
    "them: some seconds for 100,000 events. Run it at a quiet time.\n";

Result<void> recompute(Store& store, const std::string& idOrKey)
{
    return store.transaction([&]() -> Result<void> {
        auto experiment = store.experiments().find(idOrKey);
        if (!experiment)
            return Failure(std::move(experiment.error()));
        return store.moments().recompute(LiveExperiment(std::move(*experiment)));
    });
}

} // namespace

int runRecompute(const Options& options, std::span<const std::string> arguments)
{
    for (const std::string& argument : arguments) {
        if (argument.starts_with('-')) {
            const bool help = argument == "--help" || argument == "-h";
            std::fputs(kHelp, help ? stdout : stderr);
            return help ? 0 : 2;
        }
    }
    const auto failed = [](const Error& error) {
        std::fprintf(stderr, "xp-service recompute: %s\n", error.sentence.text.c_str());
        return 1;
    };
    const auto store = requireDatabaseFile(options.database).and_then([&] { return openDatabase(options.database); });
    if (!store)
        return failed(store.error());
    std::vector<std::string> names(arguments.begin(), arguments.end());
    if (names.empty()) {
        const auto all = (*store)->experiments().all();
        if (!all)
            return failed(all.error());
        for (const Experiment& experiment : *all)
            names.push_back(experiment.key);
    }
    const auto sealed = sealedUntil((*store)->connection());
    if (!sealed)
        return failed(sealed.error());
    const std::string from =
        *sealed == Timestamp() ? ""
                               : " from the sums sealed before " + toIso8601(*sealed) + " and the events that are kept";
    (void)(*store)->analyze(); // only for speed
    for (const std::string& name : names) {
        if (const auto done = recompute(**store, name); !done)
            return failed(done.error());
        std::printf("%s: recomputed%s\n", name.c_str(), from.c_str());
    }
    return 0;
}

} // namespace xp::service
