// SPDX-License-Identifier: Apache-2.0
#include "core/remote/remotebackend.h"

#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/api/segmentcodec.h"
#include "core/api/statscodec.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/jsonreader.h"
#include "core/remote/problem.h"

#include <QDate>
#include <QUrlQuery>

namespace xp {

namespace {

constexpr std::int64_t kPage = 500;
constexpr std::chrono::milliseconds kFirstProbe{500};
constexpr std::chrono::milliseconds kLongestProbe{15'000};
const QByteArray kApi = QByteArrayLiteral("/api/v1");

QByteArray pathOf(const QString& id, const char* rest = "")
{
    return kApi + "/experiments/" + QUrl::toPercentEncoding(id) + rest;
}

const char* nameOf(StatusChange change)
{
    switch (change) {
    case StatusChange::Start:
        return "/start";
    case StatusChange::Pause:
        return "/pause";
    case StatusChange::Resume:
        return "/resume";
    case StatusChange::Stop:
        return "/stop";
    case StatusChange::Archive:
        return "/archive";
    }
    return "";
}

QUrlQuery queryOf(const ExperimentFilter& filter)
{
    QUrlQuery query;
    if (filter.status) {
        const std::string_view status = toString(*filter.status);
        query.addQueryItem(QStringLiteral("status"), QString::fromLatin1(status.data(), qsizetype(status.size())));
    }
    const auto add = [&](const char* name, const QString& value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1String(name), QString::fromUtf8(QUrl::toPercentEncoding(value)));
    };
    add("q", filter.text);
    add("project", filter.project);
    add("environment", filter.environment);
    return query;
}

QUrlQuery queryOf(const ReportRequest& request)
{
    QUrlQuery query;
    if (request.method)
        query.addQueryItem(QStringLiteral("method"), QString::fromStdString(std::string(toString(*request.method))));
    if (request.level)
        query.addQueryItem(QStringLiteral("level"), QString::number(*request.level, 'g', 12));
    const auto day = [](std::int32_t number) { return QDate(1970, 1, 1).addDays(number).toString(Qt::ISODate); };
    if (request.range.firstDay)
        query.addQueryItem(QStringLiteral("from"), day(*request.range.firstDay));
    if (request.range.lastDay)
        query.addQueryItem(QStringLiteral("to"), day(*request.range.lastDay));
    return query;
}

} // namespace

Result<QUrl> serviceUrl(const QString& text)
{
    const QString trimmed = text.trimmed();
    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    QUrl url(hasScheme ? trimmed : QString(QLatin1String("http://") + trimmed), QUrl::StrictMode);
    if (trimmed.isEmpty() || !url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::Invalid, "bad_address", "an address looks like http://127.0.0.1:8000");
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return fail(ErrorCode::Invalid, "bad_scheme",
                    "an address starts with http:// or https://, not with " + url.scheme().toStdString() + "://");
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (path.endsWith(QString::fromLatin1(kApi)))
        path.chop(kApi.size());
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    url.setUserInfo(QString());
    return url;
}

/// A list under way: pages are asked for one after the other until all are there.
struct RemoteBackend::Listing
{
    Reply<std::vector<Experiment>> reply;
    std::optional<Reply<nlohmann::json>> page;
    QUrlQuery query;
    std::vector<Experiment> experiments;
};

RemoteBackend::RemoteBackend(const QUrl& service, const QString& token, HttpLimits limits, QObject* parent)
    : Backend(parent), m_http(service, token, limits), m_probeWait(kFirstProbe)
{
    m_probe.setSingleShot(true);
    connect(&m_probe, &QTimer::timeout, this, &RemoteBackend::probe);
}

QString RemoteBackend::place() const
{
    const QUrl& url = m_http.base();
    return url.port() < 0 ? QString(url.host() + url.path())
                          : QString(url.host() + QLatin1Char(':') + QString::number(url.port()) + url.path());
}

template <typename T, typename Read>
Reply<T> RemoteBackend::typed(const Reply<nlohmann::json>& raw, Read read)
{
    Reply<T> reply;
    reply.onCancel([raw] { raw.cancel(); });
    raw.then(this, [this, reply, read](const Result<nlohmann::json>& answer) {
        heard(answer);
        if (answer)
            reply.finish(read(*answer));
        else
            reply.finish(Failure(answer.error()));
    });
    return reply;
}

Reply<std::vector<Experiment>> RemoteBackend::listExperiments(const ExperimentFilter& filter)
{
    auto listing = std::make_shared<Listing>();
    listing->query = queryOf(filter);
    const std::weak_ptr<Listing> weak = listing;
    listing->reply.onCancel([weak] {
        if (const auto alive = weak.lock(); alive && alive->page)
            alive->page->cancel();
    });
    nextPage(listing);
    return listing->reply;
}

void RemoteBackend::nextPage(const std::shared_ptr<Listing>& listing)
{
    QUrlQuery query = listing->query;
    query.addQueryItem(QStringLiteral("skip"), QString::number(listing->experiments.size()));
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPage));
    listing->page = m_http.get(kApi + "/experiments?" + query.query(QUrl::FullyEncoded).toUtf8());
    listing->page->then(this, [this, listing](const Result<nlohmann::json>& answer) {
        heard(answer);
        auto page = answer.and_then([](const nlohmann::json& json) { return experimentPageFromJson(json); });
        if (!page) {
            listing->reply.finish(Failure(page.error()));
            return;
        }
        const bool more = !page->experiments.empty();
        std::ranges::move(page->experiments, std::back_inserter(listing->experiments));
        // An empty page ends the list whatever `total` says: experiments may go while we read.
        if (more && std::int64_t(listing->experiments.size()) < page->total)
            nextPage(listing);
        else
            listing->reply.finish(std::move(listing->experiments));
    });
}

Reply<Experiment> RemoteBackend::experiment(const QString& id)
{
    return typed<Experiment>(m_http.get(pathOf(id)), experimentFromJson);
}

Reply<Stats> RemoteBackend::stats(const QString& id)
{
    return typed<Stats>(m_http.get(pathOf(id, "/stats")), statsFromJson);
}

Reply<Experiment> RemoteBackend::createExperiment(const Experiment& draft)
{
    return typed<Experiment>(m_http.post(kApi + "/experiments", draftToJson(draft)), experimentFromJson);
}

Reply<Experiment> RemoteBackend::changeStatus(const QString& id, StatusChange change, const QString& reason)
{
    nlohmann::json body = nlohmann::json::object();
    if (!reason.isEmpty())
        body["reason"] = reason.toStdString();
    return typed<Experiment>(m_http.post(pathOf(id, nameOf(change)), body), experimentFromJson);
}

Reply<Experiment> RemoteBackend::changeExperiment(const QString& id, const nlohmann::json& changes,
                                                  std::int64_t version)
{
    nlohmann::json body = changes;
    body["version"] = version;
    return typed<Experiment>(m_http.patch(pathOf(id), body), experimentFromJson);
}

Reply<Report> RemoteBackend::report(const QString& id, const ReportRequest& request)
{
    const QString query = queryOf(request).query(QUrl::FullyEncoded);
    const QByteArray path = pathOf(id, "/report");
    return typed<Report>(m_http.get(query.isEmpty() ? path : path + '?' + query.toUtf8()), reportFromJson);
}

Reply<SegmentBreakdown> RemoteBackend::segments(const QString& id, const QString& attribute)
{
    return typed<SegmentBreakdown>(m_http.get(pathOf(id, "/report?segment=") + QUrl::toPercentEncoding(attribute)),
                                   segmentsOfReport);
}

Reply<Evidence> RemoteBackend::evidence(const QString& id)
{
    return typed<Evidence>(m_http.get(pathOf(id, "/sufficient-statistics")), evidenceFromJson);
}

Reply<std::vector<SeriesRow>> RemoteBackend::series(const QString& id)
{
    return typed<std::vector<SeriesRow>>(m_http.get(pathOf(id, "/series")), seriesFromJson);
}

Reply<AuditLines> RemoteBackend::audit(const QString& id, const QString& cursor)
{
    QByteArray path = pathOf(id, "/audit");
    if (!cursor.isEmpty())
        path += "?cursor=" + QUrl::toPercentEncoding(cursor);
    return typed<AuditLines>(m_http.get(path), auditLinesFromJson);
}

Reply<std::vector<EventLine>> RemoteBackend::latestEvents(const QString& id, int limit)
{
    return typed<std::vector<EventLine>>(m_http.get(pathOf(id, "/events/latest?limit=") + QByteArray::number(limit)),
                                         eventLinesFromJson);
}

Reply<std::vector<Note>> RemoteBackend::notes(const QString& id)
{
    return typed<std::vector<Note>>(m_http.get(pathOf(id, "/notes")), [](const nlohmann::json& json) {
        std::vector<FieldError> errors;
        std::vector<Note> notes;
        JsonReader(json, errors).array("notes", [&](const nlohmann::json& element, const std::string& path) {
            if (auto note = noteFromJson(element))
                notes.push_back(std::move(*note));
            else
                errors.push_back({path, "type", path + " is not a note"});
        });
        return errors.empty() ? Result<std::vector<Note>>(std::move(notes)) : failInvalid(std::move(errors));
    });
}

Reply<Note> RemoteBackend::addNote(const QString& id, const Note& note)
{
    const nlohmann::json body{{"text", note.text}, {"kind", toString(note.kind)}, {"at", toIso8601(note.at)}};
    return typed<Note>(m_http.post(pathOf(id, "/notes"), body), noteFromJson);
}

Reply<bool> RemoteBackend::removeNote(const QString& id, const QString& note)
{
    return typed<bool>(m_http.remove(pathOf(id, "/notes/") + QUrl::toPercentEncoding(note)),
                       [](const nlohmann::json&) { return Result<bool>(true); });
}

Reply<std::vector<CatalogueMetric>> RemoteBackend::catalogue()
{
    return typed<std::vector<CatalogueMetric>>(m_http.get(kApi + "/metrics"), catalogueFromJson);
}

Reply<nlohmann::json> RemoteBackend::explain(const QString& id, const QString& user)
{
    return typed<nlohmann::json>(m_http.get(pathOf(id, "/explain?user_id=") + QUrl::toPercentEncoding(user)),
                                 [](const nlohmann::json& json) { return Result<nlohmann::json>(json); });
}

void RemoteBackend::heard(const Result<nlohmann::json>& answer)
{
    const bool refused =
        !answer && (answer.error().code == ErrorCode::Unauthorized || answer.error().code == ErrorCode::Forbidden);
    const bool lost = !answer && (isTransient(answer.error()) || answer.error().sentence.code == "not_json");
    if (lost) {
        setConnection({BackendConnection::State::Lost, std::nullopt, answer.error()});
        if (!m_probe.isActive())
            m_probe.start(m_probeWait);
        return;
    }
    m_probe.stop();
    m_probeWait = kFirstProbe;
    if (refused)
        setConnection({BackendConnection::State::Refused, std::nullopt, answer.error()});
    else
        setConnection({BackendConnection::State::Online, xp::now(), {}});
}

void RemoteBackend::probe()
{
    m_probeWait = std::min(m_probeWait * 2, kLongestProbe);
    m_http.get(kApi + "/experiments?limit=1").then(this, [this](const Result<nlohmann::json>& answer) {
        heard(answer);
    });
}

} // namespace xp
