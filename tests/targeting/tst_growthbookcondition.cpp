// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/growthbookcondition.h"

#include <QFile>
#include <QTest>

using namespace xp;

class TestGrowthbookCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// [name, condition, attributes, expected, saved groups?]
    void publishedCasesAgree()
    {
        QFile file(qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/conformance/growthbook/cases.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("skipped: no data");
        const auto all = nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
        const nlohmann::json& cases = all.at("evalCondition");
        QVERIFY(!cases.empty());
        for (const nlohmann::json& c : cases) {
            const nlohmann::json groups = c.size() > 4 ? c.at(4) : nlohmann::json::object();
            QVERIFY2(GrowthbookCondition(c.at(1), groups).holds(c.at(2)) == c.at(3).get<bool>(), c.dump().c_str());
        }
        qInfo("%zu cases of evalCondition", cases.size());
    }

    /// What the JavaScript SDK answers where JavaScript's conversions decide.
    void convertsAsJavaScript_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("attributes");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* condition, const char* attributes, bool expected) {
            QTest::addRow("%s of %s", condition, attributes)
                << QString::fromUtf8(condition) << QString::fromUtf8(attributes) << expected;
        };
        row(R"({"age": {"$lt": 10, "$gt": -10, "$ne": 10}})", "{}", true); // null counts as 0
        row(R"({"age": {"$lt": 10}})", R"({"age": "no number"})", false);
        row(R"({"age": {"$gt": 10}})", R"({"age": " 1e2 "})", true);
        row(R"({"age": 0})", "{}", true);
        row(R"({"age": "10"})", R"({"age": 10})", true);
        row(R"({"age": "1.5"})", R"({"age": 1.5})", true);
        row(R"({"age": {"$eq": "10"}})", R"({"age": 10})", false);
        row(R"({"age": {"$in": ["10"]}})", R"({"age": 10})", false);
        row(R"({"on": true})", R"({"on": "false"})", true);
        row(R"({"on": false})", "{}", false);
        row(R"({"on": false})", R"({"on": 0})", true);
        row(R"({"tags": "a,b"})", R"({"tags": ["a", "b"]})", true);
        row(R"({"tags": {"$eq": ["a"]}})", R"({"tags": ["a"]})", false);
        row(R"({"tags": ["a"]})", R"({"tags": ["a"]})", true);
        row(R"({"tags.1": "b"})", R"({"tags": ["a", "b"]})", true);
        row(R"({"v": {"$vgte": "1.2.0"}})", R"({"v": "1.2.0-beta"})", false);
        row(R"({"v": {"$vlt": "1.0.0"}})", "{}", true);
        row(R"({"v": {"$vne": "1.0.0"}})", R"({"v": "v1.0.0+build"})", false);
        row(R"({"name": {"$regex": "^null$"}})", "{}", true);
        row(R"({"name": {"$regexi": "GRÜN"}})", R"({"name": "grün"})", true);
        row(R"({"name": {"$in": ["a"], "$exists": true}})", R"({"name": "a"})", true);
        row(R"({"$nor": [{"a": 1}, {"b": 2}]})", R"({"a": 2, "b": 3})", true);
        row(R"({"$nor": [{"a": 1}, {"b": 2}]})", R"({"a": 2, "b": 2})", false);
        row(R"({"$or": []})", "{}", true);
        row(R"({"list": {"$elemMatch": {"a": 1, "b": {"$gt": 2}}}})",
            R"({"list": [{"a": 1, "b": 2}, {"a": 1, "b": 3}]})", true);
        row(R"({"list": {"$elemMatch": {"$gt": 2}}})", R"({"list": [null, 1]})", false);
        row(R"({"list": {"$all": [{"$gt": 4}, 1]}})", R"({"list": [1, 5]})", true);
        row(R"({"a": {"$type": "undefined"}})", "{}", false);
        row(R"({"a": {"$type": "null"}})", "{}", true);
        row(R"({"word": {"$gt": "Z"}})", R"({"word": "é"})", true);
    }
    void convertsAsJavaScript()
    {
        QFETCH(QString, condition);
        QFETCH(QString, attributes);
        const GrowthbookCondition read(nlohmann::json::parse(condition.toStdString()));
        QTEST(read.holds(nlohmann::json::parse(attributes.toStdString())), "expected");
    }

    void savedGroups()
    {
        const auto groups = nlohmann::json::parse(R"({
            "beta": {"type": "list", "attributeKey": "id", "values": ["1", "2"]},
            "adults": {"type": "condition", "condition": {"age": {"$gte": 18}}},
            "both": {"type": "condition", "condition": {"$savedGroup": {"id": "beta"}, "$and": [{"$savedGroup": {"id": "adults"}}]}},
            "circle": {"type": "condition", "condition": {"$not": {"$savedGroup": {"id": "circle"}}}},
            "broken": {"type": "later"}})");
        const auto holds = [&](const char* condition, const char* attributes) {
            return GrowthbookCondition(nlohmann::json::parse(condition), groups)
                .holds(nlohmann::json::parse(attributes));
        };
        QVERIFY(holds(R"({"id": {"$inGroup": "beta"}})", R"({"id": "1"})"));
        QVERIFY(!holds(R"({"id": {"$inGroup": "beta"}})", R"({"id": 1})"));
        QVERIFY(!holds(R"({"id": {"$notInGroup": "broken"}})", R"({"id": "9"})"));
        QVERIFY(holds(R"({"$savedGroup": {"id": "both"}})", R"({"id": "2", "age": 20})"));
        QVERIFY(!holds(R"({"$savedGroup": {"id": "both"}})", R"({"id": "2", "age": 17})"));
        QVERIFY(holds(R"({"$savedGroup": {"id": "beta", "attributeKey": "device"}})", R"({"device": "2"})"));
        QVERIFY(!holds(R"({"$savedGroup": {"id": "nobody"}})", R"({"id": "2"})"));
        QVERIFY(holds(R"({"$savedGroup": {"id": "circle"}})", "{}")); // ends: what refers to itself matches nobody
    }
};

QTEST_APPLESS_MAIN(TestGrowthbookCondition)
#include "tst_growthbookcondition.moc"
