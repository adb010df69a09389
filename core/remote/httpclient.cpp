// SPDX-License-Identifier: Apache-2.0
#include "core/remote/httpclient.h"

#include "core/remote/problem.h"

#include <QNetworkReply>
#include <QTimer>

namespace xp {

namespace {

constexpr int kKnownAnswers = 4096;

Failure unreachable(const QNetworkReply* network)
{
    if (network->error() == QNetworkReply::OperationCanceledError)
        return fail(ErrorCode::Unavailable, "timeout", "the service did not answer in time");
    return fail(ErrorCode::Unavailable, "unreachable",
                "the service cannot be reached: " + network->errorString().toStdString());
}

QByteArray textOf(const nlohmann::json& body)
{
    return QByteArray::fromStdString(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace

HttpClient::HttpClient(QUrl base, QString token, HttpLimits limits, QObject* parent)
    : QObject(parent), m_base(std::move(base)), m_limits(limits), m_known(kKnownAnswers)
{
    if (!token.isEmpty())
        m_authorization = "Bearer " + token.toUtf8();
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient()
{
    // Whoever still waits is answered, so that nothing they hold stays behind.
    m_closing = true;
    for (QNetworkReply* network : m_network.findChildren<QNetworkReply*>())
        network->abort();
}

Reply<nlohmann::json> HttpClient::get(const QByteArray& path)
{
    Reply<nlohmann::json> reply;
    attempt(path, reply, m_limits.retries, m_limits.firstRetry);
    return reply;
}

Reply<nlohmann::json> HttpClient::post(const QByteArray& path, const nlohmann::json& body)
{
    return write("POST", path, textOf(body));
}

Reply<nlohmann::json> HttpClient::patch(const QByteArray& path, const nlohmann::json& body)
{
    return write("PATCH", path, textOf(body));
}

Reply<nlohmann::json> HttpClient::remove(const QByteArray& path)
{
    return write("DELETE", path, {});
}

Reply<nlohmann::json> HttpClient::write(const QByteArray& verb, const QByteArray& path, const QByteArray& body)
{
    Reply<nlohmann::json> reply;
    QNetworkRequest write = request(path);
    if (!body.isEmpty())
        write.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply* network = m_network.sendCustomRequest(write, verb, body);
    watch(network, reply);
    connect(network, &QNetworkReply::finished, this, [this, network, reply] {
        network->deleteLater();
        reply.finish(answerOf(network, {}));
    });
    return reply;
}

QNetworkRequest HttpClient::request(const QByteArray& path) const
{
    QUrl url = m_base;
    const auto question = path.indexOf('?');
    const QByteArray plain = question < 0 ? path : path.left(question);
    url.setPath(m_base.path() + QString::fromUtf8(plain), QUrl::TolerantMode);
    if (question >= 0)
        url.setQuery(QString::fromUtf8(path.mid(question + 1)));
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(m_limits.timeout.count()));
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    return request;
}

void HttpClient::attempt(const QByteArray& path, const Reply<nlohmann::json>& reply, int attemptsLeft,
                         std::chrono::milliseconds wait)
{
    if (reply.isCancelled())
        return;
    QNetworkRequest get = request(path);
    if (const Known* known = m_known.object(path))
        get.setRawHeader("If-None-Match", known->etag);
    QNetworkReply* network = m_network.get(get);
    watch(network, reply);
    connect(network, &QNetworkReply::finished, this, [this, network, path, reply, attemptsLeft, wait] {
        network->deleteLater();
        if (reply.isCancelled())
            return;
        auto answer = answerOf(network, path);
        if (!answer && isTransient(answer.error()) && attemptsLeft > 0 && !m_closing) {
            QTimer::singleShot(wait, this, [this, path, reply, attemptsLeft, wait] {
                attempt(path, reply, attemptsLeft - 1, wait * 2);
            });
            return;
        }
        reply.finish(std::move(answer));
    });
}

void HttpClient::watch(QNetworkReply* network, const Reply<nlohmann::json>& reply)
{
    const QPointer<QNetworkReply> guarded(network);
    reply.onCancel([guarded] {
        if (guarded)
            guarded->abort();
    });
    QTimer::singleShot(m_limits.deadline, network, [network] { network->abort(); });
    connect(network, &QNetworkReply::downloadProgress, network, [this, network](qint64 received, qint64 total) {
        if (std::max(received, total) > m_limits.largestAnswer) {
            network->setProperty("tooLarge", true);
            network->abort();
        }
    });
}

Result<nlohmann::json> HttpClient::answerOf(QNetworkReply* network, const QByteArray& path)
{
    if (network->property("tooLarge").toBool())
        return fail(ErrorCode::TooLarge, "answer_too_large", "the service's answer is larger than this program reads");
    const int status = network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 304) {
        if (const Known* known = m_known.object(path))
            return known->json;
        return fail(ErrorCode::Unavailable, "forgotten", "the answer this one refers to is no longer kept");
    }
    const QByteArray body = network->isOpen() ? network->readAll() : QByteArray(); // closed once aborted
    if (status >= 400)
        return Failure(errorFromAnswer(status, body));
    // A connection that broke in the middle of the body has a status all the same.
    if (network->error() != QNetworkReply::NoError || status == 0)
        return unreachable(network);
    if (status >= 300)
        return fail(ErrorCode::Unsupported, "redirected",
                    "the service redirects elsewhere, which is not followed: use its final address");
    if (status == 204)
        return nlohmann::json();
    auto json = answerJson(body);
    if (json.is_discarded())
        return fail(ErrorCode::Malformed, "not_json",
                    "what answers there is not an experimentation service: the answer is not JSON");
    const QByteArray etag = network->rawHeader("ETag");
    if (!path.isEmpty() && !etag.isEmpty())
        m_known.insert(path, new Known{etag, json});
    return json;
}

} // namespace xp
