// SPDX-License-Identifier: Apache-2.0
// What is done to a flag, whatever Unleash answers.
#include "core/integrations/grafana.h"
#include "core/integrations/peerjson.h"
#include "core/integrations/unleashadmin.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace xp;

namespace {

const UnleashAdmin kAdmin{.url = "https://unleash", .token = "t"};
const FlagWish kWish{.flag = "f", .experiment = "e", .description = {}, .traffic = 0.5, .isOn = true, .link = {}};

/// The requests that a flag takes when it is asked for with `flag` and everything else answers 200.
struct Asked
{
    std::vector<std::string> methods;
    Result<OutgoingAnswer> answer = OutgoingAnswer();
};

Asked askedFor(const std::string& flag)
{
    Asked asked;
    asked.answer = keepFlag(kAdmin, kWish, [&](const OutgoingRequest& request) {
        asked.methods.push_back(request.method);
        return OutgoingAnswer{.status = 200, .headers = {}, .body = request.method == "GET" ? flag : "{}"};
    });
    return asked;
}

/// The flag, where our strategy has these parameters.
std::string flagWith(const char* parameters, const char* enabled = "true")
{
    return std::string(R"({"environments":[{"name":"default","enabled":)") + enabled +
           R"(,"strategies":[{"id":"1","title":"traffic of experiment e","parameters":)" + parameters + "}]}]}";
}

} // namespace

class TestUnleashAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRolloutIsReadAsTextAndAsNumber()
    {
        for (const char* parameters : {R"({"rollout":"50"})", R"({"rollout":50})"})
            QCOMPARE(askedFor(flagWith(parameters)).methods, std::vector<std::string>{"GET"});
        for (const char* parameters :
             {R"({"rollout":"40"})", R"({"rollout":40})", R"({"rollout":null})", "{}", "[]", "7"})
            QCOMPARE(askedFor(flagWith(parameters)).methods, (std::vector<std::string>{"GET", "PATCH"}));
        QCOMPARE(askedFor(flagWith(R"({"rollout":"50"})", R"("yes")")).methods,
                 (std::vector<std::string>{"GET", "POST"}));
    }

    /// Each would have ended the process: the sender's thread has nobody to catch what is thrown.
    void oddAnswersAreSurvived_data()
    {
        QTest::addColumn<QString>("flag");
        for (const char* flag :
             {R"({"environments":7})", R"({"environments":[7,null,"x",[]]})", R"({"environments":[{"name":7}]})",
              R"({"environments":{"name":"default"}})", R"({"environments":[{"name":"default","strategies":7}]})",
              R"({"environments":[{"name":"default","strategies":[7,null,[],{"title":7}]}]})",
              R"({"environments":[{"name":"default","enabled":"x","strategies":{"a":1}}]})",
              R"({"environments":[{"name":"default","strategies":[{"title":"traffic of experiment e","id":7}]}]})"})
            QTest::newRow(flag) << QString::fromUtf8(flag);
    }
    void oddAnswersAreSurvived()
    {
        QFETCH(const QString, flag);
        QVERIFY(askedFor(flag.toStdString()).answer.has_value());
    }

    void whatIsNoFlagIsLeftAlone()
    {
        for (const char* page : {"", "<html>sign in</html>", "[]", "7", "null", "\"\xff\""}) {
            const Asked asked = askedFor(page);
            QCOMPARE(asked.methods, std::vector<std::string>{"GET"});
            QVERIFY(!asked.answer && asked.answer.error().code == ErrorCode::Unavailable);
        }
    }

    /// Each level is copied within the one around it: this many are more than a stack of 8 MiB.
    void whatNestsWithoutEndIsLeftAlone()
    {
        constexpr std::size_t kLevels = 500'000;
        const std::string deep = std::string(kLevels, '[') + std::string(kLevels, ']');
        const Asked asked = askedFor(flagWith(deep.c_str()));
        QCOMPARE(asked.methods, std::vector<std::string>{"GET"});
        QVERIFY(!asked.answer && asked.answer.error().code == ErrorCode::Unavailable);
        QVERIFY(peerDocument(std::string(64, '[') + std::string(64, ']')).is_array());
        QVERIFY(peerDocument(deep).is_discarded());
        QVERIFY(peerDocument("[1, 2").is_discarded());
        QVERIFY(peerDocument(R"({"a": [1]})").dump() == R"({"a":[1]})");
    }

    void anAnnotationOfAnyMessage()
    {
        for (const char* message : {"7", "{}", R"({"experiment":7,"at":7,"event":[],"text":null})"}) {
            const auto request = annotationOf({"https://grafana", "t"}, nlohmann::json::parse(message));
            QVERIFY(nlohmann::json::parse(request.body).contains("time"));
        }
        QVERIFY(!annotationOf({}, nlohmann::json::parse("x", nullptr, false)).body.empty());
    }
};

QTEST_GUILESS_MAIN(TestUnleashAdmin)
#include "tst_unleashadmin.moc"
