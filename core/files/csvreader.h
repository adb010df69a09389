// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/textsource.h"

#include <array>
#include <string>
#include <string_view>

namespace xp {

struct CsvOptions
{
    std::optional<char> delimiter; ///< without one: the most frequent of , ; tab | in the first line
    TextEncoding encoding = TextEncoding::Detect;
    std::size_t maxField = std::size_t{1} << 20; ///< bytes
    std::size_t maxColumns = 10000;
};

/// Reads comma-separated values (RFC 4180) in one pass and bounded memory. Quoted fields may hold delimiters, doubled
/// quotes and line ends; lines end with LF, CRLF or CR; empty lines are skipped. Every line has as many fields as the
/// first. Anything else is an error (Invalid) that names the line, in the argument `line` too: a quote inside an
/// unquoted field, text after a closing quote, a quote that is never closed, U+0000, invalid UTF-8, a field or a line
/// over its limit. After an error there is nothing more to read.
class CsvReader
{
public:
    /// NotFound when the file cannot be opened; `-` is the standard input.
    static Result<CsvReader> open(const std::string& path, const CsvOptions& options = {});
    explicit CsvReader(std::unique_ptr<QIODevice> device, const CsvOptions& options = {});

    /// Reads the next record; false at the end.
    Result<bool> next();
    /// The record's fields, without quotes; valid until the next call of next().
    std::span<const std::string_view> fields() const { return m_fields; }
    /// The line (from 1) on which the record begins.
    std::int64_t line() const { return m_line; }

    char delimiter() const { return m_delimiter; } ///< known after the first next()
    std::int64_t bytesRead() const { return m_source.bytesRead(); }
    std::optional<std::int64_t> size() const { return m_source.size(); }

private:
    /// Where a field lies in the record, quotes left out.
    struct Bounds
    {
        std::size_t begin;
        std::size_t end;
        bool doubledQuotes;
    };
    enum class Stop { Field, Record, End };

    const char* record() const { return m_buffer.data() + m_begin; }
    Result<bool> refill(std::size_t scanned);
    Result<void> guessDelimiter();
    Result<Stop> readField(std::size_t& at);
    Result<Stop> readQuoted(std::size_t& at);
    Result<Stop> closeField(std::size_t& at, Bounds bounds);
    Result<Stop> endOfLine(std::size_t& at);
    Result<bool> finish(std::size_t length);
    std::string_view unquoted(const Bounds& bounds);
    Failure wrong(std::int64_t line, std::string reason, std::string what);

    TextSource m_source;
    CsvOptions m_options;
    char m_delimiter = 0;
    std::array<bool, 256> m_stopsPlain{};
    std::vector<char> m_buffer; ///< ends with a U+0000, so that scans need no end
    std::size_t m_begin = 0;    ///< of the present record
    std::size_t m_end = 0;
    bool m_sourceEnded = false;
    bool m_failed = false;
    std::size_t m_columns = 0; ///< of the first record; 0 before it
    std::int64_t m_line = 0;
    std::int64_t m_nextLine = 1;
    std::size_t m_nextRecord = 0; ///< length of the present record with its line end
    std::vector<Bounds> m_bounds;
    std::vector<std::string_view> m_fields;
};

} // namespace xp
