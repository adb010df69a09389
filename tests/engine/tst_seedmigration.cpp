// SPDX-License-Identifier: Apache-2.0
#include "core/engine/seedmigration.h"
#include "core/storage/connection/connection.h"
#include "core/storage/control/changetoken.h"
#include "tests/engine/seeddatabase.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QCryptographicHash>
#include <QTest>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <set>

using namespace xp;
using namespace xp::test;

namespace {

const Actor kActor{.name = "test", .role = Role::Admin, .environment = {}, .project = {}};

/// The replaced service's rule, written from its formula and sharing nothing with ours:
/// int(sha256("{experiment}:traffic:{user}")) % 10000 / 10000 <= traffic admits, except that 0 admits nobody;
/// int(sha256("{experiment}:{user}")) % 10000 / 10000 <= running sum of allocations splits.
class Reference
{
public:
    Reference(std::string experiment, double traffic, std::vector<std::pair<std::string, double>> variants)
        : m_experiment(std::move(experiment)), m_traffic(traffic), m_variants(std::move(variants))
    {
    }

    std::string variantOf(const std::string& user) const
    {
        if (m_traffic == 0 || share(m_experiment + ":traffic:" + user) > m_traffic)
            return {};
        const double at = share(m_experiment + ":" + user);
        double sum = 0;
        for (const auto& [name, allocation] : m_variants) {
            sum += allocation;
            if (at <= sum)
                return name;
        }
        return m_variants.back().first;
    }

private:
    static double share(const std::string& text)
    {
        const QByteArray digest =
            QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex();
        const boost::multiprecision::cpp_int number("0x" + digest.toStdString());
        return static_cast<int>(number % 10000) / 10000.0;
    }

    std::string m_experiment;
    double m_traffic;
    std::vector<std::pair<std::string, double>> m_variants;
};

Moments total(const SufficientStatistics& statistics, std::int16_t variant, std::int16_t metric)
{
    Moments sum;
    for (const MomentCell& cell : statistics.cells) {
        if (cell.variant == variant && cell.metric == metric)
            sum += cell.moments;
    }
    return sum;
}

} // namespace

class TestSeedMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init() { m_store = openStore(m_databases.migrated()); }
    void cleanup() { m_store.reset(); }

    void takesExperimentsOver();
    void keepsEveryIdThatCanStandInAUrl();
    void readsEveryColumnType();
    void keepsVariantsOfKnownAndNewUsers();
    void countsWhatItLeavesOut();
    void countsEventsAsTheyHappened();
    void canRunAgain();
    void leavesWhatSomebodyChanged();
    void storesNothingWhenAnExperimentIsUnreadable_data();
    void storesNothingWhenAnExperimentIsUnreadable();
    void namesEverythingInTheWayAtOnce();
    void leavesOutWhatIsNotWanted();
    void readsListsThatAreTextWithinJson();
    void saysWhatItMadeUp();
    void refusesAnIdInUse();
    void refusesOtherDatabases();
    void readsMoreThanOneBatch();

private:
    SeedMigrationReport migrate(const Seed& seed);
    Experiment stored(const std::string& id) { return must(m_store->experiments().find(id)); }

    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;
};

SeedMigrationReport TestSeedMigration::migrate(const Seed& seed)
{
    const auto reader = must(SeedReader::open(seed.url()));
    return must(migrateSeed(*reader, *m_store, kActor));
}

void TestSeedMigration::takesExperimentsOver()
{
    Seed seed(m_databases.postgres());
    const std::string id = "3f8e7a52-90c1-4f6a-9d2e-1b7c5a4d8e90";
    seed.experiment(id, "running", 0.2);
    seed.experiment("second", "completed");
    seed.experiment("third", "draft", 1, kHalves, "[]");
    seed.assign(id, "ann", "new");
    const auto report = migrate(seed);
    QCOMPARE(report.experiments.taken, 3);
    QCOMPARE(report.assignments.taken, 1);

    const Experiment experiment = stored(id);
    QCOMPARE(experiment.id, id);
    QCOMPARE(experiment.key, "experiment-" + id);
    QCOMPARE(experiment.name, "Experiment " + id);
    QCOMPARE(experiment.description, "what");
    QCOMPARE(experiment.hypothesis, "why");
    QVERIFY(experiment.status == Status::Running);
    QVERIFY(experiment.hash == HashAlgorithm::Sha256Mod10000);
    QCOMPARE(experiment.salt, id);
    QCOMPARE(experiment.trafficAllocation, 0.2);
    QCOMPARE(experiment.targetSampleSize, 500);
    QCOMPARE(experiment.significanceLevel, 0.01);
    QCOMPARE(toIso8601(experiment.createdAt), "2026-01-01T00:00:00.000000Z");
    QCOMPARE(toIso8601(*experiment.startedAt), "2026-01-02T00:00:00.000000Z");
    QCOMPARE(experiment.variants.size(), 2u);
    QCOMPARE(experiment.variants[1].config.dump(), R"({"a":1})");
    QCOMPARE(experiment.metrics.size(), 2u);
    QCOMPARE(experiment.metrics[1].event, "buy");
    QCOMPARE(experiment.epochs.size(), 1u);
    // Whoever was admitted while the share was larger must still be found.
    QCOMPARE(experiment.peakTraffic, 1.0);

    QVERIFY(stored("second").status == Status::Stopped);
    QVERIFY(stored("second").stoppedAt.has_value());
    QVERIFY(stored("third").status == Status::Draft);
    QVERIFY(!stored("third").startedAt);
    QCOMPARE(stored("third").metrics.size(), 1u);
    QCOMPARE(report.notes.size(), 2u); // no stop time, no metric

    const auto ann = must(m_store->units().find(id, "ann"));
    QVERIFY(ann.has_value());
    QCOMPARE(ann->variant, std::int16_t{1});
    QCOMPARE(toIso8601(ann->assignedAt), "2026-01-03T10:00:00.000000Z");
    QCOMPARE(ann->context, "{\"country\":\"DE\"}");
    const auto audit = must(m_store->audit().page({.experimentId = id, .before = {}}));
    QCOMPARE(audit.size(), 1u);
    QCOMPARE(audit[0].action, "experiment.migrate");
}

void TestSeedMigration::keepsEveryIdThatCanStandInAUrl()
{
    Seed seed(m_databases.postgres());
    seed.experiment("42");
    seed.experiment("a/b c");
    seed.assign("a/b c", "ann", "control");
    const auto report = migrate(seed);
    QCOMPARE(stored("42").salt, "42");
    std::string id;
    for (const Experiment& experiment : must(m_store->experiments().all())) {
        if (experiment.salt == "a/b c")
            id = experiment.id;
    }
    QVERIFY(!id.empty() && id != "a/b c");
    QVERIFY(must(m_store->units().find(id, "ann")).has_value());
    QVERIFY(std::ranges::any_of(report.notes, [](const Sentence& note) { return note.code == "new_id"; }));
    const auto again = migrate(seed);
    QCOMPARE(again.experiments.already, 2);
    QCOMPARE(again.experiments.taken, 0);
}

void TestSeedMigration::readsEveryColumnType()
{
    const std::string uuid = "3F8E7A52-90C1-4F6A-9D2E-1B7C5A4D8E90";
    const std::string lower = "3f8e7a52-90c1-4f6a-9d2e-1b7c5a4d8e90";
    {
        Seed seed(m_databases.postgres(), "UUID", "JSONB", "TIMESTAMPTZ");
        seed.run("SET TIME ZONE 'Asia/Tokyo'"); // the times below are those of a client in Tokyo
        seed.experiment(uuid);
        seed.assign(uuid, "ann", "new", "2026-01-03 10:00:00.123456+02");
        migrate(seed);
        // The old service wrote a UUID in lower case, and hashed that.
        QCOMPARE(stored(lower).salt, lower);
        QCOMPARE(toIso8601(*stored(lower).startedAt), "2026-01-01T15:00:00.000000Z");
        QCOMPARE(toIso8601(must(m_store->units().find(lower, "ann"))->assignedAt), "2026-01-03T08:00:00.123456Z");
    }
    Seed seed(m_databases.postgres(), "INTEGER", "TEXT", "TIMESTAMP");
    seed.experiment("7");
    seed.assign("7", "bob", "control", "2026-01-03 10:00:00.5", "null");
    seed.run("INSERT INTO assignments (experiment_id, user_id, variant) VALUES (7, 'cid', 'new')");
    migrate(seed);
    QCOMPARE(stored("7").salt, "7");
    QCOMPARE(toIso8601(must(m_store->units().find("7", "bob"))->assignedAt), "2026-01-03T10:00:00.500000Z");
    QCOMPARE(must(m_store->units().find("7", "bob"))->context, "");
    // Without a time: when the experiment started.
    QCOMPARE(toIso8601(must(m_store->units().find("7", "cid"))->assignedAt), "2026-01-02T00:00:00.000000Z");
}

/// Known users have the variant they had, also where today's shares would give another; new ones get what the old
/// service would have given them.
void TestSeedMigration::keepsVariantsOfKnownAndNewUsers()
{
    struct Case
    {
        std::string id;
        double traffic;
        std::vector<std::pair<std::string, double>> variants;
    };
    const std::vector<Case> cases{{"11", 1, {{"control", 0.5}, {"new", 0.5}}},
                                  {"3f8e7a52-90c1-4f6a-9d2e-1b7c5a4d8e90", 0.2, {{"control", 0.1}, {"new", 0.9}}},
                                  {"spring sale", 0.375, {{"a", 0.3333}, {"b", 0.3333}, {"c", 0.3334}}},
                                  {"loose", 0.9999, {{"a", 0.3}, {"b", 0.3}, {"c", 0.3999}}},
                                  {"over", 1, {{"a", 0.6}, {"b", 0.6}, {"c", 0.1}}},
                                  {"nobody", 0, {{"control", 0.5}, {"new", 0.5}}}};
    Seed seed(m_databases.postgres());
    std::map<std::pair<std::string, std::string>, std::string> known;
    for (const Case& c : cases) {
        nlohmann::json variants = nlohmann::json::array();
        for (const auto& [name, share] : c.variants)
            variants.push_back({{"name", name}, {"allocation", share}, {"config", nlohmann::json::object()}});
        seed.experiment(c.id, "running", c.traffic, variants.dump());
        // They came when the shares were the other way round.
        const Reference earlier(c.id, 1, {c.variants.rbegin(), c.variants.rend()});
        for (int i = 0; i < 50; ++i) {
            const std::string user = "known" + std::to_string(i);
            known[{c.id, user}] = earlier.variantOf(user);
            seed.assign(c.id, user, earlier.variantOf(user));
        }
    }
    QCOMPARE(migrate(seed).assignments.taken, static_cast<std::int64_t>(known.size()));

    for (const Experiment& experiment : must(m_store->experiments().all())) {
        const auto c = std::ranges::find(cases, experiment.salt, &Case::id);
        QVERIFY(c != cases.end());
        for (int i = 0; i < 50; ++i) {
            const std::string user = "known" + std::to_string(i);
            const auto assignment = must(m_store->units().find(experiment.id, user));
            QVERIFY(assignment.has_value());
            QCOMPARE(experiment.variants[static_cast<std::size_t>(assignment->variant)].name, (known[{c->id, user}]));
        }
        const Reference reference(c->id, c->traffic, c->variants);
        const Bucketing bucketing(experiment);
        std::int64_t admitted = 0;
        for (int i = 0; i < 10'000; ++i) {
            const std::string user = "új felhasználó " + std::to_string(i);
            const std::string ours = bucketing.admits(user) ? experiment.variants[bucketing.variantOf(user)].name : "";
            QCOMPARE(ours, reference.variantOf(user));
            admitted += ours.empty() ? 0 : 1;
        }
        QVERIFY(std::abs(static_cast<double>(admitted) / 10'000 - c->traffic) < 0.02);
    }
}

void TestSeedMigration::countsWhatItLeavesOut()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1");
    seed.assign("1", "twice", "new", "2026-01-05 10:00:00");
    seed.assign("1", "twice", "control", "2026-01-03 10:00:00");
    seed.assign("1", "twice", "new", "2026-01-04 10:00:00");
    seed.assign("1", "lost", "gone-variant");
    seed.assign("99", "ann", "control");
    seed.assign("1", "", "control");
    seed.track("1", "twice", "new", "click"); // under the second row's variant
    seed.track("1", "twice", "control", "click");
    seed.track("1", "nobody", "control", "click"); // no assignment
    seed.track("1", "lost", "gone-variant", "click");
    seed.track("99", "ann", "control", "click");
    seed.track("1", "twice", "control", "buy", "'NaN'");
    seed.track("1", "twice", "control", "", "1");
    seed.track("1", "twice", "control", "buy", "NULL");
    const auto report = migrate(seed);
    QCOMPARE(report.assignments.taken, 1);
    QCOMPARE(report.assignments.repeated, 2);
    QCOMPARE(report.assignments.unknownVariant, 1);
    QCOMPARE(report.assignments.unknownExperiment, 1);
    QCOMPARE(report.assignments.unusable, 1);
    QCOMPARE(report.events.taken, 3);
    QCOMPARE(report.events.otherVariant, 1);
    QCOMPARE(report.events.orphaned, 2);
    QCOMPARE(report.events.unknownExperiment, 1);
    QCOMPARE(report.events.unusable, 2);
    const auto twice = must(m_store->units().find("1", "twice"));
    QCOMPARE(twice->variant, std::int16_t{0});
    QCOMPARE(toIso8601(twice->assignedAt), "2026-01-03T10:00:00.000000Z");
    const auto page = must(m_store->units().events("1", "", 10));
    QCOMPARE(page.items.size(), 3u);
    for (const StoredEvent& event : page.items)
        QCOMPARE(event.value, 1.0); // what the old service took when none was given
    QCOMPARE(report.toJson()["events"]["orphaned"].get<int>(), 2);
}

void TestSeedMigration::countsEventsAsTheyHappened()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1", "stopped");
    for (int i = 0; i < 20; ++i) {
        const std::string user = "u" + std::to_string(i);
        seed.assign("1", user, i % 2 == 0 ? "control" : "new");
        if (i % 4 == 0)
            seed.track("1", user, "control", "buy", "12.5", "2026-01-10 00:00:00");
        if (i % 5 == 0)
            seed.track("1", user, "control", "click");
    }
    seed.track("1", "u1", "new", "buy", "5", "2026-01-21 00:00:00"); // after the stop
    seed.track("1", "u3", "new", "buy", "5", "2026-01-03 09:00:00"); // before the assignment
    seed.track("1", "u5", "new", "other", "5");
    const auto report = migrate(seed);
    QCOMPARE(report.events.taken, 5 + 4 + 3);
    QCOMPARE(report.events.uncounted, 2);

    const auto statistics = must(m_store->moments().read("1"));
    QCOMPARE(total(statistics, 0, kUnitsOnly).units, 10);
    QCOMPARE(total(statistics, 0, 1).converted, 5); // buy: 0, 4, 8, 12, 16
    QCOMPARE(total(statistics, 0, 1).sum[0], std::int64_t{5 * 12'500'000});
    QCOMPARE(total(statistics, 1, 1).converted, 0);
    QCOMPARE(total(statistics, 0, 0).converted, 2);              // click: 0, 10
    QCOMPARE(total(statistics, 1, 0).converted, 2);              // click: 5, 15
    QCOMPARE(total(statistics, 0, kAnyConversion).converted, 6); // either
    const auto page = must(m_store->units().events("1", "", 100));
    const auto late = std::ranges::find(page.items, "u1", &StoredEvent::unit);
    QCOMPARE(toIso8601(late->time), "2026-01-21T00:00:00.000000Z");

    const LiveExperiment live(stored("1"));
    must(m_store->transaction([&] { return m_store->moments().recompute(live); }));
    const auto recomputed = must(m_store->moments().read("1"));
    QVERIFY(recomputed.cells == statistics.cells);
}

/// A run that was cut short, or an old service that went on: the next run takes what is missing, and nothing twice.
void TestSeedMigration::canRunAgain()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1");
    seed.assign("1", "ann", "control");
    seed.track("1", "ann", "control", "buy");
    migrate(seed);
    seed.assign("1", "bob", "new");
    seed.track("1", "bob", "new", "buy");
    seed.track("1", "ann", "control", "buy");
    seed.experiment("2", "stopped");
    const auto report = migrate(seed);
    QCOMPARE(report.experiments.taken, 1);
    QCOMPARE(report.experiments.already, 1);
    QCOMPARE(report.assignments.taken, 1);
    QCOMPARE(report.assignments.already, 1);
    QCOMPARE(report.events.taken, 2);
    QCOMPARE(report.events.already, 1);
    const auto statistics = must(m_store->moments().read("1"));
    QCOMPARE(total(statistics, 0, kUnitsOnly).units, 1);
    QCOMPARE(total(statistics, 0, 1).count, 2);
    QCOMPARE(total(statistics, 1, 1).count, 1);
    const auto third = migrate(seed);
    QCOMPARE(third.experiments.taken + third.assignments.taken + third.events.taken, 0);
    QCOMPARE(third.events.already, 3);

    // What processes know of an id that comes a second time is not its units.
    const auto counted = must(readRemovals(m_store->connection()));
    must(m_store->experiments().remove("2"));
    QCOMPARE(migrate(seed).experiments.taken, 1);
    QVERIFY(must(readRemovals(m_store->connection())) > counted);
}

void TestSeedMigration::leavesWhatSomebodyChanged()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1");
    migrate(seed);
    Experiment experiment = stored("1");
    experiment.status = Status::Paused;
    experiment.name = "Renamed";
    ++experiment.version;
    must(m_store->experiments().update(experiment));
    seed.assign("1", "ann", "new");
    QCOMPARE(migrate(seed).assignments.taken, 1);
    QVERIFY(stored("1") == experiment);
}

void TestSeedMigration::storesNothingWhenAnExperimentIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("status") << QByteArray("status = 'asleep'") << QByteArray("status");
    QTest::newRow("no variants") << QByteArray("variants = NULL") << QByteArray("variants");
    QTest::newRow("variants not a list") << QByteArray("variants = '{\"a\":1}'") << QByteArray("variants");
    QTest::newRow("variant without a share") << QByteArray("variants = '[{\"name\":\"a\"}]'") << QByteArray("variants");
    QTest::newRow("variant twice")
        << QByteArray("variants = '[{\"name\":\"a\",\"allocation\":0.5},{\"name\":\"a\",\"allocation\":0.5}]'")
        << QByteArray("variants");
    QTest::newRow("metrics") << QByteArray("metrics = '[1]'") << QByteArray("metrics");
}

void TestSeedMigration::storesNothingWhenAnExperimentIsUnreadable()
{
    QFETCH(const QByteArray, change);
    QFETCH(const QByteArray, field);
    Seed seed(m_databases.postgres());
    seed.experiment("1");
    seed.experiment("2");
    seed.run("UPDATE experiments SET " + change.toStdString() + " WHERE id = '2'");
    const auto reader = must(SeedReader::open(seed.url()));
    const auto failed = migrateSeed(*reader, *m_store, kActor);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Invalid);
    QCOMPARE(failed.error().errors.size(), 1u);
    QCOMPARE(failed.error().errors[0].field, "2");
    QCOMPARE(failed.error().errors[0].code, field.toStdString());
    QVERIFY(must(m_store->experiments().all()).empty());
}

void TestSeedMigration::namesEverythingInTheWayAtOnce()
{
    Experiment own = runningExperiment();
    own.key = "taken";
    must(m_store->experiments().insert(own));
    Seed seed(m_databases.postgres());
    seed.experiment("fine");
    seed.experiment("taken");
    seed.experiment("odd", "asleep", 1, R"([{"name":"a"},{"name":"b","allocation":2},{"name":"c","allocation":1}])",
                    "[1]");
    seed.experiment("odd too", "running", 1, "3");
    const auto reader = must(SeedReader::open(seed.url()));
    const auto failed = migrateSeed(*reader, *m_store, kActor, {}, {"missing"});
    QVERIFY(!failed);
    std::multiset<std::pair<std::string, std::string>> found;
    for (const FieldError& error : failed.error().errors) {
        found.emplace(error.field, error.code);
        QVERIFY(error.message.find("'" + error.field + "'") != std::string::npos);
    }
    const std::multiset<std::pair<std::string, std::string>> wanted{
        {"missing", "unknown"}, {"taken", "id_taken"}, {"odd", "status"},      {"odd", "variants"},
        {"odd", "variants"},    {"odd", "metrics"},    {"odd too", "variants"}};
    QCOMPARE(found, wanted);
    QCOMPARE(must(m_store->experiments().all()).size(), 1u);

    const auto report = must(migrateSeed(*reader, *m_store, kActor, {}, {"taken", "odd", "odd too"}));
    QCOMPARE(report.experiments.taken, 1);
    QCOMPARE(report.experiments.leftOut, 3);
}

void TestSeedMigration::leavesOutWhatIsNotWanted()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1");
    seed.experiment("2", "asleep");
    seed.assign("1", "ann", "control");
    seed.assign("2", "ann", "control");
    seed.assign("2", "bob", "new");
    seed.track("1", "ann", "control", "buy");
    seed.track("2", "ann", "control", "buy");
    const auto reader = must(SeedReader::open(seed.url()));
    const auto report = must(migrateSeed(*reader, *m_store, kActor, {}, {"2"}));
    QCOMPARE(report.experiments.taken, 1);
    QCOMPARE(report.experiments.leftOut, 1);
    QCOMPARE(report.assignments.taken, 1);
    QCOMPARE(report.assignments.leftOut, 2);
    QCOMPARE(report.assignments.unknownExperiment, 0);
    QCOMPARE(report.events.taken, 1);
    QCOMPARE(report.events.leftOut, 1);
    QCOMPARE(must(m_store->experiments().all()).size(), 1u);
}

/// Callers that encoded their lists themselves left JSON text in a JSON column.
void TestSeedMigration::readsListsThatAreTextWithinJson()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1", "running", 1, nlohmann::json(kHalves).dump(), nlohmann::json(R"(["buy"])").dump());
    migrate(seed);
    QCOMPARE(stored("1").variants.size(), 2u);
    QCOMPARE(stored("1").variants[1].name, "new");
    QCOMPARE(stored("1").metrics.size(), 1u);
    QCOMPARE(stored("1").metrics[0].event, "buy");
}

void TestSeedMigration::saysWhatItMadeUp()
{
    Seed seed(m_databases.postgres());
    const auto shares = [](const char* second) {
        return R"([{"name":"control","allocation":0.5},{"name":"new","allocation":)" + std::string(second) + "}]";
    };
    seed.experiment("short", "running", 1, shares("0.4"));
    seed.experiment("close", "running", 1, shares("0.4995"));
    seed.assign("short", "ann", "control");
    seed.run("INSERT INTO assignments (experiment_id, user_id, variant) VALUES ('short', 'bob', 'new')");
    seed.run("INSERT INTO events (experiment_id, user_id, variant, event_name) VALUES ('short', 'bob', 'new', 'buy'),"
             " ('short', 'nobody', 'new', 'buy')");
    seed.track("short", "ann", "control", "buy");
    const auto report = migrate(seed);
    QCOMPARE(report.assignments.taken, 2);
    QCOMPARE(report.assignments.withoutTime, 1);
    QCOMPARE(report.events.taken, 2);
    QCOMPARE(report.events.withoutTime, 1); // the other one is left out
    QCOMPARE(report.notes.size(), 1u);
    QCOMPARE(report.notes[0].code, "shares_not_one");
    QCOMPARE(report.notes[0].arguments.value("id", ""), "short");
    QVERIFY(report.notes[0].text.find("0.9") != std::string::npos);
    QCOMPARE(stored("short").variants[1].allocation, 0.5); // the hash gives the last one what is missing
    QCOMPARE(stored("short").epochs.front().allocations, (std::vector{0.5, 0.5}));
    QCOMPARE(stored("close").variants[1].allocation, 0.5);
    QCOMPARE(migrate(seed).assignments.withoutTime, 0);
}

void TestSeedMigration::refusesAnIdInUse()
{
    Experiment own = runningExperiment();
    own.key = "7";
    must(m_store->experiments().insert(own));
    Seed seed(m_databases.postgres());
    seed.experiment("7");
    const auto reader = must(SeedReader::open(seed.url()));
    const auto failed = migrateSeed(*reader, *m_store, kActor);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Conflict);
    QCOMPARE(must(m_store->experiments().all()).size(), 1u);
}

void TestSeedMigration::refusesOtherDatabases()
{
    const auto empty = must(parseDatabaseUrl(m_databases.postgres().newDatabase().toStdString()));
    QCOMPARE(codeOf(SeedReader::open(empty)), "not_a_seed_database");
    {
        // Ours has tables of the same names.
        const auto ours = must(Store::open(empty));
        must(ours->migrate());
    }
    QCOMPARE(codeOf(SeedReader::open(empty)), "not_a_seed_database");
    QCOMPARE(codeOf(SeedReader::open(must(parseDatabaseUrl("sqlite:///some.db")))), "not_a_seed_database");
}

void TestSeedMigration::readsMoreThanOneBatch()
{
    Seed seed(m_databases.postgres());
    seed.experiment("1");
    seed.run("INSERT INTO assignments (experiment_id, user_id, variant, assigned_at) SELECT '1', 'user' || n,"
             " CASE WHEN n % 2 = 0 THEN 'control' ELSE 'new' END, '2026-01-03' FROM generate_series(1, 12000) n");
    seed.run("INSERT INTO events (experiment_id, user_id, variant, event_name, value, \"timestamp\") SELECT '1',"
             " 'user' || n, '', 'buy', n, '2026-01-04' FROM generate_series(1, 12000, 3) n");
    std::vector<std::int64_t> seen;
    const auto reader = must(SeedReader::open(seed.url()));
    const auto report = must(migrateSeed(*reader, *m_store, kActor, [&](std::string_view table, std::int64_t rows) {
        if (table == "assignments")
            seen.push_back(rows);
    }));
    QCOMPARE(seen, (std::vector<std::int64_t>{5000, 10000, 12000}));
    QCOMPARE(report.assignments.taken, 12000);
    QCOMPARE(report.events.taken, 4000);
    const auto statistics = must(m_store->moments().read("1"));
    QCOMPARE(total(statistics, 0, kUnitsOnly).units, 6000);
    QCOMPARE(total(statistics, 0, 1).converted + total(statistics, 1, 1).converted, 4000);
}

QTEST_GUILESS_MAIN(TestSeedMigration)
#include "tst_seedmigration.moc"
