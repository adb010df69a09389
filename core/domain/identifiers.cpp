// SPDX-License-Identifier: Apache-2.0
#include "core/domain/identifiers.h"

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <algorithm>
#include <array>

namespace xp {

namespace {

bool isAsciiAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Length in bytes of the valid UTF-8 sequence at the start of `text`; 0 when there is none (RFC 3629).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0u) == 0x80u; };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!continues(1) || !continues(2))
            return 0;
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3))
            return 0;
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
        return overlong || beyond ? 0 : 4;
    }
    return 0;
}

/// Of the Basic Multilingual Plane, in which all of it lies.
bool isUnseen(char16_t c)
{
    constexpr std::array<std::pair<char16_t, char16_t>, 17> kRanges{{{0x0000, 0x001F},
                                                                     {0x007F, 0x009F},
                                                                     {0x00AD, 0x00AD}, // a hyphen at the end of a line
                                                                     {0x034F, 0x034F}, // grapheme joiner
                                                                     {0x061C, 0x061C}, // Arabic letter mark
                                                                     {0x115F, 0x1160}, // Hangul fillers
                                                                     {0x17B4, 0x17B5}, // Khmer vowels
                                                                     {0x180E, 0x180E}, // Mongolian separator
                                                                     {0x200B, 0x200B}, // zero width space
                                                                     {0x200E, 0x200F}, // marks of direction
                                                                     {0x2028, 0x202E}, // ends of lines; embeddings
                                                                     {0x2060, 0x206F}, // word joiner; isolates
                                                                     {0x2800, 0x2800}, // empty Braille cell
                                                                     {0x3164, 0x3164}, // Hangul filler
                                                                     {0xFEFF, 0xFEFF}, // byte order mark
                                                                     {0xFFA0, 0xFFA0}, // Hangul filler
                                                                     {0xFFF9, 0xFFFB}}}; // of annotations
    return std::ranges::any_of(kRanges, [c](const auto& range) { return c >= range.first && c <= range.second; });
}

/// Of Persian and of emoji: what stands around it is seen in another form.
bool isJoiner(QChar c)
{
    return c == QChar(0x200C) || c == QChar(0x200D);
}

/// Likewise what chooses a form of the character before it.
bool isJoining(QChar c)
{
    return isJoiner(c) || (c >= QChar(0xFE00) && c <= QChar(0xFE0F));
}

QString decoded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

std::string newUuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces).toStdString();
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !hex)
            return false;
    }
    return true;
}

std::string slugOf(std::string_view name)
{
    // Compatibility decomposition turns "é" into "e" and a combining accent, which is then left out.
    const QString decomposed = decoded(name).normalized(QString::NormalizationForm_KD).toLower();
    std::string slug;
    for (const QChar c : decomposed) {
        if (c.isMark())
            continue;
        if (c.unicode() < 0x80 && isAsciiAlphanumeric(static_cast<char>(c.unicode())))
            slug.push_back(static_cast<char>(c.unicode()));
        else if (!slug.empty() && slug.back() != '-')
            slug.push_back('-');
        if (slug.size() == 64)
            break;
    }
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug.empty() ? "experiment" : slug;
}

bool isKey(std::string_view text)
{
    if (text.empty() || text.size() > 100 || !isAsciiAlphanumeric(text.front()))
        return false;
    for (const char c : text) {
        if (!isAsciiAlphanumeric(c) && c != '.' && c != '_' && c != '-')
            return false;
    }
    return true;
}

bool isStorableText(std::string_view text)
{
    while (!text.empty()) {
        if (text.front() == '\0')
            return false;
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

bool beginsWithMark(std::string_view text)
{
    return text.starts_with("\xEF\xBB\xBF");
}

bool holdsControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool isSeen(std::string_view text)
{
    return !std::ranges::all_of(decoded(text), [](QChar c) { return c.isSpace() || isJoining(c); });
}

bool holdsUnseen(std::string_view text)
{
    return std::ranges::any_of(decoded(text), [](QChar c) { return isUnseen(c.unicode()); });
}

bool isPadded(std::string_view text)
{
    const QString characters = decoded(text);
    const auto isPadding = [](QChar c) { return c.isSpace() || isJoiner(c); };
    return !characters.isEmpty() && (isPadding(characters.front()) || isPadding(characters.back()));
}

std::size_t codePoints(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8)
        count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
    return count;
}

} // namespace xp
