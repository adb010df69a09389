// SPDX-License-Identifier: Apache-2.0
#include "core/files/csvwriter.h"

#include "core/files/cellvalue.h"

#include <algorithm>
#include <array>

namespace xp {

namespace {

bool startsFormula(std::string_view text)
{
    constexpr std::array<std::string_view, 11> kStarts{
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    return std::ranges::any_of(kStarts, [&](std::string_view start) { return text.starts_with(start); });
}

} // namespace

void CsvWriter::cell(std::string_view text)
{
    if (m_rowBegun)
        m_out.push_back(m_style.delimiter);
    // A row of one empty cell would be an empty line, which readers skip, and a byte order mark that begins the first
    // cell would be the file's; quotes keep both.
    const bool needsQuotes = !m_rowBegun && (text.empty() || text.starts_with("\xEF\xBB\xBF"));
    m_rowBegun = true;
    const bool guarded = m_style.guardFormulas && startsFormula(text) && !parseDecimal(text);
    // A spreadsheet may take a semicolon or a tab for the separator, whatever the file's is.
    const bool quoted = needsQuotes || text.find_first_of("\"\r\n;\t") != std::string_view::npos ||
                        text.find(m_style.delimiter) != std::string_view::npos;
    if (quoted)
        m_out.push_back('"');
    if (guarded)
        m_out.push_back('\'');
    for (const char c : text) {
        if (c == '"')
            m_out.push_back('"');
        m_out.push_back(c);
    }
    if (quoted)
        m_out.push_back('"');
}

void CsvWriter::endRow()
{
    m_out.append(m_style.lineEnd);
    m_rowBegun = false;
}

} // namespace xp
