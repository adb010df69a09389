// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp {

struct CsvStyle
{
    char delimiter = ',';
    std::string_view lineEnd = "\r\n"; ///< of RFC 4180
    /// For tables that people open in a spreadsheet: a cell that it would run as a formula (one that begins with
    /// = + - @, their full-width forms, tab, CR or LF) gets a leading apostrophe, unless it is a number.
    bool guardFormulas = true;
};

/// Appends comma-separated values to a text that its owner writes out and clears as it likes. A cell that holds what
/// separates cells, here or by another reader's settings (semicolon, tab), stands in quotes.
class CsvWriter
{
public:
    explicit CsvWriter(std::string& out, CsvStyle style = {}) : m_out(out), m_style(style) {}

    void cell(std::string_view text);
    void endRow();

private:
    std::string& m_out;
    CsvStyle m_style;
    bool m_rowBegun = false;
};

} // namespace xp
