// SPDX-License-Identifier: Apache-2.0
// What another plan would have said, from the sums alone.
#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/remote/remotebackend.h"
#include "tests/analysis/randomexperiment.h"
#include "ui/explore/distribution.h"
#include "ui/explore/exploretab.h"
#include "ui/explore/whatifmodel.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/widgets/stepslider.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSlider>
#include <QTest>

using namespace xp;
using namespace xp::ui;
using namespace xp::test;

namespace {

/// Two weeks, two primary metrics of which one is a rate and one a sum with its distribution, one guardrail.
Evidence sampleEvidence()
{
    Evidence evidence;
    Experiment& e = evidence.experiment;
    e = experimentWith({{"control", 0.5}, {"new", 0.5}});
    e.metrics = {conversion("purchase", MetricRole::Primary),
                 valueMetric("spend", MetricKind::Sum, MetricRole::Primary),
                 conversion("error", MetricRole::Guardrail, Direction::Decrease)};
    e.targetSampleSize = 14'000;
    DataBuilder data;
    Histograms histograms{.asOf = dayStart(kFirstDay + 14)};
    std::vector<Histogram> shapes(2);
    for (std::int16_t variant = 0; variant < 2; ++variant) {
        for (int day = 0; day < 14; ++day) {
            const DataBuilder::Place place{.variant = variant, .day = kFirstDay + day};
            data.addRate(place, 0, 1000, variant == 0 ? 100 : 116);
            data.addConverted(place, 2, 30);
            for (int i = 0; i < 100; ++i) { // a buyer in ten, one of them a whale
                const std::int64_t value = (i == 0 ? 2'000 : 10 + i) * 1'000'000LL;
                data.addTotals(place, 1, totalsOf(1, value));
                Moments one = contributionOf(totalsOf(1, value));
                one.units = 1;
                shapes[std::size_t(variant)].add(binOf(value), one);
            }
            Moments zeros;
            zeros.units = 900;
            shapes[std::size_t(variant)].add(0, zeros);
        }
        histograms.cells.push_back({1, variant, 1, shapes[std::size_t(variant)]});
    }
    evidence.data = data.build();
    evidence.data.histograms = histograms;
    return evidence;
}

const Timestamp kNow = dayStart(kFirstDay + 15);

/// Answers with one evidence.
class OneBackend : public Backend
{
public:
    Evidence content = sampleEvidence();
    int asked = 0;

    QString place() const override { return QStringLiteral("here"); }
    Reply<std::vector<Experiment>> listExperiments(const ExperimentFilter&) override
    {
        return Reply<std::vector<Experiment>>::of(std::vector{content.experiment});
    }
    Reply<Experiment> experiment(const QString&) override { return Reply<Experiment>::of(content.experiment); }
    Reply<Stats> stats(const QString&) override { return Reply<Stats>::of(Stats{}); }
    Reply<Experiment> createExperiment(const Experiment& draft) override { return Reply<Experiment>::of(draft); }
    Reply<Experiment> changeStatus(const QString&, StatusChange, const QString&) override
    {
        return Reply<Experiment>::of(content.experiment);
    }
    Reply<Evidence> evidence(const QString&) override
    {
        ++asked;
        return Reply<Evidence>::of(content);
    }
};

} // namespace

class TestExplore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeChoice::Light); }

    /// One p-value of a guardrail in all tables: against its margin, marked as such.
    void aGuardrailsEvidenceIsThatAgainstItsMargin()
    {
        Evidence evidence = sampleEvidence();
        Plan plan = decidingPlan(evidence.experiment);
        plan.metrics[2].margin = Margin{.value = 0.5, .relative = true};
        evidence.experiment.plan = plan;
        WhatIfModel model;
        model.setPlanned(answerOf(asPlanned(plan), evidence, kNow));
        const auto p = [&](int row) { return model.index(row, WhatIfModel::P).data().toString(); };
        int marked = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const bool isGuardrail = model.index(row, WhatIfModel::Metric).data().toString() == QLatin1String("error");
            QCOMPARE(p(row).endsWith(QStringLiteral(" ni")), isGuardrail);
            marked += int(isGuardrail);
        }
        QCOMPARE(marked, 1);
    }

    void asPlannedItIsTheServicesOwnReport()
    {
        const Evidence sent = sampleEvidence();
        const Evidence evidence = *evidenceFromJson(toJson(sent)); // what the wire carries is enough
        const WhatIf planned = asPlanned(decidingPlan(evidence.experiment));
        Report mine = reportOf(evidence, kNow);
        const auto expected = toJson(mine);
        mine.planned = answerOf(planned, evidence, kNow);
        mine.secondOpinions = opinionsOf(planned, evidence, kNow);
        QCOMPARE(toJson(mine).dump(), expected.dump());
    }

    void eachSliderDoesWhatItSays()
    {
        const Evidence evidence = sampleEvidence();
        const WhatIf planned = asPlanned(decidingPlan(evidence.experiment));
        const auto cell = [&](const WhatIf& whatIf, std::size_t metric) {
            return answerOf(whatIf, evidence, kNow).metrics[metric].cells.front();
        };
        const auto width = [](const ReportCell& c) { return *c.liftInterval->upper - *c.liftInterval->lower; };
        WhatIf strict = planned;
        strict.level = 0.001;
        QVERIFY(width(cell(strict, 0)) > width(cell(planned, 0)));
        WhatIf always = planned;
        always.method = Method::AlwaysValid;
        QVERIFY(width(cell(always, 0)) > width(cell(planned, 0))); // the price of looking at any time
        QCOMPARE(cell(always, 0).test, "always_valid");
        WhatIf capped = planned;
        capped.cap = 0.99;
        QVERIFY(width(cell(capped, 1)) < width(cell(planned, 1))); // the whales are gone
        QCOMPARE(*cell(capped, 0).lift, *cell(planned, 0).lift);   // a rate has nothing to cut
        WhatIf uncorrected = planned;
        uncorrected.correction = CorrectionMethod::None;
        QVERIFY(*cell(uncorrected, 0).adjustedPValue <= *cell(planned, 0).adjustedPValue);
        WhatIf sceptic = planned;
        sceptic.method = Method::Bayesian;
        sceptic.priorDeviation = 0.01;
        WhatIf open = sceptic;
        open.priorDeviation = 1;
        QVERIFY(cell(sceptic, 0).posterior->probabilityBetter < cell(open, 0).posterior->probabilityBetter);
        WhatIf week = planned;
        week.range = {kFirstDay, kFirstDay + 6};
        const ReportView half = answerOf(week, evidence, kNow);
        QCOMPARE(half.metrics[0].arms[0].units, 7'000);
    }

    void itAnswersWithin50Milliseconds()
    {
        // A big one: five arms, ten metrics, 60 days.
        RandomExperiment random(3);
        Evidence evidence;
        evidence.experiment = experimentWith({{"a", 0.2}, {"b", 0.2}, {"c", 0.2}, {"d", 0.2}, {"e", 0.2}});
        DataBuilder data;
        for (int metric = 0; metric < 10; ++metric)
            evidence.experiment.metrics.push_back(
                conversion("m" + std::to_string(metric), metric == 0 ? MetricRole::Primary : MetricRole::Secondary));
        for (std::int16_t variant = 0; variant < 5; ++variant) {
            for (int day = 0; day < 60; ++day) {
                const DataBuilder::Place place{.variant = variant, .day = kFirstDay + day};
                data.addUnits(place, 2'000);
                for (std::int16_t metric = 0; metric < 10; ++metric)
                    data.addConverted(place, metric, random.between(180, 220));
            }
        }
        evidence.data = data.build();
        WhatIf whatIf = asPlanned(decidingPlan(evidence.experiment));
        for (const Method method : {Method::Fixed, Method::AlwaysValid, Method::GroupSequential, Method::Bayesian}) {
            whatIf.method = method;
            double slowest = 0;
            for (const double level : {0.01, 0.02, 0.05, 0.1}) { // bounds are computed anew for each
                whatIf.level = level;
                QElapsedTimer timer;
                timer.start();
                answerOf(whatIf, evidence, dayStart(kFirstDay + 61));
                slowest = std::max(slowest, double(timer.nsecsElapsed()) / 1e6);
            }
            qInfo("%s: an answer from %zu sums takes up to %.1f ms", toString(method).data(),
                  evidence.data.cells.size(), slowest);
            QVERIFY(slowest < 50);
        }
    }

    void theTabAsksOnceAndFollowsTheSliders()
    {
        auto backend = std::make_unique<OneBackend>();
        OneBackend& one = *backend;
        Session session(std::move(backend));
        QTRY_VERIFY(session.isLoaded());
        ExploreTab tab;
        tab.resize(1100, 900);
        tab.show();
        tab.setSubject(&session, QString::fromStdString(one.content.experiment.id));
        auto* model = tab.findChild<WhatIfModel*>();
        QTRY_COMPARE(model->rowCount(), 3);
        const QAbstractItemModelTester tester(model);
        const QString before = model->index(0, WhatIfModel::Lift).data().toString();
        const auto sliders = tab.findChildren<StepSlider*>();
        QVERIFY(sliders.size() >= 5);
        for (StepSlider* slider : sliders)
            QVERIFY(!slider->findChild<QSlider*>()->accessibleName().isEmpty());
        sliders.front()->findChild<QSlider*>()->setValue(0); // level 0.1 %
        QTRY_VERIFY(model->index(0, WhatIfModel::Lift).data().toString() != before);
        QCOMPARE(tab.whatIf().level, 0.001);
        tab.refresh();
        tab.refresh();
        QCOMPARE(one.asked, 1);
        qInfo("shown after %.1f ms", tab.lastAnswer());
        const auto buttons = tab.findChildren<QPushButton*>();
        QTest::mouseClick(buttons.first(), Qt::LeftButton); // back to the plan
        QTRY_COMPARE(model->index(0, WhatIfModel::Lift).data().toString(), before);
    }

    void aDistributionIsDrawnFromItsHistogram()
    {
        const Evidence evidence = sampleEvidence();
        const Distribution spend = distributionOf(evidence.experiment, &*evidence.data.histograms, 1, 500.0);
        QCOMPARE(spend.plot.lines.size(), std::size_t(2));
        QVERIFY(spend.note.contains(QStringLiteral("90")) && spend.note.contains(QStringLiteral("zero")));
        QVERIFY(std::pow(10, spend.plot.xLow) <= 11 && std::pow(10, spend.plot.xHigh) >= 2'000);
        double share = 0;
        const auto& points = spend.plot.lines[0].points;
        for (std::size_t i = 1; i + 1 < points.size(); i += 2)
            share += points[i].y();
        QVERIFY(std::abs(share - 0.1) < 1e-9); // all that are not zero
        QCOMPARE(spend.plot.marks.size(), std::size_t(1));
        QVERIFY(distributionOf(evidence.experiment, &*evidence.data.histograms, 0, {}).plot.isEmpty());
        QVERIFY(!distributionOf(evidence.experiment, nullptr, 1, {}).plot.empty.isEmpty());
    }
};

QTEST_MAIN(TestExplore)
#include "tst_explore.moc"
