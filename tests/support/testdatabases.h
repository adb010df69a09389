// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"
#include "tests/support/privatepostgres.h"

#include <QTemporaryDir>

namespace xp::test {

/// New, empty databases of both engines; the PostgreSQL server is started when first needed.
class TestDatabases
{
public:
    explicit TestDatabases(QStringList postgresSettings = {QStringLiteral("fsync=off")})
        : m_postgres(std::move(postgresSettings))
    {
    }

    /// Adds the column `engine` and a row for each; to be called from initTestCase_data().
    static void addEngines();
    /// An empty database of the engine that the running test row names. Fails the test when there is none.
    DatabaseUrl empty();
    /// The same, migrated.
    DatabaseUrl migrated();
    /// The server, started at the first call.
    PrivatePostgres& postgres();

private:
    PrivatePostgres m_postgres;
    bool m_started = false;
    QTemporaryDir m_folder;
    int m_files = 0;
};

/// The store of a URL that must open.
std::unique_ptr<Store> openStore(const DatabaseUrl& url);

} // namespace xp::test
