// SPDX-License-Identifier: Apache-2.0
#include "clients/cpp/experimentation.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QUuid>
#include <algorithm>
#include <cmath>

namespace experimentation {

namespace {

constexpr int kFirstServerError = 500;
constexpr int kRequestTimeout = 408;
constexpr int kTooManyRequests = 429;

QString pathOf(const QString& experiment, const char* call)
{
    return QStringLiteral("/api/v1/experiments/") + QString::fromLatin1(QUrl::toPercentEncoding(experiment)) +
           QLatin1String(call);
}

Assignment assignmentOf(const QJsonObject& answer, const QString& fallback)
{
    Assignment assignment{.variant = fallback,
                          .config = answer.value(QLatin1String("config")).toObject(),
                          .inExperiment = answer.value(QLatin1String("in_experiment")).toBool(),
                          .reason = answer.value(QLatin1String("reason")).toString()};
    if (assignment.inExperiment)
        assignment.variant = answer.value(QLatin1String("variant")).toString();
    return assignment;
}

QString idOf(const QJsonObject& event)
{
    return event.value(QLatin1String("event_id")).toString();
}

} // namespace

Client::Client(Options options, QObject* parent) : QObject(parent), m_options(std::move(options))
{
    m_network.setTransferTimeout(static_cast<int>(m_options.timeout.count()));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Client::send);
}

Client::~Client() = default;

void Client::variant(const QString& experiment, const QString& user, Answered done, const QString& fallback,
                     const QJsonObject& context)
{
    if (const auto known = m_known.constFind({experiment, user}); known != m_known.constEnd()) {
        QTimer::singleShot(0, this, [done = std::move(done), assignment = *known] { done(assignment); });
        return;
    }
    QJsonObject body{{QStringLiteral("user_id"), user}};
    if (!context.isEmpty())
        body.insert(QStringLiteral("context"), context);
    post(pathOf(experiment, "/assign"), body,
         [this, experiment, user, fallback, done = std::move(done)](const Reply& reply) {
             if (!reply.error.isEmpty()) {
                 done({.variant = fallback, .config = {}, .error = reply.error});
                 return;
             }
             const Assignment assignment = assignmentOf(reply.body, fallback);
             if (assignment.inExperiment)
                 remember(experiment, user, assignment);
             done(assignment);
         });
}

void Client::variants(const QString& experiment, const QStringList& users,
                      std::function<void(const QList<Assignment>&)> done, const QString& fallback)
{
    QJsonArray asked;
    for (const QString& user : users)
        asked.append(QJsonObject{{QStringLiteral("user_id"), user}});
    post(pathOf(experiment, "/assign:batch"), {{QStringLiteral("users"), asked}},
         [this, experiment, users, fallback, done = std::move(done)](const Reply& reply) {
             const QJsonArray answers = reply.body.value(QLatin1String("assignments")).toArray();
             QList<Assignment> assignments;
             for (qsizetype i = 0; i < users.size(); ++i) {
                 if (!reply.error.isEmpty() || i >= answers.size()) {
                     assignments.append({.variant = fallback, .config = {}, .error = reply.error});
                     continue;
                 }
                 assignments.append(assignmentOf(answers.at(i).toObject(), fallback));
                 if (assignments.back().inExperiment)
                     remember(experiment, users.at(i), assignments.back());
             }
             done(assignments);
         });
}

/// A server sees ever new users: what is kept has a bound. Which is forgotten does not matter, as no answer changes.
void Client::remember(const QString& experiment, const QString& user, const Assignment& assignment)
{
    if (m_known.size() >= m_options.mostKnown && !m_known.isEmpty())
        m_known.erase(m_known.cbegin());
    m_known.insert({experiment, user}, assignment);
}

void Client::track(const QString& experiment, const QString& user, const QString& event, std::optional<double> value,
                   const QJsonObject& properties)
{
    // Without microseconds: what follows an assignment within its millisecond must not lie before it.
    const QDateTime now = QDateTime::currentDateTimeUtc().addMSecs(1);
    QJsonObject body{{QStringLiteral("user_id"), user},
                     {QStringLiteral("event_name"), event},
                     {QStringLiteral("event_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                     {QStringLiteral("timestamp"), now.toString(Qt::ISODateWithMs)}};
    if (value)
        body.insert(QStringLiteral("value"), *value);
    if (!properties.isEmpty())
        body.insert(QStringLiteral("properties"), properties);
    m_queue.push_back({experiment, body});
    if (m_queue.size() > m_options.mostQueued) {
        m_queue.pop_front();
        Q_EMIT failed(QStringLiteral("more events wait than may; the oldest is lost"));
    }
    if (m_failures == 0 && m_queue.size() >= static_cast<std::size_t>(m_options.batchSize))
        m_timer.start(0);
    else if (!m_timer.isActive() && !m_sending)
        m_timer.start(m_options.flushInterval);
}

void Client::flush()
{
    m_timer.start(0);
}

/// One batch of the experiment whose event has waited longest; the answer sends the next.
void Client::send()
{
    if (m_sending || m_queue.empty())
        return;
    m_sending = true;
    const QString experiment = m_queue.front().experiment;
    QJsonArray events;
    QList<QString> ids;
    for (const Event& event : m_queue) {
        if (event.experiment != experiment || events.size() >= m_options.batchSize)
            continue;
        events.append(event.body);
        ids.append(idOf(event.body));
    }
    post(pathOf(experiment, "/track:batch"), {{QStringLiteral("events"), events}},
         [this, ids](const Reply& reply) { sent(ids, reply); });
}

void Client::sent(const QList<QString>& ids, const Reply& reply)
{
    m_sending = false;
    if (reply.mayPass)
        return waitLonger();
    m_failures = 0;
    for (const QJsonValue& result : reply.body.value(QLatin1String("results")).toArray()) {
        const QJsonObject error = result.toObject().value(QLatin1String("error")).toObject();
        if (!error.isEmpty())
            Q_EMIT failed(error.value(QLatin1String("message")).toString());
    }
    std::erase_if(m_queue, [&](const Event& event) { return ids.contains(idOf(event.body)); });
    if (m_queue.empty())
        Q_EMIT drained();
    else
        m_timer.start(0);
}

void Client::waitLonger()
{
    const double longest = static_cast<double>(m_options.longestRetryDelay.count());
    const double pause = std::min(longest, std::ldexp(static_cast<double>(m_options.retryDelay.count()), m_failures));
    m_failures = std::min(m_failures + 1, 30);
    // Clients that failed together shall not come back together.
    const double share = std::uniform_real_distribution<double>(0.5, 1)(m_random);
    m_timer.start(static_cast<int>(pause * share));
}

void Client::post(const QString& path, const QJsonObject& body, std::function<void(const Reply&)> done)
{
    QUrl url = m_options.service;
    url.setPath(url.path().chopped(url.path().endsWith(u'/') ? 1 : 0) + path, QUrl::TolerantMode);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!m_options.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_options.token);
    QNetworkReply* const reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        const Reply answer = read(*reply);
        reply->deleteLater();
        if (!answer.error.isEmpty())
            Q_EMIT failed(answer.error);
        done(answer);
    });
}

Client::Reply Client::read(QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonDocument document = QJsonDocument::fromJson(reply.readAll());
    Reply answer{.body = document.object(), .error = {}};
    if (reply.error() == QNetworkReply::NoError && document.isObject())
        return answer;
    const QString detail = answer.body.value(QLatin1String("detail")).toString();
    answer.error = !detail.isEmpty() ? detail : reply.errorString();
    answer.mayPass = status == 0 || status == kRequestTimeout || status == kTooManyRequests ||
                     status >= kFirstServerError || reply.error() == QNetworkReply::NoError;
    return answer;
}

} // namespace experimentation
