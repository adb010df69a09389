// SPDX-License-Identifier: Apache-2.0
// Who listens hears each new state once, and never ends on one that has passed.
#include "service/streams/streamhub.h"

#include <QTest>

using namespace xp;
using namespace xp::service;

namespace {

std::string state(const std::string& id)
{
    return streamEvent("state", id, "{}");
}

/// One who listens, by what has arrived.
class Listener
{
public:
    Listener(StreamHub& hub, const std::string& topic, std::string first,
             StreamHub::Caller caller = StreamHub::Caller::Known, std::function<bool()> isLetIn = {})
    {
        auto response = hub.subscribe(topic, std::move(first), caller, std::move(isLetIn));
        if (response)
            m_producer = std::get<Producer>(response->body);
    }

    bool isThere() const { return m_producer != nullptr; }
    bool hasEnded() const { return m_ended; }

    /// All that waits, read as a connection does: the next piece is asked for once one has left.
    std::vector<std::string> heard()
    {
        while (!m_isWaiting && !m_ended) {
            m_isWaiting = true;
            m_producer([this](StreamPiece piece) {
                m_isWaiting = false;
                m_ended = !piece || !*piece;
                if (!m_ended)
                    m_heard.push_back(**piece);
            });
        }
        return std::exchange(m_heard, {});
    }

private:
    Producer m_producer;
    std::vector<std::string> m_heard;
    bool m_isWaiting = false;
    bool m_ended = false;
};

using Heard = std::vector<std::string>;

} // namespace

class TestStreamHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsWhatIsNew()
    {
        StreamHub hub;
        Listener one(hub, "live:a", state("1"));
        QCOMPARE(one.heard(), Heard{state("1")});
        hub.publish("live:a", state("1"));
        hub.publish("live:b", state("9"));
        QCOMPARE(one.heard(), Heard{});
        hub.publish("live:a", state("2"));
        hub.publish("live:a", state("2"));
        hub.publish("live:a", state("1"));
        QCOMPARE(one.heard(), (Heard{state("2"), state("1")}));
    }

    /// Its first state was read before the one that others have just been told: it hears of that at the next round,
    /// even though it is news to nobody else.
    void doesNotKeepAStaleState()
    {
        StreamHub hub;
        Listener early(hub, "live:a", state("1"));
        hub.publish("live:a", state("2"));
        Listener late(hub, "live:a", state("1"));
        QCOMPARE(late.heard(), Heard{state("1")});
        hub.publish("live:a", state("2"));
        QCOMPARE(late.heard(), Heard{state("2")});
        QCOMPARE(early.heard(), (Heard{state("1"), state("2")}));
    }

    /// What comes before the first event in the same text (the time to wait before a reconnect) is no part of its name.
    void knowsTheStateItBeganWith()
    {
        StreamHub hub;
        Listener one(hub, "live:a", "retry: 2000\n\n" + state("1"));
        hub.publish("live:a", state("1"));
        hub.heartbeat();
        hub.publish("live:a", state("1"));
        QCOMPARE(one.heard(), (Heard{"retry: 2000\n\n" + state("1"), ": here\n\n"}));
    }

    void losesTheOldestOfTooMany()
    {
        StreamHub hub;
        Listener slow(hub, "live:a", state("first"));
        for (int i = 0; i < 1000; ++i)
            hub.publish("live:a", state(std::to_string(i)));
        const Heard heard = slow.heard();
        QVERIFY2(heard.size() < 100, qPrintable(QString::number(heard.size())));
        QCOMPARE(heard.back(), state("999"));
        hub.publish("live:a", state("after"));
        QCOMPARE(slow.heard(), Heard{state("after")});
    }

    void refusesTooMany()
    {
        StreamHub hub(2);
        auto one = std::make_unique<Listener>(hub, "live:a", state("1"));
        const Listener two(hub, "live:b", state("1"));
        QVERIFY(one->isThere() && two.isThere());
        QCOMPARE(hub.topics(), (std::vector<std::string>{"live:a", "live:b"}));
        const auto refused = hub.subscribe("live:a", state("1"), StreamHub::Caller::Known);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence.code, std::string("too_many_listeners"));
        one.reset(); // its client has left
        QCOMPARE(hub.subscribers(), std::size_t(1));
        QVERIFY(Listener(hub, "live:a", state("1")).isThere());
    }

    void strangersLeaveRoomForThoseWithAToken()
    {
        StreamHub hub(4);
        const auto stranger = [&] { return std::make_unique<Listener>(hub, "flags", "", StreamHub::Caller::Stranger); };
        auto one = stranger();
        const auto two = stranger();
        QVERIFY(one->isThere() && two->isThere());
        const auto refused = hub.subscribe("flags", "", StreamHub::Caller::Stranger);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence.code, std::string("too_many_listeners"));
        QVERIFY(refused.error().sentence.text.find("2 listeners without a token") != std::string::npos);
        const Listener known(hub, "live:a", state("1")), other(hub, "flags", "");
        QVERIFY(known.isThere() && other.isThere());
        one.reset(); // its client has left
        QVERIFY(stranger()->isThere());
    }

    void endsWithWhatLetItIn()
    {
        StreamHub hub;
        bool isLetIn = true;
        Listener one(hub, "live:a", state("1"), StreamHub::Caller::Known, [&] { return isLetIn; });
        Listener other(hub, "live:a", state("1"));
        hub.publish("live:a", state("2"));
        QCOMPARE(one.heard(), (Heard{state("1"), state("2")}));
        isLetIn = false;
        hub.publish("live:a", state("3"));
        QCOMPARE(one.heard(), Heard{});
        QVERIFY(one.hasEnded());
        QCOMPARE(other.heard(), (Heard{state("1"), state("2"), state("3")}));
    }

    void endsWithTheService()
    {
        StreamHub hub;
        Listener one(hub, "live:a", state("1"));
        QCOMPARE(one.heard(), Heard{state("1")});
        hub.stop();
        QCOMPARE(one.heard(), Heard{});
        QVERIFY(one.hasEnded());
        QVERIFY(!hub.subscribe("live:a", state("1"), StreamHub::Caller::Known));
    }
};

QTEST_GUILESS_MAIN(TestStreamHub)
#include "tst_streamhub.moc"
