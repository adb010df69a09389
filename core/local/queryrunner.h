// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/reply.h"
#include "core/files/datafile.h"
#include "core/files/querysource.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <thread>
#include <vector>

namespace xp {

/// Runs queries of databases that are not ours, each on a thread of its own, and makes a table of each: a file that
/// lives as long as this. Must be used from one thread, whose event loop brings the answers.
class QueryRunner : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~QueryRunner() override; ///< ends what is under way

    /// `password` goes with the source's URL. Errors: those of writeTable, with a field each where it is about one:
    /// `database`, `exposures`, `facts`. Cancelling the reply ends the statement.
    Reply<DataFile> run(const QuerySource& source, const QString& password);

private:
    struct Job;
    static Result<DataFile> read(Job& job);

    QTemporaryDir m_folder;
    int m_tables = 0;
    std::vector<std::pair<std::shared_ptr<Job>, std::thread>> m_jobs;
};

} // namespace xp
