// SPDX-License-Identifier: Apache-2.0
#include "core/engine/querytable.h"

#include "core/domain/fieldreader.h"
#include "core/files/cellvalue.h"
#include "core/files/csvwriter.h"

#include <algorithm>
#include <unordered_map>

namespace xp {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

std::string withSince(std::string sql, const std::string& since)
{
    for (std::size_t at = sql.find(kSince); at != std::string::npos; at = sql.find(kSince, at))
        sql.replace(at, kSince.size(), '\'' + since + '\'');
    return sql;
}

/// The facts, added up for each unit. Sums are written with the decimals of what they are made of: 0.1 and 0.2 are 0.3.
struct FactSums
{
    std::vector<std::string> columns; ///< the unit's, then the numbers'
    std::vector<int> decimals;
    std::unordered_map<std::string, std::vector<double>> sums;

    Result<void> add(const ExternalReader::Cells& cells)
    {
        if (!cells.front())
            return {};
        auto& sum = sums.try_emplace(*cells.front(), std::vector<double>(decimals.size())).first->second;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            if (!cells[i])
                continue;
            const auto number = parseDecimal(*cells[i]);
            const auto word = number ? std::nullopt : parseBoolean(*cells[i]);
            if (!number && !word)
                return wrongQuery(ErrorCode::Invalid, "facts",
                                  "The column " + shown(columns[i]) + " has the value " + shown(*cells[i]) +
                                      "; facts are numbers, which are added up for each unit");
            sum[i - 1] += number ? number->value : (*word ? 1 : 0);
            if (number)
                decimals[i - 1] = std::max(decimals[i - 1], number->decimals);
        }
        return {};
    }

    std::string text(const std::vector<double>* of, std::size_t column) const
    {
        return of ? QByteArray::number((*of)[column], 'f', std::min(decimals[column], 15)).toStdString() : "0";
    }
};

Result<FactSums> readFacts(ExternalReader& reader, const QuerySource& source, const std::string& since)
{
    FactSums facts;
    const ExternalReader::Sink sink{.columns = [&](const std::vector<std::string>& columns) -> Result<void> {
                                        facts.columns = columns;
                                        facts.decimals.resize(columns.size() - 1);
                                        if (columns.size() < 2)
                                            return wrongQuery(
                                                ErrorCode::Invalid, "facts",
                                                "Facts have a column of the unit and at least one of numbers");
                                        return {};
                                    },
                                    .row = [&](const ExternalReader::Cells& cells) { return facts.add(cells); }};
    auto read = reader.read("facts", withSince(source.facts, since), sink);
    if (!read)
        return Failure(std::move(read.error()));
    return facts;
}

/// Writes the exposures as they come, each with its facts.
class TableWriter
{
public:
    TableWriter(const FactSums& facts, QIODevice& out)
        : m_facts(facts), m_out(out), m_csv(m_text, {.lineEnd = "\n", .guardFormulas = false})
    {
    }

    Result<void> begin(const std::vector<std::string>& columns)
    {
        for (const std::string& column : columns)
            m_csv.cell(column);
        if (!m_facts.columns.empty()) {
            const auto unit = std::ranges::find(columns, m_facts.columns.front());
            if (unit == columns.end())
                return wrongQuery(ErrorCode::Invalid, "facts",
                                  "The first column of the facts is " + shown(m_facts.columns.front()) +
                                      ", which the exposures do not have: it must be called as their unit's");
            m_unit = std::size_t(unit - columns.begin());
            std::for_each(m_facts.columns.begin() + 1, m_facts.columns.end(),
                          [&](const std::string& column) { m_csv.cell(column); });
        }
        m_csv.endRow();
        return {};
    }

    Result<void> add(const ExternalReader::Cells& cells)
    {
        for (const auto& cell : cells)
            m_csv.cell(cell.value_or(""));
        if (!m_facts.columns.empty()) {
            const auto found = m_facts.sums.find(cells[m_unit].value_or(""));
            const auto* sums = found == m_facts.sums.end() ? nullptr : &found->second;
            for (std::size_t i = 0; i < m_facts.decimals.size(); ++i)
                m_csv.cell(m_facts.text(sums, i));
        }
        m_csv.endRow();
        return m_text.size() < kBlock ? Result<void>{} : flush();
    }

    Result<void> flush()
    {
        if (m_out.write(m_text.data(), qint64(m_text.size())) != qint64(m_text.size()))
            return fail(ErrorCode::Unavailable, "file_not_writable",
                        "cannot write the table: " + m_out.errorString().toStdString());
        m_text.clear();
        return {};
    }

private:
    const FactSums& m_facts;
    QIODevice& m_out;
    std::string m_text;
    CsvWriter m_csv;
    std::size_t m_unit = 0;
};

} // namespace

Result<std::int64_t> writeTable(ExternalReader& reader, const QuerySource& source, const std::string& since,
                                QIODevice& out)
{
    auto facts = source.facts.empty() ? Result<FactSums>(FactSums()) : readFacts(reader, source, since);
    if (!facts)
        return Failure(std::move(facts.error()));
    TableWriter writer(*facts, out);
    auto rows = reader.read("exposures", withSince(source.exposures, since),
                            {.columns = [&](const auto& columns) { return writer.begin(columns); },
                             .row = [&](const auto& cells) { return writer.add(cells); }});
    if (!rows)
        return rows;
    if (auto flushed = writer.flush(); !flushed)
        return Failure(std::move(flushed.error()));
    return rows;
}

} // namespace xp
