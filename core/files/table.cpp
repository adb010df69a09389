// SPDX-License-Identifier: Apache-2.0
#include "core/files/table.h"

#include "core/files/csvwriter.h"

#include <algorithm>
#include <charconv>

namespace xp {

namespace {

using nlohmann::json;

const json* stepInto(const json& value, std::string_view step)
{
    if (value.is_object()) {
        const auto it = value.find(step);
        return it == value.end() ? nullptr : &*it;
    }
    std::size_t index = 0;
    const auto [end, ec] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool isIndex = ec == std::errc() && end == step.data() + step.size();
    return value.is_array() && isIndex && index < value.size() ? &value[index] : nullptr;
}

json at(const json& row, std::string_view path)
{
    const json* value = &row;
    while (value && !path.empty()) {
        const std::size_t end = std::min(path.find('.'), path.size());
        value = stepInto(*value, path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return value ? *value : json();
}

std::string textOf(const json& value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

void appendRows(Table& table, const std::vector<Column>& columns, const json& list)
{
    for (const json& row : list) {
        std::vector<json>& cells = table.rows.emplace_back();
        for (const Column& column : columns)
            cells.push_back(at(row, column.path));
    }
}

Table tableOf(const std::vector<Column>& columns, const json& list)
{
    Table table;
    for (const Column& column : columns)
        table.columns.emplace_back(column.name);
    appendRows(table, columns, list);
    return table;
}

std::string csvOf(const Table& table)
{
    std::string text;
    CsvWriter writer(text);
    for (const std::string& name : table.columns)
        writer.cell(name);
    writer.endRow();
    for (const std::vector<json>& row : table.rows) {
        for (const json& cell : row)
            writer.cell(textOf(cell));
        writer.endRow();
    }
    return text;
}

} // namespace xp
