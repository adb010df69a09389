// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/rowset.h"

namespace xp {

std::string RowSet::withRows(std::string sql, std::string_view clause)
{
    constexpr std::string_view kRows = "{rows}";
    return sql.replace(sql.find(kRows), kRows.size(), clause);
}

std::string RowSet::unnestClause() const
{
    std::string clause = "SELECT ";
    for (std::size_t i = 1; i <= width(); ++i)
        clause += (i == 1 ? "unnest($" : ", unnest($") + std::to_string(i) + ")";
    return clause;
}

} // namespace xp
