// SPDX-License-Identifier: Apache-2.0
#include "core/local/demofeed.h"

#include "core/engine/lessonteller.h"

namespace xp {

Result<std::unique_ptr<TemporaryDatabase>> TemporaryDatabase::make()
{
    auto database = std::make_unique<TemporaryDatabase>();
    if (!database->m_folder.isValid())
        return fail(ErrorCode::Unavailable, "no_temporary_folder",
                    "No temporary folder can be made: " + database->m_folder.errorString().toStdString());
    auto url = parseDatabaseUrl("sqlite:///" + database->m_folder.filePath(QStringLiteral("demo.db")).toStdString());
    if (!url)
        return Failure(std::move(url.error()));
    database->m_url = std::move(*url);
    return database;
}

DemoFeed::DemoFeed(const DatabaseUrl& url)
    : m_catalog({}), m_commits(url, GroupCommit::Options{}), m_assigner(m_commits)
{
}

Result<std::unique_ptr<DemoFeed>> DemoFeed::start(Store& store, const DatabaseUrl& url, const std::atomic<bool>& stop)
{
    const Timestamp at = now();
    for (const Lesson& lesson : lessons()) {
        if (stop)
            return fail(ErrorCode::Unavailable, "stopping", "The demo was ended before it had begun");
        if (auto told = tellLesson(store, lesson, at); !told)
            return Failure(std::move(told.error()));
    }
    auto feed = std::unique_ptr<DemoFeed>(new DemoFeed(url));
    if (auto loaded = feed->m_catalog.refresh(store); !loaded)
        return Failure(std::move(loaded.error()));
    feed->m_simulator = std::make_unique<Simulator>(feed->m_catalog, feed->m_assigner, Simulator::Options{});
    return feed;
}

} // namespace xp
