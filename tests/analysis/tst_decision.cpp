// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/decision.h"

#include <QTest>

using namespace xp;

/// Every path of the ordered rule, and that each comes before the next.
class TestDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheOrder_data();
    void followsTheOrder();
    void namesTheTreatments();
    void hasAName();
};

namespace {

using T = TreatmentFacts;

constexpr T kNothing{};
constexpr T kBetter{.better = true};
constexpr T kWorse{.worse = true};
constexpr T kHarmful{.harmful = true, .worse = true};
constexpr T kMixed{.better = true, .worse = true};
constexpr T kBetterButGuardrail{.better = true, .guardrailsPass = false};
constexpr T kTiny{.belowSmallestEffect = true};
constexpr T kUnused{.isInUse = false};
constexpr T kBetterButTiny{.better = true, .belowSmallestEffect = true};

DecisionFacts facts(std::vector<T> treatments, bool ended = true)
{
    return {.ended = ended, .treatments = std::move(treatments)};
}

DecisionFacts with(DecisionFacts f, bool DecisionFacts::*fact, bool value)
{
    f.*fact = value;
    return f;
}

} // namespace

Q_DECLARE_METATYPE(xp::DecisionFacts)

void TestDecision::followsTheOrder_data()
{
    QTest::addColumn<DecisionFacts>("facts");
    QTest::addColumn<QString>("decision");
    const auto row = [](const char* name, const DecisionFacts& f, const char* decision) {
        QTest::newRow(name) << f << QString::fromLatin1(decision);
    };
    row("invalid before harm", with(facts({kHarmful}), &DecisionFacts::invalid, true), "invalid");
    row("invalid before too early",
        with(with(facts({kBetter}), &DecisionFacts::tooEarly, true), &DecisionFacts::invalid, true), "invalid");
    row("harm before too early", with(facts({kHarmful}, false), &DecisionFacts::tooEarly, true), "stop_for_harm");
    row("harm before ship", facts({kBetter, kHarmful}), "stop_for_harm");
    row("harm without a primary", with(facts({kHarmful}), &DecisionFacts::hasPrimary, false), "stop_for_harm");
    row("too early before ship", with(facts({kBetter}), &DecisionFacts::tooEarly, true), "too_early");
    row("too early before keep", with(facts({kWorse}), &DecisionFacts::tooEarly, true), "too_early");
    row("too early without a primary",
        with(with(facts({kBetter}), &DecisionFacts::hasPrimary, false), &DecisionFacts::tooEarly, true), "too_early");
    row("no primary", with(facts({kBetter}), &DecisionFacts::hasPrimary, false), "inconclusive");
    row("no primary, running", with(facts({kNothing}, false), &DecisionFacts::hasPrimary, false), "inconclusive");
    row("ship at the end", facts({kBetter}), "ship");
    row("ship before the end", facts({kBetter}, false), "ship");
    row("ship though tiny", facts({kBetterButTiny}), "ship");
    row("ship one of two", facts({kWorse, kBetter}), "ship");
    row("better and worse is no ship", facts({kMixed}, false), "continue");
    row("better and worse at the end", facts({kMixed}), "keep_control");
    row("guardrail stops the ship", facts({kBetterButGuardrail}, false), "continue");
    row("guardrail at the end", facts({kBetterButGuardrail}), "inconclusive");
    row("worse at the end", facts({kWorse}), "keep_control");
    row("worse before the end", facts({kWorse}, false), "continue");
    row("too small at the end", facts({kTiny}), "keep_control");
    row("too small before the end", facts({kTiny}, false), "continue");
    row("all dismissed", facts({kTiny, kWorse}), "keep_control");
    row("one that nobody comes to", facts({kWorse, kUnused}), "keep_control");
    row("nobody comes to any", facts({kUnused}), "inconclusive");
    row("one still open", facts({kTiny, kNothing}), "inconclusive");
    row("nothing at the end", facts({kNothing}), "inconclusive");
    row("nothing yet", facts({kNothing}, false), "continue");
    row("no treatment", facts({}), "inconclusive");
}

void TestDecision::followsTheOrder()
{
    QFETCH(DecisionFacts, facts);
    QFETCH(QString, decision);
    const auto name = toString(decide(facts).decision);
    QCOMPARE(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), decision);
}

void TestDecision::namesTheTreatments()
{
    QCOMPARE(decide(facts({kBetter, kWorse, kBetter})).treatments, (std::vector<std::size_t>{0, 2}));
    QCOMPARE(decide(facts({kBetter, kHarmful})).treatments, (std::vector<std::size_t>{1}));
    QVERIFY(decide(facts({kNothing})).treatments.empty());
}

void TestDecision::hasAName()
{
    for (const Decision d : {Decision::Invalid, Decision::StopForHarm, Decision::TooEarly, Decision::Ship,
                             Decision::KeepControl, Decision::Inconclusive, Decision::Continue})
        QVERIFY(parseDecision(toString(d)) == d);
    QVERIFY(!parseDecision("maybe"));
}

QTEST_APPLESS_MAIN(TestDecision)
#include "tst_decision.moc"
