// SPDX-License-Identifier: Apache-2.0
#include "core/domain/urlpassword.h"

#include <QTest>

using namespace xp;

class TestUrlPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfASecretIsKept_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("kept");
        QTest::newRow("usual") << "postgresql://u:secret@db/shop"
                               << "postgresql://u@db/shop";
        QTest::newRow("port") << "postgresql://u:secret@db:5432/shop?sslmode=require"
                              << "postgresql://u@db:5432/shop?sslmode=require";
        QTest::newRow("several hosts") << "postgresql://u:secret@a:1,[::1]:2,c/shop"
                                       << "postgresql://u@a:1,[::1]:2,c/shop";
        QTest::newRow("no password") << "postgresql://u@db:5432/shop"
                                     << "postgresql://u@db:5432/shop";
        QTest::newRow("no user") << "postgresql://db:5432/shop"
                                 << "postgresql://db:5432/shop";
        QTest::newRow("no user, an option with @") << "postgresql://db:5432/shop?application_name=a@b"
                                                   << "postgresql://db:5432/shop?application_name=a@b";
        QTest::newRow("options") << "postgresql://db/shop?password=secret&sslmode=require&sslpassword=secret"
                                 << "postgresql://db/shop?sslmode=require";
        QTest::newRow("options only") << "postgresql://db/shop?password=secret"
                                      << "postgresql://db/shop";
        QTest::newRow("not escaped @") << "postgresql://u:sec@ret@db/shop"
                                       << "postgresql://u@db/shop";
        QTest::newRow("not escaped :") << "postgresql://u:sec:ret@db/shop"
                                       << "postgresql://u@db/shop";
        QTest::newRow("not escaped /") << "postgresql://u:sec/ret@db/shop"
                                       << "postgresql://u@db/shop";
        QTest::newRow("not escaped ?") << "postgresql://u:sec?ret@db/shop"
                                       << "postgresql://u@db/shop";
        QTest::newRow("http") << "https://u:secret@service.example/"
                              << "https://u@service.example/";
        QTest::newRow("sqlite") << "sqlite:////home/a:b@c/shop.db"
                                << "sqlite:////home/a:b@c/shop.db";
        QTest::newRow("file") << "/home/a:b@c/shop.db"
                              << "/home/a:b@c/shop.db";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void nothingOfASecretIsKept()
    {
        QFETCH(QString, url);
        QFETCH(QString, kept);
        const std::string once = withoutPassword(url.toStdString());
        QCOMPARE(QString::fromStdString(once), kept);
        QCOMPARE(withoutPassword(once), once);
    }
};

QTEST_APPLESS_MAIN(TestUrlPassword)
#include "tst_urlpassword.moc"
