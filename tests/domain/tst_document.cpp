// SPDX-License-Identifier: Apache-2.0
#include "core/domain/document.h"
#include "core/domain/experimentinput.h"
#include "core/domain/fieldreader.h"

#include <QTest>
#include <cmath>

using namespace xp;
using nlohmann::json;

namespace {

/// `field:code field:code`
QByteArray problems(const Error& error)
{
    std::string text;
    for (const FieldError& e : error.errors)
        text += (text.empty() ? "" : " ") + e.field + ":" + e.code;
    return QByteArray::fromStdString(text);
}

QByteArray problemsOfExperiment(const char* body)
{
    const auto read = parseDocument(body).and_then([](const Document& d) { return d.read(readNewExperiment); });
    return read ? QByteArray("accepted") : problems(read.error());
}

Result<int> accept(const json&)
{
    return 1;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesNumbersThatAreNoneWithAllElse()
    {
        QCOMPARE(problemsOfExperiment(R"({"name": 7, "more": 1, "traffic_allocation": NaN, "metrics": ["sale"],
                                          "variants": [{"name": "a", "allocation": 1e999, "config": {"x": -Infinity}},
                                                       {"name": "a", "allocation": 0.5}]})"),
                 QByteArray("name:type traffic_allocation:range variants[0].allocation:range "
                            "variants[0].config.x:range variants[1].name:duplicate more:unknown_field"));
    }

    void nothingFollowsFromThem()
    {
        const char* sum = R"({"name": "e", "metrics": ["sale"], "variants": [{"name": "a", "allocation": NaN},
                              {"name": "b", "allocation": 0.5}]})";
        QCOMPARE(problemsOfExperiment(sum), QByteArray("variants[0].allocation:range"));
        const char* looks = R"({"name": "e", "metrics": ["sale"], "plan": {"looks": [0.5, NaN, 1]},
                                "target_sample_size": Infinity, "tags": [NaN], "hash": NaN,
                                "variants": [{"name": "a", "allocation": 0.5}, {"name": "b", "allocation": 0.5}]})";
        QCOMPARE(problemsOfExperiment(looks),
                 QByteArray("tags[0]:range target_sample_size:range hash:range plan.looks[1]:range"));
    }

    void theMessageIsOfTheNumber()
    {
        const auto read = parseDocument(R"({"share": -1e999})").and_then([](const Document& document) {
            return document.read([](const json& object) -> Result<double> {
                std::vector<FieldError> errors;
                const auto share = FieldReader(object, "", errors).number("share");
                return share ? Result<double>(*share) : failInvalid(std::move(errors));
            });
        });
        QCOMPARE(read.error().sentence.text, std::string("share is -1e999; it must be a finite number"));
    }

    void whatIsPutTogetherIsNoNumber()
    {
        for (const char* token :
             {"-NaN", "1NaN", "5Infinity", "1.NaN", "1e-NaN", "NaN1", "+NaN", "--Infinity", "1e999x"}) {
            for (const std::string& text : {std::string(R"({"v": )") + token + R"(, "w": 7})",
                                            std::string(R"({"u": NaN, "v": )") + token + "}"}) {
                const auto read = parseDocument(text).and_then([](const Document& d) { return d.read(accept); });
                QVERIFY2(!read, text.c_str());
                for (const FieldError& error : read.error().errors)
                    QVERIFY2(error.field == "u" || error.field == "v", text.c_str());
            }
        }
        QVERIFY(parseDocument(R"({"small": 1e-400, "v": 7})"));
        QCOMPARE(problems(parseDocument(R"({"small": 1e-400, "v": 1E+400})")->read(accept).error()),
                 QByteArray("v:range"));
    }

    /// Where a reader does not look, in free JSON, or where it fails for another reason.
    void isNeverAcceptedWithOne()
    {
        const auto document = parseDocument(R"({"config": {"a": [1, {"b": NaN}]}, "c": 2})");
        QVERIFY(document && !document->isWhole());
        QCOMPARE(problems(document->read(accept).error()), QByteArray("config.a[1].b:range"));
        const auto missing = document->read(
            [](const json&) -> Result<int> { return fail(ErrorCode::NotFound, "not_found", "There is none"); });
        QCOMPARE(missing.error().code, ErrorCode::Invalid);
        QCOMPARE(problems(missing.error()), QByteArray("config.a[1].b:range"));
        const Document changed = Document(*document).changed([](const json&) { return json::object(); });
        QCOMPARE(problems(changed.read(accept).error()), QByteArray("config.a[1].b:range"));
        const char* config = R"({"name": "e", "metrics": ["sale"],
                                 "variants": [{"name": "a", "allocation": 0.5, "config": {"x": NaN}},
                                              {"name": "b", "allocation": 0.5}]})";
        QCOMPARE(problemsOfExperiment(config), QByteArray("variants[0].config.x:range"));
    }

    void aGlanceNamesThemWhereItFails()
    {
        const auto document = parseDocument(R"({"a": NaN})");
        QVERIFY(document->glance(accept));
        const auto failed = document->glance([](const json&) -> Result<int> {
            return failInvalid({{"b", "format", "b is wrong"}});
        });
        QCOMPARE(problems(failed.error()), QByteArray("a:range b:format"));
    }

    void theyAreReadAsNaNAndOthersAsTheyAre()
    {
        const auto document = parseDocument(R"({"a": [1, NaN, 0, "NaN", 1e999, -2.5], "b": {"c": Infinity}, "d": 0})");
        const auto seen = document->glance([](const json& object) -> Result<json> { return object; });
        const json& list = (*seen)["a"];
        QVERIFY(std::isnan(list[1].get<double>()) && std::isnan(list[4].get<double>()));
        QVERIFY(std::isnan((*seen)["b"]["c"].get<double>()));
        QVERIFY(list[0] == 1 && list[2] == 0 && list[3] == "NaN" && list[5] == -2.5 && (*seen)["d"] == 0);
    }

    void aWholeDocumentIsWhatItsReaderMakesOfIt()
    {
        const auto document = parseDocument(R"({"a": 1})");
        QVERIFY(document && document->isWhole());
        QCOMPARE(document->read(accept).value(), 1);
        const auto failed =
            document->read([](const json&) -> Result<int> { return fail(ErrorCode::Conflict, "frozen", "It is"); });
        QCOMPARE(failed.error().code, ErrorCode::Conflict);
    }

    void itemsHaveTheirOwn()
    {
        auto document = parseDocument(R"({"items": [{"a": 1}, {"a": NaN, "b": {"c": 1e999}}, Infinity]})");
        const auto items = std::move(*document).itemsOf("items");
        QVERIFY(items);
        QCOMPARE(items->size(), std::size_t(3));
        QVERIFY((*items)[0].read(accept));
        QCOMPARE(problems((*items)[1].read(accept).error()), QByteArray("items[1].a:range items[1].b.c:range"));
        QCOMPARE(problems((*items)[2].read(accept).error()), QByteArray("items[2]:range"));
        for (const char* body : {R"({"items": [{"a": 1}], "more": NaN})", R"({"items": [], "items[0]": NaN})"})
            QVERIFY2(!parseDocument(body).value().itemsOf("items"), body);
    }

    void pathsBeginWhereTheObjectStands()
    {
        const auto document = parseDocument(R"({"a": [NaN]})", "events[3]");
        QCOMPARE(problems(document->read(accept).error()), QByteArray("events[3].a[0]:range"));
        QCOMPARE(problems(parseDocument("NaN", "events[3]").error()), QByteArray("events[3]:range"));
        QCOMPARE(problems(parseDocument("[NaN]", "events[3]").error()),
                 QByteArray("events[3][0]:range events[3]:type"));
    }

    void whatCannotBeReadIsRefused()
    {
        QCOMPARE(parseDocument(R"({"a": NaN, "a": 1})").error().sentence.code, std::string("duplicate_key"));
        QCOMPARE(problems(parseDocument("[NaN]").error()), QByteArray("[0]:range :type"));
        QCOMPARE(problems(parseDocument("[1]").error()), QByteArray(":type"));
        QCOMPARE(problems(parseDocument(R"({"a": NaN, "b": 1)").error()), QByteArray("a:range"));
        QCOMPARE(parseDocument("{").error().code, ErrorCode::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
