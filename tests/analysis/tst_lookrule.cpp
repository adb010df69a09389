// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/lookrule.h"

#include "core/stats/distributions.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <thread>

using namespace xp;

namespace {

std::vector<double> evenRates(int looks)
{
    std::vector<double> rates;
    for (int i = 1; i <= looks; ++i)
        rates.push_back(static_cast<double>(i) / looks);
    return rates;
}

/// Processor time of the whole process, in milliseconds.
template <typename Function>
double cost(const Function& function)
{
    const std::clock_t start = std::clock();
    function();
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

/// p-values of group-sequential looks: the level whose bound is the statistic.
class TestLookRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLookIsTheNormalTail()
    {
        const GroupSequentialRule rule({1}, false, SpendingKind::OBrienFleming, 1);
        for (const double z : {0.5, 1.0, 1.96, 3.0, 8.0, 20.0, 36.0}) {
            const double off = rule.tail(0, 100, z) / stats::normalTail(z) - 1;
            QVERIFY2(std::abs(off) < 1e-7, qPrintable(QStringLiteral("z %1: %2").arg(z).arg(off)));
        }
    }

    void pValuesAndBoundsAgree_data()
    {
        QTest::addColumn<int>("looks");
        QTest::addColumn<int>("spending");
        for (const int looks : {1, 2, 5, 20}) {
            for (int spending = 0; spending < 4; ++spending)
                QTest::addRow("%d looks, spending %d", looks, spending) << looks << spending;
        }
    }
    void pValuesAndBoundsAgree()
    {
        QFETCH(int, looks);
        QFETCH(int, spending);
        constexpr SpendingKind kKinds[] = {SpendingKind::OBrienFleming, SpendingKind::Pocock, SpendingKind::KimDeMets,
                                           SpendingKind::HwangShihDeCani};
        const GroupSequentialRule rule(evenRates(looks), false, kKinds[spending], spending == 3 ? -4 : 2);
        int compared = 0;
        for (const double level : {0.2, 0.05, 0.025, 0.0123, 0.001, 1e-6, 1e-15, 1e-40, 1e-200}) {
            for (const int look : {0, looks - 1}) {
                const auto position = static_cast<std::size_t>(look);
                const double bound = rule.critical(position, 100, level);
                if (bound >= 39)
                    continue; // spends nothing
                const double off = std::log(rule.tail(position, 100, bound)) - std::log(level);
                QVERIFY2(std::abs(off) < 3e-7 * std::max(1.0, -std::log(level)),
                         qPrintable(QStringLiteral("look %1, level %2: %3").arg(look).arg(level).arg(off)));
                ++compared;
            }
        }
        QVERIFY(compared >= 4);
    }

    /// What a first look of twenty may spend of so little is no number any more.
    void littleIsSpentAtManyLooks()
    {
        const GroupSequentialRule rule(evenRates(20), false, SpendingKind::OBrienFleming, 1);
        const double p = rule.tail(19, 100, 10.5);
        QVERIFY(p >= stats::normalTail(10.5) && p < 2 * stats::normalTail(10.5));
    }

    /// Of a plan nobody has looked at yet; then of the same plan with later data, whose earlier looks are known.
    void aViewOfTwentyLooksTakesMilliseconds()
    {
        double fresh = 1e9;
        double later = 1e9;
        for (int i = 0; i < 5; ++i) {
            // Other looks each time, so that nothing is known of them.
            std::vector<double> rates = evenRates(20);
            rates.front() += 1e-3 * (i + 1);
            const GroupSequentialRule first(rates, false, SpendingKind::OBrienFleming, 1);
            fresh = std::min(fresh, cost([&] {
                                 for (int cell = 0; cell < 30; ++cell)
                                     (void)first.tail(19, 100, 0.2 * cell);
                                 for (int k = 1; k <= 3; ++k)
                                     (void)first.critical(19, 100, 0.0123 / k);
                             }));
            rates.back() = 0.99;
            const GroupSequentialRule second(rates, false, SpendingKind::OBrienFleming, 1);
            later = std::min(later, cost([&] {
                                 for (int cell = 0; cell < 30; ++cell)
                                     (void)second.tail(19, 100, 0.2 * cell);
                                 for (int k = 1; k <= 3; ++k)
                                     (void)second.critical(19, 100, 0.0123 / k);
                             }));
        }
        qInfo("anew %.1f ms, with later data %.1f ms", fresh, later);
        QVERIFY(later < fresh / 3); // one look instead of twenty
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY(fresh < 200); // 100 ms and less are meant; of machines that are slow
#endif
    }

    void threadsShareWhatOneHasIntegrated()
    {
        // Looks that nobody knows: of one thread, then others of four threads at once.
        const auto view = [](double first) {
            std::vector<double> rates = evenRates(20);
            rates.front() = first;
            const GroupSequentialRule rule(rates, false, SpendingKind::OBrienFleming, 1);
            double sum = 0;
            for (int cell = 0; cell < 30; ++cell)
                sum += rule.tail(19, 100, 0.2 * cell);
            return sum;
        };
        const double alone = cost([&] { (void)view(0.031); });
        std::vector<double> sums(4);
        const double shared = cost([&] {
            std::vector<std::thread> threads;
            for (double& sum : sums)
                threads.emplace_back([&] { sum = view(0.032); });
            for (std::thread& thread : threads)
                thread.join();
        });
        qInfo("one thread %.1f ms, four of the same %.1f ms", alone, shared);
        QVERIFY(std::ranges::all_of(sums, [&](double sum) { return sum == sums.front(); }));
        QVERIFY(shared < 2 * alone); // and not four times
    }

    void anOverrunSpendsWhatIsLeft()
    {
        const GroupSequentialRule stopped({0.5, 0.8}, true, SpendingKind::OBrienFleming, 1);
        const GroupSequentialRule going({0.5, 0.8}, false, SpendingKind::OBrienFleming, 1);
        QCOMPARE(stopped.critical(0, 100, 0.025), going.critical(0, 100, 0.025));
        QVERIFY(stopped.critical(1, 100, 0.025) < going.critical(1, 100, 0.025));
        const GroupSequentialRule over({0.5, 1.3}, false, SpendingKind::OBrienFleming, 1);
        QVERIFY(over.critical(1, 100, 0.025) > stats::normalUpperQuantile(0.025));
        QVERIFY(over.critical(1, 100, 0.025) < going.critical(1, 100, 0.025));
    }
};

QTEST_APPLESS_MAIN(TestLookRule)
#include "tst_lookrule.moc"
