// SPDX-License-Identifier: Apache-2.0
// Which deliveries are due, who takes them, and what becomes of them.
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

class TestWebhookTable : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;

    /// A message of project `told` to each webhook that listens, at a second.
    void announce(const std::string& told, int second)
    {
        must(m_store->webhooks().announce(
            {.experimentId = "e", .project = told, .event = "start", .body = "{}", .once = {}}, at(kStart + second)));
    }

    std::vector<WebhookDelivery> due(int second) { return must(m_store->webhooks().due(at(kStart + second))); }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void init()
    {
        m_store = openStore(m_databases.migrated());
        for (const char* project : {"a", "b"})
            must(m_store->webhooks().insert({.id = project, .project = project, .events = {"start"}}));
    }

    void cleanup() { m_store.reset(); }

    void eachWebhooksNextIsDueAndNoMore()
    {
        announce("a", 1);
        announce("a", 2);
        announce("a", 3);
        announce("b", 2);
        QCOMPARE(due(0).size(), std::size_t(0));
        const auto first = due(9);
        QCOMPARE(first.size(), std::size_t(2));
        QCOMPARE(first[0].webhookId, "a");
        QVERIFY(first[0].nextAttemptAt == at(kStart + 1));
        QCOMPARE(first[1].webhookId, "b");
        QVERIFY(must(m_store->webhooks().claim(first[0], at(kStart + 100))));
        const auto second = due(9);
        QCOMPARE(second.size(), std::size_t(2));
        QVERIFY(second[0].nextAttemptAt == at(kStart + 2) && second[1].nextAttemptAt == at(kStart + 2));
    }

    void oneTakesItUntilItsClaimRunsOut()
    {
        announce("a", 1);
        const WebhookDelivery delivery = due(1).at(0);
        QVERIFY(must(m_store->webhooks().claim(delivery, at(kStart + 100))));
        QVERIFY(!must(m_store->webhooks().claim(delivery, at(kStart + 101))));
        QVERIFY(due(99).empty());
        QCOMPARE(due(100).at(0).id, delivery.id);
    }

    void whatIsAnothersByNowIsNotSettled()
    {
        announce("a", 1);
        WebhookDelivery delivery = due(1).at(0);
        QVERIFY(must(m_store->webhooks().claim(delivery, at(kStart + 100))));
        QVERIFY(must(m_store->webhooks().claim(due(100).at(0), at(kStart + 200))));
        delivery.attempts = 1;
        delivery.state = "delivered";
        must(m_store->webhooks().settle(delivery, at(kStart + 100)));
        QCOMPARE(must(m_store->webhooks().deliveries("a", "pending", "", 9)).size(), std::size_t(1));
        must(m_store->webhooks().settle(delivery, at(kStart + 200)));
        QCOMPARE(must(m_store->webhooks().deliveries("a", "delivered", "", 9)).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestWebhookTable)
#include "tst_webhooktable.moc"
