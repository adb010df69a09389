// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// Named columns over flat rows, to be written as CSV.
struct Table
{
    std::vector<std::string> columns;
    std::vector<std::vector<nlohmann::json>> rows; ///< as many cells as columns
};

/// Where a column's cells stand in the object that a row is made of: `interval.0` is the first of a pair in the field
/// `interval`. What is not there is null.
struct Column
{
    std::string_view name;
    std::string_view path;
};

/// One row for each object of a list.
void appendRows(Table& table, const std::vector<Column>& columns, const nlohmann::json& list);
Table tableOf(const std::vector<Column>& columns, const nlohmann::json& list);

/// RFC 4180 with a header, formulas guarded (see CsvStyle). Null is an empty cell, true and false are words, numbers
/// have the digits that read back as the same double, a list or an object is its JSON text.
std::string csvOf(const Table& table);

} // namespace xp
