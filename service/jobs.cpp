// SPDX-License-Identifier: Apache-2.0
#include "service/jobs.h"

#include "core/domain/enumtext.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"

#include <sys/resource.h>

namespace xp::service {

namespace {

using nlohmann::json;

constexpr int kNiceness = 10;

constexpr EnumText kStatuses{std::array{EnumName{Jobs::Status::Queued, "queued"},
                                        EnumName{Jobs::Status::Running, "running"},
                                        EnumName{Jobs::Status::Done, "done"}, EnumName{Jobs::Status::Failed, "failed"},
                                        EnumName{Jobs::Status::Cancelled, "cancelled"}}};

Failure unknown(const std::string& id)
{
    return fail(ErrorCode::NotFound, "job_not_found",
                "There is no job " + shown(id) + " in this process; what came out of a job is kept for an hour",
                {{"id", id}});
}

} // namespace

struct Jobs::Job
{
    std::string id;
    std::string kind;
    Work work;
    Timestamp createdAt{};
    std::optional<Timestamp> finishedAt;
    Status status = Status::Queued;
    json result;
    std::optional<Error> error;
    Watch watch;

    json document() const
    {
        json body{{"id", id},
                  {"kind", kind},
                  {"status", kStatuses.text(status)},
                  {"progress", status == Status::Done ? 1.0 : watch.m_progress.load()},
                  {"created_at", toIso8601(createdAt)},
                  {"finished_at", finishedAt ? json(toIso8601(*finishedAt)) : json()},
                  {"result", result},
                  {"error", json()}};
        if (error)
            body["error"] = {{"code", error->sentence.code}, {"message", error->sentence.text}};
        return body;
    }
};

Jobs::Jobs(OnFault onFault) : m_onFault(std::move(onFault)), m_thread([this] { serve(); }) {}

Jobs::~Jobs()
{
    stop();
}

Result<std::string> Jobs::add(std::string kind, Work work)
{
    const std::scoped_lock lock(m_mutex);
    if (m_stopping)
        return fail(ErrorCode::Unavailable, "stopping", "The service is stopping");
    dropOld();
    if (m_waiting.size() >= kMostWaiting)
        return fail(ErrorCode::Overloaded, "too_many_jobs",
                    "Too many jobs are waiting; try again when one of them is done", {{"waiting", m_waiting.size()}});
    auto job = std::make_shared<Job>();
    job->id = newUuid();
    job->kind = std::move(kind);
    job->work = std::move(work);
    job->createdAt = now();
    m_jobs.emplace(job->id, job);
    m_waiting.push_back(job);
    m_wake.notify_one();
    return job->id;
}

Result<json> Jobs::find(const std::string& id)
{
    const std::scoped_lock lock(m_mutex);
    dropOld();
    const auto it = m_jobs.find(id);
    return it == m_jobs.end() ? Result<json>(unknown(id)) : it->second->document();
}

Result<json> Jobs::cancel(const std::string& id)
{
    const std::scoped_lock lock(m_mutex);
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return unknown(id);
    Job& job = *it->second;
    if (job.status == Status::Queued)
        std::erase(m_waiting, it->second);
    if (job.status == Status::Queued || job.status == Status::Running) {
        job.watch.m_cancelled = true; // a running one ends at its next step; what it returns is dropped
        finish(job, Status::Cancelled);
    }
    return job.document();
}

void Jobs::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        m_waiting.clear();
        for (auto& [id, job] : m_jobs)
            job->watch.m_cancelled = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Jobs::finish(Job& job, Status status)
{
    job.status = status;
    job.finishedAt = now();
    job.work = nullptr;
    m_finished.push_back(job.id);
}

void Jobs::dropOld()
{
    const Timestamp oldest = now() - std::chrono::duration_cast<Duration>(kKeptFor);
    while (!m_finished.empty()) {
        const auto it = m_jobs.find(m_finished.front());
        if (m_finished.size() <= kMostKept && it->second->finishedAt > oldest)
            return;
        m_jobs.erase(it);
        m_finished.pop_front();
    }
}

void Jobs::serve()
{
    // On Linux of this thread alone: what serves goes first. Should it be refused, the job only competes harder.
    (void)setpriority(PRIO_PROCESS, 0, kNiceness);
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            return;
        const std::shared_ptr<Job> job = m_waiting.front();
        m_waiting.pop_front();
        job->status = Status::Running;
        job->watch.m_deadline = Watch::Clock::now() + kLongest;
        const Work work = std::move(job->work);
        lock.unlock();
        auto result = resultOf(m_onFault, [&] { return work(job->watch); });
        const bool isLate = job->watch.isOver();
        lock.lock();
        if (job->status != Status::Running)
            continue; // cancelled meanwhile
        if (result && isLate)
            result = fail(ErrorCode::Unavailable, "too_long", "The job took longer than ten minutes and was ended");
        if (result)
            job->result = std::move(*result);
        else
            job->error = std::move(result.error());
        finish(*job, job->error ? Status::Failed : Status::Done);
    }
}

} // namespace xp::service
