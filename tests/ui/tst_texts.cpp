// SPDX-License-Identifier: Apache-2.0
#include "core/domain/sentencecodec.h"
#include "tests/ui/samples.h"
#include "ui/charts/variantseries.h"
#include "ui/models/cells.h"
#include "ui/text/audittext.h"
#include "ui/text/cardtext.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/projectedend.h"
#include "ui/text/verdict.h"
#include "ui/theme/theme.h"
#include "ui/widgets/painting.h"

#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x202f), QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('-'));
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void percentages()
    {
        QCOMPARE(plain(percent(0.0602)), QStringLiteral("6.02 %"));
        QCOMPARE(plain(percent(0.184)), QStringLiteral("18.4 %"));
        QCOMPARE(plain(percent(0.00042)), QStringLiteral("0.042 %"));
        QCOMPARE(plain(signedPercent(0.08)), QStringLiteral("+8.0 %"));
        QCOMPARE(plain(signedPercent(-0.0431)), QStringLiteral("-4.3 %"));
        QCOMPARE(plain(signedPercent(std::nullopt)), QStringLiteral("–"));
        QCOMPARE(plain(percentInterval({-0.024, 0.183})), QStringLiteral("-2.4 … +18.3 %"));
    }

    /// A level rounded to whole per cent would be another one, or all.
    void levelsHaveTheDigitsTheyNeed()
    {
        const std::pair<double, const char*> levels[] = {{0.95, "95 %"},    {0.975, "97.5 %"},   {0.99, "99 %"},
                                                         {0.999, "99.9 %"}, {0.9995, "99.95 %"}, {0.05, "5 %"},
                                                         {0.025, "2.5 %"},  {0.0005, "0.05 %"}};
        for (const auto& [level, text] : levels)
            QCOMPARE(plain(levelPercent(level)), QString::fromLatin1(text));
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(plain(levelPercent(0.975)), QStringLiteral("97,5 %"));
    }

    void nothingIsNeitherPlusNorMinus()
    {
        QCOMPARE(plain(signedPercent(0.0)), QStringLiteral("0.0 %"));
        QCOMPARE(plain(signedPercent(-0.0001)), QStringLiteral("0.0 %"));
        QCOMPARE(plain(signedPercent(0.0001)), QStringLiteral("0.0 %"));
    }

    void numbersFollowTheLocale()
    {
        QCOMPARE(count(61204), QStringLiteral("61,204"));
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(count(61204), QStringLiteral("61.204"));
        QCOMPARE(plain(percent(0.0602)), QStringLiteral("6,02 %"));
    }

    void pValues()
    {
        QCOMPARE(pValue(0.20), QStringLiteral("0.20"));
        QCOMPARE(pValue(0.021), QStringLiteral("0.021"));
        QCOMPARE(pValue(0.00155425), QStringLiteral("0.0016"));
        QCOMPARE(pValue(1e-9), QStringLiteral("< 0.0001"));
        QCOMPARE(pValue(std::nullopt), QStringLiteral("–"));
    }

    void spansAndAges()
    {
        using namespace std::chrono_literals;
        QCOMPARE(timeSpan(3min), QStringLiteral("3 min"));
        QCOMPARE(timeSpan(47h), QStringLiteral("47 h"));
        QCOMPARE(timeSpan(24h * 12), QStringLiteral("12 d"));
        QCOMPARE(ago(200ms), QStringLiteral("just now"));
        QCOMPARE(ago(5s), QStringLiteral("5 s ago"));
        QCOMPARE(ago(5min), QStringLiteral("5 min ago"));
    }

    void verdictFollowsTheTest()
    {
        const Experiment experiment = test::sampleExperiment(1);
        const auto word = [&](const Stats& stats, std::size_t metric) {
            return comparisonVerdict(stats, stats.metrics[metric], stats.metrics[metric].comparisons.front()).word;
        };
        Stats stats = test::sampleStats(experiment, 20'000, 0.1);
        QCOMPARE(word(stats, 1), QStringLiteral("Better"));
        QCOMPARE(word(stats, 2), QStringLiteral("Worse")); // less would be better
        QCOMPARE(word(test::sampleStats(experiment, 20'000, 0.001), 1), QStringLiteral("Undecided"));
    }

    void noVerdictWhereNoneIsDue()
    {
        const Experiment experiment = test::sampleExperiment(1);
        const auto verdict = [&](const Stats& stats) {
            return comparisonVerdict(stats, stats.metrics[1], stats.metrics[1].comparisons.front());
        };
        Stats stats = test::sampleStats(experiment, 20'000, 0.1);
        stats.decision = "invalid";
        QCOMPARE(verdict(stats).tone, Tone::Neutral); // no colour anywhere
        QCOMPARE(verdict(test::sampleStats(experiment, 200, 1.0)).word, QStringLiteral("Too early")); // 20 converters
        QCOMPARE(verdict(test::sampleStats(experiment, 5'000, 0.5)).word, QStringLiteral("Locked"));  // half the plan
        QVERIFY(verdict(test::sampleStats(experiment, 0)).word.isEmpty());
        Stats stopped = test::sampleStats(experiment, 5'000, 0.5);
        stopped.status = Status::Stopped; // the last look there will be
        QCOMPARE(verdict(stopped).word, QStringLiteral("Better"));
    }

    void whatTheStopIsAboutIsWorseAndNotLocked()
    {
        Stats stats = test::sampleStats(test::sampleExperiment(1), 5'000, 0.5); // half the plan
        const auto word = [&] {
            return comparisonVerdict(stats, stats.metrics[2], stats.metrics[2].comparisons.front()).word;
        };
        QCOMPARE(word(), QStringLiteral("Locked"));
        stats.decision = "stop_for_harm";
        const nlohmann::json about{{"metric", stats.metrics[2].name}, {"treatment", "treatment-1"}};
        stats.recommendation = {"stop_for_harm", about, "Stop 'treatment-1', it does harm."};
        QCOMPARE(word(), QStringLiteral("Worse"));
        QCOMPARE(guardrailCard(stats).value, QStringLiteral("! 1 worse"));
        // Where the plan's decision is another than that of one look, its sentence stands in the other's.
        stats.recommendation = {"plan_first", {{"plan", toJson(stats.recommendation)}}, "..."};
        QCOMPARE(word(), QStringLiteral("Worse"));
        QCOMPARE(comparisonVerdict(stats, stats.metrics[1], stats.metrics[1].comparisons.front()).word,
                 QStringLiteral("Locked"));
    }

    void theLiftsIntervalIsOnTheSideOfTheTest()
    {
        const Stats stats = test::sampleStats(test::sampleExperiment(1), 20'000, 0.1);
        const MetricStats& metric = stats.metrics[1];
        Comparison comparison = metric.comparisons.front();
        const auto derived = liftInterval(metric, comparison);
        QVERIFY(derived && (*derived)[0] > 0);
        QVERIFY(std::abs((*derived)[0] - (*comparison.confidenceInterval)[0] / 0.1) < 1e-12);
        comparison.effectSizeInterval = Interval{0.02, 0.19};
        QCOMPARE((*liftInterval(metric, comparison))[1], 0.19);
    }

    void theHeadlineLiftIsOfTheTreatmentThatItsNumbersAreOf()
    {
        const Experiment experiment = test::sampleExperiment(1, Status::Running, 2);
        Stats stats = test::sampleStats(experiment, 20'000, 0.1);
        stats.metrics[1].comparisons[1].effectSize = 0.2;
        stats.metrics[1].comparisons[1].adjustedPValue = 1e-9;
        stats.effectSize = 0.2;
        stats.pValue = 1e-9;
        const auto lift = headlineLift(stats);
        QVERIFY(lift && lift->interval);
        QCOMPARE(lift->treatment, "treatment-2");
        stats.effectSize = 0.3; // of nothing that is known: no interval of something else
        QVERIFY(headlineLift(stats) && !headlineLift(stats)->interval);
    }

    void aClosedGateKeepsTheVerdictBack()
    {
        Stats stats = test::sampleStats(test::sampleExperiment(1), 20'000, 0.1);
        stats.warnings = {{"too_early", {{"metric", "purchase"}}, "purchase: too early for a verdict."}};
        const auto word = [&](std::size_t metric) {
            return comparisonVerdict(stats, stats.metrics[metric], stats.metrics[metric].comparisons.front()).word;
        };
        QCOMPARE(word(1), QStringLiteral("Too early"));
        QCOMPARE(word(3), QStringLiteral("Better"));
    }

    void theAxisHoldsAllButTheWildest()
    {
        const auto mark = [](double low, double high) {
            return LiftMark{(low + high) / 2, Interval{low, high}, Tone::Accent};
        };
        const LiftAxis usual = axisFor({mark(-0.02, 0.18), mark(-0.11, 0.06)});
        QVERIFY(usual.low < -0.11 && usual.high > 0.18);
        QVERIFY(usual.ticks.size() >= 3 && usual.ticks.size() <= 8);
        const LiftAxis wild = axisFor({mark(-0.02, 0.18), mark(-0.11, 0.06), mark(-30, 50)});
        QVERIFY(wild.high < 1); // one metric does not flatten the others
        const LiftAxis oneSided = axisFor({mark(0.02, 0.04)});
        QVERIFY(oneSided.low < 0); // zero is always there
        QVERIFY(axisFor({}).ticks.empty());
        QVERIFY(axisFor({LiftMark{0.0, Interval{0, 0}, Tone::Accent}}).high > 0); // never without extent
    }

    /// Zero is named, and what else is named lies at equal distances that leave room between the words.
    void theNumbersOfAnAxisAreEvenlySpaced()
    {
        const QFontMetricsF metrics(Theme::font(11));
        for (const double high : {0.02, 0.07, 0.26, 0.31, 0.9, 4.0}) {
            const LiftAxis axis = axisFor({LiftMark{high / 2, Interval{-high / 30, high}, Tone::Accent}});
            for (const double width : {90.0, 170.0, 320.0}) {
                const auto labels = axisLabels(axis, width, metrics);
                QVERIFY(std::ranges::any_of(labels, [](const auto& one) { return std::abs(one.first) < 1e-12; }));
                for (std::size_t i = 1; i < labels.size(); ++i) {
                    const double distance = labels[i].first - labels[i - 1].first;
                    QVERIFY(std::abs(distance - (labels[1].first - labels[0].first)) < 1e-9);
                    const double words =
                        metrics.horizontalAdvance(labels[i].second) + metrics.horizontalAdvance(labels[i - 1].second);
                    QVERIFY(distance / (axis.high - axis.low) * width >= words / 2);
                }
            }
        }
        QVERIFY(axisLabels(LiftAxis{}, 100, metrics).empty());
    }

    void cards()
    {
        const Experiment experiment = test::sampleExperiment(1);
        Stats stats = test::sampleStats(experiment, 5'000, 0.1);
        QCOMPARE(unitsCard(experiment, stats).value, QStringLiteral("10,000"));
        QCOMPARE(unitsCard(experiment, stats).suffix, QStringLiteral("of 20,000"));
        QCOMPARE(plain(liftCard(stats).value), QStringLiteral("+10.0 %"));
        QVERIFY(liftCard(stats).note.startsWith(QStringLiteral("95")));
        QCOMPARE(ratioCard(experiment, stats).value, QStringLiteral("✓ 50.0 : 50.0"));
        stats.sampleRatio.mismatch = true;
        QVERIFY(ratioCard(experiment, stats).value.startsWith(QLatin1Char('!'))); // not by colour alone
        QCOMPARE(ratioCard(experiment, stats).tone, std::optional(Tone::Warning));
        QCOMPARE(guardrailCard(test::sampleStats(experiment, 20'000, 0.1)).value, QStringLiteral("! 1 worse"));
        QCOMPARE(guardrailCard(test::sampleStats(experiment, 20'000, 0.001)).value, QStringLiteral("✓ 1 of 1"));
    }

    void cardsOfThePlan()
    {
        const Experiment experiment = test::sampleExperiment(1);
        Stats stats = test::sampleStats(experiment, 20'000, 0.1);
        stats.plannedMethod = "always_valid";
        stats.planned = PlannedEffect{"purchase", "treatment-1", 0.08, Bounds{-0.024, 0.183}, 0.95, 0.2, std::nullopt};
        QCOMPARE(plain(liftCard(stats).value), QStringLiteral("+8.0 %"));
        QCOMPARE(pValueCard(experiment, stats).label, QStringLiteral("p, always valid"));
        QCOMPARE(pValueCard(experiment, stats).value, QStringLiteral("0.20"));
        QVERIFY(pValueCard(experiment, stats).note.contains(QStringLiteral("one look"))); // and what that would say
        QCOMPARE(headlineLift(stats)->lift, 0.08);
        stats.planned->probability = 0.934;
        QCOMPARE(plain(pValueCard(experiment, stats).value), QStringLiteral("93.4 %"));

        ReportView plan = test::sampleView(stats, Method::AlwaysValid);
        plan.metrics[2].cells.front().word = Word::Undecided;
        QCOMPARE(guardrailCard(stats, &plan).value, QStringLiteral("✓ 1 of 1"));
        plan.metrics[2].margin = Margin{.value = 0.05, .relative = true};
        QCOMPARE(guardrailCard(stats, &plan).value, QStringLiteral("1 open")); // not shown to be within it yet
        plan.metrics[2].cells.front().word = Word::NonInferior;
        QCOMPARE(guardrailCard(stats, &plan).value, QStringLiteral("✓ 1 of 1"));
        plan.metrics[2].cells.front().word = Word::Inferior;
        QCOMPARE(guardrailCard(stats, &plan).value, QStringLiteral("! 1 worse"));

        stats.warnings = {{"early_look", {{"units", 5}, {"planned", 10}}, "This is an early look."}};
        QCOMPARE(readingNotes(stats, &plan).size(), 0); // such a plan may be looked at
        plan.method = Method::Fixed;
        QCOMPARE(readingNotes(stats, &plan).size(), 1);
        plan.reasons = {{"ship", nlohmann::json::object(), "Ship it."},
                        {"more", nlohmann::json::object(), "It holds."}};
        QCOMPARE(decisionText(stats, &plan), QStringLiteral("Ship it. It holds."));
        QCOMPARE(decisionText(stats, nullptr), QStringLiteral("Ship 'treatment-1': purchase is better."));
    }

    void oneSmallPIsWrittenAsSmaller()
    {
        QCOMPARE(pEquation(0.48), QStringLiteral("p = 0.48"));
        QCOMPARE(pEquation(1e-7), QStringLiteral("p < 0.0001"));
        QCOMPARE(plain(chance(0.9951)), QStringLiteral("99.5 %"));
        QCOMPARE(plain(chance(0.99999)), QStringLiteral("> 99.9 %"));
        QCOMPARE(plain(chance(1e-9)), QStringLiteral("< 0.1 %"));
        QCOMPARE(pLimit(0.012), QStringLiteral("p < 0.012"));
        QCOMPARE(pLimit(1e-7), QStringLiteral("p < 0.0001"));
    }

    void intervalsOfMeans()
    {
        MetricStats metric{.name = "spend", .kind = MetricKind::Sum};
        metric.variants = {{.variant = "control", .sampleSize = 100, .meanValue = 5, .stdDev = 10},
                           {.variant = "empty"}};
        const auto points = variantPoints(metric, 0.95);
        QCOMPARE(points.size(), 1U);
        QVERIFY(std::abs((*points[0].interval)[0] - (5 - 1.959964)) < 1e-5);
        metric.kind = MetricKind::Mean;
        QVERIFY(!variantPoints(metric, 0.95)[0].interval);
    }

    void projectsTheEndFromThePaceSoFar()
    {
        Experiment experiment = test::sampleExperiment(1);
        const Timestamp start = *experiment.startedAt;
        const Timestamp at = start + std::chrono::hours(24);
        const auto said = [&](const Progress& progress) {
            return projectedEnd(projectionOf(experiment, progress, at), at);
        };
        // 500 to come in one day: by chance alone 1.96 * sqrt(500 + 500) / 500 days
        QCOMPARE(said({1000, 500, 0.5}), QStringLiteral("at this pace in 24 h ± 3 h"));
        QVERIFY(said({1000, 1000, 1}).isEmpty());
        QVERIFY(said({1000, 0, 0}).isEmpty());
        QVERIFY(said({10'000, 500, 0.05}).endsWith(QStringLiteral(" ± 2 d"))); // 1.96 * sqrt(500 * (19 + 361)) / 500
        experiment.status = Status::Paused;
        QVERIFY(said({1000, 500, 0.5}).isEmpty());
    }

    /// By the rules an experiment without a unit is invalid; to a person nothing is wrong with it.
    void nothingIsWrongBeforeAnybodyCame()
    {
        Stats stats = test::sampleStats(test::sampleExperiment(1), 0);
        stats.decision = "invalid";
        QCOMPARE(decisionVerdict(stats).word, QStringLiteral("No data yet"));
        QCOMPARE(decisionVerdict(stats).tone, Tone::Neutral);
        stats = test::sampleStats(test::sampleExperiment(1), 1000);
        stats.decision = "invalid";
        QCOMPARE(decisionVerdict(stats).word, QStringLiteral("Invalid"));
        QCOMPARE(decisionVerdict(stats).tone, Tone::Warning);
    }

    void theAuditLogIsToldInWords()
    {
        QCOMPARE(auditAction("experiment.start"), QStringLiteral("Started"));
        QCOMPARE(auditAction("experiment.teleport"), QStringLiteral("experiment.teleport"));
        const auto told = [](const char* json) { return plain(auditChanges(nlohmann::json::parse(json))); };
        QCOMPARE(told(R"({"traffic_allocation": {"from": 0.2, "to": 0.5}, "peak_traffic": {"from": 0.2, "to": 0.5}})"),
                 QStringLiteral("Traffic 20 % → 50 %"));
        QCOMPARE(told(R"({"status": {"from": "draft", "to": "running"},
                          "plan_fingerprint": {"from": null, "to": "0123456789abcdef0123"}})"),
                 QStringLiteral("Fingerprint 0123456789ab · Status Draft → Running"));
        QCOMPARE(
            told(
                R"({"plan": {"from": {"method": "fixed", "power": 0.8}, "to": {"method": "bayesian", "power": 0.9}}})"),
            QStringLiteral("Method one look → Bayesian · Power 80 % → 90 %"));
        QCOMPARE(told(R"({"variants": {"from": [{"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}],
                          "to": [{"name": "a", "allocation": 0.9}, {"name": "b", "allocation": 0.1}]}})"),
                 QStringLiteral("Variants a 50 %, b 50 % → a 90 %, b 10 %"));
        // What was made says what it is, not each of its fields.
        QCOMPARE(told(R"({"id": "x", "salt": "y", "metrics": [{"name": "click"}, {"name": "buy"}], "owner": "anna"})"),
                 QStringLiteral("Metrics click, buy"));
        QCOMPARE(told(R"({"owner": {"from": "", "to": "anna"}, "note": {"text": "Sale began"}})"),
                 QStringLiteral("Note Sale began · Owner – → anna"));
        for (const char* odd : {"null", "[]", "7", R"({"a": {"from": 1}})", R"({"variants": [null, 7, {}]})"})
            told(odd); // nothing of it is fatal
    }

    void errorsSayWhatToDo()
    {
        QVERIFY(errorText({ErrorCode::Unauthorized, {}, {}}).contains(QStringLiteral("token")));
        const Error invalid{
            ErrorCode::Invalid, {"invalid_input", {}, "2 fields are wrong"}, {{"name", "required", "name is missing"}}};
        QCOMPARE(errorText(invalid), QStringLiteral("2 fields are wrong.\nName is missing."));
    }
};

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
