// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/addresspolicy.h"
#include "core/integrations/outgoing.h"
#include "core/integrations/signature.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <atomic>
#include <thread>

using namespace xp;

namespace {

/// Answers one connection with given bytes, all at once or so many at a time, or keeps silent.
class Peer
{
public:
    explicit Peer(QByteArray answer, qsizetype piece = 1 << 30) : m_answer(std::move(answer))
    {
        m_thread = std::thread([this, piece] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            m_port = server.serverPort();
            while (!m_stop && !server.waitForNewConnection(20)) {
            }
            std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            while (socket && !m_stop && !m_asked.contains("\r\n\r\n")) {
                socket->waitForReadyRead(20);
                m_asked += socket->readAll();
            }
            if (socket && !m_answer.isEmpty()) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                for (qsizetype at = 0; at < m_answer.size(); at += piece) {
                    if (at > 0)
                        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // so that pieces are read apart
                    socket->write(m_answer.mid(at, piece));
                    socket->waitForBytesWritten(1000);
                }
                socket->disconnectFromHost();
            }
            while (m_answer.isEmpty() && !m_stop)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
        });
        while (m_port == 0)
            std::this_thread::yield();
    }
    ~Peer() { end(); }

    std::string url(const std::string& path) const
    {
        return "http://127.0.0.1:" + std::to_string(m_port.load()) + path;
    }
    QByteArray asked()
    {
        end();
        return m_asked;
    }

private:
    void end()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }

    QByteArray m_answer;
    QByteArray m_asked;
    std::atomic<std::uint16_t> m_port{0};
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace

class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAndIsAnswered()
    {
        Peer peer("HTTP/1.1 201 Created\r\nX-One: 1\r\nContent-Length: 2\r\n\r\nok");
        const auto answer =
            askPeer({.method = "POST", .url = peer.url("/a?b=c"), .headers = {{"X-Mine", "yes"}}, .body = "{}"});
        QVERIFY(answer.has_value());
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, std::string("ok"));
        QCOMPARE(answer->header("x-one").value_or(""), std::string("1"));
        const QByteArray asked = peer.asked();
        QVERIFY(asked.startsWith("POST /a?b=c HTTP/1.1\r\n"));
        QVERIFY(asked.contains("X-Mine: yes\r\n"));
    }

    void aRedirectIsAnAnswer()
    {
        Peer peer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(askPeer({.url = peer.url("/")})->status, 302);
    }

    void waitsNoLongerThanAllowed()
    {
        Peer silent{QByteArray()};
        QElapsedTimer timer;
        timer.start();
        const auto answer = askPeer({.url = silent.url("/"), .timeout = std::chrono::milliseconds(200)});
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::Unavailable);
        QVERIFY(timer.elapsed() < 5000);
    }

    void stopsWaitingWhenAskedTo()
    {
        Peer silent{QByteArray()};
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            source.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!askPeer({.url = silent.url("/"), .timeout = std::chrono::seconds(30), .stop = source.get_token()}));
        QVERIFY(timer.elapsed() < 10'000);
    }

    void readsNoMoreThanAllowed()
    {
        Peer peer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + QByteArray(100, 'x'));
        QVERIFY(!askPeer({.url = peer.url("/"), .mostBytes = 50}));
    }

    void readsAnswersInAnyPieces()
    {
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray untilTheEnd = "HTTP/1.1 200 OK\r\nX-One: 1\r\n\r\nhello";
        const QByteArray counted = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        const QByteArray twoChunks = chunked + "2\r\nhe\r\n3;a=b\r\nllo\r\n0\r\n\r\n";
        const QByteArray withTrailer = chunked + "5\r\nhello\r\n0\r\nX-Two: 2\r\n\r\n";
        for (const QByteArray& whole : {twoChunks, withTrailer, untilTheEnd, counted}) {
            for (const qsizetype piece : {1, 2, 3, 4, 5, 7, 1000}) {
                Peer peer(whole, piece);
                const auto answer = askPeer({.url = peer.url("/")});
                QVERIFY2(answer.has_value(), whole.constData());
                QCOMPARE(answer->body, std::string("hello"));
            }
        }
        Peer empty(chunked + "0\r\n\r\n", 1);
        QCOMPARE(askPeer({.url = empty.url("/")})->body, std::string());
    }

    void anInterimAnswerIsNotTheAnswer()
    {
        const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nX-One: 0\r\n\r\n";
        const QByteArray goOn = "HTTP/1.1 100 Continue\r\nContent-Length: 7\r\n\r\n";
        const QByteArray final = "HTTP/1.1 404 Not Found\r\nX-One: 1\r\nContent-Length: 5\r\n\r\nhello";
        const QByteArray three = hints + goOn + hints;
        for (const QByteArray& before : {hints, goOn, three}) {
            for (const qsizetype piece : {3, 1000}) {
                Peer peer(before + final, piece);
                const auto answer = askPeer({.url = peer.url("/")});
                QVERIFY(answer.has_value());
                QCOMPARE(answer->status, 404);
                QCOMPARE(answer->header("x-one").value_or(""), std::string("1"));
                QVERIFY(!answer->header("link"));
                QCOMPARE(answer->body, std::string("hello"));
            }
        }
        const QByteArray cutOff = goOn + "HTTP/1.1 2";
        const QByteArray endless = goOn.repeated(1000) + final;
        for (const QByteArray& without : {goOn, cutOff, endless}) {
            Peer peer(without);
            QVERIFY(!askPeer({.url = peer.url("/")}));
        }
        Peer other("HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\n\r\n");
        QCOMPARE(askPeer({.url = other.url("/")})->status, 101);
    }

    void anAnswerThatBreaksOffIsNone()
    {
        for (const char* begun : {"H", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r"}) {
            Peer peer(begun);
            QVERIFY2(!askPeer({.url = peer.url("/")}), begun);
        }
    }

    void aChunksHeadIsBounded()
    {
        Peer peer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(1 << 20, 'x') +
                  "\r\na\r\n0\r\n\r\n");
        const auto answer = askPeer({.url = peer.url("/"), .mostBytes = 50});
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::Unavailable);
    }

    void privateAddressesAreRefused()
    {
        Peer peer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const auto answer = askPeer({.url = peer.url("/"), .onlyPublic = true});
        QVERIFY(!answer);
        QCOMPARE(answer.error().sentence.code, std::string("private_address"));
        QVERIFY(peer.asked().isEmpty());
    }

    void tellsAddressesApart()
    {
        for (const char* address : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "168.63.129.15", "168.63.129.17",
                                    "2606:4700::1111", "2002:808:808::1", "64:ff9b::808:808"})
            QVERIFY2(isPublicAddress(address), address);
        for (const char* address : {"127.0.0.1",
                                    "10.1.2.3",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "168.63.129.16",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "::1",
                                    "::",
                                    "fe80::1",
                                    "fc00::1",
                                    "fd12::1",
                                    "ff02::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "::ffff:168.63.129.16",
                                    "64:ff9b::7f00:1",
                                    "64:ff9b:1::808:808",
                                    "64:ff9b:1:a00:0:100::",
                                    "64:ff9b:0:0:0:1:808:808",
                                    "64:ff9b:2::808:808",
                                    "2002:7f00:1::1",
                                    "2001:db8::1",
                                    "",
                                    "name"})
            QVERIFY2(!isPublicAddress(address), address);
    }

    void readsUrls()
    {
        const auto url = parseHttpUrl("https://[::1]:8443/a/b?c=d#e");
        QVERIFY(url.has_value());
        QCOMPARE(url->host, std::string("::1"));
        QCOMPARE(url->port, std::string("8443"));
        QCOMPARE(url->target, std::string("/a/b?c=d"));
        QCOMPARE(parseHttpUrl("http://host")->target, std::string("/"));
        for (const char* wrong : {"", "ftp://x", "http://", "http://u:p@host/", "http://host:99999/", "http://a b/",
                                  "http://[::1/", "http://host:x/"})
            QVERIFY2(!parseHttpUrl(wrong), wrong);
    }

    void signs() // RFC 4231, test case 2
    {
        QCOMPARE(hmacSha256Base64("Jefe", "what do ya want for nothing?"),
                 std::string("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="));
    }
};

QTEST_APPLESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
