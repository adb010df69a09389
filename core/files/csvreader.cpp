// SPDX-License-Identifier: Apache-2.0
#include "core/files/csvreader.h"

#include "core/domain/identifiers.h"

#include <QFile>
#include <algorithm>
#include <cstring>

namespace xp {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::string_view kDelimiters = ",;\t|";

constexpr std::array<bool, 256> stops(std::string_view characters)
{
    std::array<bool, 256> table{};
    for (const char c : characters)
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

/// What ends the plain run of characters inside quotes.
constexpr auto kStopsQuoted = stops(std::string_view("\"\r\n\0", 4));

/// The first stop at or after `from`; the text ends with one (U+0000).
std::size_t scan(const char* text, std::size_t from, const std::array<bool, 256>& stops)
{
    while (!stops[static_cast<unsigned char>(text[from])])
        ++from;
    return from;
}

bool isAscii(const char* text, std::size_t length)
{
    std::uint64_t bits = 0;
    for (; length >= sizeof bits; length -= sizeof bits, text += sizeof bits) {
        std::uint64_t word = 0;
        std::memcpy(&word, text, sizeof word);
        bits |= word;
    }
    for (; length > 0; --length, ++text)
        bits |= static_cast<unsigned char>(*text) & 0x80u;
    return (bits & 0x8080808080808080u) == 0;
}

} // namespace

Result<CsvReader> CsvReader::open(const std::string& path, const CsvOptions& options)
{
    auto file = std::make_unique<QFile>(QString::fromStdString(path));
    const bool opened = path == "-" ? file->open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                                    : file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!opened)
        return fail(ErrorCode::NotFound, "file_not_readable",
                    "cannot read " + path + ": " + file->errorString().toStdString(), {{"file", path}});
    return CsvReader(std::move(file), options);
}

CsvReader::CsvReader(std::unique_ptr<QIODevice> device, const CsvOptions& options)
    : m_source(std::move(device), options.encoding), m_options(options), m_buffer(kBlock + 1)
{
}

Failure CsvReader::wrong(std::int64_t line, std::string reason, std::string what)
{
    m_failed = true;
    return fail(ErrorCode::Invalid, std::move(reason), "line " + std::to_string(line) + ": " + std::move(what),
                {{"line", line}});
}

/// Makes more of the present record available, moving it to the buffer's start; false at the end of the source.
Result<bool> CsvReader::refill(std::size_t scanned)
{
    if (m_sourceEnded)
        return false;
    const std::size_t limit = std::max(kBlock, 2 * m_options.maxField) * 8;
    if (scanned > limit)
        return wrong(m_line, "csv_line_too_long", "is longer than " + std::to_string(limit) + " bytes");
    const std::size_t kept = m_end - m_begin;
    std::memmove(m_buffer.data(), record(), kept);
    m_begin = 0;
    m_end = kept;
    if (m_buffer.size() - 1 - kept < kBlock / 2)
        m_buffer.resize(2 * m_buffer.size());
    const auto got = m_source.read(std::span(m_buffer).subspan(kept, m_buffer.size() - 1 - kept));
    if (!got) {
        m_failed = true;
        return Failure(got.error());
    }
    m_end += *got;
    m_buffer[m_end] = '\0';
    m_sourceEnded = *got == 0;
    return *got > 0;
}

Result<void> CsvReader::guessDelimiter()
{
    m_delimiter = m_options.delimiter.value_or(',');
    std::array<std::size_t, kDelimiters.size()> counts{};
    bool quoted = false;
    bool begun = false;
    std::size_t at = 0;
    // The first line may go on within quotes; one that is too long is judged by its beginning.
    constexpr std::size_t kFarEnough = kBlock / 2;
    const auto reachesLineEnd = [&] {
        for (; at < std::min(m_end, kFarEnough); ++at) {
            const char c = m_buffer[at];
            quoted = quoted != (c == '"');
            const bool lineEnd = !quoted && (c == '\n' || c == '\r');
            if (lineEnd && begun)
                return true;
            begun = begun || !lineEnd;
            if (const std::size_t which = kDelimiters.find(c); !quoted && which != std::string_view::npos)
                ++counts[which];
        }
        return at == kFarEnough;
    };
    // A pipe may give a few bytes at a time.
    while (!m_options.delimiter && !reachesLineEnd()) {
        const auto more = refill(0);
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
    }
    const auto most = std::ranges::max_element(counts);
    if (*most > 0)
        m_delimiter = kDelimiters[static_cast<std::size_t>(most - counts.begin())];
    m_stopsPlain = kStopsQuoted;
    m_stopsPlain[static_cast<unsigned char>(m_delimiter)] = true;
    return {};
}

Result<bool> CsvReader::next()
{
    m_fields.clear();
    if (m_failed)
        return false;
    if (m_delimiter == 0) {
        if (auto guessed = guessDelimiter(); !guessed)
            return Failure(std::move(guessed.error()));
    }
    for (;;) {
        m_begin += m_nextRecord;
        m_nextRecord = 0;
        m_bounds.clear();
        m_line = m_nextLine;
        std::size_t at = 0;
        Stop stop = Stop::Field;
        while (stop == Stop::Field) {
            const auto read = readField(at);
            if (!read)
                return Failure(read.error());
            stop = *read;
        }
        m_nextRecord = at;
        const bool empty = m_bounds.size() == 1 && m_bounds[0].end == 0; // a quoted empty field begins at 1
        if (!empty)
            return finish(at);
        if (stop == Stop::End)
            return false;
    }
}

/// Reads one field from `at` and its delimiter or line end; says what ended it.
Result<CsvReader::Stop> CsvReader::readField(std::size_t& at)
{
    if (m_begin + at == m_end) {
        if (const auto more = refill(at); !more)
            return Failure(more.error());
    }
    if (m_bounds.size() == m_options.maxColumns)
        return wrong(m_line, "csv_too_many_columns",
                     "has more than " + std::to_string(m_options.maxColumns) + " columns");
    if (record()[at] == '"')
        return readQuoted(at);
    const std::size_t begin = at;
    for (;;) {
        at = scan(record(), at, m_stopsPlain);
        if (at - begin > m_options.maxField)
            return wrong(m_line, "csv_field_too_long",
                         "has a field of more than " + std::to_string(m_options.maxField) + " bytes");
        if (m_begin + at < m_end) {
            if (record()[at] == '"')
                return wrong(m_line, "csv_stray_quote",
                             "has a quotation mark inside an unquoted field (write it twice, and the field in quotes)");
            return closeField(at, {begin, at, false});
        }
        const auto more = refill(at);
        if (!more)
            return Failure(more.error());
        if (!*more)
            return closeField(at, {begin, at, false});
    }
}

Result<CsvReader::Stop> CsvReader::readQuoted(std::size_t& at)
{
    Bounds bounds{++at, at, false};
    const std::int64_t opened = m_nextLine;
    for (;;) {
        at = scan(record(), at, kStopsQuoted);
        if (at - bounds.begin > m_options.maxField)
            return wrong(opened, "csv_field_too_long",
                         "a quoted field that begins here is longer than " + std::to_string(m_options.maxField) +
                             " bytes; is its closing quotation mark missing?");
        // One character ahead decides what a quote or a CR is.
        if (m_begin + at + 1 >= m_end) {
            const auto more = refill(at);
            if (!more)
                return Failure(more.error());
            if (*more)
                continue;
            if (m_begin + at == m_end)
                return wrong(opened, "csv_open_quote", "a quoted field that begins here is never closed");
        }
        const char c = record()[at++];
        const char ahead = record()[at]; // at the very end: the buffer's U+0000
        if (c == '\0')
            return wrong(m_nextLine, "csv_nul", "holds the character U+0000");
        if (c == '\n' || (c == '\r' && ahead != '\n'))
            ++m_nextLine;
        if (c != '"')
            continue;
        if (ahead == '"') {
            bounds.doubledQuotes = true;
            ++at;
            continue;
        }
        bounds.end = at - 1;
        return closeField(at, bounds);
    }
}

/// Takes what follows a field: a delimiter, a line end or the end.
Result<CsvReader::Stop> CsvReader::closeField(std::size_t& at, Bounds bounds)
{
    m_bounds.push_back(bounds);
    if (m_begin + at == m_end) {
        const auto more = refill(at);
        if (!more)
            return Failure(more.error());
        if (!*more)
            return Stop::End;
    }
    const char c = record()[at];
    if (c == m_delimiter) {
        ++at;
        return Stop::Field;
    }
    if (c == '\r' || c == '\n')
        return endOfLine(at);
    if (c == '\0')
        return wrong(m_nextLine, "csv_nul", "holds the character U+0000");
    return wrong(m_nextLine, "csv_text_after_quote", "has text after a closing quotation mark");
}

Result<CsvReader::Stop> CsvReader::endOfLine(std::size_t& at)
{
    ++m_nextLine;
    if (record()[at++] == '\n')
        return Stop::Record;
    if (m_begin + at == m_end) {
        if (const auto more = refill(at); !more)
            return Failure(more.error());
    }
    if (record()[at] == '\n')
        ++at;
    return Stop::Record;
}

Result<bool> CsvReader::finish(std::size_t length)
{
    if (!isAscii(record(), length) && !isStorableText({record(), length}))
        return wrong(m_line, "csv_not_utf8", "is not valid UTF-8; save the file as UTF-8, or say that it is Latin-1");
    if (m_columns == 0)
        m_columns = m_bounds.size();
    if (m_bounds.size() != m_columns)
        return wrong(m_line, "csv_ragged",
                     "has " + std::to_string(m_bounds.size()) + " fields where the first line has " +
                         std::to_string(m_columns));
    for (const Bounds& bounds : m_bounds)
        m_fields.push_back(bounds.doubledQuotes ? unquoted(bounds)
                                                : std::string_view(record() + bounds.begin, bounds.end - bounds.begin));
    return true;
}

/// Makes single quotes of doubled ones, in place.
std::string_view CsvReader::unquoted(const Bounds& bounds)
{
    char* const text = m_buffer.data() + m_begin;
    std::size_t to = bounds.begin;
    for (std::size_t from = bounds.begin; from < bounds.end; ++from) {
        text[to++] = text[from];
        if (text[from] == '"')
            ++from;
    }
    return {text + bounds.begin, to - bounds.begin};
}

} // namespace xp
