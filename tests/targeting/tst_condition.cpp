// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/condition.h"

#include "core/targeting/conditionreader.h"

#include <QElapsedTimer>
#include <QTest>
#include <array>

using namespace xp;

namespace {

using Json = nlohmann::json;

const Json kSegments = Json::parse(R"({
    "adults": {"attribute": "age", "operator": "greater_or_equal", "value": 18},
    "french adults": {"all": [{"segment": "adults"}, {"attribute": "country", "operator": "equals", "value": "FR"}]},
    "everybody": {},
    "circle": {"any": [{"segment": "other"}]},
    "other": {"not": {"segment": "circle"}}})");

struct Row
{
    const char* condition;
    const char* context;
    bool expected;
};

constexpr std::array kRows{
    Row{"{}", "{}", true},
    // equality and sets
    Row{R"({"attribute": "c", "operator": "equals", "value": "CA"})", R"({"c": "CA"})", true},
    Row{R"({"attribute": "c", "operator": "equals", "value": "CA"})", R"({"c": "ca"})", false},
    Row{R"({"attribute": "c", "operator": "equals", "value": "É", "ignore_case": true})", R"({"c": "é"})", true},
    Row{R"({"attribute": "n", "operator": "equals", "value": 5})", R"({"n": "5"})", true},
    Row{R"({"attribute": "n", "operator": "equals", "value": "5"})", R"({"n": 5})", true},
    Row{R"({"attribute": "n", "operator": "equals", "value": 0})", R"({"n": ""})", false},
    Row{R"({"attribute": "b", "operator": "equals", "value": true})", R"({"b": true})", true},
    Row{R"({"attribute": "b", "operator": "equals", "value": true})", R"({"b": "true"})", true},
    Row{R"({"attribute": "c", "operator": "equals", "value": "CA"})", "{}", false},
    Row{R"({"attribute": "c", "operator": "not_equals", "value": "CA"})", "{}", true},
    Row{R"({"attribute": "c", "operator": "not_equals", "value": "CA"})", R"({"c": null})", true},
    Row{R"({"attribute": "c", "operator": "in", "values": ["CA", "GB"]})", R"({"c": "GB"})", true},
    Row{R"({"attribute": "c", "operator": "not_in", "values": ["CA", "GB"]})", R"({"c": "GB"})", false},
    Row{R"({"attribute": "tags", "operator": "in", "values": ["a", "b"]})", R"({"tags": ["x", "b"]})", true},
    Row{R"({"attribute": "tags", "operator": "not_in", "values": ["a", "b"]})", R"({"tags": ["x", "b"]})", false},
    Row{R"({"attribute": "device.os", "operator": "equals", "value": "ios"})", R"({"device": {"os": "ios"}})", true},
    Row{R"({"attribute": "user_id", "operator": "in", "values": ["u1", "u2"]})", "{}", true},
    Row{R"({"attribute": "user_id", "operator": "equals", "value": "u9"})", R"({"user_id": "u9"})", false},
    Row{R"({"attribute": "b", "operator": "in", "values": [false, "x"]})", R"({"b": "false"})", true},
    Row{R"({"attribute": "b", "operator": "in", "values": [false, "x"]})", R"({"b": true})", false},
    Row{R"({"attribute": "b", "operator": "equals", "value": "true"})", R"({"b": true})", true},
    Row{R"({"attribute": "b", "operator": "equals", "value": 1})", R"({"b": true})", false},
    Row{R"({"attribute": "n", "operator": "in", "values": [1.5, 2]})", R"({"n": "1.50"})", true},
    Row{R"({"attribute": "n", "operator": "in", "values": [2.0]})", R"({"n": 2})", true},
    Row{R"({"attribute": "n", "operator": "in", "values": [2]})", R"({"n": 2.0})", true},
    Row{R"({"attribute": "n", "operator": "in", "values": [-1, 2]})", R"({"n": -1})", true},
    Row{R"({"attribute": "n", "operator": "in", "values": ["1,2", "null"]})", R"({"n": [[1, 2]]})", true},
    Row{R"({"attribute": "c", "operator": "in", "values": ["CA", "Gb"], "ignore_case": true})", R"({"c": "gB"})", true},
    // numbers
    Row{R"({"attribute": "n", "operator": "less", "value": 5})", R"({"n": 4.9})", true},
    Row{R"({"attribute": "n", "operator": "less_or_equal", "value": 5})", R"({"n": 5})", true},
    Row{R"({"attribute": "n", "operator": "greater", "value": 5})", R"({"n": 5})", false},
    Row{R"({"attribute": "n", "operator": "greater_or_equal", "value": 5})", R"({"n": "5.0"})", true},
    Row{R"({"attribute": "n", "operator": "less", "value": 5})", R"({"n": null})", false},
    Row{R"({"attribute": "n", "operator": "less", "value": 5})", R"({"n": "none"})", false},
    Row{R"({"attribute": "n", "operator": "equals", "value": 9007199254740993})", R"({"n": 9007199254740993})", true},
    Row{R"({"attribute": "n", "operator": "in", "values": [9007199254740993]})", R"({"n": 9007199254740992})", false},
    Row{R"({"attribute": "n", "operator": "equals", "value": 5})", R"({"n": 5.0})", true},
    // text
    Row{R"({"attribute": "t", "operator": "starts_with", "value": "ab"})", R"({"t": "abc"})", true},
    Row{R"({"attribute": "t", "operator": "ends_with", "values": ["x", "bc"]})", R"({"t": "abc"})", true},
    Row{R"({"attribute": "t", "operator": "contains", "value": "B", "ignore_case": true})", R"({"t": "abc"})", true},
    Row{R"({"attribute": "t", "operator": "contains", "value": "B"})", R"({"t": "abc"})", false},
    Row{R"({"attribute": "t", "operator": "matches", "value": "@example\\.(com|org)$"})", R"({"t": "a@example.org"})",
        true},
    Row{R"({"attribute": "t", "operator": "matches", "value": "^A", "ignore_case": true})", R"({"t": "abc"})", true},
    // versions, dates, networks, presence
    Row{R"({"attribute": "v", "operator": "version_greater", "value": "1.9.0"})", R"({"v": "v1.10"})", true},
    Row{R"({"attribute": "v", "operator": "version_less", "value": "2.0.0"})", R"({"v": "2.0.0-beta"})", true},
    Row{R"({"attribute": "v", "operator": "version_equals", "value": "2"})", R"({"v": "2.0.0+5"})", true},
    Row{R"({"attribute": "v", "operator": "version_greater_or_equal", "value": "2.0.0"})", R"({"v": "two"})", false},
    Row{R"({"attribute": "d", "operator": "before", "value": "2026-01-01T00:00:00Z"})",
        R"({"d": "2026-01-01T00:30:00+01:00"})", true},
    Row{R"({"attribute": "d", "operator": "after", "value": "2026-01-01T00:00:00Z"})",
        R"({"d": "2026-01-01T00:00:00Z"})", false},
    Row{R"({"attribute": "current_time", "operator": "after", "value": "2020-01-01T00:00:00Z"})", "{}", true},
    Row{R"({"attribute": "ip", "operator": "in_network", "values": ["10.0.0.0/8", "2001:db8::/32"]})",
        R"({"ip": "10.1.2.3"})", true},
    Row{R"({"attribute": "ip", "operator": "in_network", "value": "10.0.0.0/8"})", R"({"ip": "nowhere"})", false},
    Row{R"({"attribute": "x", "operator": "exists"})", R"({"x": false})", true},
    Row{R"({"attribute": "x", "operator": "exists"})", R"({"x": null})", false},
    Row{R"({"attribute": "user_agent", "operator": "is_bot"})", R"({"user_agent": "Twitterbot/1.0"})", true},
    Row{R"({"attribute": "ua", "operator": "is_bot"})", R"({"ua": "Mozilla/5.0 Firefox/119.0"})", false},
    Row{R"({"not": {"attribute": "user_agent", "operator": "is_bot"}})", "{}", true},
    // combinations
    Row{R"({"all": [{"attribute": "a", "operator": "exists"}, {"attribute": "b", "operator": "exists"}]})",
        R"({"a": 1})", false},
    Row{R"({"any": [{"attribute": "a", "operator": "exists"}, {"attribute": "b", "operator": "exists"}]})",
        R"({"a": 1})", true},
    Row{R"({"not": {"attribute": "a", "operator": "exists"}})", R"({"a": 1})", false},
    Row{R"({"segment": "everybody"})", R"({})", true},
    Row{R"({"segment": "french adults"})", R"({"age": 20, "country": "FR"})", true},
    Row{R"({"segment": "french adults"})", R"({"age": 17, "country": "FR"})", false},
    // another experiment's variant: the unit has treatment in "checkout" and is in nothing else
    Row{R"({"experiment": "checkout"})", "{}", true},
    Row{R"({"experiment": "checkout", "variants": ["control", "treatment"]})", "{}", true},
    Row{R"({"experiment": "checkout", "variants": ["control"]})", "{}", false},
    Row{R"({"experiment": "another"})", "{}", false},
    // conditions of others
    Row{R"({"growthbook": {"id": "u1", "age": {"$gt": 5}}})", R"({"age": 6})", true},
    Row{R"({"growthbook": {"id": "u1"}})", R"({"id": "theirs"})", false},
    Row{R"({"unleash": [{"contextName": "userId", "operator": "IN", "values": ["u1"]}]})", "{}", true},
    Row{R"({"unleash": [{"contextName": "plan", "operator": "IN", "values": ["pro"]}]})",
        R"({"properties": {"plan": "pro"}})", true}};

std::optional<Condition> conditionOf(const QString& text, std::vector<FieldError>& errors)
{
    return ConditionReader(kSegments, errors).read(Json::parse(text.toStdString()), "targeting");
}

Condition readable(const char* text)
{
    std::vector<FieldError> errors;
    auto condition = conditionOf(QString::fromUtf8(text), errors);
    if (!condition)
        qFatal("%s: %s", text, errors.front().message.c_str());
    return *condition;
}

} // namespace

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("context");
        QTest::addColumn<bool>("expected");
        for (const Row& row : kRows)
            QTest::addRow("%s of %s", row.condition, row.context)
                << QString::fromUtf8(row.condition) << QString::fromUtf8(row.context) << row.expected;
    }
    void holds()
    {
        QFETCH(QString, condition);
        QFETCH(QString, context);
        std::vector<FieldError> errors;
        const auto read = conditionOf(condition, errors);
        QVERIFY2(read, errors.empty() ? "" : errors.front().message.c_str());
        const Json attributes = Json::parse(context.toStdString());
        const UnitFacts facts{"u1", attributes, {}, variantIn};
        QTEST(read->includes(facts), "expected");
        QCOMPARE(read->explain(facts).at("holds").get<bool>(), read->includes(facts));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* condition, const char* field, const char* code) {
            QTest::newRow(condition) << QString::fromUtf8(condition) << QString::fromLatin1(field)
                                     << QString::fromLatin1(code);
        };
        row("[]", "targeting", "type");
        row(R"({"every": []})", "targeting", "form");
        row(R"({"all": [], "any": []})", "targeting", "form");
        row(R"({"all": []})", "targeting.all", "type");
        row(R"({"all": [{}]})", "targeting.all[0]", "form");
        row(R"({"any": [{"segment": "adults"}, {"attribute": "a"}]})", "targeting.any[1].operator", "required");
        row(R"({"attribute": "a", "operator": "like", "value": "x"})", "targeting.operator", "not_allowed");
        row(R"({"attribute": "a", "operator": "equals"})", "targeting.value", "required");
        row(R"({"attribute": "a", "operator": "in", "value": [1]})", "targeting.value", "type");
        row(R"({"attribute": "a", "operator": "in", "values": []})", "targeting.values", "type");
        row(R"({"attribute": "a", "operator": "in", "values": [[1]]})", "targeting.values[0]", "type");
        row(R"({"attribute": "a", "operator": "less", "value": "5"})", "targeting.value", "type");
        row(R"({"attribute": "a", "operator": "less", "value": 5, "values": [5]})", "targeting.values", "not_allowed");
        row(R"({"attribute": "a", "operator": "exists", "value": true})", "targeting.value", "not_allowed");
        row(R"({"attribute": "a", "operator": "matches", "value": "*a"})", "targeting.value", "format");
        row(R"({"attribute": "a", "operator": "version_less", "value": "new"})", "targeting.value", "format");
        row(R"({"attribute": "a", "operator": "before", "value": "soon"})", "targeting.value", "format");
        row(R"({"attribute": "a", "operator": "in_network", "values": ["10.0.0.0/8", "10.0.0.0/99"]})",
            "targeting.values[1]", "format");
        row(R"({"attribute": "a", "operator": "exists", "negate": true})", "targeting.negate", "unknown_field");
        row(R"({"segment": "nobody"})", "targeting.segment", "unknown");
        row(R"({"segment": "circle"})", "targeting.segment(circle).any[0].segment(other).not.segment", "circle");
        row(R"({"experiment": "x", "variants": []})", "targeting.variants", "type");
        row(R"({"growthbook": []})", "targeting.growthbook", "type");
        row(R"({"not": {"unleash": {}}})", "targeting.not.unleash", "type");
    }
    void refusals()
    {
        QFETCH(QString, condition);
        std::vector<FieldError> errors;
        QVERIFY(!conditionOf(condition, errors));
        QVERIFY(!errors.empty());
        QTEST(QString::fromStdString(errors.front().field), "field");
        QTEST(QString::fromStdString(errors.front().code), "code");
    }

    /// The one list is an editor's, the other comes from whoever asks for a variant.
    void longListsAreNotComparedOneByOne()
    {
        Json texts = Json::array(), numbers = Json::array(), given = Json::array();
        for (int i = 0; i < 10'000; ++i) {
            texts.push_back("Org " + std::to_string(i));
            numbers.push_back(1'000'000 + i);
        }
        for (int i = 0; i < 30'000; ++i)
            given.push_back(i % 1000);
        for (const Json& condition :
             {Json{{"attribute", "a"}, {"operator", "in"}, {"values", texts}},
              Json{{"attribute", "a"}, {"operator", "in"}, {"values", numbers}, {"ignore_case", true}},
              Json{{"growthbook", {{"a", {{"$in", texts}}}}}}, Json{{"growthbook", {{"a", {{"$ini", numbers}}}}}}}) {
            const Condition read = readable(condition.dump().c_str());
            const auto includes = [&](const Json& context) { return read.includes({"u1", context, {}, variantIn}); };
            Json context{{"a", given}};
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!includes(context));
            QVERIFY2(timer.elapsed() < 3000, condition.dump().substr(0, 60).c_str()); // one by one: a minute
            context["a"].insert(context["a"].end(), {texts[5], numbers[5]});
            QVERIFY(includes(context));
        }
    }

    void tooDeepOrTooMany()
    {
        Json deep = Json::parse(R"({"attribute": "a", "operator": "exists"})");
        for (int i = 0; i < 20; ++i)
            deep = {{"not", deep}};
        Json wide{{"any", Json::array()}};
        for (int i = 0; i < 1001; ++i)
            wide["any"].push_back(Json::parse(R"({"attribute": "a", "operator": "exists"})"));
        for (const Json& json : {deep, wide}) {
            std::vector<FieldError> errors;
            QVERIFY(!ConditionReader(kSegments, errors).read(json, "targeting"));
            QCOMPARE(QString::fromStdString(errors.front().code), QStringLiteral("too_many"));
        }
    }

    void namesWhatItAsksAbout()
    {
        const Json json = Json::parse(
            R"({"all": [{"experiment": "b"}, {"any": [{"experiment": "a"}, {"not": {"experiment": "b"}}]}, {"segment": "adults"}]})");
        QCOMPARE(readable(json.dump().c_str()).prerequisites(), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(experimentsIn(json), (std::set<std::string>{"a", "b"}));
        QCOMPARE(segmentsIn(json), (std::set<std::string>{"adults"}));
    }

    void explainsStepByStep()
    {
        const Condition condition = readable(
            R"({"all": [{"attribute": "country", "operator": "in", "values": ["CA"]}, {"segment": "adults"}, {"experiment": "checkout"}]})");
        const Json context{{"country", "CA"}, {"age", 17}};
        const Json told = condition.explain({.unit = "u1", .context = context, .agent = {}, .variantIn = variantIn});
        const Json expected = Json::parse(R"({"holds": false, "all": [
            {"attribute": "country", "operator": "in", "values": ["CA"], "actual": "CA", "holds": true},
            {"segment": "adults", "holds": false,
             "condition": {"attribute": "age", "operator": "greater_or_equal", "value": 18, "actual": 17, "holds": false}},
            {"experiment": "checkout", "actual": "treatment", "holds": true}]})");
        QCOMPARE(told.dump(), expected.dump());
    }

private:
    static std::optional<std::string> variantIn(const std::string& experiment)
    {
        return experiment == "checkout" ? std::optional<std::string>("treatment") : std::nullopt;
    }
};

QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
