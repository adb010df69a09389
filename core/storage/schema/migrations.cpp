// SPDX-License-Identifier: Apache-2.0
#include "core/storage/schema/migrations.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <set>

// A resource of a static library must be asked for, from outside of any namespace.
static void initResource()
{
    Q_INIT_RESOURCE(migrations);
}

namespace xp {

namespace {

/// Any number that no other program uses with the same database.
constexpr std::int64_t kMigrationLock = 0x7870'6D69'6772'6174;

const QString kFolder = QStringLiteral(":/xp/storage/migrations");

/// File names, `0001_initial.sql` first; the number is the position, counted from 1.
const QStringList& migrationFiles()
{
    static const QStringList s_files = [] {
        initResource();
        return QDir(kFolder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    }();
    return s_files;
}

/// A migration's text without comments and empty lines.
QString textOf(const QString& file)
{
    QFile in(kFolder + QLatin1Char('/') + file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(in.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith(QLatin1String("--")); });
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

/// Kept with each migration that has run: a build with another text under the same number must not use the tables.
std::string checksumOf(const QString& file)
{
    return QCryptographicHash::hash(textOf(file).toUtf8(), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string scriptOf(const QString& file, bool postgres)
{
    // What follows a line {postgres} or {sqlite} is for that engine alone, until a line {both} or the end of the file.
    static const QStringList s_engines{QStringLiteral("{both}"), QStringLiteral("{postgres}"),
                                       QStringLiteral("{sqlite}")};
    const QString& other = s_engines[postgres ? 2 : 1];
    QString text;
    QString engine = s_engines.front();
    for (const QString& line : textOf(file).split(QLatin1Char('\n'))) {
        if (s_engines.contains(line))
            engine = line;
        else if (engine != other)
            text += line + QLatin1Char('\n');
    }
    // Keys are compared by their bytes everywhere, as in C++; SQLite does so anyway. Its data tables are stored in
    // their primary key.
    text.replace(QLatin1String("{bytes}"), QLatin1String(postgres ? " COLLATE \"C\"" : ""));
    text.replace(QLatin1String("{data}"), QLatin1String(postgres ? "" : " WITHOUT ROWID"));
    return text.toStdString();
}

Result<bool> hasTable(Connection& connection, std::string_view name)
{
    bool found = false;
    auto done =
        connection.run(connection.isPostgres() ? "SELECT 1 FROM information_schema.tables"
                                                 " WHERE table_schema = current_schema() AND table_name = ?"
                                               : "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
                       {param(name)}, [&](const Row&) { found = true; });
    return done.map([&](std::int64_t) { return found; });
}

Result<bool> keepsChecksums(Connection& connection)
{
    bool found = false;
    auto done = connection.run(connection.isPostgres()
                                   ? "SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema()"
                                     " AND table_name = 'schema_version' AND column_name = 'checksum'"
                                   : "SELECT 1 FROM pragma_table_info('schema_version') WHERE name = 'checksum'",
                               {}, [&](const Row&) { found = true; });
    return done.map([&](std::int64_t) { return found; });
}

/// Whether the migrations that have run are this build's.
Result<bool> isOurs(Connection& connection)
{
    const auto keeps = keepsChecksums(connection);
    if (!keeps || !*keeps)
        return keeps;
    bool ours = true;
    auto done = connection.run("SELECT version, checksum FROM schema_version", {}, [&](const Row& row) {
        const std::int64_t version = row.integer(0);
        if (version <= migrationFiles().size())
            ours = ours && row.text(1) == checksumOf(migrationFiles()[version - 1]);
    });
    return done.map([&](std::int64_t) { return ours; });
}

/// 0: none yet.
Result<std::int64_t> storedVersion(Connection& connection)
{
    std::int64_t version = 0;
    auto done = connection.run("SELECT COALESCE(MAX(version), 0) FROM schema_version", {},
                               [&](const Row& row) { version = row.integer(0); });
    return done.map([&](std::int64_t) { return version; });
}

Result<void> lock(Connection& connection)
{
    if (!connection.isPostgres())
        return {}; // the transaction holds the only write lock
    // However long it takes, also for those who wait for it: a migration that is cut begins anew.
    return connection.runScript("SET LOCAL statement_timeout = 0").and_then([&] {
        return connection.run("SELECT pg_advisory_xact_lock(?)", {param(kMigrationLock)}).map([](std::int64_t) {});
    });
}

Failure refusal(const Connection& connection, SchemaState state)
{
    const nlohmann::json arguments{{"database", connection.url().display}};
    if (state == SchemaState::Foreign)
        return fail(ErrorCode::Conflict, "foreign_schema",
                    "The database holds tables of another service; take its data over into a database of its own with "
                    "'xp-service migrate-seed --from " +
                        connection.url().display + "'",
                    arguments);
    if (state == SchemaState::Altered)
        return fail(ErrorCode::Conflict, "altered_schema",
                    "The database " + connection.url().display +
                        " was made by another build of this program, whose tables are not this one's; use that build, "
                        "or start with a new database. Nothing was changed",
                    arguments);
    return fail(ErrorCode::Conflict, "newer_schema",
                "The database was made by a later release of this program; use that one or restore a backup",
                arguments);
}

/// While it lives SQLite leaves the pages of a table that is dropped as they are. Where it is built to overwrite them
/// (Debian's is) it would hold all of them in memory until the commit.
class DroppedAsTheyAre
{
public:
    explicit DroppedAsTheyAre(Connection& connection) : m_connection(connection)
    {
        if (!connection.isPostgres())
            (void)connection.run("PRAGMA secure_delete", {}, [&](const Row& row) { m_was = row.integer(0); });
        if (m_was == kOn)
            (void)connection.runScript("PRAGMA secure_delete = FAST");
    }
    ~DroppedAsTheyAre()
    {
        if (m_was == kOn)
            (void)m_connection.runScript("PRAGMA secure_delete = ON");
    }
    DroppedAsTheyAre(const DroppedAsTheyAre&) = delete;
    DroppedAsTheyAre& operator=(const DroppedAsTheyAre&) = delete;

private:
    static constexpr std::int64_t kOn = 1;

    Connection& m_connection;
    std::int64_t m_was = 0;
};

/// Runs the next missing migration; whether there was one.
Result<bool> migrateOne(Connection& connection, std::int64_t upTo)
{
    return connection.atomically([&]() -> Result<bool> {
        if (auto locked = lock(connection); !locked)
            return Failure(std::move(locked.error()));
        const auto state = schemaState(connection);
        if (!state)
            return Failure(state.error());
        if (*state == SchemaState::Current)
            return false;
        if (*state != SchemaState::Empty && *state != SchemaState::Older)
            return refusal(connection, *state);
        if (auto made = connection.runScript("CREATE TABLE IF NOT EXISTS schema_version ("
                                             "version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
                                             " applied_at BIGINT NOT NULL, checksum TEXT NOT NULL)");
            !made)
            return Failure(std::move(made.error()));
        const auto version = storedVersion(connection);
        if (!version)
            return Failure(version.error());
        if (*version >= upTo)
            return false;
        const QString& file = migrationFiles()[*version];
        if (auto done = connection.runScript(scriptOf(file, connection.isPostgres())); !done)
            return Failure(std::move(done.error()));
        return connection
            .run("INSERT INTO schema_version (version, name, applied_at, checksum) VALUES (?, ?, ?, ?)",
                 {param(*version + 1), file, param(now()), param(checksumOf(file))})
            .map([](std::int64_t) { return true; });
    });
}

} // namespace

std::int64_t latestSchemaVersion()
{
    return migrationFiles().size();
}

Result<SchemaState> schemaState(Connection& connection)
{
    const auto ours = hasTable(connection, "schema_version");
    if (!ours)
        return Failure(ours.error());
    if (!*ours) {
        for (const std::string_view table : {"experiments", "assignments", "events"}) {
            const auto theirs = hasTable(connection, table);
            if (!theirs)
                return Failure(theirs.error());
            if (*theirs)
                return SchemaState::Foreign;
        }
        return SchemaState::Empty;
    }
    const auto trusted = isOurs(connection);
    if (!trusted)
        return Failure(trusted.error());
    if (!*trusted)
        return SchemaState::Altered;
    return storedVersion(connection).map([](std::int64_t version) {
        if (version == latestSchemaVersion())
            return SchemaState::Current;
        return version < latestSchemaVersion() ? SchemaState::Older : SchemaState::Newer;
    });
}

Result<std::vector<std::string>> unreadableTables(Connection& connection)
{
    static const QRegularExpression s_table(QStringLiteral("^CREATE TABLE (\\w+)"),
                                            QRegularExpression::MultilineOption);
    std::set<std::string> tables; // one may be made anew by a later migration
    for (const QString& file : migrationFiles()) {
        const QString script = QString::fromStdString(scriptOf(file, connection.isPostgres()));
        for (const QRegularExpressionMatch& match : s_table.globalMatch(script))
            tables.insert(match.captured(1).toStdString());
    }
    std::vector<std::string> unreadable;
    for (const std::string& table : tables) {
        const auto read = connection.run("SELECT 1 FROM " + table + " LIMIT 1");
        if (!read && read.error().sentence.code != "database_error" && !isSchemaChanged(read.error()))
            return Failure(read.error());
        if (!read)
            unreadable.push_back(table);
    }
    return unreadable;
}

Result<void> migrate(Connection& connection, std::int64_t upTo)
{
    const DroppedAsTheyAre dropped(connection);
    for (;;) {
        const auto more = migrateOne(connection, upTo);
        if (!more)
            return Failure(more.error());
        if (!*more)
            return {};
    }
}

} // namespace xp
