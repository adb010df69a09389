// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/jsonreader.h"
#include "core/domain/moments.h"
#include "core/domain/wideinteger.h"

#include <limits>

// Tables of exact sums as JSON: `{columns, rows}`, the columns of Moments last.
namespace xp::tables {

inline constexpr std::size_t kMostDigits = 60; ///< of any sum; limbs hold less

template <std::size_t N>
nlohmann::json wideToJson(const Limbs<N>& limbs)
{
    return toWide(limbs).str();
}

/// Takes the cells of one row in order; a wrong one makes the row wrong.
class RowReader
{
public:
    explicit RowReader(const nlohmann::json& row) : m_row(row), m_isGood(row.is_array()) {}

    bool isGood() const { return m_isGood && m_next == m_row.size(); }

    template <typename T>
    RowReader& whole(T& to)
    {
        const nlohmann::json* cell = next();
        if (!cell || !cell->is_number_integer()) {
            m_isGood = false;
            return *this;
        }
        const auto value = cell->get<std::int64_t>();
        to = static_cast<T>(value);
        m_isGood = m_isGood && static_cast<std::int64_t>(to) == value;
        return *this;
    }

    RowReader& day(std::int32_t& to)
    {
        const nlohmann::json* cell = next();
        const auto time = cell && cell->is_string() ? parseIso8601(cell->get_ref<const std::string&>()) : std::nullopt;
        m_isGood = m_isGood && time.has_value();
        to = time ? dayOf(*time) : 0;
        return *this;
    }

    template <std::size_t N>
    RowReader& wide(Limbs<N>& to)
    {
        const nlohmann::json* cell = next();
        m_isGood = m_isGood && cell && cell->is_string() && readWide(cell->get_ref<const std::string&>(), to);
        return *this;
    }

    RowReader& moments(Moments& m)
    {
        return whole(m.units)
            .whole(m.converted)
            .whole(m.count)
            .wide(m.countSquares)
            .wide(m.sum)
            .wide(m.sumSquares)
            .wide(m.cross);
    }

private:
    const nlohmann::json* next() { return m_isGood && m_next < m_row.size() ? &m_row[m_next++] : fail(); }
    const nlohmann::json* fail()
    {
        m_isGood = false;
        return nullptr;
    }

    template <std::size_t N>
    static bool readWide(std::string_view text, Limbs<N>& to)
    {
        const bool isNegative = text.starts_with('-');
        if (isNegative)
            text.remove_prefix(1);
        if (text.empty() || text.size() > kMostDigits)
            return false;
        WideInteger rest = 0;
        for (const char c : text) {
            if (c < '0' || c > '9')
                return false;
            rest = rest * 10 + (c - '0');
        }
        for (std::size_t i = 0; i < N; ++i) {
            const bool isTop = i + 1 == N;
            if (isTop && rest > std::numeric_limits<std::int64_t>::max())
                return false;
            const auto limb = isTop ? rest.convert_to<std::int64_t>()
                                    : WideInteger(rest & WideInteger(0xFFFFFFFFu)).convert_to<std::int64_t>();
            to[i] = isNegative ? -limb : limb;
            rest >>= 32;
        }
        return true;
    }

    const nlohmann::json& m_row;
    std::size_t m_next = 0;
    bool m_isGood;
};

inline nlohmann::json dayToJson(std::int32_t day)
{
    return toIso8601(Timestamp(std::chrono::sys_days(std::chrono::days(day)))).substr(0, 10);
}

inline void appendMoments(nlohmann::json& row, const Moments& m)
{
    for (nlohmann::json cell :
         {nlohmann::json(m.units), nlohmann::json(m.converted), nlohmann::json(m.count), wideToJson(m.countSquares),
          wideToJson(m.sum), wideToJson(m.sumSquares), wideToJson(m.cross)})
        row.push_back(std::move(cell));
}

/// A table without rows; the columns of Moments are added to those given.
inline nlohmann::json table(nlohmann::json columns)
{
    for (const char* name : {"units", "converted", "count", "count_squares", "sum", "sum_squares", "cross"})
        columns.push_back(name);
    return {{"columns", std::move(columns)}, {"rows", nlohmann::json::array()}};
}

/// Calls `read(RowReader&, cell)` for every row of the table `name`; adds the cells to `cells`.
template <typename Cell, typename Read>
void readTable(JsonReader& reader, const char* name, std::vector<Cell>& cells, std::vector<FieldError>& errors,
               Read read)
{
    const nlohmann::json* field = reader.find(name);
    const nlohmann::json* rows = field && field->is_object() && field->contains("rows") ? &(*field)["rows"] : nullptr;
    if (!rows || !rows->is_array())
        return reader.note(name, field ? "type" : "required", field ? "is not a table of rows" : "is missing");
    for (std::size_t i = 0; i < rows->size(); ++i) {
        RowReader row((*rows)[i]);
        Cell cell;
        read(row, cell);
        if (!row.isGood()) {
            const std::string path = reader.pathOf(name) + ".rows[" + std::to_string(i) + "]";
            errors.push_back({path, "type", path + " is not a row of this table"});
            return;
        }
        cells.push_back(std::move(cell));
    }
}

} // namespace xp::tables
