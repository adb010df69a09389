// SPDX-License-Identifier: Apache-2.0
#include "core/engine/experiments.h"
#include "core/engine/lessonteller.h"
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

/// Units of each variant, as stored.
std::vector<std::int64_t> unitsOf(Store& store, const Experiment& experiment)
{
    std::vector<std::int64_t> units(experiment.variants.size());
    for (const MomentCell& cell : must(store.moments().read(experiment.id)).cells)
        units[static_cast<std::size_t>(cell.variant)] += cell.moments.units;
    return units;
}

std::int64_t total(const std::vector<std::int64_t>& units)
{
    std::int64_t sum = 0;
    for (const std::int64_t n : units)
        sum += n;
    return sum;
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lessonsAreValid();
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

void TestSimulator::lessonsAreValid()
{
    Random random(1);
    for (const Lesson& lesson : lessons()) {
        const auto accepted = readNewExperiment(lesson.body);
        QVERIFY2(accepted, accepted ? "" : accepted.error().sentence.text.c_str());
        const Experiment& experiment = accepted->experiment;
        QVERIFY(lesson.lost.empty() || lesson.lost.size() == experiment.variants.size());
        QCOMPARE(headlineOf(experiment).metrics.size(), 1u);
        const LiveExperiment live(experiment);
        std::size_t events = 0;
        for (std::size_t visit = 0; visit < 500; ++visit) {
            for (const VisitorEvent& event : lesson.behave({visit % experiment.variants.size(), 3.0}, random)) {
                QVERIFY2(live.listensTo(event.name), event.name.c_str());
                QVERIFY(event.afterDays >= 0);
                ++events;
            }
        }
        QVERIFY2(events > 0, lesson.key.c_str());
    }
}

void TestSimulator::feedsRunningExperiments()
{
    std::map<std::string, std::int64_t> before;
    for (const char* key : {"one-page-checkout", "onboarding-tour", "landing-page-redirect", "button-colour"}) {
        const Experiment told = must(tellLesson(*m_store, *findLesson(key), now()));
        before[told.key] = total(unitsOf(*m_store, told));
    }
    Catalog catalog({});
    must(catalog.refresh(*m_store));
    catalog.put(must(changeStatus(*m_store, "onboarding-tour", Transition::Pause, "", kActor)));
    GroupCommit commits(m_url, {});
    Assigner assigner(commits);
    std::map<std::string, int> assigned;
    std::map<std::string, int> tracked;
    const SimulatorObserver observer{
        .assigned = [&](const LiveExperiment& live, std::int16_t) { ++assigned[live.experiment().key]; },
        .tracked = [&](const LiveExperiment& live, std::int16_t,
                       const VisitorEvent&) { ++tracked[live.experiment().key]; }};
    {
        const Simulator simulator(catalog, assigner,
                                  {.visitorsPerSecond = 1000, .tick = std::chrono::milliseconds(20), .haste = 1e6},
                                  observer);
        const Experiment redirect = must(m_store->experiments().find("landing-page-redirect"));
        QTRY_VERIFY_WITH_TIMEOUT(total(unitsOf(*m_store, redirect)) > before["landing-page-redirect"] + 2500, 20000);
    }
    commits.stop();
    for (const char* key : {"one-page-checkout", "landing-page-redirect"}) {
        const Experiment fed = must(m_store->experiments().find(key));
        QVERIFY(total(unitsOf(*m_store, fed)) - before[key] >= assigned[key]);
        QVERIFY2(assigned[key] > 1000, key);
        QVERIFY2(tracked[key] > 50, key);
    }
    // Neither who is paused nor who was stopped gets visitors.
    for (const char* key : {"onboarding-tour", "button-colour"})
        QCOMPARE(total(unitsOf(*m_store, must(m_store->experiments().find(key)))), before[key]);
    // The redirect loses some of its visitors, so more were counted in the control.
    const auto units = unitsOf(*m_store, must(m_store->experiments().find("landing-page-redirect")));
    QVERIFY(units[1] < 0.93 * static_cast<double>(units[0]));
}

void TestSimulator::stopsAtOnce()
{
    Catalog catalog({});
    must(catalog.refresh(*m_store));
    GroupCommit commits(m_url, {});
    Assigner assigner(commits);
    const auto began = std::chrono::steady_clock::now();
    {
        const Simulator simulator(catalog, assigner, {.tick = std::chrono::seconds(60)});
    }
    QVERIFY(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
