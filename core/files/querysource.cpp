// SPDX-License-Identifier: Apache-2.0
#include "core/files/querysource.h"

#include "core/domain/fieldreader.h"
#include "core/domain/urlpassword.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

namespace xp {

namespace {

using nlohmann::json;

constexpr std::int64_t kMostRows = 1'000'000'000;
constexpr std::int64_t kMostSeconds = 86'400;
constexpr std::size_t kLongestSql = 200'000;
constexpr qint64 kMostOfASource = qint64{1} << 20;
const QString kSuffix = QStringLiteral(".json");

QString pathOf(const QString& name)
{
    return QDir(querySourceFolder()).filePath(name + kSuffix);
}

Result<void> checkName(const QString& name)
{
    static const QRegularExpression s_allowed(QStringLiteral("^[\\w-]([\\w. -]*[\\w-])?$"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    if (name.size() <= 100 && s_allowed.match(name).hasMatch())
        return {};
    return failInvalid({{"name", "format",
                         "name is " + shown(name.toStdString()) +
                             "; it must have 1 to 100 letters, digits, blanks, points, - and _"}});
}

} // namespace

json toJson(const QuerySource& source)
{
    return {{"name", source.name},           {"database", withoutPassword(source.database)},
            {"exposures", source.exposures}, {"facts", source.facts},
            {"row_limit", source.rowLimit},  {"timeout_seconds", source.timeOut.count()}};
}

Result<QuerySource> querySourceFromJson(const json& document)
{
    std::vector<FieldError> errors;
    FieldReader fields(document, "", errors);
    QuerySource source;
    for (const char* needed : {"database", "exposures"})
        fields.require(needed);
    source.name = fields.text("name", {.mayBeEmpty = true}).value_or("");
    source.database = fields.text("database", {.most = kLongestSql}).value_or("");
    source.exposures = fields.text("exposures", {.most = kLongestSql}).value_or("");
    source.facts = fields.text("facts", {.most = kLongestSql, .mayBeEmpty = true}).value_or("");
    source.rowLimit = fields.integer("row_limit", 1, kMostRows).value_or(source.rowLimit);
    source.timeOut =
        std::chrono::seconds(fields.integer("timeout_seconds", 1, kMostSeconds).value_or(source.timeOut.count()));
    fields.refuseUnknown({"name", "database", "exposures", "facts", "row_limit", "timeout_seconds"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return source;
}

QString querySourceFolder()
{
    const QString told = qEnvironmentVariable("XP_SOURCES");
    return told.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                QStringLiteral("/experimentation/sources")
                          : told;
}

QStringList querySourceNames()
{
    QStringList names;
    for (const QFileInfo& file : QDir(querySourceFolder()).entryInfoList({QLatin1Char('*') + kSuffix}, QDir::Files))
        names << file.completeBaseName();
    return names;
}

Result<QuerySource> readQuerySource(const QString& nameOrPath)
{
    const bool isPath = nameOrPath.contains(QLatin1Char('/')) || nameOrPath.endsWith(kSuffix);
    QFile file(isPath ? nameOrPath : pathOf(nameOrPath));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "source_not_found",
                    "There is no source " + shown(nameOrPath.toStdString()) + ": cannot read " +
                        file.fileName().toStdString() + ": " + file.errorString().toStdString());
    const json document = json::parse(file.read(kMostOfASource).toStdString(), nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return fail(ErrorCode::Malformed, "malformed_json", file.fileName().toStdString() + " is not JSON");
    auto source = querySourceFromJson(document);
    if (source && source->name.empty())
        source->name = QFileInfo(file).completeBaseName().toStdString();
    return source;
}

Result<void> writeQuerySource(const QuerySource& source)
{
    const QString name = QString::fromStdString(source.name);
    if (auto allowed = checkName(name); !allowed)
        return allowed;
    QDir().mkpath(querySourceFolder());
    QSaveFile file(pathOf(name));
    const std::string text = toJson(source).dump(2) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) != qint64(text.size()) ||
        !file.commit())
        return fail(ErrorCode::Unavailable, "file_not_writable",
                    "cannot write " + file.fileName().toStdString() + ": " + file.errorString().toStdString());
    return {};
}

Result<void> removeQuerySource(const QString& name)
{
    if (auto allowed = checkName(name); !allowed)
        return allowed;
    if (!QFile::remove(pathOf(name)))
        return fail(ErrorCode::NotFound, "source_not_found", "There is no source " + shown(name.toStdString()));
    return {};
}

} // namespace xp
