// SPDX-License-Identifier: Apache-2.0
#include "core/domain/metric.h"
#include "core/domain/metricinput.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace xp;
using json = nlohmann::json;

class TestPropertyFilter : public QObject
{
    Q_OBJECT

    static bool holds(const json& conditions, std::string_view properties)
    {
        const json object{{"filter", conditions}};
        std::vector<FieldError> errors;
        FieldReader fields(object, "", errors);
        const auto filter = readPropertyFilters(fields, "filter", errors);
        if (!errors.empty())
            qFatal("%s", errors.front().message.c_str());
        return matches(filter, properties);
    }

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("properties");
        QTest::addColumn<bool>("expected");
        int row = 0;
        const auto add = [&](const char* op, const char* value, const char* properties, bool expected) {
            QTest::addRow("%d %s", ++row, op) << op << value << properties << expected;
        };
        add("eq", "1", R"({"p":1.0})", true);
        add("eq", "1", R"({"p":"1"})", false);
        add("eq", "true", R"({"p":true})", true);
        add("eq", "1", R"({"p":true})", false);
        add("eq", "\"a\"", R"({"q":"a"})", false);
        add("ne", "\"a\"", R"({"q":"a"})", true);
        add("ne", "\"a\"", R"({"p":"a"})", false);
        add("lt", "2", R"({"p":1.5})", true);
        add("lt", "2", R"({"p":2})", false);
        add("lt", "\"b\"", R"({"p":"a"})", true);
        add("lt", "2", R"({"p":"1"})", false);
        add("gte", "2", R"({"p":2})", true);
        add("gt", "2", R"({"p":2})", false);
        add("lte", "2", R"({"p":null})", false);
        add("in", "[1,\"a\"]", R"({"p":"a"})", true);
        add("in", "[1,\"a\"]", R"({"p":"b"})", false);
        add("not_in", "[1,\"a\"]", R"({"p":"b"})", true);
        add("not_in", "[1,\"a\"]", "", true);
        add("not_in", "[1,\"a\"]", R"({"p":1})", false);
        add("contains", "\"ap\"", R"({"p":"grape"})", true);
        add("contains", "\"ap\"", R"({"p":7})", false);
        add("exists", "true", R"({"p":false})", true);
        add("exists", "true", R"({"p":null})", false);
        add("exists", "false", "", true);
        add("eq", "1", "not json", false);
    }

    void conditions()
    {
        QFETCH(QString, op);
        QFETCH(QString, value);
        QFETCH(QString, properties);
        QFETCH(bool, expected);
        const json condition{{"property", "p"}, {"op", op.toStdString()}, {"value", json::parse(value.toStdString())}};
        QCOMPARE(holds(json::array({condition}), properties.toStdString()), expected);
    }

    void allMustHoldAndNoneAlwaysDo()
    {
        const json both = json::array({{{"property", "a"}, {"value", 1}}, {{"property", "b"}, {"value", 2}}});
        QVERIFY(holds(both, R"({"a":1,"b":2})"));
        QVERIFY(!holds(both, R"({"a":1,"b":3})"));
        QVERIFY(holds(json::array(), ""));
    }

    void aMetricKeepsWhatItWasGiven()
    {
        const json sent{{"name", "m"},
                        {"kind", "ratio"},
                        {"event", "order"},
                        {"cap", 12.5},
                        {"filter", json::array({{{"property", "plan"}, {"op", "ne"}, {"value", "free"}}})},
                        {"denominator", {{"event", "visit"}, {"aggregate", "sum"}}}};
        std::vector<FieldError> errors;
        const Metric metric = readMetric(sent, "metrics[0]", errors);
        QVERIFY(errors.empty());
        QVERIFY(metric.denominator && metric.denominator->sumsValues);
        QCOMPARE(metric.denominator->resolution, 0.01);
        const auto again = metricFromJson(toJson(metric));
        QVERIFY(again && *again == metric);
        QVERIFY(readMetric(toJson(metric), "", errors) == metric);
        QVERIFY(errors.empty());
    }
};

QTEST_GUILESS_MAIN(TestPropertyFilter)
#include "tst_propertyfilter.moc"
