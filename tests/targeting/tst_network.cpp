// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/network.h"

#include <QTest>

using namespace xp;

class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* network, const char* address, bool expected) {
            QTest::addRow("%s of %s", address, network)
                << QString::fromLatin1(network) << QString::fromLatin1(address) << expected;
        };
        row("10.0.0.0/8", "10.255.255.255", true);
        row("10.0.0.0/8", "11.0.0.0", false);
        row("10.1.2.3/8", "10.9.9.9", true);
        row("192.168.4.0/22", "192.168.7.255", true);
        row("192.168.4.0/22", "192.168.8.0", false);
        row("0.0.0.0/0", "1.2.3.4", true);
        row("0.0.0.0/0", "::1", false);
        row("1.2.3.4", "1.2.3.4", true);
        row("1.2.3.4/32", "1.2.3.5", false);
        row("2001:db8::/33", "2001:db8:7fff::1", true);
        row("2001:db8::/33", "2001:db8:8000::1", false);
        row("::/0", "2001::1", true);
        row("10.0.0.0/8", "::ffff:10.1.1.1", true);
    }
    void contains()
    {
        QFETCH(QString, network);
        QFETCH(QString, address);
        const auto parsed = Network::parse(network.toStdString());
        QVERIFY(parsed);
        QTEST(parsed->contains(*IpAddress::parse(address.toStdString())), "expected");
    }

    void refusesWhatIsNone()
    {
        for (const char* text : {"", "10", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "300.0.0.1",
                                 "::/129", "host.example/8", "10.0.0.0/8/8"})
            QVERIFY2(!Network::parse(text), text);
        QVERIFY(!Network::parse(std::string_view("10.0.0.1\0.9", 11)));
        QVERIFY(!IpAddress::parse(std::string_view("::1\0", 4)));
        QVERIFY(!IpAddress::parse("fe80::1%1/64"));
    }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
