// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/external/externalreader.h"

namespace xp {

Result<std::unique_ptr<ExternalReader>> openExternalPostgres(const DatabaseUrl& url, const ReadLimits& limits);
Result<std::unique_ptr<ExternalReader>> openExternalSqlite(const DatabaseUrl& url, const ReadLimits& limits);

Failure tooManyRows(const std::string& field, const ReadLimits& limits);
Failure tookTooLong(const std::string& field, const ReadLimits& limits);
Failure readingCancelled();

} // namespace xp
