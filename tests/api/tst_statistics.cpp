// SPDX-License-Identifier: Apache-2.0
#include "core/api/statistics.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

using nlohmann::json;

namespace {

json welchInput()
{
    return {{"control", {{"n", 10}, {"mean", 1.0}, {"variance", 2.0}}},
            {"treatment", {{"n", 12}, {"mean", 2.0}, {"variance", 3.0}}},
            {"alternative", "two-sided"},
            {"confidence", 0.95}};
}

/// `path:code` of every wrong field.
std::set<std::string> wrongFields(const std::string& function, const json& input)
{
    std::set<std::string> fields;
    const xp::Result<json> result = xp::callStatistics(function, input);
    if (result || result.error().code != xp::ErrorCode::Invalid)
        return {"no error"};
    for (const xp::FieldError& error : result.error().errors)
        fields.insert(error.field + ":" + error.code);
    return fields;
}

using Fields = std::set<std::string>;

/// The inputs of the vectors, by function: a few of each.
std::vector<std::pair<std::string, json>> knownInputs()
{
    std::vector<std::pair<std::string, json>> inputs;
    const std::filesystem::path root(qgetenv("XP_SOURCE_DIR").toStdString());
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests" / "vectors")) {
        std::ifstream stream(entry.path());
        const json file = entry.path().extension() == ".json" ? json::parse(stream, nullptr, false) : json();
        if (!file.is_object() || !file.contains("function"))
            continue;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, file["cases"].size()); ++i)
            inputs.emplace_back(file["function"].get<std::string>(), file["cases"][i]["input"]);
    }
    return inputs;
}

/// JSON pointers to the numbers of an input; of a list the first and the last.
std::vector<json::json_pointer> numbersOf(const json& value, const json::json_pointer& at = json::json_pointer())
{
    std::vector<json::json_pointer> found;
    const auto add = [&found](std::vector<json::json_pointer> more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    if (value.is_number())
        found.push_back(at);
    if (value.is_object()) {
        for (const auto& [key, member] : value.items())
            add(numbersOf(member, at / key));
    }
    if (value.is_array() && !value.empty()) {
        add(numbersOf(value.front(), at / std::size_t(0)));
        if (value.size() > 1)
            add(numbersOf(value.back(), at / (value.size() - 1)));
    }
    return found;
}

/// The same pointer as the API writes it: control.covariate.mean, strata[0].
bool isPathOf(const json& input, const std::string& path)
{
    std::string pointer = "/";
    for (const char c : path) {
        if (c == '[' || c == '.')
            pointer += '/';
        else if (c != ']')
            pointer += c;
    }
    return !path.empty() && input.contains(json::json_pointer(pointer));
}

bool isAllFinite(const json& value)
{
    if (value.is_null())
        return false;
    if (value.is_structured())
        return std::all_of(value.begin(), value.end(), isAllFinite);
    return !value.is_number() || std::isfinite(value.get<double>());
}

} // namespace

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreSortedAndKnown();
    void unknownFunctionIsNotFound();
    void everyWrongFieldIsNamed();
    void inputMustBeAnObject();
    void wrongArrayElementsAreNamed();
    void missingArmIsNamedOnce();
    void wholeNumbersMayBeWrittenWithAFraction();
    void quantitiesThatDoNotExistAreErrors_data();
    void quantitiesThatDoNotExistAreErrors();
    void gammaIsNeededByItsFamiliesOnly();
    void extremesGiveNumbersOrAReason();
    void looksAreCounted();
    void whatIsQuickIsQuick();
};

void StatisticsTest::namesAreSortedAndKnown()
{
    const auto names = xp::statisticsFunctions();
    QVERIFY(!names.empty());
    QVERIFY(std::is_sorted(names.begin(), names.end()));
    QVERIFY(std::adjacent_find(names.begin(), names.end()) == names.end());
    for (const std::string_view name : names) {
        const xp::Result<json> result = xp::callStatistics(name, json::object());
        QVERIFY(!result); // every function needs an input
        QVERIFY(result.error().code == xp::ErrorCode::Invalid);
    }
}

void StatisticsTest::unknownFunctionIsNotFound()
{
    const xp::Result<json> result = xp::callStatistics("welch", json::object());
    QVERIFY(!result);
    QVERIFY(result.error().code == xp::ErrorCode::NotFound);
}

void StatisticsTest::everyWrongFieldIsNamed()
{
    QVERIFY(xp::callStatistics("welch_t_test", welchInput()).has_value());
    json input = welchInput();
    input["control"]["n"] = 1;
    input["control"]["variance"] = -1;
    input["treatment"].erase("mean");
    input["treatment"]["median"] = 3;
    input["alternative"] = "both";
    input["confidence"] = "0.95";
    input["seed"] = 1;
    QCOMPARE(wrongFields("welch_t_test", input),
             (Fields{"control.n:range", "control.variance:range", "treatment.mean:required",
                     "treatment.median:unknown_field", "alternative:range", "confidence:type", "seed:unknown_field"}));
}

void StatisticsTest::looksAreCounted()
{
    json input{{"alpha", 0.025}, {"spending", "pocock"}, {"information_rates", json::array()}};
    for (int i = 1; i <= 201; ++i)
        input["information_rates"].push_back(i / 201.0);
    const auto refused = xp::callStatistics("group_sequential_bounds", input);
    QVERIFY(!refused);
    QCOMPARE(refused.error().errors.front().field, std::string("information_rates"));
    QVERIFY(refused.error().errors.front().message.find("at most 200") != std::string::npos);
    for (const char* function : {"group_sequential_futility", "sample_size_group_sequential", "power_group_sequential"})
        QVERIFY2(wrongFields(function, input).contains("information_rates:range"), function);
    input["information_rates"].erase(0);
    QVERIFY(xp::callStatistics("group_sequential_bounds", input).has_value());
}

/// What is called quick runs on threads that serve connections.
void StatisticsTest::whatIsQuickIsQuick()
{
    QVERIFY(xp::isQuickStatistics("welch_t_test"));
    QVERIFY(xp::isQuickStatistics("no such function"));
    for (const char* function : {"group_sequential_bounds", "group_sequential_futility", "sample_size_group_sequential",
                                 "power_group_sequential", "probability_best", "fisher_exact_test"})
        QVERIFY2(!xp::isQuickStatistics(function), function);
}

void StatisticsTest::inputMustBeAnObject()
{
    QCOMPARE(wrongFields("welch_t_test", json::array()), (Fields{":type"}));
    QCOMPARE(wrongFields("welch_t_test", nullptr), (Fields{":type"}));
}

void StatisticsTest::wrongArrayElementsAreNamed()
{
    QCOMPARE(wrongFields("adjust_p_values", {{"p_values", {0.1, "x", nullptr}}, {"method", "holm"}}),
             (Fields{"p_values[1]:type", "p_values[2]:type"}));
    QCOMPARE(wrongFields("adjust_p_values", {{"p_values", {0.1, 1.5}}, {"method", "holm"}}),
             (Fields{"p_values[1]:range"}));
    QCOMPARE(wrongFields("probability_best",
                         {{"arms", {{{"n", 5}, {"x", 2}}, {{"n", 5}}}}, {"prior", {{"alpha", 0}, {"beta", 1}}}}),
             (Fields{"arms[1].x:required", "prior.alpha:range"}));
    QCOMPARE(wrongFields("group_sequential_bounds",
                         {{"information_rates", {0.5, 0.5}}, {"alpha", 0.025}, {"spending", "pocock"}}),
             (Fields{"information_rates[1]:range"}));
}

void StatisticsTest::missingArmIsNamedOnce()
{
    json input = welchInput();
    input.erase("control");
    input["treatment"] = 5;
    QCOMPARE(wrongFields("welch_t_test", input), (Fields{"control:required", "treatment:type"}));
}

void StatisticsTest::wholeNumbersMayBeWrittenWithAFraction()
{
    json input = welchInput();
    input["control"]["n"] = 10.0;
    QVERIFY(xp::callStatistics("welch_t_test", input).has_value());
    input["control"]["n"] = 10.5;
    QCOMPARE(wrongFields("welch_t_test", input), (Fields{"control.n:range"}));
    input["control"]["n"] = 1e18; // not every whole number of this size is a double
    QCOMPARE(wrongFields("welch_t_test", input), (Fields{"control.n:range"}));
}

void StatisticsTest::quantitiesThatDoNotExistAreErrors_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char* function, const char* input, const char* wrong) {
        QTest::addRow("%s %s", function, wrong)
            << QString::fromUtf8(function) << QString::fromUtf8(input) << QString::fromUtf8(wrong);
    };
    row("welch_t_test",
        R"({"control":{"n":5,"mean":1,"variance":0},"treatment":{"n":5,"mean":2,"variance":0},"alternative":"less","confidence":0.9})",
        "control.variance:zero_variance");
    row("relative_lift",
        R"({"control":{"n":5,"mean":0,"variance":1},"treatment":{"n":5,"mean":2,"variance":1},"confidence":0.9})",
        "control.mean:undefined");
    row("two_proportion_z_test",
        R"({"control":{"n":5,"x":0},"treatment":{"n":5,"x":0},"alternative":"two-sided","pooled":true})",
        "control.x:zero_variance");
    row("two_proportion_z_test",
        R"({"control":{"n":5,"x":6},"treatment":{"n":5,"x":0},"alternative":"two-sided","pooled":true})",
        "control.x:range");
    row("proportion_interval", R"({"n":0,"x":0,"confidence":0.9,"method":"wilson"})", "n:range");
    row("ratio_metric",
        R"({"control":{"n":5,"numerator":{"mean":1,"variance":1},"denominator":{"mean":0,"variance":1},"covariance":0},
            "treatment":{"n":5,"numerator":{"mean":1,"variance":1},"denominator":{"mean":1,"variance":1},"covariance":0},"confidence":0.9})",
        "control.denominator.mean:undefined");
    row("ratio_metric",
        R"({"control":{"n":5,"numerator":{"mean":1,"variance":1},"denominator":{"mean":1,"variance":1},"covariance":2},
            "treatment":{"n":5,"numerator":{"mean":1,"variance":1},"denominator":{"mean":1,"variance":1},"covariance":0},"confidence":0.9})",
        "control.covariance:range");
    row("sample_ratio_mismatch", R"({"counts":[0,0],"weights":[1,1]})", "counts:too_few_units");
    row("sample_size_proportions",
        R"({"control_rate":0.1,"treatment_rate":0.1,"significance_level":0.05,"power":0.8,"alternative":"two-sided"})",
        "treatment_rate:unreachable");
    row("sample_size_means",
        R"({"difference":-1,"standard_deviation":1,"significance_level":0.05,"power":0.8,"alternative":"greater"})",
        "difference:unreachable");
    row("minimum_detectable_effect_proportions",
        R"({"control_rate":0.5,"n_per_arm":2,"significance_level":0.01,"power":0.9,"alternative":"two-sided"})",
        "n_per_arm:unreachable");
    row("power_means",
        R"({"difference":1,"standard_deviation":1,"significance_level":0.05,"n_per_arm":1,"alternative":"greater"})",
        "n_per_arm:too_few_units");
    row("welch_t_test",
        R"({"control":{"n":5,"mean":-1e308,"variance":1},"treatment":{"n":5,"mean":1e308,"variance":1},"alternative":"less","confidence":0.9})",
        "control.mean:overflow");
    row("normal_posterior",
        R"({"estimate":1e200,"standard_error":1e-200,"prior":{"mean":0,"standard_deviation":1},"confidence":0.9})",
        "estimate:overflow");
}

void StatisticsTest::quantitiesThatDoNotExistAreErrors()
{
    QFETCH(QString, function);
    QFETCH(QString, input);
    QFETCH(QString, wrong);
    const json body = json::parse(input.toStdString(), nullptr, false);
    QVERIFY(!body.is_discarded());
    QCOMPARE(wrongFields(function.toStdString(), body), (Fields{wrong.toStdString()}));
}

void StatisticsTest::gammaIsNeededByItsFamiliesOnly()
{
    const json input{{"information_rates", {0.5, 1.0}}, {"alpha", 0.025}, {"spending", "kim_demets"}};
    QCOMPARE(wrongFields("group_sequential_bounds", input), (Fields{"gamma:required"}));
    json pocock = input;
    pocock["spending"] = "pocock";
    QVERIFY(xp::callStatistics("group_sequential_bounds", pocock).has_value());
}

/// Every function with every of its numbers replaced by something that is too much of it: never a NaN, an infinity or a
/// null, and every refusal names a field of the input.
void StatisticsTest::extremesGiveNumbersOrAReason()
{
    const auto inputs = knownInputs();
    QVERIFY(inputs.size() > 90);
    int answers = 0;
    int refusals = 0;
    for (const auto& [function, input] : inputs) {
        if (input.contains("information_rates") && input["information_rates"].size() > 5)
            continue; // they take time
        for (const json::json_pointer& at : numbersOf(input)) {
            for (const json& extreme :
                 {json(0), json(1), json(-1), json(2), json(1e-300), json(1e300), json(-1e300), json(1e-12),
                  json(1 - 1e-12), json(9007199254740992.0), json(1e15 + 1), json(0.5)}) {
                json changed = input;
                changed[at] = extreme;
                const xp::Result<json> result = xp::callStatistics(function, changed);
                const std::string what = function + " " + changed.dump();
                if (result) {
                    ++answers;
                    QVERIFY2(isAllFinite(*result), (what + ": " + result->dump()).c_str());
                    continue;
                }
                ++refusals;
                QVERIFY2(!result.error().errors.empty(), what.c_str());
                for (const xp::FieldError& error : result.error().errors) {
                    QVERIFY2(isPathOf(changed, error.field), (what + ": " + error.field + " " + error.message).c_str());
                    QVERIFY2(!error.message.empty(), what.c_str());
                }
            }
        }
    }
    qInfo("%d answers, %d refusals", answers, refusals);
    QVERIFY(answers > 2000 && refusals > 1000);
}

QTEST_APPLESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
