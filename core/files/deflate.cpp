// SPDX-License-Identifier: Apache-2.0
#include "core/files/deflate.h"

#include <cstdlib>
#include <limits>

#ifdef __EMSCRIPTEN__
#include <QtZlib/zlib.h> // the one inside Qt
#else
#include <zlib.h>
#endif

namespace xp {

namespace {

constexpr int kRaw = -15; ///< the largest window, no header
constexpr int kMemory = 8;

/// zlib's interface takes a pointer to non-const, and does not write through it.
Bytef* bytesOf(std::string_view text)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

} // namespace

std::string deflated(std::string_view text)
{
    z_stream stream{};
    // Fails for want of memory alone, as `new` would.
    if (text.size() > std::numeric_limits<uInt>::max() ||
        deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRaw, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        std::abort();
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = bytesOf(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytesOf(out);
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size)
{
    z_stream stream{};
    if (packed.size() > std::numeric_limits<uInt>::max() || size > std::numeric_limits<uInt>::max() - 1 ||
        inflateInit2(&stream, kRaw) != Z_OK)
        return std::nullopt;
    std::string out(size + 1, '\0'); // one more, so that a longer text is seen
    stream.next_in = bytesOf(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = bytesOf(out);
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream, Z_FINISH);
    const bool isWhole = result == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 1;
    inflateEnd(&stream);
    if (!isWhole)
        return std::nullopt;
    out.resize(size);
    return out;
}

std::uint32_t crc32Of(std::string_view text)
{
    // In pieces: its length is a uInt.
    uLong crc = crc32(0, nullptr, 0);
    for (std::size_t at = 0; at < text.size(); at += 1u << 30) {
        const std::string_view piece = text.substr(at, 1u << 30);
        crc = crc32(crc, bytesOf(piece), static_cast<uInt>(piece.size()));
    }
    return static_cast<std::uint32_t>(crc);
}

} // namespace xp
