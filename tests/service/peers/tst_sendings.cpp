// SPDX-License-Identifier: Apache-2.0
// Whose turn it is while peers keep silent. Those here are silent until they are told what becomes of them.
#include "core/engine/webhooks.h"
#include "service/peers/sendings.h"

#include <QTest>
#include <atomic>

using namespace xp;
using namespace xp::service;

namespace {

constexpr auto kPatience = std::chrono::seconds(30);

Webhook hookOf(const std::string& id, const std::string& project)
{
    return {.id = id, .project = project};
}

Result<OutgoingAnswer> noAnswer()
{
    return fail(ErrorCode::Unavailable, "peer_unavailable", "no answer in time");
}

/// Keeps silent until it is given up.
Result<OutgoingAnswer> silence(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, stop, [] { return false; });
    return noAnswer();
}

/// Begins what may begin; returns how many of so many did.
int begunOf(Sendings& sendings, int many, const std::string& project, const Sendings::Ask& ask)
{
    int begun = 0;
    for (int i = 0; i < many; ++i) {
        const Webhook webhook = hookOf(project + std::to_string(i), project);
        if (!sendings.mayBegin(webhook))
            continue;
        sendings.begin({.webhook = webhook, .delivery = {.id = "message to " + webhook.id}}, ask);
        ++begun;
    }
    return begun;
}

/// The next so many that end.
std::vector<Sending> endedOf(Sendings& sendings, std::size_t many)
{
    std::vector<Sending> all;
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (all.size() < many && std::chrono::steady_clock::now() < until) {
        sendings.await({}, kPatience);
        for (Sending& one : sendings.ended())
            all.push_back(std::move(one));
    }
    return all;
}

/// Makes webhooks, one a project, known for their silence.
void makeSilent(Sendings& sendings, int from, int to)
{
    for (int i = from; i < to; ++i)
        sendings.begin({.webhook = hookOf("silent" + std::to_string(i), "p" + std::to_string(i))},
                       [](const std::stop_token&) { return noAnswer(); });
    QCOMPARE(endedOf(sendings, std::size_t(to - from)).size(), std::size_t(to - from));
}

} // namespace

class TestSendings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWebhookIsSentOneMessageAtATime()
    {
        Sendings sendings;
        const Webhook webhook = hookOf("a", "p");
        std::atomic<bool> mayAnswer = false;
        sendings.begin({.webhook = webhook}, [&](const std::stop_token& stop) {
            while (!mayAnswer && !stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return OutgoingAnswer{.status = 200, .headers = {}, .body = {}};
        });
        QVERIFY(!sendings.mayBegin(webhook));
        QVERIFY(sendings.mayBegin(hookOf("b", "p")));
        QVERIFY(sendings.ended().empty());
        mayAnswer = true;
        const auto ended = endedOf(sendings, 1);
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(ended.front().answer.value().status, 200);
        QVERIFY(sendings.mayBegin(webhook));
    }

    void aProjectTakesAFewPlacesAndAllTogetherAreBounded()
    {
        Sendings sendings;
        QCOMPARE(begunOf(sendings, 6, "one", silence), int(Sendings::kMostOfProject));
        QVERIFY(sendings.mayBegin(hookOf("x", "another")));
        // What hears of all projects is a group of its own; Grafana and Unleash are in none.
        QCOMPARE(begunOf(sendings, 6, "", silence), int(Sendings::kMostOfProject));
        QVERIFY(sendings.mayBegin(hookOf(kGrafanaWebhook, "")));
        QVERIFY(sendings.mayBegin(hookOf(kUnleashWebhook, "")));
        for (const char* project : {"two", "three"})
            QCOMPARE(begunOf(sendings, 6, project, silence), int(Sendings::kMostOfProject));
        QVERIFY(!sendings.mayBegin(hookOf("x", "another")));
    }

    void theSilentLeaveHalfToTheOthers()
    {
        Sendings sendings;
        makeSilent(sendings, 0, 12);
        std::size_t begun = 0;
        for (int i = 0; i < 12; ++i) {
            const Webhook webhook = hookOf("silent" + std::to_string(i), "p" + std::to_string(i));
            if (!sendings.mayBegin(webhook))
                continue;
            sendings.begin({.webhook = webhook}, silence);
            ++begun;
        }
        QCOMPARE(begun, Sendings::kMostSilent);
        QVERIFY(sendings.mayBegin(hookOf("good", "q")));
    }

    void whoAnswersIsSilentNoMore()
    {
        Sendings sendings;
        makeSilent(sendings, 0, int(Sendings::kMostSilent) + 1);
        const Webhook webhook = hookOf("silent0", "p0");
        sendings.begin({.webhook = webhook},
                       [](const std::stop_token&) { return OutgoingAnswer{.status = 500, .headers = {}, .body = {}}; });
        QCOMPARE(endedOf(sendings, 1).size(), std::size_t(1));
        for (int i = 1; i <= int(Sendings::kMostSilent); ++i)
            sendings.begin({.webhook = hookOf("silent" + std::to_string(i), "p" + std::to_string(i))}, silence);
        QVERIFY(sendings.mayBegin(webhook));
    }

    void whatIsThrownIsAFailureForGood()
    {
        std::string told;
        Sendings sendings([&](const std::string& what) { told = what; });
        const Webhook webhook = hookOf("a", "p");
        sendings.begin({.webhook = webhook},
                       [](const std::stop_token&) -> Result<OutgoingAnswer> { throw std::runtime_error("odd"); });
        const auto ended = endedOf(sendings, 1);
        QCOMPARE(ended.size(), std::size_t(1));
        QVERIFY(!ended.front().answer && ended.front().answer.error().code == ErrorCode::Internal);
        QCOMPARE(told, "odd");
        QVERIFY(sendings.mayBegin(webhook));
    }

    void givingUpIsQuickAndLosesNone()
    {
        Sendings sendings;
        const int begun = begunOf(sendings, 4, "one", silence) + begunOf(sendings, 4, "two", silence);
        const auto began = std::chrono::steady_clock::now();
        const auto ended = sendings.giveUp();
        QVERIFY(std::chrono::steady_clock::now() - began < std::chrono::seconds(2));
        QCOMPARE(int(ended.size()), begun);
        for (const Sending& sending : ended) {
            QVERIFY(!sending.answer);
            QCOMPARE(sending.delivery.id, "message to " + sending.webhook.id);
        }
        QVERIFY(sendings.mayBegin(hookOf("one0", "one")));
    }
};

QTEST_GUILESS_MAIN(TestSendings)
#include "tst_sendings.moc"
