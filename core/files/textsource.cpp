// SPDX-License-Identifier: Apache-2.0
#include "core/files/textsource.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace xp {

namespace {

/// UTF-8 of a code point; a surrogate gets its three bytes too, which no UTF-8 check lets pass.
std::size_t appendUtf8(char* to, std::uint32_t c)
{
    const auto put = [&](std::size_t i, std::uint32_t byte) { to[i] = static_cast<char>(byte); };
    if (c < 0x80) {
        put(0, c);
        return 1;
    }
    if (c < 0x800) {
        put(0, 0xC0 | c >> 6);
        put(1, 0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        put(0, 0xE0 | c >> 12);
        put(1, 0x80 | (c >> 6 & 0x3F));
        put(2, 0x80 | (c & 0x3F));
        return 3;
    }
    put(0, 0xF0 | c >> 18);
    put(1, 0x80 | (c >> 12 & 0x3F));
    put(2, 0x80 | (c >> 6 & 0x3F));
    put(3, 0x80 | (c & 0x3F));
    return 4;
}

std::span<const unsigned char> asBytes(const std::vector<char>& bytes)
{
    return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

bool isHighSurrogate(std::uint32_t c)
{
    return c >= 0xD800 && c <= 0xDBFF;
}
bool isLowSurrogate(std::uint32_t c)
{
    return c >= 0xDC00 && c <= 0xDFFF;
}

constexpr std::uint32_t kByteOrderMark = 0xFEFF;

/// What Windows-1252 has at 0x80 to 0x9F.
constexpr std::array<std::uint16_t, 32> kWindows1252{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

std::uint32_t windows1252(unsigned char c)
{
    return c >= 0x80 && c < 0xA0 ? kWindows1252[c - std::size_t{0x80}] : c;
}

} // namespace

TextSource::Form TextSource::formOf(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Latin1:
        return Form::Latin1;
    case TextEncoding::Windows1252:
        return Form::Windows1252;
    case TextEncoding::Utf16LittleEndian:
        return Form::Utf16LittleEndian;
    case TextEncoding::Utf16BigEndian:
        return Form::Utf16BigEndian;
    case TextEncoding::Detect:
        break;
    }
    return Form::Unknown;
}

TextSource::TextSource(std::unique_ptr<QIODevice> device, TextEncoding encoding)
    : m_device(std::move(device)), m_form(formOf(encoding))
{
    if (!m_device->isSequential())
        m_size = m_device->size();
}

Result<std::size_t> TextSource::readRaw(std::span<char> to)
{
    const qint64 got = m_device->read(to.data(), static_cast<qint64>(to.size()));
    // A finished pipe says -1 like a broken file does, but without a reason.
    if (got < 0 && !m_device->isSequential())
        return fail(ErrorCode::Unavailable, "file_unreadable",
                    "the file cannot be read: " + m_device->errorString().toStdString());
    m_bytesRead += std::max<qint64>(got, 0);
    return static_cast<std::size_t>(std::max<qint64>(got, 0));
}

/// Looks at the first bytes: whether they are of a text at all and, unless it was told, in which encoding.
Result<void> TextSource::begin()
{
    std::array<char, 6> start{};
    std::size_t got = 0;
    while (got < start.size()) {
        const auto more = readRaw(std::span(start).subspan(got));
        if (!more)
            return Failure(more.error());
        if (*more == 0)
            break;
        got += *more;
    }
    m_raw.assign(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(got));
    m_begun = true;
    const std::string_view text(start.data(), got);
    // Neither is the start of a text that can be read: 8B alone is no UTF-8, and after a ZIP's version comes a zero.
    if (text.starts_with("\x1F\x8B\x08"))
        return fail(ErrorCode::Invalid, "file_compressed", "the file is compressed (gzip); unpack it first");
    if (text.starts_with("PK\x03\x04") && text.ends_with('\0'))
        return fail(ErrorCode::Invalid, "file_compressed", "the file is a ZIP or Excel file; export it as CSV");
    if (m_form != Form::Unknown)
        return {};
    std::size_t mark = 0;
    if (text.starts_with("\xEF\xBB\xBF")) {
        m_form = Form::Utf8;
        mark = 3;
    } else if (text.starts_with("\xFF\xFE")) {
        m_form = Form::Utf16LittleEndian;
        mark = 2;
    } else if (text.starts_with("\xFE\xFF")) {
        m_form = Form::Utf16BigEndian;
        mark = 2;
    } else {
        m_form = Form::Utf8;
    }
    m_raw.erase(m_raw.begin(), m_raw.begin() + static_cast<std::ptrdiff_t>(mark));
    return {};
}

Result<std::size_t> TextSource::read(std::span<char> to)
{
    if (!m_begun) {
        if (auto begun = begin(); !begun)
            return Failure(std::move(begun.error()));
    }
    if (m_form != Form::Utf8)
        return readWidened(to);
    if (m_raw.empty())
        return readRaw(to);
    const std::size_t count = std::min(to.size(), m_raw.size());
    std::memcpy(to.data(), m_raw.data(), count);
    m_raw.erase(m_raw.begin(), m_raw.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

Result<std::size_t> TextSource::readWidened(std::span<char> to)
{
    // All of them need at most three bytes of UTF-8 for one of theirs.
    m_block.resize(std::max<std::size_t>(to.size() / 3 - std::min(m_raw.size(), to.size() / 3 - 1), 1));
    for (;;) {
        const auto got = readRaw(m_block);
        if (!got)
            return got;
        m_raw.insert(m_raw.end(), m_block.begin(), m_block.begin() + static_cast<std::ptrdiff_t>(*got));
        std::size_t written = 0;
        if (isUtf16()) {
            written = decodeUtf16(asBytes(m_raw), to, *got == 0);
        } else {
            for (const unsigned char c : asBytes(m_raw))
                written += appendUtf8(to.data() + written, m_form == Form::Windows1252 ? windows1252(c) : c);
            m_raw.clear();
        }
        if (written > 0 || *got == 0)
            return written;
    }
}

/// Decodes what is whole in m_raw and keeps the rest there; at the end a rest is an invalid byte.
std::size_t TextSource::decodeUtf16(std::span<const unsigned char> from, std::span<char> to, bool atEnd)
{
    const auto unit = [&](std::size_t i) -> std::uint32_t {
        return m_form == Form::Utf16LittleEndian ? from[i] | std::uint32_t{from[i + 1]} << 8
                                                 : std::uint32_t{from[i]} << 8 | from[i + 1];
    };
    std::size_t written = 0;
    std::size_t i = 0;
    while (i + 1 < from.size()) {
        std::uint32_t c = unit(i);
        std::size_t used = 2;
        if (isHighSurrogate(c)) {
            if (i + 3 < from.size()) {
                if (const std::uint32_t low = unit(i + 2); isLowSurrogate(low)) {
                    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                    used = 4;
                }
            } else if (!atEnd) {
                break;
            }
        }
        if (c != kByteOrderMark || !m_atStart)
            written += appendUtf8(to.data() + written, c);
        m_atStart = false;
        i += used;
    }
    if (atEnd && i < from.size()) {
        to[written++] = static_cast<char>(0xFF);
        i = from.size();
    }
    m_raw.erase(m_raw.begin(), m_raw.begin() + static_cast<std::ptrdiff_t>(i));
    return written;
}

} // namespace xp
