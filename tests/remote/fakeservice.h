// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"
#include "core/domain/experiment.h"

#include <QByteArray>
#include <QTcpServer>

#include <functional>
#include <map>

class QTcpSocket;

namespace xp::test {

struct Request
{
    QByteArray method;
    QByteArray path;                          ///< with the query
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct Answer
{
    int status = 200;
    QByteArray body;
    QByteArray headers;        ///< further lines, each ended by CRLF
    bool silent = false;       ///< never answered, the connection stays open
    bool cut = false;          ///< the connection is closed in the middle of the body
    bool drip = false;         ///< a byte every 20 ms, for ever
    qint64 claimedLength = -1; ///< sent as Content-Length instead of the body's own
};

/// A service of canned answers on a port of its own. Without a handler it answers from `experiments` and `stats` as the
/// contract says, with ETags.
class FakeService : public QObject
{
public:
    explicit FakeService(QObject* parent = nullptr);

    QString address() const;
    /// Stops listening and drops every connection; listens again on the same port.
    void goAway();
    bool comeBack();

    std::function<Answer(const Request&)> handler;
    std::vector<Experiment> experiments;
    std::map<std::string, Stats> stats; ///< by experiment id
    QByteArray token;                   ///< asked for when not empty
    std::vector<Request> requests;      ///< all there were

private:
    void receive(QTcpSocket* socket);
    void send(QTcpSocket* socket, const Answer& answer);
    Answer answerOf(const Request& request) const;
    Answer listAnswer(const Request& request) const;
    Answer changeStatus(const std::string& id, const QByteArray& action);
    Answer create(const Request& request);

    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace xp::test
