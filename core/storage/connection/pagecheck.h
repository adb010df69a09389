// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <string>

namespace xp {

class Connection;

enum class PageCheck {
    Beginnings,     ///< what leads to the first row of each table and index, their root pages first: takes no time
    Pages,          ///< each page of a table and index: takes as long as reading the file
    PagesAndIndexes ///< also that indexes hold what their tables do: takes several times as long
};

/// Internal `database_corrupt`, with what was found first, for a SQLite file that is damaged. Nothing is looked at on
/// PostgreSQL. `database`: under which name it is attached.
Result<void> checkPages(Connection& connection, PageCheck extent, const std::string& database = "main");

} // namespace xp
