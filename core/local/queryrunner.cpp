// SPDX-License-Identifier: Apache-2.0
#include "core/local/queryrunner.h"

#include "core/engine/querytable.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <mutex>

namespace xp {

namespace {

constexpr const char* kSinceEver = "0001-01-01";

} // namespace

struct QueryRunner::Job
{
    QuerySource source;
    std::string password;
    QString path;
    Reply<DataFile> reply;
    std::atomic<bool> ended = false;

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        if (m_reader)
            m_reader->cancel();
    }

    /// The reader, to be asked; nothing when it is stopped already.
    ExternalReader* take(std::unique_ptr<ExternalReader> reader)
    {
        const std::lock_guard lock(m_mutex);
        m_reader = std::move(reader);
        return m_stopped ? nullptr : m_reader.get();
    }

private:
    std::mutex m_mutex;
    bool m_stopped = false;
    std::unique_ptr<ExternalReader> m_reader;
};

QueryRunner::~QueryRunner()
{
    for (auto& [job, thread] : m_jobs)
        job->stop();
    for (auto& [job, thread] : m_jobs)
        thread.join();
}

Result<DataFile> QueryRunner::read(Job& job)
{
    auto url = parseDatabaseUrl(job.source.database);
    if (!url) {
        for (FieldError& error : url.error().errors)
            error.field = "database";
        return Failure(std::move(url.error()));
    }
    if (!job.password.empty())
        url->password = job.password;
    auto opened = ExternalReader::open(*url, {job.source.rowLimit, job.source.timeOut});
    if (!opened)
        return Failure(std::move(opened.error()));
    ExternalReader* reader = job.take(std::move(*opened));
    if (!reader)
        return fail(ErrorCode::Conflict, "cancelled", "The reading was cancelled");
    QFile file(job.path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Unavailable, "file_not_writable",
                    "cannot write " + job.path.toStdString() + ": " + file.errorString().toStdString());
    const auto rows = writeTable(*reader, job.source, kSinceEver, file);
    job.take(nullptr); // the connection ends with the reading
    if (!rows)
        return Failure(rows.error());
    if (*rows == 0)
        return wrongQuery(ErrorCode::Invalid, "exposures", "The query has no rows");
    return DataFile::onDisk(job.path);
}

Reply<DataFile> QueryRunner::run(const QuerySource& source, const QString& password)
{
    std::erase_if(m_jobs, [](auto& job) {
        if (!job.first->ended)
            return false;
        job.second.join();
        return true;
    });
    auto job = std::make_shared<Job>();
    job->source = source;
    job->password = password.toStdString();
    const QString folder = m_folder.filePath(QString::number(++m_tables));
    QDir().mkpath(folder);
    job->path =
        QDir(folder).filePath(source.name.empty() ? QStringLiteral("query") : QString::fromStdString(source.name));
    job->reply.onCancel([job = std::weak_ptr(job)] {
        if (const auto running = job.lock())
            running->stop();
    });
    const Reply<DataFile> reply = job->reply;
    m_jobs.emplace_back(job, std::thread([this, job] {
                            const Result<DataFile> result = read(*job);
                            job->ended = true;
                            QMetaObject::invokeMethod(
                                this, [reply = job->reply, result] { reply.finish(result); }, Qt::QueuedConnection);
                        }));
    return reply;
}

} // namespace xp
