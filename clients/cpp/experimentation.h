// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <random>

class QNetworkReply;

namespace experimentation {

struct Options
{
    QUrl service;     ///< its root, such as http://127.0.0.1:8000
    QByteArray token; ///< empty: none
    int batchSize = 50;
    std::chrono::milliseconds flushInterval{2000};
    std::size_t mostQueued = 10'000;           ///< events; when there are more the oldest go
    qsizetype mostKnown = 10'000;              ///< assignments; when there are more they are asked for again
    std::chrono::milliseconds retryDelay{500}; ///< doubles with every failure, up to the next
    std::chrono::milliseconds longestRetryDelay{60'000};
    std::chrono::milliseconds timeout{5'000};
};

/// What a user gets.
struct Assignment
{
    QString variant; ///< the fallback while inExperiment is false
    QJsonObject config;
    bool inExperiment = false;
    QString reason = QStringLiteral("error");
    QString error; ///< why the service did not say; empty when it did
};

/// Variants and events of the experimentation service, on the event loop of its thread. An assignment never changes, so
/// it is asked for once. Events are sent in batches, repeated with growing pauses until the service has them, and count
/// once however often they are sent.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(Options options, QObject* parent = nullptr);
    ~Client() override; ///< what was not sent is lost: flush() first, and wait for drained()

    using Answered = std::function<void(const Assignment&)>;
    /// Calls `done` once, always later: with the answer or, when there is none, with `fallback` and the error. Not
    /// after the client has gone.
    void variant(const QString& experiment, const QString& user, Answered done, const QString& fallback = {},
                 const QJsonObject& context = {});
    /// The same for up to 10,000 users in one request, in their order.
    void variants(const QString& experiment, const QStringList& users,
                  std::function<void(const QList<Assignment>&)> done, const QString& fallback = {});

    /// Puts an event in line.
    void track(const QString& experiment, const QString& user, const QString& event,
               std::optional<double> value = std::nullopt, const QJsonObject& properties = {});
    /// Sends what waits, now.
    void flush();
    /// Events that have not reached the service yet.
    std::size_t pending() const { return m_queue.size(); }

Q_SIGNALS:
    /// Something went wrong: an answer that did not come, an event that the service refused (it is not sent again).
    void failed(const QString& message);
    /// The last waiting event has reached the service.
    void drained();

private:
    struct Event
    {
        QString experiment;
        QJsonObject body;
    };
    struct Reply
    {
        QJsonObject body;
        QString error;        ///< empty: it is good
        bool mayPass = false; ///< the same request may succeed later
    };

    void remember(const QString& experiment, const QString& user, const Assignment& assignment);
    void post(const QString& path, const QJsonObject& body, std::function<void(const Reply&)> done);
    static Reply read(QNetworkReply& reply);
    void send();
    void sent(const QList<QString>& ids, const Reply& reply);
    void waitLonger();

    const Options m_options;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    std::deque<Event> m_queue;
    bool m_sending = false;
    int m_failures = 0;
    std::mt19937 m_random{std::random_device{}()};
    QHash<std::pair<QString, QString>, Assignment> m_known; ///< by experiment and user
};

} // namespace experimentation
