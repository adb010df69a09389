// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/storage/connection/databaseurl.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xp {

struct ReadLimits
{
    std::int64_t rows = 10'000'000;          ///< of one answer
    std::chrono::milliseconds time{300'000}; ///< of one statement
};

/// Reads a database that is not ours, with SQL that its owner wrote. One statement at a time, within one transaction
/// that only reads, so that two answers tell of one moment; row by row, so that an answer may be larger than memory.
class ExternalReader
{
public:
    /// Opens a connection of its own. Errors have the field `database`: Unavailable, with the database's own words.
    static Result<std::unique_ptr<ExternalReader>> open(const DatabaseUrl& url, const ReadLimits& limits = {});
    virtual ~ExternalReader() = default;

    /// Cells as text: true and false for booleans, ISO 8601 in UTC for times, numbers with the digits that read back as
    /// the same double; nothing for NULL.
    using Cells = std::vector<std::optional<std::string>>;
    struct Sink
    {
        std::function<Result<void>(const std::vector<std::string>& columns)> columns;
        std::function<Result<void>(const Cells& cells)> row; ///< an error ends the reading
    };

    /// Hands over the names of the columns, then every row; returns how many there were. `field` is what errors are
    /// about: Invalid for what the database says of the statement, for more than one statement, for one that writes,
    /// and for more rows or time than the limits allow.
    virtual Result<std::int64_t> read(const std::string& field, const std::string& sql, const Sink& sink) = 0;

    /// Ends a reading that is under way, from any thread; it then fails with `cancelled`.
    virtual void cancel() = 0;
};

/// An error of a field that says what is wrong in the database's own words.
Failure wrongQuery(ErrorCode code, const std::string& field, std::string words);

} // namespace xp
