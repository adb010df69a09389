// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/family.h"

#include <QTest>

#include <random>

using namespace xp;

class TestFamily : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOneHypothesisAlone();
    void countsHypothesesWithoutATest();
    void relaxesOnlyWhatAStepRejects();
    void givesIntervalsThatAgree();
};

using P = std::vector<std::optional<double>>;

void TestFamily::leavesOneHypothesisAlone()
{
    for (const FamilyRule rule :
         {FamilyRule::None, FamilyRule::Bonferroni, FamilyRule::Holm, FamilyRule::BenjaminiHochberg}) {
        const auto family = adjustFamily(P{0.03}, rule, 0.05);
        QCOMPARE(*family[0].pValue, 0.03);
        QCOMPARE(family[0].intervalAlpha, 0.05);
        QVERIFY(family[0].significant);
    }
    QVERIFY(adjustFamily({}, FamilyRule::Holm, 0.05).empty());
}

void TestFamily::countsHypothesesWithoutATest()
{
    const auto family = adjustFamily(P{0.03, std::nullopt}, FamilyRule::Holm, 0.05);
    QCOMPARE(*family[0].pValue, 0.06);
    QVERIFY(!family[0].significant);
    QVERIFY(!family[1].pValue);
    QVERIFY(!family[1].significant);
}

void TestFamily::relaxesOnlyWhatAStepRejects()
{
    const auto family = adjustFamily(P{0.001, 0.04}, FamilyRule::Holm, 0.05);
    QVERIFY(family[0].significant && family[1].significant);
    QCOMPARE(family[0].intervalAlpha, 0.025); // simultaneous
    QCOMPARE(family[1].intervalAlpha, 0.05);  // rejected at the last step only
    const auto none = adjustFamily(P{0.04, 0.04}, FamilyRule::Holm, 0.05);
    QCOMPARE(none[0].intervalAlpha, 0.025);
    QVERIFY(!none[0].significant);
}

/// The interval excludes "no effect" exactly when p is at most its level: that must be the decision of the correction.
void TestFamily::givesIntervalsThatAgree()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform;
    for (int i = 0; i < 20000; ++i) {
        P p(1 + random() % 8);
        for (auto& value : p)
            value = uniform(random) * (random() % 2 == 0 ? 0.06 : 1.0);
        if (p.size() > 1 && random() % 4 == 0)
            p[1] = p[0];
        for (const FamilyRule rule :
             {FamilyRule::None, FamilyRule::Bonferroni, FamilyRule::Holm, FamilyRule::BenjaminiHochberg}) {
            const auto family = adjustFamily(p, rule, 0.05);
            for (std::size_t j = 0; j < p.size(); ++j) {
                QCOMPARE(*p[j] <= family[j].intervalAlpha, family[j].significant);
                QCOMPARE(*family[j].pValue <= 0.05, family[j].significant);
                QVERIFY(family[j].intervalAlpha <= 0.05 && family[j].intervalAlpha > 0);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestFamily)
#include "tst_family.moc"
