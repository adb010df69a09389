// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/databaseurl.h"
#include "core/storage/connection/servicelock.h"
#include "tests/support/testexperiments.h"

#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace xp::test;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlitePathsAreRelativeWithThreeSlashesAndAbsoluteWithFour()
    {
        QCOMPARE(must(parseDatabaseUrl("sqlite:///x.db")).path, "x.db");
        QCOMPARE(must(parseDatabaseUrl("sqlite:////var/lib/x%20y.db")).path, "/var/lib/x y.db");
        QCOMPARE(must(parseDatabaseUrl("sqlite:////var/x.db")).engine, DatabaseUrl::Engine::Sqlite);
    }

    void postgresPartsAreDecoded()
    {
        const auto url =
            must(parseDatabaseUrl("postgresql://us%40er:p%3Bw%27%2F@[::1]:5433,db2/my%20db?sslmode=require"));
        QCOMPARE(url.engine, DatabaseUrl::Engine::Postgres);
        QCOMPARE(url.user, "us@er");
        QCOMPARE(url.password, "p;w'/");
        QCOMPARE(url.database, "my db");
        QVERIFY(url.connectInfo.find("host='::1,db2'") != std::string::npos);
        QVERIFY(url.connectInfo.find("port='5433,'") != std::string::npos);
        QVERIFY(url.connectInfo.find("sslmode='require'") != std::string::npos);
        QVERIFY(url.connectInfo.find("application_name='xp-service'") != std::string::npos);
        // Of several hosts the primary is wanted, unless the URL says otherwise.
        QVERIFY(url.connectInfo.find("target_session_attrs='read-write'") != std::string::npos);
        QVERIFY(must(parseDatabaseUrl("postgres://h,g/d?target_session_attrs=any")).connectInfo.find("='any'") !=
                std::string::npos);
        QVERIFY(must(parseDatabaseUrl("postgres://h/d")).connectInfo.find("target_session") == std::string::npos);
        QVERIFY(must(parseDatabaseUrl("postgres://h/d?application_name=mine"))
                    .connectInfo.find("application_name='mine'") != std::string::npos);
    }

    /// Without a word from the server: while a statement is under way, too.
    void aServerThatVanishesIsNoticedWithinSeconds()
    {
        const std::string usual = must(parseDatabaseUrl("postgres://h/d")).connectInfo;
        for (const char* option : {"connect_timeout='5'", "tcp_user_timeout='15000'", "keepalives='1'",
                                   "keepalives_idle='5'", "keepalives_interval='5'", "keepalives_count='2'"})
            QVERIFY2(usual.find(option) != std::string::npos, option);
        const std::string own = must(parseDatabaseUrl("postgres://h/d?keepalives_idle=60&keepalives=0")).connectInfo;
        QVERIFY(own.find("keepalives='0'") != std::string::npos);
        QVERIFY(own.find("keepalives_idle='60'") != std::string::npos);
        QVERIFY(own.find("keepalives_idle='5'") == std::string::npos);
        QVERIFY(own.find("keepalives_count='2'") != std::string::npos);
    }

    void whatIsShownHoldsNoPassword()
    {
        const auto url = must(parseDatabaseUrl("postgresql://me:secret@h:1/d?sslpassword=other"));
        QCOMPARE(url.display, "postgresql://me@h:1/d");
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "mysql://h/d", "sqlite://x.db", "sqlite:///", "sqlite:///:memory:", "sqlite:///x.db?mode=ro",
              "sqlite:///x%00y", "postgresql://", "postgresql://h", "postgresql://h/", "postgresql://h:abc/d",
              "postgresql://h:123456/d", "postgresql://u:%zz@h/d", "postgresql://h/d?hack=1", "postgresql://h%3Bx/d",
              "postgresql://[::1/d", "postgresql://h/d?sslmode=a%3Bb", "postgresql://,/d"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void everythingElseIsRefused()
    {
        QFETCH(QString, text);
        const auto url = parseDatabaseUrl(text.toStdString());
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::Invalid);
        QVERIFY(url.error().errors.front().message.find("sqlite:///relative.db") != std::string::npos);
    }

    /// libpq would refuse them only when it connects, which looks as if the server were away.
    void saysWhichOptionIsWrong()
    {
        const auto said = [](const char* text) {
            const auto url = parseDatabaseUrl(text);
            return url ? std::string() : url.error().errors.front().message;
        };
        for (const char* text : {"postgresql://h:65536/d", "postgresql://h,g:0/d", "postgresql://h:99999999999/d",
                                 "postgresql://h/d?port=70000", "postgresql://h/d?port=5432,x"})
            QVERIFY2(said(text).find("which is no number from 1 to 65535") != std::string::npos, text);
        for (const char* text :
             {"postgresql://h/d?sslmode=on", "postgresql://h/d?sslmode=Require", "postgresql://h/d?sslmode="})
            QVERIFY2(said(text).find("none of disable, allow, prefer, require, verify-ca and verify-full") !=
                         std::string::npos,
                     text);
        for (const char* mode : {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
            must(parseDatabaseUrl(std::string("postgresql://h:65535,g,f:1/d?sslmode=") + mode));
    }

    void oneServiceHasASqliteFile()
    {
        const QTemporaryDir folder;
        const auto url = must(parseDatabaseUrl("sqlite:///" + folder.filePath(QStringLiteral("x.db")).toStdString()));
        {
            const ServiceLock first = must(lockForService(url));
            QCOMPARE(codeOf(lockForService(url)), "database_in_use");
        }
        must(lockForService(url));
        const auto server = must(parseDatabaseUrl("postgresql://h/d"));
        const ServiceLock one = must(lockForService(server));
        must(lockForService(server));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_databaseurl.moc"
