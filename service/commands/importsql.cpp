// SPDX-License-Identifier: Apache-2.0
#include "service/commands/importsql.h"

#include "core/domain/fieldreader.h"
#include "core/engine/dailytable.h"
#include "service/commands/terminal.h"

#include <QFile>
#include <QTemporaryDir>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace xp::service {

namespace {

constexpr const char* kFromVariable = "SOURCE_DATABASE_URL"; ///< keeps a password out of the process list
constexpr qint64 kMostOfAStatement = qint64{1} << 20;
constexpr Duration kLeastPause = std::chrono::seconds(1);

Failure bad(const std::string& text)
{
    return fail(ErrorCode::Invalid, "bad_option", text);
}

Result<std::string> textOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "file_not_readable",
                    "cannot read " + path + ": " + file.errorString().toStdString(), {{"file", path}});
    return file.read(kMostOfAStatement).toStdString();
}

Result<Duration> durationOf(const Arguments& arguments, const char* name, Duration otherwise)
{
    if (!arguments.has(name))
        return otherwise;
    const auto value = parseDuration(arguments.value(name));
    if (!value || *value < kLeastPause)
        return bad(std::string(name) + " is " + shown(arguments.value(name)) + "; it must be like 14d, 6h, 30m or 90s");
    return *value;
}

Result<void> takeSource(const Arguments& arguments, QuerySource& source)
{
    if (arguments.has("--source")) {
        auto named = readQuerySource(QString::fromStdString(arguments.value("--source")));
        if (!named)
            return Failure(std::move(named.error()));
        source = std::move(*named);
    }
    const char* const told = std::getenv(kFromVariable);
    source.database = arguments.value("--from", told ? told : source.database);
    if (source.database.empty())
        return bad("The database to read is missing: --from URL, or SOURCE_DATABASE_URL");
    for (const auto& [option, into] : {std::pair{"--sql", &source.exposures}, std::pair{"--facts", &source.facts}}) {
        if (!arguments.has(option))
            continue;
        auto text = textOf(arguments.value(option));
        if (!text)
            return Failure(std::move(text.error()));
        *into = std::move(*text);
    }
    if (const std::string text = arguments.value("--row-limit"); !text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), source.rowLimit);
        if (error != std::errc() || end != text.data() + text.size() || source.rowLimit < 1)
            return bad("--row-limit is " + shown(text) + "; it must be a whole number from 1 on");
    }
    const auto timeOut = durationOf(arguments, "--time-out", source.timeOut);
    if (!timeOut)
        return Failure(timeOut.error());
    source.timeOut = std::chrono::duration_cast<std::chrono::seconds>(*timeOut);
    return {};
}

Result<RefreshedTable> refresh(const SqlImport& plan, const std::string& timeColumn, const QString& path)
{
    const auto url = parseDatabaseUrl(plan.source.database);
    if (!url)
        return Failure(url.error());
    const auto reader = ExternalReader::open(*url, {plan.source.rowLimit, plan.source.timeOut});
    if (!reader)
        return Failure(reader.error());
    return refreshTable(**reader, plan.source, path, timeColumn, plan.lookback);
}

} // namespace

Result<std::optional<SqlImport>> sqlImportOf(const Arguments& arguments)
{
    if (!arguments.has("--sql") && !arguments.has("--source")) {
        for (const char* option :
             {"--from", "--facts", "--every", "--lookback", "--table", "--row-limit", "--time-out"}) {
            if (arguments.has(option))
                return bad(std::string(option) + " goes with --sql or --source");
        }
        return std::nullopt;
    }
    if (!arguments.others().empty())
        return bad("Either a file is imported, or what --sql or --source reads");
    SqlImport plan{.source = {}, .every = {}, .table = arguments.value("--table")};
    if (auto taken = takeSource(arguments, plan.source); !taken)
        return Failure(std::move(taken.error()));
    const auto lookback = durationOf(arguments, "--lookback", plan.lookback);
    const auto every = durationOf(arguments, "--every", {});
    for (const auto* duration : {&lookback, &every}) {
        if (!*duration)
            return Failure(duration->error());
    }
    plan.lookback = *lookback;
    if (arguments.has("--every"))
        plan.every = *every;
    return plan;
}

int runSqlImport(const SqlImport& plan, const std::string& timeColumn,
                 const std::function<int(const std::string& path)>& import)
{
    const QTemporaryDir folder;
    const QString path =
        plan.table.empty() ? folder.filePath(QStringLiteral("table.csv")) : QString::fromStdString(plan.table);
    for (;;) {
        const auto begun = std::chrono::steady_clock::now();
        const auto refreshed = refresh(plan, timeColumn, path);
        int status = 1;
        if (refreshed) {
            std::printf("Read %s rows%s\n", withSeparators(refreshed->rowsRead).c_str(),
                        refreshed->since.empty() ? ""
                                                 : (" from " + refreshed->since + " on; " +
                                                    withSeparators(refreshed->rowsKept) + " of earlier days are kept")
                                                       .c_str());
            status = import(path.toStdString());
        } else {
            printError(refreshed.error());
        }
        std::fflush(stdout);
        if (!plan.every)
            return status;
        std::this_thread::sleep_until(begun + *plan.every);
    }
}

} // namespace xp::service
