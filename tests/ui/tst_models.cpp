// SPDX-License-Identifier: Apache-2.0
#include "core/domain/sentencecodec.h"
#include "tests/support/sanitized.h"
#include "tests/ui/samples.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/models/navigationmodel.h"
#include "ui/models/portfoliofilter.h"
#include "ui/models/resultsmodel.h"

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

std::vector<Experiment> experiments(std::initializer_list<int> numbers)
{
    std::vector<Experiment> list;
    for (const int number : numbers)
        list.push_back(test::sampleExperiment(number));
    return list;
}

QStringList column(const QAbstractItemModel& model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

const auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void listsChangeRowByRow_data()
    {
        using List = std::vector<Experiment>;
        QTest::addColumn<std::vector<Experiment>>("before");
        QTest::addColumn<std::vector<Experiment>>("after");
        QTest::newRow("first list") << List{} << experiments({1, 2, 3});
        QTest::newRow("new on top") << experiments({1, 2}) << experiments({3, 1, 2});
        QTest::newRow("one gone") << experiments({1, 2, 3}) << experiments({1, 3});
        QTest::newRow("all gone") << experiments({1, 2, 3}) << List{};
        QTest::newRow("other order") << experiments({1, 2, 3, 4}) << experiments({1, 3, 2, 4});
        QTest::newRow("all others") << experiments({1, 2}) << experiments({3, 4, 5});
    }

    void listsChangeRowByRow()
    {
        QFETCH(std::vector<Experiment>, before);
        QFETCH(std::vector<Experiment>, after);
        ExperimentListModel model;
        NavigationModel navigation(model);
        PortfolioFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester modelTester(&model, kFatal);
        QAbstractItemModelTester navigationTester(&navigation, kFatal);
        QAbstractItemModelTester filterTester(&filter, kFatal);
        model.setExperiments(before);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setExperiments(after);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.rowCount(), int(after.size()));
        for (std::size_t i = 0; i < after.size(); ++i) {
            QVERIFY(model.at(int(i)) == after[i]);
            QCOMPARE(model.rowOf(after[i].id), int(i));
        }
        QCOMPARE(filter.rowCount(), int(after.size()));
        // The portfolio, a heading, and the experiments under it.
        QCOMPARE(navigation.rowCount(), after.empty() ? 1 : 2 + int(after.size()));
    }

    void resultsStayWithTheirRow()
    {
        ExperimentListModel model;
        model.setExperiments(experiments({1, 2, 3}));
        model.setStats(test::sampleStats(test::sampleExperiment(2)));
        model.setExperiments(experiments({4, 3, 2}));
        QVERIFY(model.stats("id-2"));
        QVERIFY(!model.stats("id-3"));
        model.setStats(test::sampleStats(test::sampleExperiment(9))); // unknown: passed over
        QVERIFY(!model.stats("id-9"));
    }

    void unchangedDataIsNotTold()
    {
        ExperimentListModel model;
        model.setExperiments(experiments({1, 2}));
        model.setStats(test::sampleStats(test::sampleExperiment(1)));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setExperiments(experiments({1, 2}).size() == 2 ? std::vector{model.at(0), model.at(1)}
                                                             : std::vector<Experiment>{});
        model.setStats(*model.stats("id-1"));
        QCOMPARE(changed.size(), 0);
        Experiment renamed = model.at(1);
        renamed.name = "Renamed";
        model.setExperiments({model.at(0), renamed});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    }

    void navigationGroupsByStatus()
    {
        ExperimentListModel model;
        NavigationModel navigation(model);
        model.setExperiments({test::sampleExperiment(1, Status::Draft), test::sampleExperiment(2, Status::Running),
                              test::sampleExperiment(3, Status::Stopped), test::sampleExperiment(4, Status::Running)});
        const QStringList expected{QStringLiteral("Portfolio"),    QStringLiteral("Running"),
                                   QStringLiteral("Experiment 2"), QStringLiteral("Experiment 4"),
                                   QStringLiteral("Drafts"),       QStringLiteral("Experiment 1"),
                                   QStringLiteral("Stopped"),      QStringLiteral("Experiment 3")};
        QCOMPARE(column(navigation, 0), expected);
        QVERIFY(!(navigation.index(1).flags() & Qt::ItemIsSelectable));
        QCOMPARE(navigation.indexOf(QStringLiteral("id-1")).row(), 5);
        QVERIFY(!navigation.indexOf(QStringLiteral("id-9")).isValid());
    }

    void selectionSurvivesAnUpdate()
    {
        ExperimentListModel model;
        NavigationModel navigation(model);
        model.setExperiments(experiments({1, 2, 3}));
        QItemSelectionModel selection(&navigation);
        selection.setCurrentIndex(navigation.indexOf(QStringLiteral("id-2")), QItemSelectionModel::ClearAndSelect);
        model.setExperiments(experiments({4, 1, 2, 3}));
        QCOMPARE(selection.currentIndex().data(role::Id).toString(), QStringLiteral("id-2"));
    }

    void portfolioFilters()
    {
        ExperimentListModel model;
        PortfolioFilter filter;
        filter.setSourceModel(&model);
        model.setExperiments({test::sampleExperiment(1, Status::Draft), test::sampleExperiment(2, Status::Running),
                              test::sampleExperiment(3, Status::Stopped), test::sampleExperiment(4, Status::Archived),
                              test::sampleExperiment(5, Status::Paused)});
        QCOMPARE(filter.rowCount(), 4); // archived ones are left out
        filter.setView(PortfolioView::Running);
        QCOMPARE(filter.rowCount(), 2);
        filter.setView(PortfolioView::NeedsDecision);
        QCOMPARE(filter.rowCount(), 0);
        model.setStats(test::sampleStats(model.at(1))); // decision: ship
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.countOf(PortfolioView::Drafts), 1);
        filter.setView(PortfolioView::All);
        filter.setText(QStringLiteral("KEY-3"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(QStringLiteral("nothing like it"));
        QCOMPARE(filter.rowCount(), 0);
    }

    void portfolioSortsByValueNotByText()
    {
        ExperimentListModel model;
        PortfolioFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, kFatal);
        model.setExperiments(experiments({10, 9, 2}));
        filter.sort(ExperimentListModel::Name);
        QCOMPARE(column(filter, 0).front(), QStringLiteral("Experiment 2")); // 2 before 10
        model.setStats(test::sampleStats(test::sampleExperiment(10), 10'000, 0.02));
        model.setStats(test::sampleStats(test::sampleExperiment(9), 10'000, 0.1));
        filter.sort(ExperimentListModel::LiftText, Qt::DescendingOrder);
        QCOMPARE(column(filter, 0).front(), QStringLiteral("Experiment 9")); // +10 % before +2 %
    }

    void resultsStandUnderTheirRole()
    {
        ResultsModel model;
        ResultsSorter sorter;
        sorter.setSourceModel(&model);
        QAbstractItemModelTester modelTester(&model, kFatal);
        QAbstractItemModelTester sorterTester(&sorter, kFatal);
        model.setStats(test::sampleStats(test::sampleExperiment(1)));
        const QStringList expected{QStringLiteral("Primary"), QStringLiteral("purchase"),  QStringLiteral("Guardrails"),
                                   QStringLiteral("refund"),  QStringLiteral("Secondary"), QStringLiteral("zebra"),
                                   QStringLiteral("alpha")};
        QCOMPARE(column(sorter, ResultsModel::Metric), expected);
        // Sorting stays within the headings, both ways.
        sorter.sort(ResultsModel::Metric, Qt::AscendingOrder);
        QCOMPARE(column(sorter, ResultsModel::Metric).mid(4),
                 (QStringList{QStringLiteral("Secondary"), QStringLiteral("alpha"), QStringLiteral("zebra")}));
        sorter.sort(ResultsModel::Metric, Qt::DescendingOrder);
        QCOMPARE(column(sorter, ResultsModel::Metric), expected);
        sorter.sort(ResultsModel::Control, Qt::DescendingOrder); // zebra has 30 %, alpha 10 %
        QCOMPARE(column(sorter, ResultsModel::Metric).mid(5, 1), QStringList{QStringLiteral("zebra")});
    }

    /// Where the decision is that nothing can be trusted, the light says why.
    void theHealthLightIsNeverGreenWhereNothingCanBeTrusted()
    {
        ExperimentListModel model;
        const Experiment experiment = test::sampleExperiment(1);
        model.setExperiments({experiment});
        Stats stats = test::sampleStats(experiment);
        stats.sampleSizePerVariant = 10'000;
        const auto light = [&] {
            model.setStats(stats);
            return model.index(0, ExperimentListModel::Health).data().toString();
        };
        QCOMPARE(light(), QStringLiteral("✓"));
        stats.decision = "invalid";
        QCOMPARE(light(), QStringLiteral("! data"));
        const Sentence crossed{"several_variants", {{"share", 0.03}}, "Do not use these results."};
        stats.recommendation = {"plan_first", {{"plan", toJson(crossed)}}, "Do not use these results. Looked at once"};
        QCOMPARE(light(), QStringLiteral("! crossed"));
        QVERIFY(model.index(0, ExperimentListModel::Health).data(role::ToneOf).value<Tone>() == Tone::Warning);
        stats.sampleRatio.mismatch = true;
        QCOMPARE(light(), QStringLiteral("! ratio"));
    }

    /// Lift, interval, evidence and word are the plan's own, whatever a single look would say.
    void resultsAreThoseOfThePlan()
    {
        const Stats stats = test::sampleStats(test::sampleExperiment(1), 20'000, 0.1);
        ReportView plan = test::sampleView(stats, Method::AlwaysValid);
        ReportCell& cell = plan.metrics[1].cells.front();
        cell.word = Word::Undecided;
        cell.lift = 0.08;
        cell.liftInterval = Bounds{-0.024, 0.183};
        cell.pValue = cell.adjustedPValue = 0.2;
        ReportCell& guard = plan.metrics[2].cells.front();
        guard.word = Word::NonInferior;
        guard.marginPValue = 0.004;
        guard.adjustedPValue = 0.3;
        ResultsModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        model.setStats(stats, &plan);
        const auto said = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(said(1, ResultsModel::Verdict), QStringLiteral("Undecided"));
        QCOMPARE(said(1, ResultsModel::P), QStringLiteral("0.20"));
        QVERIFY(said(1, ResultsModel::LiftText).startsWith(QStringLiteral("+8.0")));
        QVERIFY(said(1, ResultsModel::Lift).contains(QStringLiteral("+18.3")));
        QCOMPARE(said(3, ResultsModel::Verdict), QStringLiteral("Non-inferior"));
        QCOMPARE(said(3, ResultsModel::P), QStringLiteral("0.0040 ni")); // against the margin
        QVERIFY(!model.index(1, ResultsModel::Lift).data(role::Mark).value<LiftMark>().posterior);
        QCOMPARE(model.headerData(ResultsModel::P, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("p"));

        plan.method = Method::Bayesian;
        cell.posterior = Posterior{.probabilityBetter = 0.934, .expectedLoss = 0.002, .interval = {-0.02, 0.18}};
        model.setStats(stats, &plan);
        QVERIFY(said(1, ResultsModel::P).startsWith(QStringLiteral("93.4")));
        QCOMPARE(model.headerData(ResultsModel::P, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Chance"));
        const auto posterior = model.index(1, ResultsModel::Lift).data(role::Mark).value<LiftMark>().posterior;
        QVERIFY(posterior);
        QVERIFY(std::abs(posterior->mean - 0.08) < 1e-12);
        QVERIFY(std::abs(posterior->deviation - 0.1 / 1.959964) < 1e-6); // half of its 95 % interval is 1.96 of them
    }

    void numbersThatCannotBeTrustedAreGreyed()
    {
        Stats stats = test::sampleStats(test::sampleExperiment(1), 20'000, 0.1);
        ResultsModel model;
        const auto kind = [&](int column) { return model.index(1, column).data(role::Kind).value<CellKind>(); };
        model.setStats(stats);
        QVERIFY(kind(ResultsModel::LiftText) == CellKind::Text);
        stats.decision = "invalid";
        model.setStats(stats);
        for (const int column :
             {ResultsModel::Control, ResultsModel::Treated, ResultsModel::LiftText, ResultsModel::P}) {
            QVERIFY(kind(column) == CellKind::Word); // which is painted in its tone
            QVERIFY(model.index(1, column).data(role::ToneOf).value<Tone>() == Tone::Neutral);
        }
        QVERIFY(kind(ResultsModel::Metric) == CellKind::Text);
    }

    void resultsHoldARowForEachTreatment()
    {
        ResultsModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        model.setStats(test::sampleStats(test::sampleExperiment(1, Status::Running, 3)));
        QCOMPARE(model.rowCount(), 3 + 4 * 3);
        QVERIFY(model.hasSeveralTreatments());
        QCOMPARE(model.index(1, ResultsModel::Treatment).data().toString(), QStringLiteral("treatment-1"));
        model.setStats({});
        QCOMPARE(model.rowCount(), 0);
    }

    void newNumbersKeepTheRows()
    {
        ResultsModel model;
        const Experiment experiment = test::sampleExperiment(1);
        model.setStats(test::sampleStats(experiment, 10'000, 0.1));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setStats(test::sampleStats(experiment, 20'000, 0.2));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.index(1, ResultsModel::LiftText).data().toString().startsWith(QStringLiteral("+20")));
    }

    void tenThousandExperimentsAreQuick()
    {
        std::vector<Experiment> many;
        for (int i = 0; i < 10'000; ++i)
            many.push_back(test::sampleExperiment(i));
        ExperimentListModel model;
        NavigationModel navigation(model);
        PortfolioFilter filter;
        filter.setSourceModel(&model);
        model.setExperiments(many);
        QElapsedTimer timer;
        timer.start();
        model.setExperiments(many); // what every turn of the refresh does
        const auto turn = timer.restart();
        model.setStats(test::sampleStats(many[5000]));
        qInfo("10,000 experiments: a list without news %lld ms, one result %lld ms", static_cast<long long>(turn),
              static_cast<long long>(timer.elapsed()));
        QVERIFY(turn < 500 || test::kSanitized);
        QCOMPARE(filter.rowCount(), 10'000);
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
