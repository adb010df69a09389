// SPDX-License-Identifier: Apache-2.0
#include "core/storage/row.h"

#include <QSqlQuery>
#include <QVariant>
#include <charconv>
#include <libpq-fe.h>
#include <string_view>

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
    return m_query ? m_query->value(column).toLongLong() : numberOf<std::int64_t>(m_result, m_row, column);
}

double Row::real(int column) const
{
    return m_query ? m_query->value(column).toDouble() : numberOf<double>(m_result, m_row, column);
}

std::string Row::text(int column) const
{
    return m_query ? m_query->value(column).toString().toStdString() : std::string(textOf(m_result, m_row, column));
}

bool Row::isNull(int column) const
{
    return m_query ? m_query->isNull(column) : PQgetisnull(m_result, m_row, column) != 0;
}

} // namespace xp
