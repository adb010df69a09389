// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QIODevice>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace xp {

enum class TextEncoding {
    Detect,      ///< UTF-8, or what a byte order mark says
    Latin1,      ///< ISO 8859-1; never guessed, because every file can be read as it
    Windows1252, ///< ISO 8859-1 with letters and signs where that has controls, as in the WHATWG's Encoding Standard
    Utf16LittleEndian, ///< without a byte order mark; one that is there is left out
    Utf16BigEndian,
};

/// The bytes of a device as UTF-8, block by block, without the byte order mark. What is not valid in its encoding comes
/// out as invalid UTF-8, so that whoever checks the text finds it where it stands.
class TextSource
{
public:
    TextSource(std::unique_ptr<QIODevice> device, TextEncoding encoding);

    /// Reads up to `to.size()` bytes (at least 16); 0 at the end. Unavailable: the device failed.
    /// Invalid `file_compressed`: gzip or ZIP, which a workbook of Excel is, too.
    Result<std::size_t> read(std::span<char> to);

    std::int64_t bytesRead() const { return m_bytesRead; }      ///< of the device
    std::optional<std::int64_t> size() const { return m_size; } ///< of the device; none for a pipe

private:
    enum class Form { Unknown, Utf8, Utf16LittleEndian, Utf16BigEndian, Latin1, Windows1252 };

    Result<std::size_t> readRaw(std::span<char> to);
    Result<void> begin();
    static Form formOf(TextEncoding encoding);
    bool isUtf16() const { return m_form == Form::Utf16LittleEndian || m_form == Form::Utf16BigEndian; }
    Result<std::size_t> readWidened(std::span<char> to);
    std::size_t decodeUtf16(std::span<const unsigned char> from, std::span<char> to, bool atEnd);

    std::unique_ptr<QIODevice> m_device;
    Form m_form = Form::Unknown;
    bool m_begun = false;
    bool m_atStart = true; ///< of the text: a byte order mark is none of it
    std::int64_t m_bytesRead = 0;
    std::optional<std::int64_t> m_size;
    std::vector<char> m_raw; ///< bytes read but not yet decoded
    std::vector<char> m_block;
};

} // namespace xp
