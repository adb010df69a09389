// SPDX-License-Identifier: Apache-2.0
#include "core/storage/unitpass.h"

#include "core/storage/migrations.h"
#include "core/storage/unitwriter.h"
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
};

QTEST_GUILESS_MAIN(TestUnitPass)
#include "tst_unitpass.moc"
