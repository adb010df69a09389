// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/assignmentcache.h"

#include <QTest>
#include <string>

using namespace xp;

namespace {

std::string unit(int i)
{
    return "user-" + std::to_string(i);
}

/// The share of as many units that is forgotten when all are told once, after one another.
double forgotten(std::size_t maxEntries, int units)
{
    AssignmentCache cache(maxEntries);
    for (int i = 0; i < units; ++i)
        cache.insert("e", unit(i), {0, fromMicros(i)}, cache.generation());
    int missing = 0;
    for (int i = 0; i < units; ++i)
        missing += cache.find("e", unit(i)) ? 0 : 1;
    return double(missing) / units;
}

} // namespace

class TestAssignmentCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysBounded()
    {
        AssignmentCache cache(4096);
        for (int i = 0; i < 100000; ++i)
            cache.insert("e", unit(i), {std::int16_t(i % 2), fromMicros(i)}, cache.generation());
        QVERIFY(cache.size() <= 4096);
        QVERIFY(cache.size() > 2048);
        int found = 0;
        for (int i = 0; i < 100000; ++i) {
            const auto hit = cache.find("e", unit(i));
            if (!hit)
                continue;
            ++found;
            QCOMPARE(int(hit->variant), i % 2);
            QCOMPARE(hit->assignedAt, fromMicros(i));
        }
        QCOMPARE(std::size_t(found), cache.size());
        QVERIFY(!cache.find("other", unit(99999)));
    }

    void learnsNothingOldOnceCleared()
    {
        AssignmentCache cache(4096);
        const std::uint64_t before = cache.generation();
        cache.insert("e", "u", {1, fromMicros(1)}, before);
        QVERIFY(cache.find("e", "u"));
        cache.hear(1);
        QVERIFY(!cache.find("e", "u"));
        cache.insert("e", "u", {1, fromMicros(1)}, before); // was read before the unit was removed
        QVERIFY(!cache.find("e", "u"));
        cache.insert("e", "u", {0, fromMicros(2)}, cache.generation());
        QCOMPARE(cache.find("e", "u")->assignedAt, fromMicros(2));
        QCOMPARE(cache.size(), std::size_t(1));
    }

    void forgetsAllWhenMoreWereRemoved()
    {
        AssignmentCache cache(4096);
        const auto knows = [&] {
            const bool known = cache.find("e", "u").has_value();
            cache.insert("e", "u", {1, fromMicros(1), LeftOut::No, 7}, cache.generation());
            return known;
        };
        QCOMPARE(cache.removals(), std::int64_t(-1));
        QVERIFY(!knows());
        cache.hear(5);
        QVERIFY(!knows());
        cache.hear(5);
        cache.hear(4); // read before the others
        QVERIFY(knows());
        QCOMPARE(cache.find("e", "u")->epoch, 7);
        cache.hear(6);
        QVERIFY(!knows());
        QVERIFY(knows());
        cache.belongTo("1"); // the first that it is told of
        cache.belongTo("1");
        QVERIFY(knows());
        cache.belongTo("2");
        QVERIFY(!knows());
        cache.hear(4); // the count is another one's, too
        QCOMPARE(cache.removals(), std::int64_t(4));
        QVERIFY(!knows());
        QVERIFY(!cache.trust("2", 3)); // begun before the fourth was removed
        QCOMPARE(cache.trust("2", 4), std::optional(cache.generation()));
        QVERIFY(knows());
        QVERIFY(cache.trust("2", 5));
        QVERIFY(!knows());
        QVERIFY(cache.trust("1", 2)); // of the one before
        QVERIFY(!knows());
    }

    void remembersAllWhileItMayGrow()
    {
        for (const int units : {10, 100, 1000, 10'000, 100'000})
            QCOMPARE(forgotten(std::size_t{1} << 21, units), 0.0);
    }

    void remembersAlmostAllUntilItIsThreeQuartersFull()
    {
        constexpr int kMost = 1 << 18;
        QVERIFY(forgotten(kMost, kMost / 2) < 0.0005);
        const double late = forgotten(kMost, kMost / 4 * 3);
        QVERIFY2(late < 0.01, qPrintable(QString::number(late)));
    }

    void toldAgainAUnitTakesNoSecondPlace()
    {
        AssignmentCache cache(4096);
        for (int round = 1; round <= 3; ++round) {
            for (int i = 0; i < 500; ++i)
                cache.insert("e", unit(i), {std::int16_t(round), fromMicros(i)}, cache.generation());
        }
        QCOMPARE(cache.size(), std::size_t(500));
        QCOMPARE(int(cache.find("e", unit(7))->variant), 3);
        cache.erase("e", unit(7));
        QVERIFY(!cache.find("e", unit(7)));
        QCOMPARE(cache.size(), std::size_t(499));
    }
};

QTEST_GUILESS_MAIN(TestAssignmentCache)
#include "tst_assignmentcache.moc"
