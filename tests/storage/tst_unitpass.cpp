// SPDX-License-Identifier: Apache-2.0
#include "core/storage/passes/unitpass.h"

#include "core/storage/schema/migrations.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <thread>

using namespace xp;
using namespace xp::test;

/// A look at every unit, while others come in.
class TestUnitPass : public QObject
{
    Q_OBJECT

private:
    static constexpr int kUnits = 11000; ///< more than two pages

    TestDatabases m_databases;

    /// Each has a name between those of two others that are there before.
    static void assign(Store& store, const LiveExperimentPtr& running, int first, int last, const std::string& suffix)
    {
        UnitWriter writer(store.connection(), must(registerWriter(store.connection())));
        std::vector<Command> commands;
        for (int i = first; i < last; ++i) {
            const std::string number = std::to_string(100000 + i);
            commands.push_back(AssignCommand{running, number + suffix, std::int16_t(i % 2), at(kStart), {}});
        }
        must(writer.apply(commands));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void nobodyIsPassedOverForThoseWhoComeIn()
    {
        const DatabaseUrl url = m_databases.migrated();
        const auto store = openStore(url);
        const auto running = live(runningExperiment());
        must(store->experiments().insert(running->experiment()));
        assign(*store, running, 0, kUnits, {});

        std::atomic<bool> isOver = false;
        std::thread others([&] {
            const auto own = openStore(url);
            for (int round = 0; !isOver && round < 1000; ++round)
                assign(*own, running, round * 10 % kUnits, round * 10 % kUnits + 10, "-" + std::to_string(round));
        });
        int fewest = kUnits;
        for (int pass = 0; pass < 40; ++pass) {
            int seen = 0;
            const UnitPass::Limit limit{.deadline = UnitPass::Clock::now() + std::chrono::minutes(1)};
            must(UnitPass(store->connection(), running->experiment(), limit).run({}, [&](const PassedUnit& unit) {
                seen += unit.unit.size() == 6 ? 1 : 0;
            }));
            fewest = std::min(fewest, seen);
        }
        isOver = true;
        others.join();
        QCOMPARE(fewest, kUnits);
    }

    /// PostgreSQL, which knows the first units alone here, guesses none in a page of later ones.
    void aPageIsReadOnceWhateverIsGuessedOfIt()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        const DatabaseUrl url = m_databases.migrated();
        auto store = openStore(url);
        const auto running = live(runningExperiment());
        must(store->experiments().insert(running->experiment()));
        const QVariant id = param(running->experiment().id);
        const auto add = [&](const std::string& name, int count) {
            const std::string series = " FROM generate_series(1, " + std::to_string(count) + ") i";
            must(store->connection().run("INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at,"
                                         " forced, context) SELECT ?, '" +
                                             name + "' || i, 0, 0, 1, 0, ''" + series,
                                         {id}));
            must(store->connection().run(
                "INSERT INTO unit_totals (experiment_id, unit_id, part, count_1, sum_1_0, sum_1_1)"
                " SELECT ?, '" +
                    name + "' || i, 0, 1, 1, 0" + series,
                {id}));
        };
        add("first-", 1000);
        must(store->connection().runScript("ANALYZE assignments, unit_totals"));
        add("later-", kUnits);
        const UnitPass::Limit limit{.deadline = UnitPass::Clock::now() + std::chrono::minutes(1)};
        must(UnitPass(store->connection(), running->experiment(), limit).run({}, [](const PassedUnit&) {}));
        store.reset(); // the server counts what a session has read when it ends
        store = openStore(url);
        std::int64_t read = 0;
        const auto count = [&] {
            must(store->connection().run(
                "SELECT idx_tup_read FROM pg_stat_user_indexes WHERE indexrelname = 'unit_totals_pkey'", {},
                [&](const Row& row) { read = row.integer(0); }));
            return read;
        };
        QTRY_VERIFY_WITH_TIMEOUT(count() > 0, 10000);
        QVERIFY2(read < 3 * kUnits, qPrintable(QString::number(read)));
    }
};

QTEST_GUILESS_MAIN(TestUnitPass)
#include "tst_unitpass.moc"
