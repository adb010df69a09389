// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/units/assignmentcache.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <random>
#include <set>
#include <thread>

using namespace xp;
using namespace xp::test;

/// Whatever the order of arrival, the batches, the number of writers, and however often a client repeats itself: the
/// moments are the same to the bit, and the same as a recomputation gives.
class TestOrderIndependence : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

    static Experiment experiment()
    {
        Experiment e =
            runningExperiment({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Conversion),
                               metricOf("c", MetricKind::Sum), metricOf("d", MetricKind::Mean),
                               metricOf("days", MetricKind::ActiveDays), metricOf("funnel", MetricKind::Funnel)});
        e.id = "3f1f9a52-6b8f-4d6c-9b39-0123456789ab"; // the same in every database, so that cells can be compared
        e.metrics[2].event = "a";
        e.metrics[3].window = std::chrono::hours(36);
        e.metrics[4].event = "a";
        e.metrics[4].resolution = 1;
        e.metrics[5].event = "c";
        e.metrics[5].window = std::chrono::hours(60);
        e.metrics[5].steps = {{"c", {}}, {"b", {}}, {"c", {}}};
        return e;
    }

    struct Script
    {
        std::vector<Command> assignments;
        std::vector<Command> events;
    };

    static Script randomScript(const LiveExperimentPtr& running, std::mt19937& random)
    {
        constexpr int kUnits = 60;
        const auto pick = [&](int below) { return std::uniform_int_distribution<int>(0, below - 1)(random); };
        Script script;
        for (int u = 0; u < kUnits; ++u)
            script.assignments.push_back(AssignCommand{
                running, "unit " + std::to_string(u), std::int16_t(pick(2)), at(kStart + pick(3 * 86400)), {}});
        for (int i = 0; i < 1500; ++i) {
            TrackCommand track{running,
                               "unit " + std::to_string(pick(pick(kUnits) + 1)),
                               std::string(1, static_cast<char>('a' + pick(5))),
                               0,
                               {},
                               {},
                               at(kStart + 9 * 86400)};
            track.value = pick(3) == 0 ? kMaxMultiples * 1e-6 * (pick(2) * 2 - 1) : pick(20001) / 100.0 - 100;
            track.time = at(kStart + pick(6 * 86400));
            if (pick(3) == 0)
                track.eventId = "event " + std::to_string(i);
            script.events.push_back(track);
        }
        return script;
    }

    /// Plays the script into a new database with `writers` at once, in random order and batches; returns what is kept.
    std::vector<MomentCell> play(const Experiment& e, const Script& script, std::size_t writers, unsigned seed)
    {
        const DatabaseUrl url = m_databases.migrated();
        const auto store = openStore(url);
        must(store->experiments().insert(e));
        must(UnitWriter(store->connection(), must(registerWriter(store->connection()))).apply(script.assignments));

        std::vector<std::vector<Command>> shares(writers);
        std::mt19937 random(seed);
        for (const Command& command : script.events) {
            // One with an id may be sent again, to any replica.
            const bool repeated = !std::get<TrackCommand>(command).eventId.empty();
            for (int times = repeated ? 2 : 1; times > 0; --times)
                shares[random() % writers].push_back(command);
        }
        AssignmentCache known(script.assignments.size() / 2); // some are forgotten again
        std::vector<std::thread> threads;
        for (std::vector<Command>& share : shares) {
            std::ranges::shuffle(share, random);
            threads.emplace_back(
                [&url, &share, &known, batches = std::mt19937(static_cast<unsigned>(random()))]() mutable {
                    const auto own = openStore(url);
                    UnitWriter writer(own->connection(), must(registerWriter(own->connection())), &known);
                    for (std::size_t i = 0; i < share.size();) {
                        const std::size_t size = std::min<std::size_t>(1 + batches() % 200, share.size() - i);
                        must(writer.apply(std::span(share).subspan(i, size)));
                        i += size;
                    }
                });
        }
        for (std::thread& thread : threads)
            thread.join();
        auto kept = must(store->moments().read(e.id)).cells;
        must(store->transaction([&] { return store->moments().recompute(*live(e)); }));
        const bool equal = kept == must(store->moments().read(e.id)).cells;
        return equal ? kept : std::vector<MomentCell>{};
    }

    /// Whether some three of the events of a unit are the funnel's steps.
    static bool wentThrough(const Script& script, const AssignCommand& unit)
    {
        std::vector<Timestamp> c;
        std::vector<Timestamp> b;
        for (const Command& command : script.events) {
            const auto& event = std::get<TrackCommand>(command);
            if (event.unit == unit.unit && *event.time >= unit.at && *event.time < unit.at + std::chrono::hours(60)) {
                if (event.event == "b" || event.event == "c")
                    (event.event == "b" ? b : c).push_back(*event.time);
            }
        }
        for (const Timestamp first : c) {
            for (const Timestamp second : b) {
                const auto last = [&](Timestamp third) { return third >= second && third > first; };
                if (second >= first && std::ranges::any_of(c, last))
                    return true;
            }
        }
        return false;
    }

    /// The rules, written down a second time: every event once, in no particular order, a unit at a time.
    static std::vector<MomentCell> byHand(const Script& script)
    {
        using Key = std::tuple<std::int16_t, std::int16_t, std::int32_t>;
        std::map<Key, Moments> cells;
        for (const Command& command : script.assignments) {
            const auto& unit = std::get<AssignCommand>(command);
            const std::int32_t day = dayOf(unit.at);
            cells[{*unit.variant, kUnitsOnly, day}].units += 1;
            std::map<std::int16_t, UnitTotals> totals;
            std::set<std::int32_t> days;
            for (const Command& c : script.events) {
                const auto& event = std::get<TrackCommand>(c);
                if (event.unit != unit.unit || *event.time < unit.at)
                    continue;
                const auto multiples = static_cast<std::int64_t>(std::round(event.value / 1e-6));
                if (event.event == "a" || event.event == "b")
                    totals[kAnyConversion].addEvent(multiples);
                if (event.event == "a") {
                    totals[0].addEvent(multiples);
                    totals[2].addEvent(multiples);
                    days.insert(dayOf(*event.time));
                }
                if (event.event == "b")
                    totals[1].addEvent(multiples);
                if (event.event == "d" && *event.time < unit.at + std::chrono::hours(36))
                    totals[3].addEvent(multiples);
            }
            for (std::size_t i = 0; i < days.size(); ++i)
                totals[4].addEvent(1);
            if (wentThrough(script, unit))
                totals[5].count = 1;
            for (const auto& [metric, total] : totals)
                cells[{*unit.variant, metric, day}] += contributionOf(total);
        }
        std::vector<MomentCell> result;
        for (const auto& [key, moments] : cells)
            result.push_back({1, std::get<0>(key), std::get<1>(key), std::get<2>(key), moments});
        return result;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void momentsDoNotDependOnOrderBatchesOrWriters()
    {
        for (unsigned seed = 1; seed <= 3; ++seed) {
            std::mt19937 random(seed);
            const Experiment e = experiment();
            const Script script = randomScript(live(e), random);
            const auto wanted = byHand(script);
            QVERIFY(wanted.size() > 20);
            for (const std::size_t writers : {1u, 2u, 4u}) {
                const auto kept = play(e, script, writers, seed * 10 + static_cast<unsigned>(writers));
                QVERIFY2(kept == wanted, qPrintable(QStringLiteral("seed %1, %2 writers").arg(seed).arg(writers)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOrderIndependence)
#include "tst_orderindependence.moc"
