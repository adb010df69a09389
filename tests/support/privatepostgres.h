// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

namespace xp::test {

/// A PostgreSQL server of the test's own, in a temporary folder, on 127.0.0.1 and a free port. It dies with the test's
/// process, however that ends; run as root it becomes the user `postgres`, as the server refuses root.
class PrivatePostgres
{
public:
    /// `settings` are further lines of its configuration: `fsync=off`.
    explicit PrivatePostgres(QStringList settings = {});
    ~PrivatePostgres();

    /// Makes the cluster at the first call. Returns what went wrong, or nothing.
    QString start();
    void stop();  ///< ends sessions, then stops
    void crash(); ///< stops without warning; the next start recovers from the log

    quint16 port() const { return m_port; }
    /// Processor time of the server's present processes.
    double processorSeconds() const;
    /// The URL of a new, empty database.
    QString newDatabase();
    /// The folder of the server's programs; empty when it is not installed.
    static QString programs();

private:
    QString run(const QString& program, const QStringList& arguments);
    void end(int signal);

    QStringList m_settings;
    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    int m_databases = 0;
};

} // namespace xp::test
