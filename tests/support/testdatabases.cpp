// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testdatabases.h"

#include "tests/support/testexperiments.h"

#include <QTest>

namespace xp::test {

void TestDatabases::addEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgres") << QStringLiteral("postgres");
}

PrivatePostgres& TestDatabases::postgres()
{
    const QString problem = m_started ? QString() : m_postgres.start();
    if (!problem.isEmpty())
        qFatal("%s", qPrintable(problem)); // a store that is not tested on PostgreSQL is not tested
    m_started = true;
    return m_postgres;
}

DatabaseUrl TestDatabases::empty()
{
    QFETCH_GLOBAL(QString, engine);
    QString url = QStringLiteral("sqlite:///%1/%2.db").arg(m_folder.path()).arg(++m_files);
    if (engine == QLatin1String("postgres"))
        url = postgres().newDatabase();
    return must(parseDatabaseUrl(url.toStdString()));
}

DatabaseUrl TestDatabases::migrated()
{
    DatabaseUrl url = empty();
    must(openStore(url)->migrate());
    return url;
}

std::unique_ptr<Store> openStore(const DatabaseUrl& url)
{
    return must(Store::open(url));
}

} // namespace xp::test
