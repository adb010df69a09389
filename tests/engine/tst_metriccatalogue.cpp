// SPDX-License-Identifier: Apache-2.0
#include "core/engine/metriccatalogue.h"

#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "tests/engine/enginefixture.h"

using namespace xp;
using nlohmann::json;

namespace {

std::string problems(const Error& error)
{
    std::string text;
    for (const FieldError& e : error.errors)
        text += (text.empty() ? "" : " ") + e.field + ":" + e.code;
    return text;
}

json revenue(const json& more = json::object())
{
    json body{{"key", "revenue"}, {"kind", "sum"}, {"event", "purchase"}, {"owner", "shop"}, {"cap", 500}};
    body.update(more);
    return body;
}

} // namespace

class TestMetricCatalogue : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;
    Store& store() { return *m_f->store; }

    MetricDefinition created(const json& body)
    {
        auto made = createMetricDefinition(store(), body, m_f->editor);
        if (!made)
            qFatal("%s", made.error().sentence.text.c_str());
        return *made;
    }
    Result<MetricDefinition> changed(const json& body, std::optional<std::int64_t> expected = std::nullopt)
    {
        return changeMetricDefinition(store(), "revenue", body, expected, m_f->editor);
    }
    Result<AcceptedExperiment> experiment(const json& metric, const std::string& key = "test")
    {
        json body = EngineFixture::body();
        body["key"] = key;
        body["metrics"] = json::array({metric});
        return createExperiment(store(), body, m_f->editor);
    }
    Metric metricOf(const std::string& key) { return store().experiments().find(key)->metrics.front(); }
    void start(const std::string& key) { XP_VERIFY(changeStatus(store(), key, Transition::Start, "", m_f->editor)); }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void eachChangeIsAVersionAndOldOnesStay()
    {
        const MetricDefinition first = created(revenue());
        QCOMPARE(first.version, std::int64_t(1));
        QCOMPARE(first.author, std::string("ed"));
        const auto second = changed(revenue({{"cap", 100}}));
        XP_VERIFY(second);
        QCOMPARE(second->version, std::int64_t(2));
        // What says the same makes no version, though it brings what the service has added.
        QCOMPARE(changed(toJson(*second))->version, std::int64_t(2));
        QCOMPARE(changed(revenue({{"cap", 100}, {"owner", "finance"}}))->version, std::int64_t(3));
        MetricTable table(store().connection());
        QCOMPARE(table.find("default", "revenue", 1)->metric.cap, std::optional(500.0));
        QCOMPARE(table.find("default", "revenue", 2)->metric.cap, std::optional(100.0));
        QCOMPARE(table.find("default", "revenue", 2)->owner, std::string("shop"));
        QCOMPARE(table.find("default", "revenue")->owner, std::string("finance"));
        QCOMPARE(table.find("default", "revenue", 4).error().sentence.code, std::string("metric_not_found"));
        QCOMPARE(table.all("")->size(), std::size_t(1));
        std::vector<std::string> actions;
        const auto entries = store().audit().page({});
        QVERIFY(entries);
        for (const AuditEntry& entry : *entries)
            actions.push_back(entry.action);
        QVERIFY(actions == (std::vector<std::string>{"metric.update", "metric.update", "metric.create"}));
    }

    void whoWorksInOneEnvironmentChangesNoneOfTheWholeProject()
    {
        created(revenue());
        const Actor bound{.name = "b", .role = Role::Editor, .environment = "staging", .project = "default"};
        QCOMPARE(createMetricDefinition(store(), revenue({{"key", "other"}}), bound).error().sentence.code,
                 std::string("outside_scope"));
        QCOMPARE(changeMetricDefinition(store(), "revenue", {{"cap", 1}}, std::nullopt, bound).error().sentence.code,
                 std::string("outside_scope"));
    }

    void twoWhoChangeItAtOnce()
    {
        created(revenue());
        XP_VERIFY(changed(revenue({{"cap", 100}}), 1));
        QCOMPARE(changed(revenue({{"cap", 50}}), 1).error().sentence.code, std::string("stale_version"));
        QCOMPARE(createMetricDefinition(store(), revenue(), m_f->editor).error().sentence.code,
                 std::string("metric_version_taken"));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char* change, const char* problem) {
            QTest::newRow(change) << QByteArray(change) << QByteArray(problem);
        };
        row(R"({"key":"no key"})", "key:format");
        row(R"({"key":null})", "key:type");
        row(R"({"kind":"median"})", "kind:not_allowed"); // and nothing of what depends on it
        row(R"({"role":"primary"})", "role:unknown_field");
        row(R"({"name":"spend"})", "name:unknown_field");
        row(R"({"cap":-1})", "cap:range");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, problem);
        const auto refused = createMetricDefinition(store(), revenue(json::parse(change.toStdString())), m_f->editor);
        QVERIFY(!refused);
        QCOMPARE(QByteArray::fromStdString(problems(refused.error())), problem);
        QVERIFY(MetricTable(store().connection()).all("")->empty());
    }

    void anExperimentTakesOverAllButItsOwnFields()
    {
        created(revenue({{"direction", "decrease"}}));
        XP_VERIFY(
            experiment({{"metric", "revenue"}, {"name", "spend"}, {"role", "primary"}, {"direction", "increase"}}));
        const Metric metric = metricOf("test");
        QCOMPARE(metric.name, std::string("spend"));
        QCOMPARE(metric.event, std::string("purchase"));
        QCOMPARE(metric.cap, std::optional(500.0));
        QVERIFY(metric.kind == MetricKind::Sum && metric.role == MetricRole::Primary);
        QVERIFY(metric.direction == Direction::Increase);
        QCOMPARE(metric.catalogue->key, std::string("revenue"));
        QCOMPARE(problems(experiment({{"metric", "revenue"}, {"cap", 7}}, "other").error()),
                 std::string("metrics[0].cap:defined_elsewhere"));
        QCOMPARE(problems(experiment({{"metric", "profit"}}, "other").error()),
                 std::string("metrics[0].metric:unknown"));
        QCOMPARE(problems(experiment({{"metric", "revenue"}, {"metric_version", 9}}, "other").error()),
                 std::string("metrics[0].metric:unknown"));
    }

    /// A draft follows the newest version until it starts, unless it names one.
    void draftsFollowAndStartedOnesStay()
    {
        created(revenue());
        XP_VERIFY(experiment({{"metric", "revenue"}}, "follows"));
        XP_VERIFY(experiment({{"metric", "revenue"}, {"metric_version", 1}}, "pinned"));
        XP_VERIFY(changed(revenue({{"cap", 100}})));
        start("follows");
        start("pinned");
        QCOMPARE(metricOf("follows").cap, std::optional(100.0));
        QCOMPARE(metricOf("follows").catalogue->version, std::int64_t(2));
        QCOMPARE(metricOf("pinned").cap, std::optional(500.0));
        XP_VERIFY(changed(revenue({{"cap", 50}})));
        QCOMPARE(metricOf("follows").cap, std::optional(100.0));
        QCOMPARE(metricOf("follows").catalogue->version, std::int64_t(2));
    }

    void projectsHaveTheirOwn()
    {
        created(revenue());
        Actor other = m_f->editor;
        other.project = "travel";
        XP_VERIFY(createMetricDefinition(store(), revenue({{"cap", 9}}), other));
        MetricTable table(store().connection());
        QCOMPARE(table.find("default", "revenue")->metric.cap, std::optional(500.0));
        QCOMPARE(table.find("travel", "revenue")->metric.cap, std::optional(9.0));
        QCOMPARE(table.all("travel")->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestMetricCatalogue)
#include "tst_metriccatalogue.moc"
