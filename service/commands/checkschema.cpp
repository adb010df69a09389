// SPDX-License-Identifier: Apache-2.0
#include "core/storage/schema/schemacheck.h"
#include "service/commands/commands.h"

#include <QFile>
#include <cstdio>

// A resource of a static library must be asked for, from outside of any namespace.
static void initResource()
{
    Q_INIT_RESOURCE(distribution);
}

namespace xp::service {

namespace {

constexpr const char* kHelp =
    "xp-service check-schema --database-url postgresql://...\n\n"
    "Shows on a plain PostgreSQL server that tables and statements qualify for Citus, spread as\n"
    "resources/sql/distribute.sql does, by user, and by experiment as well: the tables are made as hash partitions in "
    "a\n"
    "schema of their own, every kind of write and read is run on them, and all of it is undone. Tables of yours are\n"
    "not touched; the role needs the right to create a schema. Also as `xp-service --check-schema`.\n"
    "Exit code 0: they do; 1: they do not, and why.\n";

std::string distributionScript()
{
    initResource();
    QFile file(QStringLiteral(":/xp/distribution/distribute.sql"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

int runCheckSchema(const Options& options, std::span<const std::string> arguments)
{
    if (!arguments.empty()) {
        const bool help = arguments.front() == "--help" || arguments.front() == "-h";
        std::fputs(kHelp, help ? stdout : stderr);
        return help ? 0 : 2;
    }
    const Distribution byUnit = distributionOf(distributionScript());
    bool isFine = true;
    for (const auto& [what, distribution] :
         {std::pair("unit_id", byUnit), std::pair("experiment_id", spreadBy(byUnit, "unit_id", "experiment_id"))}) {
        const auto faults = checkDistribution(options.database, distribution);
        if (!faults) {
            const std::string detail = faults.error().sentence.arguments.value("detail", "");
            std::fprintf(stderr, "xp-service check-schema: %s%s\n", faults.error().sentence.text.c_str(),
                         detail.empty() ? "" : (" (" + detail + ")").c_str());
            return 1;
        }
        for (const std::string& fault : *faults)
            std::fprintf(stderr, "spread by %s: %s\n", what, fault.c_str());
        if (faults->empty())
            std::printf("spread by %s: %zu tables and all statements qualify\n", what, distribution.columns.size());
        isFine = isFine && faults->empty();
    }
    return isFine ? 0 : 1;
}

} // namespace xp::service
