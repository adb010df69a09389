// SPDX-License-Identifier: Apache-2.0
#include "tests/support/privatepostgres.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <arpa/inet.h>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace xp::test {

namespace {

constexpr int kPatience = 60000; ///< milliseconds for anything the server does on a busy machine

quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const bool bound = ::bind(socket, generic, size) == 0 && ::getsockname(socket, generic, &size) == 0;
    ::close(socket);
    return bound ? ntohs(address.sin_port) : quint16(0);
}

/// The user to become, when the test runs as root.
const passwd* serverUser()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

/// Between fork and exec: another user, and an end with the test's process.
void becomeServerUser(const passwd* user, int signalAtEnd)
{
    if (user && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, signalAtEnd);
}

} // namespace

PrivatePostgres::PrivatePostgres(QStringList settings)
    : m_settings(std::move(settings)), m_folder(QDir::tempPath() + QStringLiteral("/xp-postgres-XXXXXX"))
{
    const passwd* user = serverUser();
    if (user && ::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) != 0)
        qWarning("cannot give the server's folder to its user");
    m_server.setChildProcessModifier([user] { becomeServerUser(user, SIGQUIT); });
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("server.log")));
    m_server.setWorkingDirectory(m_folder.path());
}

PrivatePostgres::~PrivatePostgres()
{
    end(SIGQUIT);
}

QString PrivatePostgres::programs()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString newest;
    int highest = 0;
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = versions.filePath(version + QStringLiteral("/bin"));
        if (version.toInt() > highest && QFile::exists(folder + QStringLiteral("/initdb"))) {
            highest = version.toInt();
            newest = folder;
        }
    }
    return newest;
}

/// Runs a program to its end; returns what it said when it failed.
QString PrivatePostgres::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    const passwd* user = serverUser();
    process.setChildProcessModifier([user] { becomeServerUser(user, SIGKILL); });
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(programs() + QLatin1Char('/') + program, arguments);
    if (process.waitForFinished(kPatience) && process.exitCode() == 0)
        return {};
    return QStringLiteral("%1: %2").arg(program, QString::fromLocal8Bit(process.readAll()));
}

QString PrivatePostgres::start()
{
    if (programs().isEmpty())
        return QStringLiteral("PostgreSQL is not installed: apt-get install postgresql");
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (m_port == 0) {
        const QString made =
            run(QStringLiteral("initdb"),
                {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-A"),
                 QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                 QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
        if (!made.isEmpty())
            return made;
        m_port = freePort();
    }
    QStringList settings{QStringLiteral("listen_addresses=127.0.0.1"), QStringLiteral("port=%1").arg(m_port),
                         QStringLiteral("unix_socket_directories=")};
    settings += m_settings;
    QStringList arguments{QStringLiteral("-D"), data};
    for (const QString& setting : settings)
        arguments << QStringLiteral("-c") << setting;
    m_server.start(programs() + QStringLiteral("/postgres"), arguments);

    QElapsedTimer waited;
    waited.start();
    const QStringList where{QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                            QStringLiteral("-p"), QString::number(m_port)};
    while (!run(QStringLiteral("pg_isready"), where).isEmpty()) {
        if (waited.elapsed() > kPatience || m_server.state() == QProcess::NotRunning) {
            QFile log(m_folder.filePath(QStringLiteral("server.log")));
            return log.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(log.readAll())
                                                 : QStringLiteral("the server does not start");
        }
        QThread::msleep(20);
    }
    return {};
}

void PrivatePostgres::end(int signal)
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), signal);
    if (!m_server.waitForFinished(kPatience))
        m_server.kill();
}

void PrivatePostgres::stop()
{
    end(SIGINT);
}
void PrivatePostgres::crash()
{
    end(SIGQUIT);
}

double PrivatePostgres::processorSeconds() const
{
    qint64 ticks = 0;
    for (const QString& process : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        // proc(5): after the name in parentheses, 1 is the parent, 11 and 12 are the user's and the system's time.
        const QByteArray text = stat.readAll();
        const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 12 && fields[1].toLongLong() == m_server.processId())
            ticks += fields[11].toLongLong() + fields[12].toLongLong();
    }
    return static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

QString PrivatePostgres::newDatabase()
{
    const QString name = QStringLiteral("test_%1").arg(++m_databases);
    const QString made = run(QStringLiteral("createdb"),
                             {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                              QString::number(m_port), QStringLiteral("-U"), QStringLiteral("postgres"), name});
    if (!made.isEmpty())
        qWarning("%s", qPrintable(made));
    return QStringLiteral("postgresql://postgres@127.0.0.1:%1/%2").arg(m_port).arg(name);
}

} // namespace xp::test
