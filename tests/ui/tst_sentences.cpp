// SPDX-License-Identifier: Apache-2.0
// The studio makes the core's sentences anew from code and arguments: in English they are the core's own words.
#include "core/analysis/evidence.h"
#include "core/analysis/reportsentences.h"
#include "tests/analysis/randomexperiment.h"
#include "ui/text/sentencetext.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace xp;
using namespace xp::ui;

class TestSentences : public QObject
{
    Q_OBJECT

private:
    std::map<std::string, int> m_seen; ///< codes, and how often

    void check(const Sentence& sentence)
    {
        ++m_seen[sentence.code];
        const auto words = renderedSentence(sentence);
        QVERIFY2(words, sentence.code.c_str());
        QCOMPARE(*words, QString::fromStdString(sentence.text));
    }

    void checkView(const ReportView& view)
    {
        for (const Sentence& reason : view.reasons)
            check(reason);
        for (const ReportMetric& metric : view.metrics) {
            if (metric.gate)
                check(*metric.gate);
            for (const Sentence& note : metric.notes)
                check(note);
        }
    }

    void checkAll(const Evidence& evidence, Timestamp at)
    {
        const Report report = reportOf(evidence, at);
        checkView(report.planned);
        for (const HealthCheck& line : report.health)
            check(line.sentence);
        for (const Sentence& departure : report.departures)
            check(departure);
        for (const SecondOpinion& opinion : report.secondOpinions) {
            if (opinion.disagreement)
                check(*opinion.disagreement);
        }
        const Stats stats = statsOf(evidence, report, at);
        check(stats.recommendation);
        for (const Sentence& warning : stats.warnings)
            check(warning);
    }

    /// Every `{"code", ...` of a file of sentences.
    static std::set<std::string> codesOf(const QString& file)
    {
        QFile source(qEnvironmentVariable("XP_SOURCE_DIR") + QLatin1Char('/') + file);
        if (!source.open(QIODevice::ReadOnly))
            return {};
        std::set<std::string> codes;
        const QRegularExpression code(QStringLiteral("return \\{\\s*\"([a-z_]+)\",|code = \"([a-z_]+)\""));
        auto matches = code.globalMatch(QString::fromUtf8(source.readAll()));
        while (matches.hasNext()) {
            const auto match = matches.next();
            codes.insert(QString(match.captured(1) + match.captured(2)).toStdString());
        }
        return codes;
    }

private Q_SLOTS:
    /// As core/files/bundlecheck.cpp writes them.
    void whatIsWrongWithABundle()
    {
        check({"bundle_differs",
               {{"file", "report.json"}, {"path", "alpha"}, {"said", "1"}, {"expected", "0.05"}},
               "report.json: alpha says 1; computed again it is 0.05"});
        check({"bundle_differs",
               {{"file", "report.json"}, {"path", ""}, {"said", "1"}, {"expected", "2"}},
               "report.json: the document says 1; computed again it is 2"});
        check({"bundle_checksum",
               {{"file", "plan.json"}, {"said", nullptr}, {"expected", "ab"}},
               "plan.json is not the file that was written: its SHA-256 is ab, the manifest says nothing"});
        check({"bundle_missing", {{"file", "plan.json"}}, "plan.json is missing"});
        check({"bundle_unknown_file", {{"file", "x"}}, "x does not belong to a bundle"});
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theEnglishIsTheCoresOwn()
    {
        test::RandomExperiment random(7);
        for (int i = 0; i < 3000 && !QTest::currentTestFailed(); ++i) {
            Evidence evidence;
            evidence.experiment = random.experiment();
            evidence.data = random.data(evidence.experiment);
            if (random.chance(0.5)) {
                Plan plan = defaultPlan(evidence.experiment);
                plan.method = random.pick({Method::Fixed, Method::AlwaysValid, Method::Bayesian});
                if (random.chance(0.5))
                    plan.smallestEffect = random.pick({0.01, 0.1, 0.5});
                for (PlannedMetric& metric : plan.metrics) {
                    if (metric.role == MetricRole::Guardrail && random.chance(0.5))
                        metric.margin = Margin{random.pick({0.01, 0.2}), random.chance(0.5)};
                }
                evidence.experiment.frozenPlan = plan;
            }
            if (random.chance(0.1))
                evidence.facts = {random.pick({0.0, 0.02}), random.pick({0.5, 0.0001})};
            checkAll(evidence, test::dayStart(test::kFirstDay + random.pick({1, 8, 30})));
        }
        qInfo("%zu codes were met", m_seen.size());
        QVERIFY(m_seen.size() > 30);
    }

    void rareOnesToo()
    {
        using namespace sentences;
        check(valuesCut("spend", 1234.5, 1));
        check(valuesCut("spend", 0.25, 12'345));
        check(notCut("spend"));
        check(capProposed("spend", 0.999, 99));
        check(notAdjusted("spend", true));
        check(notAdjusted("spend", false));
        check(novelty("spend", "new", 0.301, -0.02, 13, 0.00001));
        check(novelty("spend", "new", 0.001, 0.02, 1, 0.001));
        check(fewUnits("spend", {.units = 1, .all = 500, .share = 0.4, .inVariant = 1}, "new"));
        check(fewUnits("spend", {.units = 24, .all = 12'345, .share = 0.613, .inVariant = 1}, "new"));
        check(effectDrift("spend", "new", 0.101, -0.02, 0.00001));
        check(epochsLeftOut("spend", {2}));
        check(epochsLeftOut("spend", {2, 3}));
        check(beyondRange("spend", 1));
        check(beyondRange("spend", 12'345));
        check(continueToLook(0.4, true));
        check(continueToLook(0, false));
        check(tooFewDays(1.46, 7));
        check(bestNotSeparable("a", "b"));
        check(fewOnTheseDays(0.142));
        check(guardrailsPass(1));
        check(guardrailsPass(3));
        check(mergesUnbalanced(0.00001));
        check(shownOther(0.0234, 12'345));
        check(unitsExcluded({.byExperiment = 2, .byService = 0, .bots = 1'234, .all = 12'345}));
        check(exclusionsUnbalanced(0.00001));
        check(maturing("spend", 1));
        check(maturing("spend", 5'000));
    }

    void everyCodeIsKnown()
    {
        std::set<std::string> codes = codesOf(QStringLiteral("core/analysis/sentences.cpp"));
        codes.merge(codesOf(QStringLiteral("core/analysis/reportsentences.cpp")));
        codes.merge(codesOf(QStringLiteral("core/domain/plan.cpp")));
        codes.merge(codesOf(QStringLiteral("core/analysis/evidence.cpp")));
        QVERIFY(codes.size() > 40);
        for (const std::string& code : codes) {
            // An empty object lacks what most need: known are those that were met, or that fail for lack of arguments.
            const bool known = m_seen.contains(code) || isKnownSentence(code);
            QVERIFY2(known, code.c_str());
        }
    }

    void whatIsMissingOrNewIsToldInTheCoresWords()
    {
        QVERIFY(!renderedSentence({"ship", {{"treatment", "a"}}, "Ship 'a'."}));
        QVERIFY(!renderedSentence({"from_the_future", {}, "Something new."}));
        QCOMPARE(sentenceText({"from_the_future", {}, "Something new."}), QStringLiteral("Something new."));
    }

    void numbersAreWrittenAsTheLocaleHasIt()
    {
        const sentences::Effect effect{.treatment = "new",
                                       .metric = "purchase",
                                       .isRate = true,
                                       .control = 0.05,
                                       .treated = 0.055,
                                       .estimate = 0.005,
                                       .lift = 0.1,
                                       .liftInterval = Bounds{0.0234, 0.1766}};
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString words = sentenceText(sentences::ship(effect));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        for (const char* part : {"purchase", "5,5", "+10,0", "+2,3", "+17,7", "95"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
