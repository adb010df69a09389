// SPDX-License-Identifier: Apache-2.0
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/simulator.h"
#include "tests/support/testexperiments.h"

#include <QTemporaryDir>
#include <QTest>
#include <map>

using namespace xp;
using namespace xp::test;

namespace {

const Actor kActor{.name = "test", .role = Role::Admin, .environment = {}, .project = {}};

struct Cell
{
    std::int64_t units = 0;
    std::map<std::int16_t, std::int64_t> converted; ///< by metric
};

/// Units and conversions of each variant, as stored.
std::vector<Cell> cellsOf(Store& store, const Experiment& experiment)
{
    std::vector<Cell> cells(experiment.variants.size());
    for (const MomentCell& cell : must(store.moments().read(experiment.id)).cells) {
        Cell& to = cells[static_cast<std::size_t>(cell.variant)];
        to.units += cell.moments.units;
        if (cell.metric >= 0)
            to.converted[cell.metric] += cell.moments.converted;
    }
    return cells;
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void demoExperimentsAreValid();
    void visitsFollowTheTruth();
    void makesWhatIsMissing();
    void feedsRunningExperiments();
    void stopsAtOnce();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    DatabaseUrl m_url;
};

void TestSimulator::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_url = must(parseDatabaseUrl("sqlite:///" + m_folder->filePath(QStringLiteral("demo.db")).toStdString()));
    m_store = must(Store::open(m_url));
    must(m_store->migrate());
}

void TestSimulator::demoExperimentsAreValid()
{
    for (const DemoExperiment& demo : demoExperiments()) {
        const auto accepted = readNewExperiment(demo.body);
        QVERIFY2(accepted, accepted ? "" : accepted.error().sentence.text.c_str());
        const Experiment& experiment = accepted->experiment;
        QCOMPARE(demo.arrival.size(), experiment.variants.size());
        const LiveExperiment live(experiment);
        for (const DemoAction& action : demo.actions) {
            QVERIFY2(live.listensTo(action.event), action.event.c_str());
            QCOMPARE(action.rates.size(), experiment.variants.size());
            QVERIFY(action.meanValue.empty() || action.meanValue.size() == experiment.variants.size());
        }
        QCOMPARE(headlineOf(experiment).metrics.size(), 1u);
    }
}

void TestSimulator::visitsFollowTheTruth()
{
    const auto& demos = demoExperiments();
    const auto demo = std::ranges::find(demos, "demo-checkout", &DemoExperiment::key);
    std::mt19937_64 random(3);
    std::mt19937_64 same(3);
    int purchases = 0;
    double revenue = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto events = demoVisit(*demo, 1, random);
        QCOMPARE(demoVisit(*demo, 1, same).size(), events.size());
        for (const DemoEvent& event : events) {
            QVERIFY(event.after >= 1 && event.after <= 30);
            purchases += event.event == "purchase" ? 1 : 0;
            revenue += event.event == "purchase" ? event.value : 0;
        }
    }
    QVERIFY(std::abs(purchases / 20'000.0 - 0.14) < 0.01); // four standard errors
    QVERIFY(std::abs(revenue / purchases - 40) < 4);
}

void TestSimulator::makesWhatIsMissing()
{
    Catalog catalog({});
    QCOMPARE(must(createDemoExperiments(*m_store, catalog)).size(), demoExperiments().size());
    QVERIFY(must(createDemoExperiments(*m_store, catalog)).empty());
    for (const Experiment& experiment : must(m_store->experiments().all()))
        QVERIFY(experiment.status == Status::Running);
    Catalog restarted({});
    must(restarted.refresh(*m_store));
    QVERIFY(must(createDemoExperiments(*m_store, restarted)).empty());
}

void TestSimulator::feedsRunningExperiments()
{
    Catalog catalog({});
    must(createDemoExperiments(*m_store, catalog));
    catalog.put(must(changeStatus(*m_store, "demo-onboarding", Transition::Pause, "", kActor)));

    GroupCommit commits(m_url, {});
    Assigner assigner(commits);
    std::map<std::string, std::int64_t> assigned;
    std::map<std::string, std::int64_t> tracked;
    const SimulatorObserver observer{
        .assigned = [&](const LiveExperiment& live, std::int16_t) { ++assigned[live.experiment().key]; },
        .tracked = [&](const LiveExperiment& live, std::int16_t,
                       const DemoEvent&) { ++tracked[live.experiment().key]; }};
    {
        const Simulator simulator(
            catalog, assigner, {.firstVisitors = 2000, .tick = std::chrono::milliseconds(10), .haste = 1000}, observer);
        const Experiment redirect = must(m_store->experiments().find("demo-redirect"));
        QTRY_VERIFY_WITH_TIMEOUT(cellsOf(*m_store, redirect)[0].units + cellsOf(*m_store, redirect)[1].units > 1800,
                                 20000);
        QTest::qWait(500);
    }
    commits.stop();
    std::int64_t events = 0;
    for (const char* key : {"demo-checkout", "demo-search-ranking", "demo-redirect"}) {
        const Experiment experiment = must(m_store->experiments().find(key));
        const auto cells = cellsOf(*m_store, experiment);
        const auto units = cells[0].units + cells[1].units;
        // The last answers may come after the simulator has gone.
        QVERIFY(assigned[key] <= units && assigned[key] >= units - 500);
        QVERIFY(cells[0].converted.at(0) > 0 && cells[1].converted.at(0) > 0);
        events += tracked[key];
    }
    QVERIFY(events > 500);
    const Experiment redirect = must(m_store->experiments().find("demo-redirect"));
    const auto cells = cellsOf(*m_store, redirect);
    QVERIFY2(cells[1].units < cells[0].units, "the redirect loses visitors of the treatment");
    const Experiment paused = must(m_store->experiments().find("demo-onboarding"));
    QCOMPARE(cellsOf(*m_store, paused)[0].units, 0);
}

void TestSimulator::stopsAtOnce()
{
    Catalog catalog({});
    GroupCommit commits(m_url, {});
    Assigner assigner(commits);
    const Timestamp before = now();
    {
        const Simulator simulator(catalog, assigner, {.tick = std::chrono::seconds(60)});
    }
    QVERIFY(now() - before < std::chrono::seconds(10));
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
