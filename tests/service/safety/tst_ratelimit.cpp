// SPDX-License-Identifier: Apache-2.0
#include "service/ratelimit.h"

#include <QTest>

using namespace xp::service;
using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT

    static inline const RateLimiter::Clock::time_point kStart{1000s};

private Q_SLOTS:
    void withoutALimitNobodyIsRefused()
    {
        RateLimiter limiter({});
        QVERIFY(!limiter.isOn());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!limiter.refuse("a", kStart));
    }

    void anAllowanceIsSpentAtOnceAndComesBackEvenly()
    {
        RateLimiter limiter({.requests = 10, .period = 1s});
        for (int i = 0; i < 10; ++i)
            QVERIFY(!limiter.refuse("a", kStart));
        QCOMPARE(limiter.refuse("a", kStart).value(), RateLimiter::Clock::duration(100ms));
        QCOMPARE(limiter.refuse("a", kStart + 60ms).value(), RateLimiter::Clock::duration(40ms));
        QVERIFY(!limiter.refuse("a", kStart + 100ms));
        QVERIFY(limiter.refuse("a", kStart + 100ms));
        for (int i = 0; i < 10; ++i)
            QVERIFY(!limiter.refuse("a", kStart + 1h));
        QVERIFY(limiter.refuse("a", kStart + 1h));
    }

    void inAnyPeriodNoMoreThanTwiceTheAllowance()
    {
        RateLimiter limiter({.requests = 50, .period = 1s});
        int passed = 0;
        for (auto t = 0ms; t < 10s; t += 1ms)
            passed += limiter.refuse("a", kStart + t) ? 0 : 1;
        QVERIFY(passed >= 500 && passed <= 550);
    }

    void clientsDoNotSeeEachOther()
    {
        RateLimiter limiter({.requests = 1, .period = 60s});
        QVERIFY(!limiter.refuse("a", kStart));
        QVERIFY(limiter.refuse("a", kStart));
        QVERIFY(!limiter.refuse("b", kStart));
    }

    void endlessNewClientsShareWhatIsLeft()
    {
        RateLimiter limiter({.requests = 1, .period = 60s});
        int passed = 0;
        for (int i = 0; i < 400'000; ++i)
            passed += limiter.refuse("client " + std::to_string(i), kStart) ? 0 : 1;
        QVERIFY(passed <= 64 * 4097);
        // Those who were there first are not pushed out, and room comes back.
        QVERIFY(limiter.refuse("client 0", kStart));
        QVERIFY(!limiter.refuse("newcomer", kStart + 120s));
    }

    void strangersTakeNoRoomOfWhoIsKnown()
    {
        RateLimiter limiter({.requests = 1, .period = 60s});
        for (int i = 0; i < 400'000; ++i)
            (void)limiter.refuse("2001:db8:" + std::to_string(i) + "::/64", kStart);
        for (int i = 0; i < 100; ++i) {
            const std::string key = "key " + std::to_string(i);
            QVERIFY(!limiter.refuse(key, kStart, RateLimiter::Kind::Known));
            QVERIFY(limiter.refuse(key, kStart, RateLimiter::Kind::Known));
        }
    }

    void whoHasNoKeyIsItsNetwork_data()
    {
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QByteArray>("client");
        QTest::newRow("IPv4") << QByteArray("10.0.0.1") << QByteArray("10.0.0.1");
        QTest::newRow("IPv4 in IPv6") << QByteArray("::ffff:10.0.0.1") << QByteArray("10.0.0.1");
        QTest::newRow("whole") << QByteArray("2001:db8:1:2:3:4:5:6") << QByteArray("2001:db8:1:2::/64");
        QTest::newRow("short") << QByteArray("2001:db8::1") << QByteArray("2001:db8::/64");
        QTest::newRow("less short") << QByteArray("2001:db8::7:8:9:a") << QByteArray("2001:db8::/64");
        QTest::newRow("zeros in the host") << QByteArray("2001:db8:0:0:1::") << QByteArray("2001:db8::/64");
        QTest::newRow("another") << QByteArray("2001:db8:0:1::1") << QByteArray("2001:db8:0:1::/64");
        QTest::newRow("loopback") << QByteArray("::1") << QByteArray("::/64");
        QTest::newRow("link-local") << QByteArray("fe80::1%eth0") << QByteArray("fe80::/64");
        QTest::newRow("no address") << QByteArray("unix") << QByteArray("unix");
    }
    void whoHasNoKeyIsItsNetwork()
    {
        QFETCH(QByteArray, peer);
        QFETCH(QByteArray, client);
        QCOMPARE(RateLimiter::clientAt(peer.toStdString()), client.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
