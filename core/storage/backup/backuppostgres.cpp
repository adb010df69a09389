// SPDX-License-Identifier: Apache-2.0
#include "core/storage/backup/backupengines.h"
#include "core/storage/connection/connection.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/servicelock.h"
#include "core/storage/store.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <filesystem>

namespace xp {

namespace {

/// Starts one of PostgreSQL's programs against the database. The password goes through the environment, which other
/// users cannot read; a command line they can.
Result<void> start(QProcess& process, const QString& name, const QStringList& arguments, const DatabaseUrl& url)
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
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    return {};
}

Result<void> finish(QProcess& process, const QString& name)
{
    const bool isOver = process.state() == QProcess::NotRunning || process.waitForFinished(-1);
    if (!isOver || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return backupFailed(name.toStdString() + ": " + process.readAllStandardError().trimmed().toStdString());
    return {};
}

Result<void> run(const QString& name, QStringList arguments, const DatabaseUrl& url)
{
    QProcess process;
    return start(process, name, arguments << QStringLiteral("--no-password"), url).and_then([&] {
        return finish(process, name);
    });
}

QString connectionOf(const DatabaseUrl& url)
{
    // A database name within the string would be taken for one more string of this kind.
    return toQString("--dbname=" + url.connectInfo + " dbname='" + url.database + "'");
}

/// Statements that remove what the backup holds: pg_restore's own (--clean) fail at partitions.
Result<QByteArray> removalOf(const QString& file, const DatabaseUrl& url)
{
    QProcess lister;
    auto listed = start(lister, QStringLiteral("pg_restore"), {QStringLiteral("--list"), file}, url).and_then([&] {
        return finish(lister, QStringLiteral("pg_restore"));
    });
    if (!listed)
        return Failure(std::move(listed.error()));
    static const QRegularExpression s_table(QStringLiteral("^\\d+; \\d+ \\d+ TABLE (\\w+) (\\w+) "),
                                            QRegularExpression::MultilineOption);
    QByteArray script;
    for (const auto& table : s_table.globalMatch(QString::fromUtf8(lister.readAllStandardOutput())))
        script += "DROP TABLE IF EXISTS \"" + table.captured(1).toUtf8() + "\".\"" + table.captured(2).toUtf8() +
                  "\" CASCADE;\n";
    return script;
}

/// Removes and restores in one transaction, which is committed only when the backup was read to its end.
Result<void> replaceBy(const QString& file, const DatabaseUrl& url)
{
    const auto removal = removalOf(file, url);
    if (!removal)
        return Failure(removal.error());
    QProcess reader;
    QProcess writer;
    writer.setStandardOutputFile(QProcess::nullDevice());
    auto started =
        start(writer, QStringLiteral("psql"),
              {connectionOf(url), QStringLiteral("--no-psqlrc"), QStringLiteral("--quiet"),
               QStringLiteral("--set=ON_ERROR_STOP=1"), QStringLiteral("--no-password"), QStringLiteral("--file=-")},
              url)
            .and_then([&] {
                return start(
                    reader, QStringLiteral("pg_restore"),
                    {QStringLiteral("--no-owner"), QStringLiteral("--no-privileges"), QStringLiteral("--file=-"), file},
                    url);
            });
    // At the end of its input, without a commit, it ends by itself and nothing has changed.
    const auto giveUp = [&](Result<void> why) {
        writer.closeWriteChannel();
        writer.waitForFinished(-1);
        return why;
    };
    if (!started)
        return giveUp(started);
    writer.write("BEGIN;\n" + *removal);
    while (reader.waitForReadyRead(-1) || reader.bytesAvailable() > 0) {
        writer.write(reader.readAll());
        while (writer.bytesToWrite() > 0 && writer.waitForBytesWritten(-1)) {
        }
        if (writer.state() == QProcess::NotRunning)
            break;
    }
    if (writer.state() == QProcess::NotRunning) // it says why
        reader.kill();
    else if (auto read = finish(reader, QStringLiteral("pg_restore")); !read)
        return giveUp(read);
    writer.write("COMMIT;\n");
    writer.closeWriteChannel();
    reader.waitForFinished(-1);
    return finish(writer, QStringLiteral("psql"));
}

/// Conflict: there are tables that may not go, or services would go on answering from what they remember of them.
Result<void> checkVacant(const DatabaseUrl& url, RestoreInto into)
{
    auto store = Store::open(url);
    const auto state = store ? (*store)->schemaState() : Result<SchemaState>(Failure(store.error()));
    if (!state)
        return Failure(state.error());
    if (*state != SchemaState::Empty && into == RestoreInto::Nothing)
        return fail(ErrorCode::Conflict, "database_occupied",
                    url.display + " holds tables already; --replace lets the backup take their place");
    return servicesShown((*store)->connection()).and_then([&](std::int64_t sessions) {
        return sessions == 0 ? Result<void>()
                             : fail(ErrorCode::Conflict, "database_in_use",
                                    "Services are using " + url.display + ", over " + std::to_string(sessions) +
                                        " sessions that write; stop them first");
    });
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
    const std::string partial = partialOf(file);
    makePrivate(partial);
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
    if (auto vacant = checkVacant(url, into); !vacant)
        return vacant;
    // In one transaction: what is no backup, or does not fit, changes nothing.
    const QStringList arguments{connectionOf(url),
                                QStringLiteral("--single-transaction"),
                                QStringLiteral("--exit-on-error"),
                                QStringLiteral("--no-owner"),
                                QStringLiteral("--no-privileges"),
                                toQString(file)};
    auto done = into == RestoreInto::Anything ? replaceBy(toQString(file), url)
                                              : run(QStringLiteral("pg_restore"), arguments, url);
    if (!done)
        return done;
    if (auto checked = checkRestored(url); !checked)
        return checked;
    // Without them the first plans would be guesses.
    return Connection::open(url).and_then(
        [](const std::unique_ptr<Connection>& connection) { return connection->runScript("ANALYZE"); });
}

} // namespace xp
