// SPDX-License-Identifier: Apache-2.0
#include "core/storage/external/externalreader.h"

#include "core/storage/external/externalreaders.h"

namespace xp {

Result<std::unique_ptr<ExternalReader>> ExternalReader::open(const DatabaseUrl& url, const ReadLimits& limits)
{
    return url.engine == DatabaseUrl::Engine::Postgres ? openExternalPostgres(url, limits)
                                                       : openExternalSqlite(url, limits);
}

Failure wrongQuery(ErrorCode code, const std::string& field, std::string words)
{
    while (!words.empty() && (words.back() == '\n' || words.back() == ' '))
        words.pop_back();
    Error error{code, Sentence{"query_failed", {{"field", field}}, words}, {{field, "query", words}}};
    return Failure(std::move(error));
}

Failure tooManyRows(const std::string& field, const ReadLimits& limits)
{
    return wrongQuery(ErrorCode::Invalid, field,
                      "The query has more than " + std::to_string(limits.rows) +
                          " rows, which is the limit; narrow it, or raise the limit");
}

Failure tookTooLong(const std::string& field, const ReadLimits& limits)
{
    return wrongQuery(ErrorCode::Invalid, field,
                      "The query took longer than " + std::to_string(limits.time.count() / 1000) +
                          " s, which is the limit; narrow it, or raise the limit");
}

Failure readingCancelled()
{
    return fail(ErrorCode::Conflict, "cancelled", "The reading was cancelled");
}

} // namespace xp
