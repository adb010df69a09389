// SPDX-License-Identifier: Apache-2.0
#include "tests/remote/fakeservice.h"

#include "core/api/statscodec.h"
#include "core/domain/experimentcodec.h"

#include <QCryptographicHash>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace xp::test {

namespace {

Answer jsonAnswer(const nlohmann::json& json, const Request& request, int status = 200)
{
    const QByteArray body = QByteArray::fromStdString(json.dump());
    const QByteArray tag = '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex() + '"';
    const auto known = request.headers.find("if-none-match");
    if (known != request.headers.end() && known->second == tag)
        return {.status = 304};
    return {.status = status, .body = body, .headers = "Content-Type: application/json\r\nETag: " + tag + "\r\n"};
}

Answer problem(int status, const char* detail)
{
    const nlohmann::json json{{"title", "Failed"}, {"status", status}, {"detail", detail}};
    return {.status = status,
            .body = QByteArray::fromStdString(json.dump()),
            .headers = "Content-Type: application/problem+json\r\n"};
}

std::optional<Status> statusAfter(const QByteArray& action)
{
    if (action == "start" || action == "resume")
        return Status::Running;
    if (action == "pause")
        return Status::Paused;
    if (action == "stop")
        return Status::Stopped;
    if (action == "archive")
        return Status::Archived;
    return std::nullopt;
}

} // namespace

FakeService::FakeService(QObject* parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { receive(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

QString FakeService::address() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

void FakeService::goAway()
{
    m_server.close();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->abort();
}

bool FakeService::comeBack()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void FakeService::receive(QTcpSocket* socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
    for (;;) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            break;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.front().trimmed().split(' ');
        Request request{.method = first.value(0), .path = first.value(1)};
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const auto colon = lines[i].indexOf(':');
            request.headers[lines[i].left(colon).toLower()] = lines[i].mid(colon + 1).trimmed();
        }
        const auto length =
            request.headers.contains("content-length") ? request.headers["content-length"].toLongLong() : 0;
        if (buffer.size() < end + 4 + length)
            break;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.push_back(request);
        send(socket, handler ? handler(request) : answerOf(request));
    }
    socket->setProperty("buffer", buffer);
}

void FakeService::send(QTcpSocket* socket, const Answer& answer)
{
    if (answer.silent)
        return;
    const qint64 length = answer.claimedLength >= 0   ? answer.claimedLength
                          : answer.cut || answer.drip ? answer.body.size() + 1000
                                                      : answer.body.size();
    socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " Any\r\nContent-Length: " +
                  QByteArray::number(length) + "\r\n" + answer.headers + "\r\n" + answer.body);
    if (answer.cut)
        socket->disconnectFromHost();
    if (answer.drip) {
        auto* timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        timer->start(20);
    }
}

Answer FakeService::answerOf(const Request& request) const
{
    if (!token.isEmpty()) {
        const auto given = request.headers.find("authorization");
        if (given == request.headers.end() || given->second != "Bearer " + token)
            return problem(401, "a token is needed");
    }
    auto* self = const_cast<FakeService*>(this);
    const QByteArray path = request.path.split('?').front();
    if (path == "/api/v1/experiments")
        return request.method == "POST" ? self->create(request) : listAnswer(request);
    const QList<QByteArray> parts = path.mid(1).split('/'); // api v1 experiments id [action]
    const std::string id = QUrl::fromPercentEncoding(parts.value(3)).toStdString();
    const auto it = std::ranges::find_if(experiments, [&](const Experiment& e) { return e.id == id || e.key == id; });
    if (parts.value(2) != "experiments" || it == experiments.end())
        return problem(404, "there is no such experiment");
    if (request.method == "POST")
        return self->changeStatus(it->id, parts.value(4));
    if (parts.value(4) == "stats")
        return stats.contains(it->id) ? jsonAnswer(toJson(stats.at(it->id)), request) : problem(404, "no stats");
    return jsonAnswer(toJson(*it), request);
}

Answer FakeService::listAnswer(const Request& request) const
{
    const QUrlQuery query(QUrl(QString::fromUtf8(request.path)));
    const auto number = [&](const char* name, qlonglong otherwise) {
        const QString text = query.queryItemValue(QLatin1String(name));
        return text.isEmpty() ? otherwise : text.toLongLong();
    };
    ExperimentPage page{.skip = number("skip", 0), .limit = std::min(number("limit", 100), qlonglong(100))};
    const std::string status = query.queryItemValue(QStringLiteral("status")).toStdString();
    for (const Experiment& experiment : experiments) {
        if (!status.empty() && toString(experiment.status) != status)
            continue;
        if (page.total++ >= page.skip && std::int64_t(page.experiments.size()) < page.limit)
            page.experiments.push_back(experiment);
    }
    return jsonAnswer(toJson(page), request);
}

Answer FakeService::changeStatus(const std::string& id, const QByteArray& action)
{
    const auto it = std::ranges::find(experiments, id, &Experiment::id);
    const auto status = statusAfter(action);
    if (!status)
        return problem(404, "there is no such action");
    it->status = *status;
    it->version += 1;
    if (const auto result = stats.find(id); result != stats.end())
        result->second.status = *status;
    return jsonAnswer(toJson(*it), {});
}

Answer FakeService::create(const Request& request)
{
    auto json = nlohmann::json::parse(request.body.begin(), request.body.end(), nullptr, false);
    if (!json.is_object())
        return problem(400, "not JSON");
    const std::string number = std::to_string(experiments.size() + 1);
    json["id"] = "id-" + number;
    json["status"] = "draft";
    json["created_at"] = toIso8601(now());
    if (!json.contains("key"))
        json["key"] = "key-" + number;
    const auto experiment = experimentFromJson(json);
    if (!experiment)
        return problem(422, "wrong fields");
    experiments.insert(experiments.begin(), *experiment);
    return jsonAnswer(toJson(*experiment), {}, 201);
}

} // namespace xp::test
