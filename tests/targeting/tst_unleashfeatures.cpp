// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/unleashfeatures.h"

#include <QDir>
#include <QTest>

using namespace xp;

namespace {

QString folder()
{
    return qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/conformance/unleash");
}

nlohmann::json parsed(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? nlohmann::json::parse(file.readAll().toStdString(), nullptr, false)
                                          : nlohmann::json();
}

nlohmann::json toJson(const UnleashVariant& variant)
{
    nlohmann::json json{
        {"name", variant.name}, {"enabled", variant.enabled}, {"feature_enabled", variant.featureEnabled}};
    if (variant.payload)
        json["payload"] = *variant.payload;
    return json;
}

UnleashFeatures withStrategy(const char* strategy)
{
    const nlohmann::json feature{
        {"name", "f"}, {"enabled", true}, {"strategies", nlohmann::json::array({nlohmann::json::parse(strategy)})}};
    const nlohmann::json state{{"features", nlohmann::json::array({feature})}};
    return UnleashFeatures(state);
}

UnleashContext contextOf(const char* json)
{
    return UnleashContext(nlohmann::json::parse(json));
}

} // namespace

class TestUnleashFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every file of the folder that is a specification, whatever its name.
    void specificationsAgree_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString& file : QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            if (file != QLatin1String("index.json"))
                QTest::newRow(qPrintable(file)) << file;
        }
        if (QDir(folder()).isEmpty())
            QTest::newRow("skipped: no data") << QString();
    }
    void specificationsAgree()
    {
        QFETCH(QString, file);
        if (file.isEmpty())
            QSKIP("skipped: no data");
        const nlohmann::json specification = parsed(folder() + QLatin1Char('/') + file);
        QVERIFY2(specification.is_object() && specification.contains("state"), "no specification");
        const UnleashFeatures features(specification.at("state"));
        std::size_t count = 0;
        for (const auto& test : specification.value("tests", nlohmann::json::array())) {
            const UnleashContext context(test.at("context"));
            QVERIFY2(features.isEnabled(test.at("toggleName"), context) == test.at("expectedResult").get<bool>(),
                     test.dump().c_str());
            ++count;
        }
        for (const auto& test : specification.value("variantTests", nlohmann::json::array())) {
            const auto got = toJson(features.variant(test.at("toggleName"), UnleashContext(test.at("context"))));
            QVERIFY2(got == test.at("expectedResult"), (test.dump() + " but " + got.dump()).c_str());
            ++count;
        }
        QVERIFY(count > 0);
        qInfo("%zu tests", count);
    }

    void anUnknownStrategyNeverHolds()
    {
        QVERIFY(!withStrategy(R"({"name": "customOfSomebody"})").isEnabled("f", contextOf("{}")));
        QVERIFY(!withStrategy(R"({"name": "default", "disabled": true})").isEnabled("f", contextOf("{}")));
        QVERIFY(withStrategy(R"({"name": "default"})").isEnabled("f", contextOf("{}")));
    }

    void hostNames()
    {
        const auto features =
            withStrategy(R"({"name": "applicationHostname", "parameters": {"hostNames": "web1, Web2"}})");
        UnleashContext context = contextOf("{}");
        for (const auto& [host, on] : {std::pair("web1", true), std::pair("WEB2", true), std::pair("web3", false)}) {
            context.hostName = host;
            QCOMPARE(features.isEnabled("f", context), on);
        }
    }

    void chanceKeepsTheShare()
    {
        const auto gradual = withStrategy(R"({"name": "gradualRolloutRandom", "parameters": {"percentage": "30"}})");
        const auto flexible = withStrategy(
            R"({"name": "flexibleRollout", "parameters": {"rollout": "30", "stickiness": "random", "groupId": "g"}})");
        const auto byDefault = withStrategy(R"({"name": "flexibleRollout", "parameters": {"rollout": 30}})");
        UnleashContext context = contextOf("{}");
        for (const UnleashFeatures* features : {&gradual, &flexible, &byDefault}) {
            int on = 0;
            for (std::uint32_t draw = 1; draw <= 100; ++draw) {
                context.random = [draw](std::uint32_t) { return draw; };
                on += features->isEnabled("f", context) ? 1 : 0;
            }
            QCOMPARE(on, 30);
        }
    }

    void networksOfTheRemoteAddress()
    {
        const auto features =
            withStrategy(R"({"name": "remoteAddress", "parameters": {"IPs": "10.0.0.0/8, 2001:db8::/32"}})");
        QVERIFY(features.isEnabled("f", contextOf(R"({"remoteAddress": "10.200.1.1"})")));
        QVERIFY(features.isEnabled("f", contextOf(R"({"remoteAddress": "2001:db8:1::9"})")));
        QVERIFY(!features.isEnabled("f", contextOf(R"({"remoteAddress": "11.0.0.1"})")));
    }

    void whatIsMissingAndInverted()
    {
        const auto holds = [](const char* constraint, const char* context) {
            return UnleashConstraint(nlohmann::json::parse(constraint)).holds(contextOf(context));
        };
        QVERIFY(holds(R"({"contextName": "x", "operator": "NUM_GT", "value": "1", "inverted": true})", "{}"));
        QVERIFY(!holds(R"({"contextName": "x", "operator": "NOT_IN", "values": ["a"], "inverted": true})", "{}"));
        QVERIFY(!holds(R"({"contextName": "x", "operator": "NEW_ONE", "value": "1", "inverted": true})", "{}"));
        QVERIFY(!holds(R"({"contextName": "x", "operator": "NUM_EQ", "value": "1"})", R"({"properties": {"x": ""}})"));
        QVERIFY(holds(R"({"contextName": "x", "operator": "NUM_EQ", "value": "1"})", R"({"properties": {"x": 1.0}})"));
        QVERIFY(holds(R"({"contextName": "currentTime", "operator": "DATE_AFTER", "value": "2020-01-01T00:00:00Z"})",
                      "{}"));
        QVERIFY(!holds(R"({"contextName": "currentTime", "operator": "DATE_AFTER", "value": "soon"})", "{}"));
    }
};

QTEST_APPLESS_MAIN(TestUnleashFeatures)
#include "tst_unleashfeatures.moc"
