// SPDX-License-Identifier: Apache-2.0
#include "core/domain/unleashhash.h"

#include "core/domain/bucketing.h"

#include <QTest>

using namespace xp;

class TestUnleashHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Made with the Node client of Unleash.
    void knownValues_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("id");
        QTest::addColumn<quint32>("hash");
        QTest::addColumn<quint32>("rollout");
        QTest::addColumn<quint32>("variant");
        QTest::newRow("gr1") << "gr1"
                             << "123" << 538421172u << 73u << 796u;
        QTest::newRow("groupX") << "groupX"
                                << "999" << 3843606124u << 25u << 260u;
        QTest::newRow("exp") << "exp.checkout-button"
                             << "8" << 1458851320u << 21u << 29u;
    }
    void knownValues()
    {
        QFETCH(QString, group);
        QFETCH(QString, id);
        const std::string text = group.toStdString() + ":" + id.toStdString();
        QTEST(murmur3(text, 0), "hash");
        QTEST(unleashHash(group.toStdString(), id.toStdString(), 100), "rollout");
        QTEST(unleashHash(group.toStdString(), id.toStdString(), 1000, kUnleashVariantSeed), "variant");
    }

    /// MurmurHash3_x86_32 as its author's verification gives it: every length of tail.
    void murmurOfEveryTail()
    {
        QCOMPARE(murmur3("", 0), 0u);
        QCOMPARE(murmur3("", 1), 0x514E28B7u);
        QCOMPARE(murmur3("a", 0x9747B28C), 0x7FA09EA6u);
        QCOMPARE(murmur3("aa", 0x9747B28C), 0x5D211726u);
        QCOMPARE(murmur3("aaa", 0x9747B28C), 0x283E0130u);
        QCOMPARE(murmur3("aaaa", 0x9747B28C), 0x5A97808Au);
        QCOMPARE(murmur3("Hello, world!", 0x9747B28C), 0x24884CBAu);
    }

    /// An experiment with this hash gives a unit what Unleash's flexibleRollout and strategy variants give.
    void experimentsFollow()
    {
        Experiment e;
        e.hash = HashAlgorithm::Unleash;
        e.salt = "my-group";
        e.trafficAllocation = 0.29;
        e.variants = {{"a", 0.2}, {"b", 0}, {"c", 0.8}};
        const Bucketing bucketing(e);
        for (int i = 0; i < 20000; ++i) {
            const std::string unit = "user-" + std::to_string(i);
            QCOMPARE(bucketing.admits(unit), unleashHash("my-group", unit, 100) <= 29);
            const bool first = unleashHash("my-group", unit, 1000, kUnleashVariantSeed) <= 200;
            QCOMPARE(bucketing.variantOf(unit), first ? std::size_t{0} : std::size_t{2});
        }
    }
};

QTEST_APPLESS_MAIN(TestUnleashHash)
#include "tst_unleashhash.moc"
