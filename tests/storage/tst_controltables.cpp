// SPDX-License-Identifier: Apache-2.0
#include "core/domain/identifiers.h"
#include "core/storage/connection/connection.h"
#include "core/storage/control/auditchain.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <thread>

using namespace xp;
using namespace xp::test;

namespace {

// Quotes, a backslash, braces, a question mark, a colon, a line feed, four-byte UTF-8.
const std::string kHardText = "'; DROP TABLE experiments; -- \" \\ {rows} ? :x $1 \n 🍪 ẞ";

Experiment fullExperiment()
{
    Experiment e = runningExperiment({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Sum)});
    e.name = kHardText;
    e.description = kHardText + " description";
    e.hypothesis = kHardText;
    e.project = "p'1";
    e.environment = "staging";
    e.status = Status::Stopped;
    e.variants[1].config = {{"text", kHardText}, {"nested", {1, 2.5, nullptr, true}}};
    e.metrics[1].resolution = 0.01;
    e.metrics[1].window = std::chrono::hours(24);
    e.metrics[1].perUnit = true;
    e.targetSampleSize = 123456789012345;
    e.significanceLevel = 0.1 + 0.2; // a double that short decimals miss
    e.trafficAllocation = 1.0 / 3;
    e.stoppedAt = at(kStart + 5) + Duration(123457);
    e.hash = HashAlgorithm::Sha256Mod10000;
    e.salt = "old id";
    e.flagValue = FlagValue::Config;
    e.unleashFlag = kHardText;
    e.peakTraffic = 0.7;
    e.imported = true;
    e.epochs = {{1, at(kStart), {0.5, 0.5}}, {2, at(kStart + 9), {0.1, 0.9}}};
    return e;
}

std::vector<std::string> idsOf(const ExperimentPage& page)
{
    std::vector<std::string> ids;
    for (const Experiment& e : page.experiments)
        ids.push_back(e.id);
    return ids;
}

} // namespace

class TestControlTables : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init() { m_store = openStore(m_databases.migrated()); }
    void cleanup() { m_store.reset(); }

    void anExperimentComesBackAsItWas()
    {
        ExperimentTable& table = m_store->experiments();
        const Experiment stored = fullExperiment();
        must(table.insert(stored));
        QVERIFY(must(table.find(stored.id)) == stored);
        QVERIFY(must(table.find(stored.key)) == stored);
        Experiment draft = runningExperiment();
        draft.startedAt.reset();
        draft.epochs.clear();
        must(table.insert(draft));
        QVERIFY(must(table.find(draft.id)) == draft);
        QCOMPARE(codeOf(table.find("nobody")), "experiment_not_found");
        QCOMPARE(codeOf(table.find(kHardText)), "experiment_not_found");
    }

    void someAreReadAsOneIs()
    {
        ExperimentTable& table = m_store->experiments();
        QVERIFY(must(table.versions()).empty());
        QVERIFY(must(table.withIds({})).empty());
        Experiment full = fullExperiment();
        const Experiment other = runningExperiment();
        must(table.insert(full));
        must(table.insert(other));
        ++full.version;
        must(table.update(full));
        QVERIFY(must(table.withIds({full.id, newUuid()})) == std::vector{full});
        QCOMPARE(must(table.withIds({full.id, other.id})).size(), std::size_t(2));
        const auto versions = must(table.versions());
        QCOMPARE((std::map<std::string, std::int64_t>(versions.begin(), versions.end())),
                 (std::map<std::string, std::int64_t>{{full.id, 2}, {other.id, other.version}}));
    }

    void numberedKeysAreRead()
    {
        for (const char* key : {"button", "button-2", "button-x", "button.3", "buttons-4", "Button-5", "butto"}) {
            Experiment experiment = runningExperiment();
            experiment.key = key;
            must(m_store->experiments().insert(experiment));
        }
        QCOMPARE(must(m_store->experiments().keysFrom("button")), (std::set<std::string>{"button-2", "button-x"}));
    }

    void keysAreUnique()
    {
        ExperimentTable& table = m_store->experiments();
        const Experiment first = runningExperiment();
        Experiment second = runningExperiment();
        must(table.insert(first));
        second.key = first.key;
        QCOMPARE(codeOf(table.insert(second)), "key_taken");
        second.key = "of-its-own";
        must(table.insert(second));
        second.key = first.key;
        second.version = 2;
        QCOMPARE(codeOf(table.update(second)), "key_taken");
        QCOMPARE(must(table.find(second.id)).key, "of-its-own");
    }

    void aStaleVersionIsRefused()
    {
        ExperimentTable& table = m_store->experiments();
        const Experiment first = runningExperiment();
        must(table.insert(first));
        Experiment changed = fullExperiment();
        changed.id = first.id;
        changed.version = 2;
        must(table.update(changed));
        QVERIFY(must(table.find(first.id)) == changed);
        changed.name = "too late";
        QCOMPARE(codeOf(table.update(changed)), "stale_version");
        QCOMPARE(must(table.find(first.id)).name, kHardText);
        changed.id = newUuid();
        QCOMPARE(codeOf(table.update(changed)), "experiment_not_found");
    }

    void ofManyWritersWithOneVersionOneWins()
    {
        const DatabaseUrl url = m_store->connection().url();
        Experiment experiment = runningExperiment();
        must(m_store->experiments().insert(experiment));
        experiment.version = 2;
        std::atomic<int> won = 0;
        std::atomic<int> stale = 0;
        std::vector<std::thread> writers;
        for (int i = 0; i < 6; ++i) {
            writers.emplace_back([&, i] {
                Experiment mine = experiment;
                mine.name = "writer " + std::to_string(i);
                const auto done = openStore(url)->experiments().update(mine);
                won += done ? 1 : 0;
                stale += codeOf(done) == "stale_version" ? 1 : 0;
            });
        }
        for (std::thread& writer : writers)
            writer.join();
        QCOMPARE(won.load(), 1);
        QCOMPARE(stale.load(), 5);
    }

    void listsFilterAndPage()
    {
        ExperimentTable& table = m_store->experiments();
        std::vector<Experiment> made;
        for (int i = 0; i < 10; ++i) {
            Experiment e = runningExperiment();
            e.name = "Experiment " + std::to_string(i);
            e.createdAt = at(kStart + i);
            e.status = i % 2 == 0 ? Status::Running : Status::Draft;
            e.project = i < 5 ? "shop" : "blog";
            e.environment = i < 2 ? "staging" : "production";
            e.description = i == 3 ? "100% of ÄPFEL_here" : "none";
            made.push_back(e);
            must(table.insert(e));
        }
        const auto page = must(table.list({.skip = 2, .limit = 3}));
        QCOMPARE(page.total, 10);
        QCOMPARE(idsOf(page), (std::vector{made[7].id, made[6].id, made[5].id}));
        QCOMPARE(must(table.list({.status = Status::Draft})).total, 5);
        QCOMPARE(must(table.list({.project = "blog"})).total, 5);
        QCOMPARE(must(table.list({.status = Status::Running, .project = "shop", .environment = "staging"})).total, 1);
        QCOMPARE(idsOf(must(table.list({.text = "äpfel_HERE"}))), std::vector{made[3].id});
        QCOMPARE(idsOf(must(table.list({.text = "100%"}))), std::vector{made[3].id});
        QCOMPARE(idsOf(must(table.list({.text = "EXPERIMENT 4"}))), std::vector{made[4].id});
        QCOMPARE(idsOf(must(table.list({.text = made[8].key.substr(4)}))), std::vector{made[8].id});
        QCOMPARE(must(table.list({.text = "%"})).total, 1);
        QCOMPARE(must(table.list({.text = kHardText})).total, 0);
        QCOMPARE(must(table.list({.skip = 10})).experiments.size(), std::size_t(0));
        QCOMPARE(must(table.countByStatus()),
                 (std::map<Status, std::int64_t>{{Status::Draft, 5}, {Status::Running, 5}}));
        QCOMPARE(must(table.all()).size(), std::size_t(10));
    }

    void entriesAreCounted()
    {
        ExperimentTable& table = m_store->experiments();
        QVERIFY(must(table.entriesByStatus()).empty());
        must(table.countEntry(Status::Running));
        must(table.countEntry(Status::Running));
        must(table.countEntry(Status::Archived));
        QCOMPARE(must(table.entriesByStatus()),
                 (std::map<Status, std::int64_t>{{Status::Running, 2}, {Status::Archived, 1}}));
    }

    void everyChangeMovesTheToken()
    {
        ExperimentTable& table = m_store->experiments();
        std::int64_t last = must(table.changeToken());
        const auto moved = [&] {
            const std::int64_t was = std::exchange(last, must(table.changeToken()));
            return last > was;
        };
        QVERIFY(!moved());
        Experiment experiment = runningExperiment();
        must(table.insert(experiment));
        QVERIFY(moved());
        ++experiment.version;
        must(table.update(experiment));
        QVERIFY(moved());
        QCOMPARE(codeOf(table.update(experiment)), "stale_version");
        QVERIFY(!moved());
        must(m_store->keys().insert({.id = "k", .name = "n", .role = "viewer", .hash = "h", .prefix = "p"}));
        QVERIFY(moved());
        must(m_store->keys().revoke("k", at(1)));
        QVERIFY(moved());
        must(table.remove(experiment.id));
        QVERIFY(moved());
        (void)m_store->transaction([&]() -> Result<void> {
            must(table.insert(experiment));
            return fail(ErrorCode::Internal, "changed_my_mind", "");
        });
        QVERIFY(!moved());
        QCOMPARE(codeOf(table.find(experiment.id)), "experiment_not_found");
    }

    void theAuditLogIsReadNewestFirst()
    {
        AuditTable& audit = m_store->audit();
        for (int i = 0; i < 25; ++i) {
            AuditEntry entry;
            entry.at = at(kStart + i);
            entry.actor = kHardText;
            entry.action = "experiment.update";
            entry.experimentId = i % 5 == 0 ? "five" : "other";
            entry.changes = {{"number", {{"from", i - 1}, {"to", i}}}, {"text", kHardText}};
            entry.reason = kHardText;
            must(audit.append(entry));
        }
        std::vector<int> seen;
        AuditFilter filter{.limit = 7};
        for (;;) {
            const auto page = must(audit.page(filter));
            if (page.empty())
                break;
            for (const AuditEntry& entry : page)
                seen.push_back(entry.changes["number"]["to"].get<int>());
            filter.before = page.back().id;
        }
        QCOMPARE(seen.size(), std::size_t(25));
        QVERIFY(std::ranges::is_sorted(seen, std::greater()));
        const auto fives = must(audit.page({.experimentId = "five"}));
        QCOMPARE(fives.size(), std::size_t(5));
        QCOMPARE(fives[0].actor, kHardText);
        QCOMPARE(fives[0].reason, kHardText);
        QCOMPARE(fives[0].changes["text"].get<std::string>(), kHardText);
        QCOMPARE(fives[0].at, at(kStart + 20));
        QVERIFY(isUuid(fives[0].id));
    }

    /// Two keys may have one name, and a key the administrator's; entries from before this was told stay as they were.
    void theAuditLogTellsWhichKeyItWas()
    {
        AuditEntry entry;
        entry.at = at(kStart);
        entry.actor = "admin";
        entry.action = "key.create";
        for (const char* key : {"", "one", "two"}) {
            entry.actorKey = key;
            for (const nlohmann::json& changes : {nlohmann::json(), nlohmann::json{{"name", "x"}}}) {
                entry.changes = changes;
                must(m_store->audit().append(entry));
            }
        }
        const auto page = must(m_store->audit().page({}));
        QCOMPARE(page.size(), std::size_t(6));
        for (std::size_t i = 0; i < page.size(); ++i) {
            QCOMPARE(page[i].actor, "admin");
            QCOMPARE(page[i].actorKey, i < 2 ? "two" : i < 4 ? "one" : "");
            if (i % 2 == 0)
                QVERIFY(page[i].changes == nlohmann::json({{"name", "x"}}));
        }
        Connection& connection = m_store->connection();
        QCOMPARE(must(verifyAuditLog(connection)).faults, std::int64_t(0));
        must(connection.run("UPDATE audit_log SET changes = REPLACE(changes, 'two', 'one')"));
        QCOMPARE(must(verifyAuditLog(connection)).faults, std::int64_t(2));
    }

    void theAuditLogIsWholeWhateverItsTextsAre()
    {
        AuditEntry entry;
        entry.at = at(kStart);
        entry.actor = "\uFEFF\uFEFFsomebody";
        entry.action = "experiment.update";
        entry.experimentId = "\uFEFFone";
        entry.changes = {{"\uFEFFtext", "cut \xC3"}};
        entry.reason = "cut \xC3";
        must(m_store->audit().append(entry));
        entry.reason = kHardText;
        must(m_store->audit().append(entry));
        const AuditProof proof = must(verifyAuditLog(m_store->connection()));
        QVERIFY2(proof.faults == 0, proof.told.empty() ? "" : proof.told.front().c_str());
        QCOMPARE(proof.head.number, std::int64_t(2));
        const auto page = must(m_store->audit().page({}));
        QCOMPARE(page.back().actor, "somebody");
        QCOMPARE(page.back().experimentId, "one");
        QCOMPARE(page.back().reason, "cut \uFFFD");
    }

    void keysAreKeptAndRevoked()
    {
        KeyTable& keys = m_store->keys();
        const StoredKey first{"1",     kHardText, "client",   "shop",         "staging",
                              "hash1", "xp_ab",   at(kStart), at(kStart + 9), {}};
        const StoredKey second{"2", "n", "admin", "default", "", "hash2", "xp_cd", at(kStart + 1), {}, {}};
        must(keys.insert(first));
        must(keys.insert(second));
        QVERIFY(!keys.insert(first));
        const auto all = must(keys.all());
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].id, "2");
        QVERIFY(!all[0].expiresAt && !all[0].revokedAt);
        QCOMPARE(all[1].name, kHardText);
        QCOMPARE(all[1].environment, "staging");
        QCOMPARE(all[1].expiresAt, first.expiresAt);
        must(keys.revoke("1", at(kStart + 3)));
        must(keys.revoke("1", at(kStart + 4)));
        QCOMPARE(must(keys.all())[1].revokedAt, std::optional(at(kStart + 3)));
        QCOMPARE(codeOf(keys.revoke("3", at(1))), "key_not_found");
    }
};

QTEST_GUILESS_MAIN(TestControlTables)
#include "tst_controltables.moc"
