// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/row.h"

#include <QSqlQuery>
#include <QVariant>
#include <charconv>
#include <libpq-fe.h>
#include <sqlite3.h>

namespace xp {

namespace {

std::string_view textOf(const PGresult* result, int row, int column)
{
    return {PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))};
}

template <typename Number>
Number numberOf(const PGresult* result, int row, int column)
{
    const std::string_view text = textOf(result, row, column);
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

std::int64_t Row::integer(int column) const
{
    if (m_statement)
        return sqlite3_column_int64(m_statement, column);
    return m_query ? m_query->value(column).toLongLong() : numberOf<std::int64_t>(m_result, m_row, column);
}

double Row::real(int column) const
{
    if (m_statement)
        return sqlite3_column_double(m_statement, column);
    return m_query ? m_query->value(column).toDouble() : numberOf<double>(m_result, m_row, column);
}

std::string Row::text(int column) const
{
    return m_query ? m_query->value(column).toString().toStdString() : std::string(view(column));
}

std::string_view Row::view(int column) const
{
    Q_ASSERT(!m_query);
    if (!m_statement)
        return textOf(m_result, m_row, column);
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Row::isNull(int column) const
{
    if (m_statement)
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    return m_query ? m_query->isNull(column) : PQgetisnull(m_result, m_row, column) != 0;
}

} // namespace xp
