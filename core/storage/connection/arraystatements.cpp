// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/arraystatements.h"

#include <QtEndian>
#include <bit>
#include <charconv>
#include <libpq-fe.h>
#include <memory>

namespace xp {

namespace {

using Answer = std::unique_ptr<PGresult, decltype([](PGresult* result) { PQclear(result); })>;

/// Of an element and of its array:
/// https://github.com/postgres/postgres/blob/REL_15_STABLE/src/include/catalog/pg_type.dat
struct Type
{
    Oid element;
    Oid array;
};

constexpr Type typeOf(RowSet::Column column)
{
    switch (column) {
    case RowSet::Integer:
        return {20, 1016};
    case RowSet::Real:
        return {701, 1022};
    case RowSet::Text:
        break;
    }
    return {25, 1009};
}

template <typename Number>
void append(std::string& out, Number number)
{
    const Number big = qToBigEndian(number);
    out.append(reinterpret_cast<const char*>(&big), sizeof(big));
}

void appendElement(std::string& out, const RowSet::Cell& cell)
{
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        append(out, static_cast<std::int32_t>(text->size()));
        out.append(*text);
        return;
    }
    if (std::holds_alternative<RowSet::Null>(cell)) {
        append(out, std::int32_t{-1});
        return;
    }
    append(out, std::int32_t{8});
    const auto* integer = std::get_if<std::int64_t>(&cell);
    append(out, integer ? *integer : std::bit_cast<std::int64_t>(std::get<double>(cell)));
}

/// As array_recv() reads it: dimensions, whether there are NULLs, the elements' type; size and first index of the
/// dimension; the elements, each after its size (-1: NULL). All of them big-endian.
std::string binaryArray(const RowSet& rows, std::size_t column)
{
    bool hasNulls = false;
    for (std::size_t row = 0; row < rows.size() && !hasNulls; ++row)
        hasNulls = std::holds_alternative<RowSet::Null>(rows.cell(row, column));
    std::string out;
    append(out, std::int32_t{1});
    append(out, std::int32_t{hasNulls ? 1 : 0});
    append(out, static_cast<std::uint32_t>(typeOf(rows.column(column)).element));
    append(out, static_cast<std::int32_t>(rows.size()));
    append(out, std::int32_t{1});
    for (std::size_t row = 0; row < rows.size(); ++row)
        appendElement(out, rows.cell(row, column));
    return out;
}

ArrayStatements::Fault faultOf(PGconn* connection, const PGresult* result)
{
    const auto field = [&](int code) {
        const char* text = result ? PQresultErrorField(result, code) : nullptr;
        return std::string(text ? text : "");
    };
    std::string detail = field(PG_DIAG_MESSAGE_PRIMARY);
    return {field(PG_DIAG_SQLSTATE), detail.empty() ? std::string(PQerrorMessage(connection)) : std::move(detail)};
}

Answer prepare(PGconn* connection, const std::string& name, const std::string& sql, const RowSet& rows)
{
    std::vector<Oid> types;
    for (std::size_t column = 0; column < rows.width(); ++column)
        types.push_back(typeOf(rows.column(column)).array);
    return Answer(PQprepare(connection, name.c_str(), sql.c_str(), static_cast<int>(types.size()), types.data()));
}

Answer execute(PGconn* connection, const std::string& name, const RowSet& rows)
{
    std::vector<std::string> arrays;
    for (std::size_t column = 0; column < rows.width(); ++column)
        arrays.push_back(binaryArray(rows, column));
    std::vector<const char*> values;
    std::vector<int> lengths;
    for (const std::string& array : arrays) {
        values.push_back(array.data());
        lengths.push_back(static_cast<int>(array.size()));
    }
    const std::vector<int> formats(arrays.size(), 1);
    return Answer(PQexecPrepared(connection, name.c_str(), static_cast<int>(arrays.size()), values.data(),
                                 lengths.data(), formats.data(), 0));
}

} // namespace

tl::expected<std::int64_t, ArrayStatements::Fault> ArrayStatements::run(pg_conn* connection, const std::string& sql,
                                                                        const RowSet& rows,
                                                                        const std::function<void(const Row&)>& onRow)
{
    auto prepared = m_names.find(sql);
    if (prepared == m_names.end()) {
        std::string name = "xp_" + std::to_string(m_names.size());
        if (const Answer made = prepare(connection, name, sql, rows); PQresultStatus(made.get()) != PGRES_COMMAND_OK)
            return tl::unexpected(faultOf(connection, made.get()));
        prepared = m_names.emplace(sql, std::move(name)).first;
    }
    const Answer answer = execute(connection, prepared->second, rows);
    switch (PQresultStatus(answer.get())) {
    case PGRES_COMMAND_OK: {
        const std::string_view changed = PQcmdTuples(answer.get());
        std::int64_t count = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), count);
        return count;
    }
    case PGRES_TUPLES_OK:
        for (int row = 0; onRow && row < PQntuples(answer.get()); ++row)
            onRow(Row(*answer, row));
        return PQntuples(answer.get());
    default:
        return tl::unexpected(faultOf(connection, answer.get()));
    }
}

} // namespace xp
