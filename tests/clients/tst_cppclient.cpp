// SPDX-License-Identifier: Apache-2.0
#include "clients/cpp/experimentation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using experimentation::Assignment;
using experimentation::Client;
using experimentation::Options;

namespace {

constexpr int kPatience = 60'000;
const QByteArray kToken = "an-admin-token-for-tests";

/// xp-service with a database of its own.
class Service
{
public:
    /// On a port that the system chooses, unless one is given.
    bool start(quint16 port = 0)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ADMIN_TOKEN"), QString::fromLatin1(kToken));
        environment.insert(QStringLiteral("PORT"), QString::number(port));
        environment.insert(QStringLiteral("DATABASE_URL"), QStringLiteral("sqlite:///%1/test.db").arg(m_folder.path()));
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable("XP_BIN_DIR") + QStringLiteral("/xp-service"), QStringList());
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(kPatience))
                return false;
        }
        m_port = QJsonDocument::fromJson(m_process.readLine()).object().value(QLatin1String("port")).toInt();
        return m_port > 0;
    }

    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished(kPatience);
    }

    ~Service() { stop(); }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }

    QJsonObject ask(const QByteArray& method, const QString& path, const QJsonObject& body = {})
    {
        QNetworkRequest request(QUrl(url().toString() + QStringLiteral("/api/v1") + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + kToken);
        QNetworkReply* const reply =
            m_network.sendCustomRequest(request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson());
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait(kPatience);
        reply->deleteLater();
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    /// A running experiment of this key.
    void run(const QString& key)
    {
        const auto variant = [](const char* name, const QJsonObject& config) {
            return QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
                               {QStringLiteral("allocation"), 0.5},
                               {QStringLiteral("config"), config}};
        };
        ask("POST", QStringLiteral("/experiments"),
            {{QStringLiteral("name"), key},
             {QStringLiteral("key"), key},
             {QStringLiteral("variants"),
              QJsonArray{variant("control", {}),
                         variant("new-layout", {{QStringLiteral("layout"), QStringLiteral("v2")}})}},
             {QStringLiteral("metrics"), QJsonArray{QStringLiteral("click")}}});
        ask("POST", QStringLiteral("/experiments/%1/start").arg(key));
    }

    qsizetype eventsOf(const QString& key)
    {
        const QJsonObject page = ask("GET", QStringLiteral("/experiments/%1/events?limit=1000").arg(key));
        return page.value(QLatin1String("events")).toArray().size();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QNetworkAccessManager m_network;
    int m_port = 0;
};

Assignment askFor(Client& client, const QString& experiment, const QString& user)
{
    std::optional<Assignment> answer;
    client.variant(
        experiment, user, [&](const Assignment& got) { answer = got; }, QStringLiteral("control"));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), kPatience); }();
    return answer.value_or(Assignment{});
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

/// The C++ client against the real service, and while it is away.
class TestCppClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variantsAndEvents()
    {
        Service service;
        QVERIFY(service.start());
        service.run(QStringLiteral("layout"));
        Client client({.service = service.url(), .batchSize = 7, .flushInterval = std::chrono::milliseconds(20)});
        QSignalSpy failed(&client, &Client::failed);
        int treated = 0;
        for (int i = 0; i < 40; ++i) {
            const QString user = QStringLiteral("user %1/ü").arg(i);
            const Assignment first = askFor(client, QStringLiteral("layout"), user);
            QVERIFY(first.inExperiment && first.error.isEmpty());
            QCOMPARE(first.reason, QStringLiteral("split"));
            const bool isTreated = first.variant == QStringLiteral("new-layout");
            QCOMPARE(first.config.value(QLatin1String("layout")).toString(),
                     QString::fromLatin1(isTreated ? "v2" : ""));
            treated += isTreated ? 1 : 0;
            QCOMPARE(askFor(client, QStringLiteral("layout"), user).variant, first.variant);
            client.track(QStringLiteral("layout"), user, QStringLiteral("click"), 2,
                         {{QStringLiteral("plan"), QStringLiteral("pro")}});
        }
        QVERIFY(treated > 5 && treated < 35);
        QTRY_COMPARE_WITH_TIMEOUT(client.pending(), std::size_t(0), kPatience);
        QCOMPARE(service.eventsOf(QStringLiteral("layout")), 40);
        QCOMPARE(failed.size(), 0);
    }

    void manyAtOnce()
    {
        Service service;
        QVERIFY(service.start());
        service.run(QStringLiteral("many"));
        Client client({.service = service.url()});
        QStringList users;
        for (int i = 0; i < 1000; ++i)
            users.append(QStringLiteral("u%1").arg(i));
        QList<Assignment> answers;
        client.variants(QStringLiteral("many"), users, [&](const QList<Assignment>& got) { answers = got; });
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), users.size(), kPatience);
        QCOMPARE(askFor(client, QStringLiteral("many"), users.at(17)).variant, answers.at(17).variant);
    }

    void theFallback()
    {
        Client away({.service = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(freePort()))});
        const Assignment none = askFor(away, QStringLiteral("any"), QStringLiteral("u"));
        QCOMPARE(none.variant, QStringLiteral("control"));
        QVERIFY(!none.inExperiment && !none.error.isEmpty());

        Service service;
        QVERIFY(service.start());
        Client client({.service = service.url()});
        QVERIFY(
            askFor(client, QStringLiteral("unknown"), QStringLiteral("u")).error.contains(QLatin1String("unknown")));
    }

    void eventsWaitForTheServiceAndCountOnce()
    {
        const quint16 port = freePort();
        Service service;
        QVERIFY(service.start(port));
        service.run(QStringLiteral("late"));
        service.ask("POST", QStringLiteral("/experiments/late/assign"),
                    {{QStringLiteral("user_id"), QStringLiteral("u")}});
        service.stop();
        Client client({.service = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port)),
                       .flushInterval = std::chrono::milliseconds(10),
                       .retryDelay = std::chrono::milliseconds(10),
                       .longestRetryDelay = std::chrono::milliseconds(100)});
        QSignalSpy failed(&client, &Client::failed);
        for (int i = 0; i < 3; ++i)
            client.track(QStringLiteral("late"), QStringLiteral("u"), QStringLiteral("click"));
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() > 2, kPatience); // tried again and again
        QCOMPARE(client.pending(), std::size_t(3));
        QVERIFY(service.start(port));
        client.track(QStringLiteral("late"), QStringLiteral("u"), QStringLiteral("click"));
        QTRY_COMPARE_WITH_TIMEOUT(client.pending(), std::size_t(0), kPatience);
        QCOMPARE(service.eventsOf(QStringLiteral("late")), 4);
    }

    void theOldestEventsGoWhenTooManyWait()
    {
        Client client({.service = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(freePort())), .mostQueued = 10});
        QSignalSpy failed(&client, &Client::failed);
        for (int i = 0; i < 15; ++i)
            client.track(QStringLiteral("any"), QStringLiteral("u"), QStringLiteral("click"));
        QCOMPARE(client.pending(), std::size_t(10));
        QVERIFY(failed.size() >= 5);
    }
};

QTEST_GUILESS_MAIN(TestCppClient)
#include "tst_cppclient.moc"
