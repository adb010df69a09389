// SPDX-License-Identifier: Apache-2.0
#include "core/engine/catalog.h"

#include "core/engine/experiments.h"
#include "core/engine/holdouts.h"
#include "core/engine/lifecycle.h"
#include "core/engine/metriccatalogue.h"
#include "core/engine/savedsegments.h"
#include "core/storage/connection/connection.h"
#include "tests/engine/enginefixture.h"
#include "tests/support/testexperiments.h"

using namespace xp;
using namespace xp::test;
using nlohmann::json;

namespace {

/// What a snapshot says, in an order that does not depend on how it came about.
std::string told(const Snapshot& snapshot)
{
    json all{{"byId", json::object()}, {"byKey", json::object()}, {"heard", json::object()}};
    for (const auto& [id, live] : snapshot.byId) {
        json epochs = json::array();
        for (const Epoch& epoch : live->experiment().epochs)
            epochs.push_back({epoch.number, toMicros(epoch.startedAt), epoch.allocations, epoch.phase});
        all["byId"][id] = {{"experiment", toJson(live->experiment())}, {"epochs", std::move(epochs)}};
    }
    for (const auto& [key, live] : snapshot.byKey)
        all["byKey"][key] = live->experiment().id;
    for (const auto& [scope, events] : snapshot.listeners) {
        for (const auto& [event, listeners] : events) {
            std::multiset<std::string> ids;
            for (const LiveExperimentPtr& live : listeners)
                ids.insert(live->experiment().id + std::string(toString(live->experiment().status)));
            if (!ids.empty())
                all["heard"][scope][event] = ids;
        }
    }
    for (const auto& [project, holdouts] : snapshot.holdouts) {
        for (const Holdout& holdout : holdouts)
            all["holdouts"][project].push_back(toJson(holdout));
    }
    return all.dump();
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;

    Store& store() { return *m_f->store; }
    const Actor& editor() const { return m_f->editor; }

    Experiment made(const std::string& key, const json& more = json::object())
    {
        json body = EngineFixture::body();
        body["key"] = key;
        body.update(more);
        return must(createExperiment(store(), body, editor())).experiment;
    }
    Experiment changed(const std::string& key, const json& changes)
    {
        return must(updateExperiment(store(), key, changes, {}, editor())).experiment;
    }
    Experiment started(const std::string& key)
    {
        return must(changeStatus(store(), key, Transition::Start, "", editor()));
    }
    /// What a process knows that begins now.
    std::string anew()
    {
        Catalog catalog({});
        must(catalog.refresh(store()));
        return told(*catalog.current());
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void onlyWhatHasChangedIsRead()
    {
        const Experiment quiet = made("quiet");
        made("busy");
        Catalog catalog({});
        must(catalog.refresh(store()));
        const SnapshotPtr before = catalog.current();
        // Whoever reads this row fails.
        must(store().connection().run("UPDATE experiments SET variants = '?' WHERE id = ?", {param(quiet.id)}));
        QVERIFY(!Catalog({}).refresh(store()));
        started("busy");
        XP_VERIFY(catalog.refresh(store()));
        QVERIFY(catalog.current()->find("quiet") == before->find("quiet"));
        QVERIFY(catalog.current()->find("busy") != before->find("busy"));
        QVERIFY(catalog.current()->find("busy")->experiment().status == Status::Running);
    }

    /// After a fail-over a version may be another one's.
    void allIsReadAnewWhereVersionsAreNotToBeTrusted()
    {
        const Experiment one = made("one");
        Catalog catalog({});
        must(catalog.refresh(store()));
        must(store().connection().run("UPDATE experiments SET name = 'Other' WHERE id = ?", {param(one.id)}));
        must(catalog.refresh(store()));
        QCOMPARE(catalog.current()->find("one")->experiment().name, one.name);
        must(catalog.refresh(store(), true));
        QCOMPARE(catalog.current()->find("one")->experiment().name, std::string("Other"));
    }

    /// Another process sees all that is done, whatever it is done to.
    void everyChangeIsSeen()
    {
        Catalog catalog({});
        auto seesAll = [&, last = std::string()]() mutable {
            must(catalog.refresh(store()));
            const std::string now = told(*catalog.current());
            return std::exchange(last, now) != now && now == anew();
        };
        must(createMetricDefinition(store(), {{"key", "buys"}, {"event", "buy"}}, editor()));
        must(createSegment(
            store(), "default",
            {{"name", "germans"}, {"condition", {{"attribute", "country"}, {"operator", "equals"}, {"value", "DE"}}}},
            editor()));
        made("one", {{"targeting", {{"segment", "germans"}}}, {"metrics", json::array({{{"metric", "buys"}}})}});
        made("two");
        QVERIFY(seesAll());
        must(changeMetricDefinition(store(), "buys", {{"event", "order"}}, {}, editor()));
        const Experiment running = started("one"); // follows the catalogue
        QVERIFY(seesAll());
        QVERIFY(catalog.current()->find("one")->listensTo("order"));
        changed("one",
                {{"variants", {{{"name", "control"}, {"allocation", 0.2}}, {{"name", "blue"}, {"allocation", 0.8}}}}});
        QVERIFY(seesAll());
        QCOMPARE(catalog.current()->find("one")->experiment().epochs.size(), running.epochs.size() + 1);
        must(changeSegment(store(), "default", "germans",
                           {{"condition", {{"attribute", "country"}, {"operator", "equals"}, {"value", "AT"}}}},
                           editor()));
        QVERIFY(seesAll());
        must(createHoldout(store(), "default", {{"key", "nobody"}, {"share", 0.1}}, editor()));
        QVERIFY(seesAll());
        must(forceVariant(store(), "one", "anna", "blue", editor()));
        QVERIFY(seesAll());
        changed("two", {{"key", "three"}});
        made("two");
        QVERIFY(seesAll());
        for (const Transition step : {Transition::Pause, Transition::Resume, Transition::Stop, Transition::Archive}) {
            must(changeStatus(store(), "one", step, "", editor()));
            QVERIFY(seesAll());
        }
        must(removeExperiment(store(), "three", editor()));
        QVERIFY(seesAll());
    }

    /// Threads that have stored changes publish them in any order.
    void whatIsPutAgreesWithWhatIsStored()
    {
        made("first");
        made("second");
        Catalog catalog({});
        must(catalog.refresh(store()));
        const Experiment moved = changed("first", {{"key", "third"}});
        const Experiment heir = changed("second", {{"key", "first"}});
        catalog.put(heir);
        catalog.put(moved);
        QCOMPARE(told(*catalog.current()), anew());
        catalog.put(started("first"));
        catalog.put(started("third"));
        QCOMPARE(told(*catalog.current()), anew());
        catalog.put(must(changeStatus(store(), "third", Transition::Stop, "", editor())));
        QCOMPARE(told(*catalog.current()), anew());
        catalog.drop(must(removeExperiment(store(), "third", editor())));
        QCOMPARE(told(*catalog.current()), anew());
    }

    /// Work that was under way tells of a change after the experiment was removed.
    void whatIsRemovedDoesNotComeBackByALateChange()
    {
        const Experiment here = made("here");
        const Experiment elsewhere = made("elsewhere");
        Catalog catalog({});
        XP_VERIFY(catalog.refresh(store()));
        catalog.drop(must(removeExperiment(store(), here.id, editor())));
        must(removeExperiment(store(), elsewhere.id, editor()));
        XP_VERIFY(catalog.refresh(store()));
        for (Experiment late : {here, elsewhere}) {
            ++late.version;
            QCOMPARE(catalog.put(late)->experiment().id, late.id);
            QVERIFY(!catalog.current()->find(late.id));
        }
        QCOMPARE(told(*catalog.current()), anew());
        // Restored, it is there again, and changes of it are told.
        must(store().experiments().insert(here));
        XP_VERIFY(catalog.refresh(store()));
        QVERIFY(catalog.current()->find(here.id));
        Experiment changed = here;
        ++changed.version;
        catalog.put(changed);
        QCOMPARE(catalog.current()->find(here.id)->experiment().version, changed.version);
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
