// SPDX-License-Identifier: Apache-2.0
#include "core/files/ziparchive.h"

#include "core/files/deflate.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

namespace xp {

namespace {

// Signatures and sizes of the records, APPNOTE 4.3.7, 4.3.12 and 4.3.16; all numbers are little-endian.
constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kDirectoryHeader = 0x02014b50;
constexpr std::uint32_t kEndRecord = 0x06054b50;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kDirectorySize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint16_t kVersion = 20;         ///< 2.0: deflated
constexpr std::uint16_t kUtf8Names = 1u << 11; ///< general purpose bits
constexpr std::uint16_t kEncrypted = 1u;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kNoDate = 0x0021; ///< 1980-01-01, the first there is
constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;
constexpr std::size_t kMostExpansion = 1032; ///< of deflate: 258 bytes from two bits

Failure bad(const std::string& what)
{
    return fail(ErrorCode::Invalid, "bad_zip", "This is not a zip file that can be read: " + what);
}

class Writer
{
public:
    explicit Writer(std::string& out) : m_out(out) {}
    Writer& two(std::uint16_t value)
    {
        for (int shift = 0; shift < 16; shift += 8)
            m_out.push_back(static_cast<char>(value >> shift & 0xFF));
        return *this;
    }
    Writer& four(std::uint32_t value)
    {
        return two(static_cast<std::uint16_t>(value & 0xFFFF)).two(static_cast<std::uint16_t>(value >> 16));
    }

private:
    std::string& m_out;
};

/// Reads numbers from within a text; whoever makes one has checked that they are there.
class Record
{
public:
    Record(std::string_view bytes, std::size_t at) : m_bytes(bytes.substr(at)) {}
    std::uint16_t two(std::size_t at) const { return static_cast<std::uint16_t>(byte(at) | byte(at + 1) << 8); }
    std::uint32_t four(std::size_t at) const { return two(at) | static_cast<std::uint32_t>(two(at + 2)) << 16; }

private:
    unsigned byte(std::size_t at) const { return static_cast<unsigned char>(m_bytes[at]); }
    std::string_view m_bytes;
};

/// What both headers of a file say of it, without its signature.
void writeCommon(Writer& writer, const ZipEntry& entry, std::uint32_t crc, std::size_t packed)
{
    writer.two(kVersion).two(kUtf8Names).two(kDeflated).two(0).two(kNoDate).four(crc);
    writer.four(static_cast<std::uint32_t>(packed)).four(static_cast<std::uint32_t>(entry.content.size()));
    writer.two(static_cast<std::uint16_t>(entry.name.size())).two(0);
}

struct Listed
{
    std::string name;
    std::uint16_t method = 0;
    std::uint32_t crc = 0;
    std::size_t packed = 0;
    std::size_t size = 0;
    std::size_t offset = 0; ///< of the local header
};

/// Why a name is not one of a file inside the archive.
std::optional<std::string> nameProblem(const std::string& name)
{
    if (name.empty() || name.front() == '/')
        return "is absolute or empty";
    if (name.find('\\') != std::string::npos || name.find(':') != std::string::npos)
        return "has a backslash or a drive in it";
    if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
        return "has control characters in it";
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t to = std::min(name.find('/', from), name.size());
        const std::string_view part = std::string_view(name).substr(from, to - from);
        if (part == ".." || part == "." || (part.empty() && to < name.size()))
            return "leaves the archive";
        from = to + 1;
    }
    return std::nullopt;
}

struct Directory
{
    std::size_t offset = 0;
    std::size_t size = 0;
    std::size_t entries = 0;
};

Result<Directory> findDirectory(std::string_view bytes)
{
    if (bytes.size() < kEndSize)
        return bad("it is too short");
    const std::size_t last = bytes.size() - kEndSize;
    for (std::size_t at = last + 1; at-- > last - std::min(last, kLongestComment);) {
        const Record end(bytes, at);
        if (end.four(0) != kEndRecord || at + kEndSize + end.two(20) != bytes.size())
            continue;
        if (end.two(4) != 0 || end.two(6) != 0 || end.two(8) != end.two(10))
            return bad("it is one part of several");
        const Directory directory{.offset = end.four(16), .size = end.four(12), .entries = end.two(10)};
        if (directory.offset == kElsewhere || directory.entries == 0xFFFF)
            return bad("it has the 64-bit form");
        if (directory.size > at || directory.offset > at - directory.size)
            return bad("its directory lies outside of it");
        return directory;
    }
    return bad("its end is missing; it may have been cut off");
}

Result<Listed> readListed(std::string_view directory, std::size_t& at)
{
    if (directory.size() - at < kDirectorySize)
        return bad("its directory is cut off");
    const Record header(directory, at);
    const std::size_t nameLength = header.two(28);
    const std::size_t length = kDirectorySize + nameLength + header.two(30) + header.two(32);
    if (header.four(0) != kDirectoryHeader || directory.size() - at < length)
        return bad("its directory is damaged");
    Listed listed{.name = std::string(directory.substr(at + kDirectorySize, nameLength)),
                  .method = header.two(10),
                  .crc = header.four(16),
                  .packed = header.four(20),
                  .size = header.four(24),
                  .offset = header.four(42)};
    at += length;
    if (const auto problem = nameProblem(listed.name))
        return bad("the name " +
                   nlohmann::json(listed.name).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + " " +
                   *problem);
    if ((header.two(8) & kEncrypted) != 0)
        return bad(listed.name + " is encrypted");
    if (listed.method != kStored && listed.method != kDeflated)
        return bad(listed.name + " is packed by method " + std::to_string(listed.method) +
                   "; only 0 (stored) and 8 (deflated) are known");
    if (listed.packed == kElsewhere || listed.size == kElsewhere || listed.offset == kElsewhere)
        return bad(listed.name + " has the 64-bit form");
    if (listed.method == kStored && listed.packed != listed.size)
        return bad(listed.name + " has two sizes");
    return listed;
}

Result<std::vector<Listed>> readDirectory(std::string_view bytes, const ZipLimits& limits)
{
    const auto found = findDirectory(bytes);
    if (!found)
        return Failure(found.error());
    if (found->entries > limits.entries)
        return fail(ErrorCode::TooLarge, "zip_too_large",
                    "The zip file holds " + std::to_string(found->entries) + " files; at most " +
                        std::to_string(limits.entries) + " are read");
    const std::string_view directory = bytes.substr(found->offset, found->size);
    std::vector<Listed> all;
    std::set<std::string> names;
    std::size_t total = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < found->entries; ++i) {
        auto listed = readListed(directory, at);
        if (!listed)
            return Failure(std::move(listed.error()));
        if (!names.insert(listed->name).second)
            return bad("it holds " + listed->name + " twice");
        total += listed->size;
        if (total > limits.bytes || listed->size > (listed->packed + 1) * kMostExpansion)
            return fail(ErrorCode::TooLarge, "zip_too_large",
                        "Unpacked, the zip file would be larger than the " + std::to_string(limits.bytes >> 20) +
                            " MiB that are read, or than its bytes can say (" + listed->name + ")");
        all.push_back(std::move(*listed));
    }
    return all;
}

/// Where the packed bytes of a file lie.
Result<std::string_view> packedBytes(std::string_view bytes, const Listed& listed)
{
    if (bytes.size() < kLocalSize || listed.offset > bytes.size() - kLocalSize)
        return bad(listed.name + " lies outside of it");
    const Record header(bytes, listed.offset);
    if (header.four(0) != kLocalHeader || header.two(8) != listed.method)
        return bad(listed.name + " does not begin where the directory says");
    const std::size_t nameLength = header.two(26);
    const std::size_t begin = listed.offset + kLocalSize + nameLength + header.two(28);
    if (begin > bytes.size() || listed.packed > bytes.size() - begin)
        return bad(listed.name + " is cut off");
    if (bytes.substr(listed.offset + kLocalSize, nameLength) != listed.name)
        return bad(listed.name + " has two names");
    return bytes.substr(begin, listed.packed);
}

Result<void> checkOverlaps(std::string_view bytes, std::vector<std::string_view> contents)
{
    std::ranges::sort(contents, {}, [](std::string_view c) { return c.data(); });
    const char* end = bytes.data();
    for (const std::string_view content : contents) {
        if (content.data() < end)
            return bad("its files overlap");
        end = content.data() + content.size();
    }
    return {};
}

} // namespace

Result<std::string> writeZip(const std::vector<ZipEntry>& entries)
{
    std::string out;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        if (entries.size() >= 0xFFFF || entry.name.size() > 0xFFFF || out.size() + entry.content.size() >= kElsewhere)
            return fail(ErrorCode::TooLarge, "zip_too_large", "The files are too many or too large for a zip file");
        const std::string packed = deflated(entry.content);
        const std::uint32_t crc = crc32Of(entry.content);
        const auto offset = static_cast<std::uint32_t>(out.size());
        Writer local(out);
        local.four(kLocalHeader);
        writeCommon(local, entry, crc, packed.size());
        out.append(entry.name).append(packed);
        Writer listed(directory);
        listed.four(kDirectoryHeader).two(kVersion);
        writeCommon(listed, entry, crc, packed.size());
        listed.two(0).two(0).two(0).four(0).four(offset);
        directory.append(entry.name);
    }
    if (out.size() >= kElsewhere || directory.size() >= kElsewhere)
        return fail(ErrorCode::TooLarge, "zip_too_large", "The files are too large for a zip file");
    const auto count = static_cast<std::uint16_t>(entries.size());
    const auto offset = static_cast<std::uint32_t>(out.size());
    out.append(directory);
    Writer(out)
        .four(kEndRecord)
        .two(0)
        .two(0)
        .two(count)
        .two(count)
        .four(static_cast<std::uint32_t>(directory.size()))
        .four(offset)
        .two(0);
    return out;
}

Result<std::vector<ZipEntry>> readZip(std::string_view bytes, const ZipLimits& limits)
{
    const auto directory = readDirectory(bytes, limits);
    if (!directory)
        return Failure(directory.error());
    std::vector<std::string_view> contents;
    for (const Listed& listed : *directory) {
        const auto content = packedBytes(bytes, listed);
        if (!content)
            return Failure(content.error());
        contents.push_back(*content);
    }
    if (const auto apart = checkOverlaps(bytes, contents); !apart)
        return Failure(apart.error());
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const Listed& listed = (*directory)[i];
        if (listed.name.ends_with('/'))
            continue;
        auto content =
            listed.method == kStored ? std::optional(std::string(contents[i])) : inflated(contents[i], listed.size);
        if (!content || crc32Of(*content) != listed.crc)
            return bad(listed.name + " is damaged");
        entries.push_back({listed.name, std::move(*content)});
    }
    return entries;
}

} // namespace xp
