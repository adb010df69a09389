// SPDX-License-Identifier: Apache-2.0
#include "core/storage/backupengines.h"
#include "core/storage/connection.h"
#include "core/storage/store.h"

#include <QProcess>
#include <QStandardPaths>
#include <filesystem>

namespace xp {

namespace {

/// Runs one of PostgreSQL's programs against the database. The password goes through the environment, which other
/// users cannot read; a command line they can.
Result<void> run(const QString& name, QStringList arguments, const DatabaseUrl& url)
{
    if (url.connectInfo.find("sslpassword") != std::string::npos)
        return backupFailed("A URL with sslpassword cannot be handed to " + name.toStdString() +
                            " without showing it; run that program by itself");
    const QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty())
        return backupFailed(name.toStdString() + " is not installed: it comes with the package postgresql-client");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGDATABASE"), toQString(url.database));
    if (!url.user.empty())
        environment.insert(QStringLiteral("PGUSER"), toQString(url.user));
    if (!url.password.empty())
        environment.insert(QStringLiteral("PGPASSWORD"), toQString(url.password));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments << QStringLiteral("--no-password"));
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return backupFailed(name.toStdString() + ": " + process.readAllStandardError().trimmed().toStdString());
    return {};
}

QString connectionOf(const DatabaseUrl& url)
{
    // A database name within the string would be taken for one more string of this kind.
    return toQString("--dbname=" + url.connectInfo + " dbname='" + url.database + "'");
}

bool hasQuote(const std::string& text)
{
    return text.find('\'') != std::string::npos || text.find('\\') != std::string::npos;
}

} // namespace

Result<void> backupPostgres(const DatabaseUrl& url, const std::string& file)
{
    if (hasQuote(url.database))
        return backupFailed("The database's name holds a quote or a backslash; run pg_dump by itself");
    const std::string partial = file + ".partial";
    auto made = run(QStringLiteral("pg_dump"),
                    {connectionOf(url), QStringLiteral("--format=custom"), QStringLiteral("--no-owner"),
                     QStringLiteral("--no-privileges"), toQString("--file=" + partial)},
                    url);
    if (made)
        made = publish(partial, file);
    if (!made) {
        std::error_code ignored;
        std::filesystem::remove(partial, ignored);
    }
    return made;
}

Result<void> restorePostgres(const DatabaseUrl& url, const std::string& file, RestoreInto into)
{
    if (hasQuote(url.database))
        return backupFailed("The database's name holds a quote or a backslash; run pg_restore by itself");
    {
        auto store = Store::open(url);
        const auto state = store ? (*store)->schemaState() : Result<SchemaState>(Failure(store.error()));
        if (!state)
            return Failure(state.error());
        if (*state != SchemaState::Empty && into == RestoreInto::Nothing)
            return fail(ErrorCode::Conflict, "database_occupied",
                        url.display + " holds tables already; --replace lets the backup take their place");
    }
    // In one transaction: what is no backup, or does not fit, changes nothing.
    QStringList arguments{connectionOf(url), QStringLiteral("--single-transaction"), QStringLiteral("--exit-on-error"),
                          QStringLiteral("--no-owner"), QStringLiteral("--no-privileges")};
    if (into == RestoreInto::Anything)
        arguments << QStringLiteral("--clean") << QStringLiteral("--if-exists");
    if (auto done = run(QStringLiteral("pg_restore"), arguments << toQString(file), url); !done)
        return done;
    if (auto checked = checkRestored(url); !checked)
        return checked;
    // Without them the first plans would be guesses.
    return Connection::open(url).and_then(
        [](const std::unique_ptr<Connection>& connection) { return connection->runScript("ANALYZE"); });
}

} // namespace xp
