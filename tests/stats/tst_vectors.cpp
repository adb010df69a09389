// SPDX-License-Identifier: Apache-2.0
#include "core/api/statistics.h"

#include <QtTest>

#include <cmath>
#include <filesystem>
#include <fstream>

using nlohmann::json;

namespace {

/// The rule of the vectors' README: `key` is the name of the value, or of the list that it is an element of.
bool agrees(const json& got, const json& want, const std::string& key, double relative, double absolute)
{
    if (want.is_array()) {
        if (!got.is_array() || got.size() != want.size())
            return false;
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (!agrees(got[i], want[i], key, relative, absolute))
                return false;
        }
        return true;
    }
    if (!want.is_number() || want.is_boolean())
        return got == want;
    if (!got.is_number())
        return false;
    const double g = got.get<double>();
    const double w = want.get<double>();
    if (key == "p_value" || key == "adjusted")
        return w == 0 ? std::abs(g) < 1e-300 : std::abs(g - w) <= relative * std::abs(w);
    return std::abs(g - w) <= absolute + relative * std::abs(w);
}

/// What is wrong with a case's answer; empty when all agrees.
std::string difference(const std::string& function, const json& one, const json& tolerance)
{
    const xp::Result<json> result = xp::callStatistics(function, one["input"]);
    if (!result)
        return one["input"].dump() + ": " + result.error().sentence.text;
    for (const auto& [key, want] : one["expected"].items()) {
        if (!result->contains(key) || !agrees((*result)[key], want, key, tolerance["relative"].get<double>(),
                                              tolerance["absolute"].get<double>()))
            return one["input"].dump() + ": " + key + " is " + result->value(key, json()).dump() + ", expected " +
                   want.dump();
    }
    return {};
}

std::vector<std::filesystem::path> vectorFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(folder))
        return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json" && entry.path().filename() != "schema.json")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

class VectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseAgrees_data();
    void everyCaseAgrees();
    void ruleRefusesWrongNumbers();
};

void VectorsTest::everyCaseAgrees_data()
{
    QTest::addColumn<QString>("path");
    const std::filesystem::path shared = std::filesystem::path(qgetenv("XP_CONFORMANCE_DIR").toStdString()) / "vectors";
    const std::filesystem::path own =
        std::filesystem::path(qgetenv("XP_SOURCE_DIR").toStdString()) / "tests" / "vectors";
    if (vectorFiles(shared).empty())
        QTest::newRow("skipped: no data") << QString();
    for (const auto& folder : {shared, own}) {
        for (const auto& file : vectorFiles(folder))
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
    }
}

void VectorsTest::everyCaseAgrees()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("skipped: no data");
    std::ifstream stream(path.toStdString());
    const json file = json::parse(stream, nullptr, false);
    QVERIFY2(!file.is_discarded(), "not JSON");
    QVERIFY(!file["cases"].empty());
    QStringList wrong;
    for (const json& one : file["cases"]) {
        const std::string what = difference(file["function"].get<std::string>(), one, file["tolerance"]);
        if (!what.empty())
            wrong << QString::fromStdString(what);
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(QString::number(wrong.size()) + QStringLiteral(" of ") + QString::number(file["cases"].size()) +
                        QStringLiteral(" cases differ:\n") + wrong.join(QLatin1Char('\n'))));
}

void VectorsTest::ruleRefusesWrongNumbers()
{
    QVERIFY(agrees(1.0, 1.0 + 1e-9, "lower", 1e-8, 0));
    QVERIFY(!agrees(1.0, 1.0 + 1e-7, "lower", 1e-8, 0));
    QVERIFY(!agrees(2e-200, 1e-200, "p_value", 1e-8, 1e-12));
    QVERIFY(agrees(2e-200, 1e-200, "lower", 1e-8, 1e-12));
    QVERIFY(agrees(1e-310, 0.0, "p_value", 1e-8, 1e-12));
    QVERIFY(!agrees(json::array({1.0}), json::array({1.0, 2.0}), "adjusted", 1e-8, 0));
    QVERIFY(!agrees(true, false, "bounded", 1e-8, 0));
    QVERIFY(!agrees(nullptr, 1.0, "lower", 1e-8, 0));
}

QTEST_APPLESS_MAIN(VectorsTest)
#include "tst_vectors.moc"
