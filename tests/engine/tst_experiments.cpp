// SPDX-License-Identifier: Apache-2.0
#include "core/engine/experiments.h"

#include "core/domain/identifiers.h"
#include "core/engine/auditing.h"
#include "core/engine/lifecycle.h"
#include "tests/engine/enginefixture.h"

using namespace xp;
using nlohmann::json;

class TestExperiments : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;
    Store& store() { return *m_f->store; }
    Experiment created(double traffic = 1.0)
    {
        return createExperiment(store(), EngineFixture::body(traffic), m_f->editor)->experiment;
    }
    Experiment moved(const Experiment& experiment, Transition transition)
    {
        return *changeStatus(store(), experiment.id, transition, "because", m_f->editor);
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void keysAreMadeUnique()
    {
        QCOMPARE(created().key, std::string("checkout-button"));
        QCOMPARE(created().key, std::string("checkout-button-2"));
        json body = EngineFixture::body();
        body["key"] = "checkout-button-2";
        const auto taken = createExperiment(store(), body, m_f->editor);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::Conflict);
        QCOMPARE(taken.error().sentence.code, std::string("key_taken"));
        // The first that is free, also as an id.
        body["key"] = "checkout-button-5";
        XP_VERIFY(createExperiment(store(), body, m_f->editor));
        QCOMPARE(created().key, std::string("checkout-button-3"));
        Experiment hidden = created();
        QCOMPARE(hidden.key, std::string("checkout-button-4"));
        hidden.id = "checkout-button-6";
        hidden.key = "other";
        XP_VERIFY(store().experiments().insert(hidden));
        QCOMPARE(created().key, std::string("checkout-button-7"));
    }

    void isFoundByIdAndKeyAsStored()
    {
        const Experiment experiment = created(0.25);
        QVERIFY(isUuid(experiment.id));
        QVERIFY(*store().experiments().find(experiment.id) == experiment);
        QVERIFY(*store().experiments().find(experiment.key) == experiment);
    }

    void aStaleVersionIsRefused()
    {
        const Experiment experiment = created();
        XP_VERIFY(updateExperiment(store(), experiment.id, {{"description", "one"}}, 1, m_f->editor));
        const auto stale = updateExperiment(store(), experiment.id, {{"description", "two"}}, 1, m_f->editor);
        QVERIFY(!stale);
        QCOMPARE(stale.error().sentence.code, std::string("stale_version"));
        QCOMPARE(store().experiments().find(experiment.id)->description, std::string("one"));
        XP_VERIFY(updateExperiment(store(), experiment.id, {{"description", "three"}}, std::nullopt, m_f->editor));
    }

    /// Who names no version is not refused because twenty others were quicker.
    void whoNamesNoVersionIsPatient()
    {
        int asked = 0;
        const auto after = [&](int others) {
            asked = 0;
            return retryStale([&]() -> Result<int> {
                if (asked++ < others)
                    return fail(ErrorCode::Conflict, "stale_version", "somebody was quicker");
                return asked;
            });
        };
        QCOMPARE(*after(20), 21);
        QCOMPARE(after(1'000'000).error().sentence.code, std::string("stale_version"));
        QCOMPARE(asked, kMostAttempts);
    }

    void anUnchangedUpdateChangesNothing()
    {
        const Experiment experiment = created();
        const auto same = updateExperiment(store(), experiment.id, EngineFixture::body(), std::nullopt, m_f->editor);
        XP_VERIFY(same);
        QCOMPARE(same->experiment.version, experiment.version);
    }

    void aNewSplitOpensAnEpoch()
    {
        const Experiment running = moved(created(), Transition::Start);
        QCOMPARE(running.epochs.size(), std::size_t(1));
        XP_VERIFY(updateExperiment(store(), running.id, {{"traffic_allocation", 0.5}}, std::nullopt, m_f->editor));
        QCOMPARE(store().experiments().find(running.id)->epochs.size(), std::size_t(1));
        const json split{
            {"variants", {{{"name", "control"}, {"allocation", 0.1}}, {{"name", "blue"}, {"allocation", 0.9}}}}};
        XP_VERIFY(updateExperiment(store(), running.id, split, std::nullopt, m_f->editor));
        const Experiment after = *store().experiments().find(running.id);
        QCOMPARE(after.epochs.size(), std::size_t(2));
        QVERIFY(after.epochs[1].allocations == (std::vector<double>{0.1, 0.9}));
        QCOMPARE(after.epochs[1].number, 1);
        QCOMPARE(after.peakTraffic, 1.0);
    }

    void aRunningExperimentIsNotDeleted()
    {
        const Experiment running = moved(created(), Transition::Start);
        const auto refused = removeExperiment(store(), running.key, m_f->editor);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        moved(running, Transition::Stop);
        XP_VERIFY(removeExperiment(store(), running.key, m_f->editor));
        QCOMPARE(store().experiments().find(running.id).error().code, ErrorCode::NotFound);
        const auto log = store().audit().page({.experimentId = running.id});
        XP_VERIFY(log);
        QCOMPARE(log->front().action, std::string("experiment.delete"));
    }

    void theAuditLogSaysWhoDidWhat()
    {
        const Experiment experiment = created();
        XP_VERIFY(updateExperiment(store(), experiment.id, {{"description", "new"}, {"reason", "typo"}}, std::nullopt,
                                   m_f->editor));
        const auto log = store().audit().page({.experimentId = experiment.id});
        XP_VERIFY(log);
        QCOMPARE(log->size(), std::size_t(2));
        QCOMPARE(log->at(0).actor, std::string("ed"));
        QCOMPARE(log->at(0).reason, std::string("typo"));
        QVERIFY(log->at(0).changes == json({{"description", {{"from", ""}, {"to", "new"}}}}));
        QCOMPARE(log->at(1).action, std::string("experiment.create"));
    }

    void transitions_data()
    {
        QTest::addColumn<int>("transition");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to"); // -1: impossible
        const auto row = [](Transition t, Status from, int to) {
            QTest::newRow(
                qPrintable(QString::fromStdString(std::string(toString(t)) + " " + std::string(toString(from)))))
                << int(t) << int(from) << to;
        };
        constexpr int kNo = -1;
        const auto D = Status::Draft, R = Status::Running, P = Status::Paused, S = Status::Stopped,
                   A = Status::Archived;
        for (const auto& [t, d, r, p, s, a] : {std::tuple{Transition::Start, int(R), int(R), kNo, kNo, kNo},
                                               std::tuple{Transition::Pause, kNo, int(P), int(P), kNo, kNo},
                                               std::tuple{Transition::Resume, kNo, int(R), int(R), kNo, kNo},
                                               std::tuple{Transition::Stop, kNo, int(S), int(S), int(S), kNo},
                                               std::tuple{Transition::Archive, kNo, kNo, kNo, int(A), int(A)}}) {
            row(t, D, d);
            row(t, R, r);
            row(t, P, p);
            row(t, S, s);
            row(t, A, a);
        }
    }
    void transitions()
    {
        QFETCH(int, transition);
        QFETCH(int, from);
        QFETCH(int, to);
        const auto got = target(Transition(transition), Status(from));
        QCOMPARE(got ? int(*got) : -1, to);
    }

    void repeatingATransitionIsFine()
    {
        const Experiment running = moved(created(), Transition::Start);
        const Experiment again = moved(running, Transition::Start);
        QCOMPARE(again.version, running.version);
        QCOMPARE(again.startedAt, running.startedAt);
        const auto refused = changeStatus(store(), running.id, Transition::Archive, "", m_f->editor);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
    }

    void entriesIntoAStatusAreCounted()
    {
        moved(moved(moved(created(), Transition::Start), Transition::Pause), Transition::Resume);
        created();
        const auto entries = store().experiments().entriesByStatus();
        XP_VERIFY(entries);
        QCOMPARE(entries->at(Status::Draft), 2);
        QCOMPARE(entries->at(Status::Running), 2);
        QCOMPARE(entries->at(Status::Paused), 1);
    }
};

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
