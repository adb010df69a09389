// SPDX-License-Identifier: Apache-2.0
// Read as SQLite does after a crash: https://sqlite.org/fileformat2.html#walformat
#include "core/storage/connection/replayedlog.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <fstream>
#include <vector>

namespace xp {

namespace {

using Bytes = std::span<const unsigned char>;

constexpr std::size_t kFrameHeader = 24; ///< before each page
constexpr std::size_t kSalts = 8;        ///< where they are in a frame's header; its checksums follow

/// Over all that the log holds so far: https://sqlite.org/fileformat2.html#checksum_algorithm
class Checksum
{
public:
    explicit Checksum(bool isBigEndian) : m_isSwapped(isBigEndian != (std::endian::native == std::endian::big)) {}

    /// A multiple of 8 bytes.
    void add(Bytes bytes)
    {
        for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
            m_first += word(bytes.first<4>()) + m_second;
            m_second += word(bytes.subspan<4, 4>()) + m_first;
        }
    }
    bool is(Bytes stored) const
    {
        return m_first == bigEndian(stored.first(4)) && m_second == bigEndian(stored.subspan(4, 4));
    }

private:
    std::uint32_t word(std::span<const unsigned char, 4> bytes) const
    {
        const auto value = std::bit_cast<std::uint32_t>(std::array{bytes[0], bytes[1], bytes[2], bytes[3]});
        return m_isSwapped ? __builtin_bswap32(value) : value;
    }

    std::uint32_t m_first = 0;
    std::uint32_t m_second = 0;
    bool m_isSwapped;
};

template <class Buffer>
bool readInto(std::ifstream& file, Buffer& buffer)
{
    return bool(file.read(reinterpret_cast<char*>(buffer.data()), static_cast<std::streamsize>(buffer.size())));
}

using LogHeader = std::array<unsigned char, 32>;

} // namespace

std::optional<ReplayedLog> replayedLog(const std::string& path)
{
    constexpr std::uint32_t kMagic = 0x377f0682; // one more: checksums of big-endian words
    std::ifstream log(path, std::ios::binary);
    LogHeader header{};
    if (!readInto(log, header))
        return {};
    const Bytes head(header);
    const std::uint32_t magic = bigEndian(head.first(4));
    const std::uint32_t pageSize = bigEndian(head.subspan(8, 4));
    Checksum checksum(magic % 2 == 1);
    checksum.add(head.first(24));
    if ((magic & ~1U) != kMagic || !std::has_single_bit(pageSize) || pageSize < 512 || pageSize > 65536 ||
        !checksum.is(head.subspan(24)))
        return {};

    ReplayedLog seen{.pageSize = pageSize};
    std::optional<ReplayedLog> committed;
    std::vector<unsigned char> buffer(kFrameHeader + pageSize);
    const Bytes frame(buffer);
    const Bytes page = frame.subspan(kFrameHeader);
    while (readInto(log, buffer)) {
        checksum.add(frame.first(kSalts));
        checksum.add(page);
        const std::uint32_t number = bigEndian(frame.first(4));
        // Of an earlier use of the log, or written in part.
        if (number == 0 || !std::ranges::equal(frame.subspan(kSalts, 8), head.subspan(16, 8)) ||
            !checksum.is(frame.subspan(kSalts + 8)))
            break;
        if (number == 1) {
            const std::uint32_t counter = bigEndian(page.subspan(24, 4));
            seen.leastCounter = std::min(seen.leastCounter, counter);
            seen.mostCounter = std::max(seen.mostCounter, counter);
            seen.schema = bigEndian(page.subspan(40, 4));
        }
        seen.pages = bigEndian(frame.subspan(4, 4));
        if (seen.pages != 0)
            committed = seen;
    }
    LogHeader now{};
    log.clear();
    log.seekg(0);
    return readInto(log, now) && now == header ? committed : std::nullopt;
}

} // namespace xp
