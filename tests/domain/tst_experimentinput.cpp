// SPDX-License-Identifier: Apache-2.0
#include "core/domain/document.h"
#include "core/domain/experimentinput.h"

#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"
#include "core/domain/valuecount.h"

#include <QTest>

using namespace xp;
using nlohmann::json;

namespace {

json quickStart()
{
    return json::parse(R"({"name":"Homepage layout","description":"d","hypothesis":"h",
        "variants":[{"name":"control","allocation":0.5,"config":{}},
                    {"name":"new-layout","allocation":0.5,"config":{"layout":"v2"}}],
        "metrics":["page_view","click","conversion"],
        "target_sample_size":1000,"significance_level":0.05,"traffic_allocation":0.2})");
}

json changed(const char* pointer, json value)
{
    json body = quickStart();
    body[json::json_pointer(pointer)] = std::move(value);
    return body;
}

std::string problems(const Error& error)
{
    std::string text;
    for (const FieldError& e : error.errors)
        text += (text.empty() ? "" : " ") + e.field + ":" + e.code;
    return text;
}

Experiment stored(Status status)
{
    Experiment e = readNewExperiment(quickStart())->experiment;
    e.id = "0b9b5c5e-1111-4222-8333-444455556666";
    e.key = "homepage-layout";
    e.status = status;
    e.createdAt = fromMicros(1'700'000'000'000'000);
    return e;
}

} // namespace

class TestExperimentInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheQuickStart()
    {
        const auto accepted = readNewExperiment(quickStart());
        QVERIFY(accepted);
        const Experiment& e = accepted->experiment;
        QCOMPARE(e.variants.size(), std::size_t(2));
        QVERIFY(e.variants[1].config == json({{"layout", "v2"}}));
        QCOMPARE(e.metrics.size(), std::size_t(3));
        QCOMPARE(e.metrics[0].event, std::string("page_view"));
        QCOMPARE(e.trafficAllocation, 0.2);
        QCOMPARE(accepted->warnings.size(), std::size_t(1));
        QCOMPARE(accepted->warnings[0].code, std::string("no_primary_metric"));
    }

    void fillsInDefaults()
    {
        const auto accepted = readNewExperiment(json::parse(
            R"({"name":"n","variants":[{"name":"a","allocation":0.5},{"name":"b","allocation":0.5}],
                "metrics":[{"name":"m","kind":"sum","role":"primary","window":"7d","event":"buy"}]})"));
        QVERIFY(accepted);
        const Experiment& e = accepted->experiment;
        QCOMPARE(e.targetSampleSize, 1000);
        QCOMPARE(e.significanceLevel, 0.05);
        QCOMPARE(e.trafficAllocation, 1.0);
        QCOMPARE(e.description, std::string());
        QCOMPARE(e.project, std::string("default"));
        QCOMPARE(e.environment, std::string("production"));
        QVERIFY(e.variants[0].config == json::object());
        QCOMPARE(*e.metrics[0].window, Duration(std::chrono::hours(168)));
        QVERIFY(accepted->warnings.empty());
    }

    /// Of several scripts, with the joiners of Persian and of emoji; and texts that are more than names.
    void takesWhatPeopleCallThings()
    {
        for (const char* name : {"Größe", "می\u200Cخواهم", "👩\u200D💻 test", "日本語", "a  b"}) {
            json body = changed("/variants/1/name", name);
            body.update({{"name", name}, {"owner", name}, {"tags", {name}}, {"metrics", {name}}});
            body.update({{"description", "one\n\ttwo "}, {"hypothesis", "\u202Eone\r\n"}});
            QVERIFY2(readNewExperiment(body), name);
        }
    }

    /// There was a time without the rule: whoever sends back what was stored then is not refused, nor is a change of
    /// something else.
    void namesThatAreStoredStay()
    {
        Experiment was = stored(Status::Draft);
        was.name = was.owner = was.variants[1].name = was.metrics[0].name = was.tags.emplace_back("a\n ");
        const json sent{{"name", "a\n "}, {"owner", "a\n "}, {"tags", {"a\n "}}, {"description", "new"}};
        QCOMPARE(readChanges(was, sent)->experiment.description, std::string("new"));
        const json whole = toJson(was);
        QVERIFY(readChanges(was, {{"variants", whole["variants"]}, {"metrics", whole["metrics"]}}));
        QCOMPARE(problems(readChanges(was, {{"name", "b\n "}, {"tags", {"b\n "}}}).error()),
                 "name:format tags[0]:format");
        QVERIFY(experimentFromJson(whole)->name == was.name);
    }

    /// Two names that look the same are the same, and one is not two.
    void refusesWhatNobodySeesInAName()
    {
        const auto said = [](const json& body) { return problems(readNewExperiment(body).error()); };
        QCOMPARE(said(changed("/name", "a\nb")), "name:format");
        QCOMPARE(said(changed("/name", "a\tb")), "name:format");
        QCOMPARE(said(changed("/name", "a\u202Eb")), "name:format");
        QCOMPARE(said(changed("/name", "a\u0085b")), "name:format");
        QCOMPARE(said(changed("/owner", "a\u2028b")), "owner:format");
        QCOMPARE(said(changed("/tags", {"a", "a "})), "tags[1]:format");
        QCOMPARE(said(changed("/tags", {"a\u200Bb"})), "tags[0]:format");
        QCOMPARE(said(changed("/variants/1/name", "control ")), "variants[1].name:format");
        QCOMPARE(said(changed("/variants/1/name", "\u00A0b")), "variants[1].name:format");
        QCOMPARE(said(changed("/variants/1/name", "b\uFEFF")), "variants[1].name:format");
        QCOMPARE(said(changed("/variants/1/name", "b\u200D")), "variants[1].name:format");
        QCOMPARE(said(changed("/variants/1/name", "\u2800")), "variants[1].name:format");
        QCOMPARE(said(changed("/name", "\u200C")), "name:format");
        QCOMPARE(said(changed("/name", "\u3000\uFE0F")), "name:format");
        QCOMPARE(said(changed("/metrics/0", "a\rb")), "metrics[0].name:format");
        QCOMPARE(said(changed("/metrics/0", {{"name", " m"}, {"event", "m"}})), "metrics[0].name:format");
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const json& body, const char* expected) {
            QTest::newRow(name) << QByteArray::fromStdString(body.dump()) << QByteArray(expected);
        };
        row("empty", json::object(), "name:required variants:required metrics:required");
        row("name type", changed("/name", 5), "name:type");
        row("name blank", changed("/name", "  "), "name:empty");
        row("name long", changed("/name", std::string(201, 'x')), "name:too_long");
        row("name nul", changed("/name", std::string("a\0b", 3)), "name:encoding");
        row("one variant", changed("/variants", json::array({{{"name", "a"}, {"allocation", 1}}})), "variants:too_few");
        row("no metric", changed("/metrics", json::array()), "metrics:too_few");
        row("allocation sum", changed("/variants/1/allocation", 0.4), "variants:allocation_sum");
        row("allocation negative", changed("/variants/1/allocation", -0.5), "variants[1].allocation:range");
        row("allocation text", changed("/variants/1/allocation", "0.5"), "variants[1].allocation:type");
        row("same names", changed("/variants/1/name", "control"), "variants[1].name:duplicate");
        row("same metrics", changed("/metrics/1", "page_view"), "metrics[1].name:duplicate");
        row("config list", changed("/variants/0/config", json::array()), "variants[0].config:type");
        row("unknown", changed("/colour", "blue"), "colour:unknown_field");
        row("unknown inside", changed("/variants/0/weight", 1), "variants[0].weight:unknown_field");
        row("level 0", changed("/significance_level", 0), "significance_level:range");
        row("level 1", changed("/significance_level", 1), "significance_level:range");
        row("traffic", changed("/traffic_allocation", 1.2), "traffic_allocation:range");
        row("size", changed("/target_sample_size", 0), "target_sample_size:range");
        row("size part", changed("/target_sample_size", 10.5), "target_sample_size:type");
        row("size huge", changed("/target_sample_size", 1e300), "target_sample_size:range");
        row("size unsigned", changed("/target_sample_size", 18446744073709551615u), "target_sample_size:range");
        row("key", changed("/key", "has space"), "key:format");
        row("status", changed("/status", "running"), "status:read_only");
        row("kind", changed("/metrics/0", {{"name", "m"}, {"kind", "median"}}), "metrics[0].kind:not_allowed");
        row("no denominator", changed("/metrics/0", {{"name", "m"}, {"kind", "ratio"}, {"denominator", nullptr}}),
            "metrics[0].denominator:required");
        row("no after", changed("/metrics/0", {{"name", "m"}, {"kind", "retention"}, {"after", nullptr}}),
            "metrics[0].after:required");
        row("no quantile", changed("/metrics/0", {{"name", "m"}, {"kind", "quantile"}, {"quantile", nullptr}}),
            "metrics[0].quantile:required");
        row("only the kind", changed("/metrics/0", {{"name", "m"}, {"kind", "rate"}, {"cap", 1}, {"steps", 1}}),
            "metrics[0].kind:not_allowed");
        row("filter", changed("/metrics/0", {{"name", "m"}, {"filter", {7}}}), "metrics[0].filter[0]:type");
        row("plan", changed("/plan", 7), "plan:type");
        row("derived",
            {{"name", "n"},
             {"metrics", {"m"}},
             {"variants", quickStart()["variants"]},
             {"imported", true},
             {"epochs", {1}},
             {"peak_traffic", 1},
             {"frozen_plan", json::object()}},
            "imported:read_only epochs:read_only peak_traffic:read_only frozen_plan:read_only");
        row("window", changed("/metrics/0", {{"name", "m"}, {"window", "soon"}}), "metrics[0].window:format");
        row("several", {{"name", 1}, {"variants", json::array()}, {"metrics", "x"}},
            "name:type variants:too_few metrics:type");
    }
    void namesWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const auto accepted = readNewExperiment(json::parse(body.toStdString()));
        QVERIFY(!accepted);
        QCOMPARE(accepted.error().code, ErrorCode::Invalid);
        QCOMPARE(QByteArray::fromStdString(problems(accepted.error())), expected);
    }

    /// One fault hides no other: of a list's length, of its items, of the sum of the shares.
    void namesAllThatIsWrongWithLists()
    {
        const auto named = [](const char* pointer, json value) {
            return problems(readNewExperiment(changed(pointer, std::move(value))).error());
        };
        const auto variant = [](json name, json allocation) {
            return json{{"name", std::move(name)}, {"allocation", std::move(allocation)}};
        };
        json odd = variant("a", 0.9);
        odd["config"] = 5;
        QCOMPARE(named("/variants", json::array({odd, variant("b", 0.5)})),
                 std::string("variants[0].config:type variants:allocation_sum"));
        QCOMPARE(named("/variants", json::array({variant("a", 0.5), variant("a", 0.4)})),
                 std::string("variants[1].name:duplicate variants:allocation_sum"));
        QCOMPARE(named("/variants", json::array({variant("a", 0.9), variant("b", 7)})),
                 std::string("variants[1].allocation:range")); // not every share could be read
        QCOMPARE(named("/variants", json::array({variant(5, "x")})),
                 std::string("variants:too_few variants[0].name:type variants[0].allocation:type"));
        json many = json::array();
        for (int i = 0; i < 101; ++i)
            many.push_back("m" + std::to_string(i));
        many[1] = 7;
        QCOMPARE(named("/metrics", many), std::string("metrics:too_many metrics[1]:type"));
        QCOMPARE(named("/tags", many), std::string("tags:too_many tags[1]:format"));
    }

    void normalisesNearlyOne()
    {
        const auto accepted = readNewExperiment(json::parse(
            R"({"name":"n","metrics":["m"],"variants":[{"name":"a","allocation":0.333},
                {"name":"b","allocation":0.333},{"name":"c","allocation":0.3335}]})"));
        QVERIFY(accepted);
        double sum = 0;
        for (const Variant& v : accepted->experiment.variants)
            sum += v.allocation;
        QVERIFY(std::abs(sum - 1) < 1e-12);
        QCOMPARE(accepted->warnings.back().code, std::string("allocations_normalised"));
    }

    void changesWhatIsSentOnly()
    {
        const Experiment draft = stored(Status::Draft);
        const auto accepted = readChanges(draft, {{"name", "New name"}});
        QVERIFY(accepted);
        QCOMPARE(accepted->experiment.name, std::string("New name"));
        QVERIFY(accepted->experiment.metrics == draft.metrics);
    }

    void readOnlyFieldsMayBeSentBack()
    {
        Experiment draft = stored(Status::Draft);
        draft.salt = draft.id; // as the service gives it
        json body = quickStart();
        body["id"] = draft.id;
        body["status"] = "draft";
        body["created_at"] = toIso8601(draft.createdAt);
        body["started_at"] = nullptr;
        QVERIFY(readChanges(draft, body));
        const json document = toJson(draft);
        for (const auto& [field, value] : document.items())
            body[field] = value;
        const auto same = readChanges(draft, body);
        QVERIFY2(same, same ? "" : problems(same.error()).c_str());
        body["status"] = "running";
        const auto refused = readChanges(draft, body);
        QVERIFY(!refused);
        QCOMPARE(QByteArray::fromStdString(problems(refused.error())), QByteArray("status:read_only"));
    }

    void runningFreezesWhatDataMeans()
    {
        const Experiment running = stored(Status::Running);
        QVERIFY(readChanges(running, quickStart())); // nothing differs
        for (const json& body :
             {json{{"metrics", {"click"}}}, json{{"significance_level", 0.1}},
              json{{"variants", changed("/variants/0/name", "x")["variants"]}}, json{{"key", "other"}}}) {
            const auto refused = readChanges(running, body);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
            QCOMPARE(refused.error().errors.front().code, std::string("frozen"));
        }
        const auto moved = readChanges(running, {{"project", "elsewhere"}, {"environment", "staging"}});
        QCOMPARE(QByteArray::fromStdString(problems(moved.error())), QByteArray("project:frozen environment:frozen"));
        QVERIFY(readChanges(running, {{"traffic_allocation", 0.9}}));
        json split = quickStart()["variants"];
        split[0]["allocation"] = 0.1;
        split[1]["allocation"] = 0.9;
        QVERIFY(readChanges(running, {{"variants", split}}));
        QVERIFY(!readChanges(stored(Status::Stopped), {{"variants", split}}));
        QVERIFY(readChanges(stored(Status::Stopped), {{"description", "what we learnt"}}));
    }

    void refusesBrokenJson()
    {
        for (const char* body : {"", "{", "[1]x", "{\"a\":1,}", "\xff"}) {
            const auto parsed = parseObject(body);
            QVERIFY(!parsed);
            QCOMPARE(parsed.error().code, ErrorCode::Malformed);
        }
        QCOMPARE(parseObject("[1]").error().code, ErrorCode::Invalid);
        QCOMPARE(parseObject(R"({"a":1,"a":2})").error().sentence.code, std::string("duplicate_key"));
        QCOMPARE(parseObject(R"({"":1,"":2})").error().sentence.code, std::string("duplicate_key"));
        const std::string deep = "{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + "}";
        QCOMPARE(parseObject(deep).error().sentence.code, std::string("too_deep"));
        QVERIFY(parseObject(R"({"a":[[[1]]]})"));
    }

    void readsWhatTheLibraryReads()
    {
        for (
            const char* body :
            {"{}", R"({"a": [], "b": {}, "c": null, "d": [null, true, false, "", [[]], {"e": {"f": []}}]})",
             R"({"n": [0, -0, -1, 18446744073709551615, -9223372036854775808, 18446744073709551616, 1.5, -0.0, 1e308]})",
             R"({"": "\u00e9\ud83d\ude00\n", "b": ["\u0000"], "z": {"z": {"z": 1}}, "a": 2})"}) {
            const auto read = parseObject(body);
            QVERIFY(read);
            QCOMPARE(read->dump(), json::parse(body).dump());
        }
        for (const char* body : {R"({"a": {"b": 1, "c": {"b": 2}, "b": {}}})", R"({"a": [{"b": [], "b": 1}], "c": 1})"})
            QVERIFY(parseObject(body).error().sentence.text.find("'b' twice") != std::string::npos);
        const auto nested = [](std::size_t lists) {
            return "{\"a\":" + std::string(lists, '[') + std::string(lists, ']') + "}";
        };
        QVERIFY(parseObject(nested(63)));
        QCOMPARE(parseObject(nested(64)).error().sentence.code, std::string("too_deep"));
    }

    void readsNoMoreThanAMillionValues()
    {
        // The object and its list count, too.
        const auto listOf = [](const std::string& value, std::size_t count) {
            std::string text = "{\"a,[\\\"\":[";
            for (std::size_t i = 0; i < count; ++i)
                text.append(i > 0 ? ", " : "").append(value);
            return text + "]}";
        };
        QVERIFY(parseDocument(listOf("0", kMostJsonValues - 2)));
        QVERIFY(parseDocument(listOf("\",,\\\\\"", kMostJsonValues - 2)));
        QVERIFY(parseDocument(listOf("[ ]", kMostJsonValues - 2)));
        for (const char* value : {"0", "[]", "{ }", "NaN", "[[]", "\"\\\"\""}) {
            const auto read = parseDocument(listOf(value, kMostJsonValues - 1));
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Malformed);
            QCOMPARE(read.error().sentence.code, std::string("too_many_values"));
        }
        QCOMPARE(parseDocument("{\"a\": [" + std::string(3'000'000, ' ')).error().sentence.code,
                 std::string("broken_json"));
        QCOMPARE(valuesIn(R"({"a": {}, "b": [ ], "c": [1, [2], {"d": null}]})", 100), std::size_t(9));
        // So many numbers that are none are not named.
        std::string many = "{\"a\":[";
        for (int i = 0; i < 300'000; ++i)
            many += "NaN ";
        QCOMPARE(parseDocument(many).error().errors.size(), std::size_t(1));
    }

    void saysWhereJsonBreaks()
    {
        const auto text = [](const char* body) { return parseObject(body).error().sentence.text; };
        QCOMPARE(text("{\n  \"a\": 1,\n  b\n}"), std::string("The body is not valid JSON: line 3, column 3"));
        for (const char* empty : {"", " \r\n\t"})
            QCOMPARE(text(empty), std::string("The body is empty; it must be a JSON object"));
        QVERIFY(parseObject("{\n b", {}, 7).error().sentence.arguments == json({{"line", 8}, {"column", 2}}));
        QCOMPARE(text("{'a': 1}"), std::string("The body is not valid JSON: line 1, column 2"));
        QCOMPARE(text("{\"a\": 1} x"), std::string("The body is not valid JSON: line 1, column 10"));
        QCOMPARE(text("{\"a\": [1"),
                 std::string("The body is not valid JSON: line 1, column 9, where it ends too early"));
        QCOMPARE(text("{\"a\": -x}"), std::string("The body is not valid JSON: line 1, column 8"));
    }

    /// Python and others write them.
    void numbersThatAreNoneAreFields()
    {
        const auto refused = [](const char* body) {
            const auto parsed = parseObject(body);
            return problems(parsed.error()) + " " + parsed.error().sentence.text;
        };
        QCOMPARE(refused(R"({"a": {"b": 1}, "level": NaN})"),
                 std::string("level:range level is NaN; it must be a finite number"));
        QCOMPARE(refused(R"({"v": [{"x": 1}, {"x": 1}, {"x": -Infinity}]})"),
                 std::string("v[2].x:range v[2].x is -Infinity; it must be a finite number"));
        QCOMPARE(refused(R"({"v": [1, [2], 1e999]})"),
                 std::string("v[2]:range v[2] is 1e999; it must be a finite number"));
        QCOMPARE(refused("NaN"), std::string(":range The body is NaN; it must be a finite number"));
        QCOMPARE(parseObject(R"({"a": "NaN", "b": nan})").error().code, ErrorCode::Malformed);
        QCOMPARE(
            refused("{\"a\": NaN, \"b \\\" 1e999\": [-1e-999, 2, -1e999], \"c\": {\"d\": Infinity}, \"e\": \"1e999\"}"),
            std::string("a:range b \" 1e999[2]:range c.d:range 3 fields are wrong"));
        QCOMPARE(refused("{\"a\": NaN, \"b\": 1"), std::string("a:range a is NaN; it must be a finite number"));
        const std::string deep = "{\"a\":" + std::string(1000, '[') + "NaN" + std::string(1000, ']') + "}";
        QCOMPARE(parseObject(deep).error().sentence.code, std::string("too_deep"));
        std::string many = "{\"" + std::string(100000, 'k') + "\":[";
        for (int i = 0; i < 100000; ++i)
            many += "NaN,";
        QCOMPARE(parseObject(many + "1]}").error().errors.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestExperimentInput)
#include "tst_experimentinput.moc"
