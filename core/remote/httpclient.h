// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/reply.h"

#include <QByteArray>
#include <QCache>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

#include <chrono>

namespace xp {

/// How patient the client is.
struct HttpLimits
{
    std::chrono::milliseconds timeout{10'000};  ///< without a byte of progress
    std::chrono::milliseconds deadline{60'000}; ///< for one attempt as a whole, however steadily it drips
    std::chrono::milliseconds firstRetry{250};  ///< each further wait is twice as long
    int retries = 2;                            ///< of reads; writes are never repeated
    qint64 largestAnswer = 64LL * 1024 * 1024;  ///< bytes; a longer one is given up
};

/// JSON over HTTP to one service: bearer token, conditional GET, time-outs, retries of reads, and every failure as an
/// Error. Redirects are not followed, so the token goes nowhere else.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    HttpClient(QUrl base, QString token, HttpLimits limits = {}, QObject* parent = nullptr);
    ~HttpClient() override;

    const QUrl& base() const { return m_base; }

    /// `path` starts with '/' and may carry a query, already escaped.
    Reply<nlohmann::json> get(const QByteArray& path);
    Reply<nlohmann::json> post(const QByteArray& path, const nlohmann::json& body);
    Reply<nlohmann::json> patch(const QByteArray& path, const nlohmann::json& body);
    /// Answers null.
    Reply<nlohmann::json> remove(const QByteArray& path);

private:
    /// A body the server gave an ETag for: asked again, it may answer 304 and nothing else.
    struct Known
    {
        QByteArray etag;
        nlohmann::json json;
    };

    Reply<nlohmann::json> write(const QByteArray& verb, const QByteArray& path, const QByteArray& body);
    QNetworkRequest request(const QByteArray& path) const;
    void attempt(const QByteArray& path, const Reply<nlohmann::json>& reply, int attemptsLeft,
                 std::chrono::milliseconds wait);
    void watch(QNetworkReply* network, const Reply<nlohmann::json>& reply);
    Result<nlohmann::json> answerOf(QNetworkReply* network, const QByteArray& path);

    QUrl m_base;
    QByteArray m_authorization;
    HttpLimits m_limits;
    QNetworkAccessManager m_network;
    QCache<QByteArray, Known> m_known;
    bool m_closing = false;
};

} // namespace xp
